"""Stored text that means harm: what a page, a file name or a web site may bring into the register."""

from factory import claim, quote, report
from web.composed import MARKET, Told, file_all

from hasila.model.claim import Blame, Place, Source, Victim

SCRIPT = "<script>document.title='broken'</script>"
HANDLER = "\"'><img src=x onerror=document.title='broken'>"
OVERRIDE = "\u202eقلب\u202c"
TEMPLATE = "{{ 7|add:7 }}{% now 'Y' %}"
FORMULA = '=HYPERLINK("http://evil.example","x")'
WORD = "م" * 5_000_000


def hostile_reports() -> list[Told]:
    """Reports whose every text field bears something."""
    nasty = f"{SCRIPT} {HANDLER} {OVERRIDE} {TEMPLATE} {FORMULA}"
    of = report(f"مقتل 3 مدنيين {nasty}\nسطر آخر {SCRIPT}", title=f"عنوان {nasty}", outlet=f"جهة {nasty}")
    of = of.model_copy(update={"url": f"javascript:alert(1)//{nasty}"})
    name = quote(of, SCRIPT)
    dead = claim(of, f"مقتل 3 مدنيين {nasty}", "killed", 3, status="civilian", speaker=nasty).model_copy(
        update={
            "place": Place(text=nasty, admin1=HANDLER, country="SY", level="town", lat=35.6, lon=36.6, row="r"),
            "source": Source(text=nasty, kind="local"),
            "perpetrators": (f"other:{SCRIPT}",),
            "blame": (Blame(actor=f"other:{SCRIPT}", name=HANDLER, basis="stated", evidence=(name,)),),
            "affiliation": f"other:{HANDLER}",
            "victims": (Victim(name=SCRIPT, start=name.start, end=name.end),),
            "rules": (SCRIPT, HANDLER),
        }
    )
    long = report(f"مقتل مدني {WORD}", title=f"كلمة {WORD[:1_000_000]}", outlet="جهة")
    long_claim = claim(long, "مقتل مدني", "killed", 1, status="civilian").model_copy(update={"place": MARKET})
    return [Told(of, (dead,)), Told(long, (long_claim,))]


def file_hostile() -> None:
    """File them."""
    file_all(hostile_reports())
