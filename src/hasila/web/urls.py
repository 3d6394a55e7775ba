"""The addresses of the desk."""

from django.urls import path

from hasila.web.views import audit, correcting, demo, exporting, incident, incidents, judging, overview, queue, report
from hasila.web.views import preferences as choosing
from hasila.web.views import search as searching

urlpatterns = [
    path("", queue.queue, name="queue"),
    path("reports/<str:key>/", report.report, name="report"),
    path("reports/<str:key>/archived/", report.archived, name="archived"),
    path("reports/<str:key>/words/", report.selected_words, name="words"),
    path("reports/<str:key>/add/", correcting.add, name="add"),
    path("claims/<str:key>/", report.claim, name="claim"),
    path("claims/<str:key>/judge/", judging.judge, name="judge"),
    path("claims/<str:key>/correct/", correcting.correct, name="correct"),
    path("claims/<str:key>/split/", correcting.split, name="split"),
    path("undo/", judging.undo, name="undo"),
    path("incidents/", incidents.incidents, name="incidents"),
    path("incidents/<str:key>/", incident.incident, name="incident"),
    path("incidents/<str:key>/join/", judging.join, name="join"),
    path("incidents/<str:key>/separate/", judging.separate, name="separate"),
    path("incidents/<str:key>/grade/", judging.grade, name="grade"),
    path("link/", judging.link_again, name="link-again"),
    path("search/", searching.search, name="search"),
    path("overview/", overview.overview, name="overview"),
    path("audit/", audit.audit, name="audit"),
    path("export/", exporting.export, name="export"),
    path("export/file/", exporting.file, name="export-file"),
    path("preferences/", choosing.prefer, name="prefer"),
    path("demo/", demo.load, name="load-demo"),
]
