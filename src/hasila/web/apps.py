"""The review desk as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Screens, templates, static files and the interface's two languages."""

    name = "hasila.web"
    label = "web"
    verbose_name = "desk"
