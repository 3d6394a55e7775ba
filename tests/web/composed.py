"""
Ten composed reports with what was read in them, for screens and their tests. Nobody in them is real, nor is a village.

`right` is how the claims should be read; `file_all` files them as a register has them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from factory import claim, quote, reading, report

from hasila.model.claim import Blame, Claim, Place, Source, Victim, When
from hasila.model.report import Report

AT = datetime(2019, 3, 20, 9, tzinfo=UTC)
DAY = date(2019, 3, 17)


@dataclass(frozen=True)
class Told:
    """A report and its claims as they should be read."""

    report: Report
    claims: tuple[Claim, ...]


def _at(text: str, province: str, lat: float, lon: float, level: str = "town") -> Place:
    return Place(text=text, admin1=province, country="SY", level=level, lat=lat, lon=lon, row=f"row:{province}:{text}")


MARKET = _at("بلدة تل الزيتون", "Idlib", 35.64, 36.67)
RIVER = _at("قرية جسر النهر", "Deir ez-Zor", 35.33, 40.14, "village")
WHEN = When(from_=DAY, to=DAY, precision="day")


def _told(of: Report, *claims: Claim, place: Place, cause: str = "shelling") -> Told:
    made = tuple(
        c.model_copy(
            update={
                "place": place,
                "date": WHEN,
                "cause": cause if c.cause == "unknown" else c.cause,
                "evidence": {
                    **c.evidence,
                    **({"victims": (c.quote,)} if "victims" not in c.evidence else {}),
                    **({"place": (quote(of, place.text),)} if place.text in of.words else {}),
                },
            }
        )
        for c in claims
    )
    return Told(of, made)


def _reports() -> list[Told]:
    wadi = report(
        "قُتل ثمانية مدنيين وأصيب 14 آخرون بقصف مدفعي لقوات النظام على سوق الخضار في بلدة تل الزيتون أمس.\n"
        "وقال مسعف من المشفى الميداني إن بين القتلى طفلين.\n"
        "ونفى مصدر عسكري استهداف السوق.",
        title="قصف على سوق في بلدة تل الزيتون",
        outlet="وكالة الوادي",
    )
    shaba = report(
        "ارتفعت حصيلة القصف على سوق بلدة تل الزيتون إلى 11 مدنياً، بحسب مرصد الأفق.\n"
        "واتهم المرصد قوات النظام بالقصف، ونفى إصابة ستة مسعفين.",
        title="ارتفاع الحصيلة في بلدة تل الزيتون",
        outlet="شبكة الصباح",
    )
    copy = report(wadi.text, title="سوق بلدة تل الزيتون تحت القصف", outlet="موقع النافذة")
    river = report(
        "انفجر لغم من مخلفات تنظيم الدولة عند قرية جسر النهر، ما أدى إلى مقتل ثلاثة أطفال وإصابة امرأة.",
        title="لغم عند قرية جسر النهر",
        outlet="إذاعة الفرات المحلية",
    )
    arrests = report(
        "اعتقلت قوات سوريا الديمقراطية 6 أشخاص في قرية جسر النهر، بينهم المدرّس سامر العبدان.",
        title="اعتقالات في قرية جسر النهر",
        outlet="إذاعة الفرات المحلية",
    )
    total = report(
        "وثّق مرصد الأفق مقتل 231 مدنياً في محافظة إدلب منذ مطلع العام بقصف قوات النظام.",
        title="حصيلة منذ مطلع العام",
        outlet="مرصد الأفق",
    )
    fear = report(
        "يُخشى من مقتل خمسة عمال تحت أنقاض معمل في بلدة تل الزيتون بعد غارة لم تُعرف الجهة التي شنتها.",
        title="عمال تحت الأنقاض",
        outlet="شبكة الصباح",
    )
    clash = report(
        "قُتل 4 جنود من قوات النظام في اشتباك مع فصائل المعارضة قرب بلدة تل الزيتون.\n"
        "ونفت الفصائل مقتل خمسة مقاتلين من صفوفها.",
        title="اشتباك قرب بلدة تل الزيتون",
        outlet="وكالة الوادي",
    )
    deny = report(
        "نفت قوات سوريا الديمقراطية مقتل عشرة مدنيين برصاص عناصرها في قرية جسر النهر.",
        title="نفي من قوات سوريا الديمقراطية",
        outlet="وكالة الوادي",
    )
    vague = report(
        "سقط عشرات الجرحى في قصف على بلدة تل الزيتون نسبه ناشطون إلى قوات النظام.\n"
        "ونفى المجلس المحلي مقتل ثلاثة عمال في القصف.",
        title="عشرات الجرحى",
        outlet="موقع النافذة",
    )
    idlib = _at("محافظة إدلب", "Idlib", 35.93, 36.63, "adm1")
    regime = {"syria_gov": "قوات النظام"}
    market = [
        claim(wadi, "قُتل ثمانية مدنيين", "killed", 8, blamed={"syria_gov": "لقوات النظام"}, status="civilian"),
        claim(wadi, "أصيب 14 آخرون", "injured", 14, blamed={"syria_gov": "لقوات النظام"}, status="civilian"),
        claim(wadi, "طفلين", "killed", 2, status="civilian", kinds=("child",), part_of=0,
              speaker="مسعف من المشفى الميداني"),
    ]  # fmt: skip
    again = [
        claim(copy, "قُتل ثمانية مدنيين", "killed", 8, blamed={"syria_gov": "لقوات النظام"}, status="civilian"),
        claim(copy, "أصيب 14 آخرون", "injured", 14, blamed={"syria_gov": "لقوات النظام"}, status="civilian"),
    ]
    teacher = quote(arrests, "سامر العبدان")
    held = claim(
        arrests, "6 أشخاص", "detained", 6, blamed={"sdf": "قوات سوريا الديمقراطية"}, cause="arrest"
    ).model_copy(update={"victims": (Victim(name=teacher.text, start=teacher.start, end=teacher.end),)})
    carried = claim(river, "إصابة امرأة", "injured", 1, status="civilian", kinds=("woman",), sure=0.5)
    carried = carried.model_copy(
        update={
            "perpetrators": ("isis",),
            "blame": (
                Blame(actor="isis", name="تنظيم الدولة", basis="carried", evidence=(quote(river, "تنظيم الدولة"),)),
            ),
        }
    )
    return [
        _told(wadi, *market, place=MARKET),
        _told(shaba, claim(shaba, "11 مدنياً", "killed", 11, blamed=regime, status="civilian",
                           source=Source(text="مرصد الأفق", kind="monitor")),
              claim(shaba, "إصابة ستة مسعفين", "injured", 6, status="civilian", kinds=("rescue",), stance="denied",
                    source=Source(text="مرصد الأفق", kind="monitor")), place=MARKET),
        _told(copy, *again, place=MARKET),
        _told(river, claim(river, "ثلاثة أطفال", "killed", 3, blamed={"isis": "تنظيم الدولة"}, status="civilian",
                           kinds=("child",)), carried, place=RIVER, cause="explosive"),
        _told(arrests, held, place=RIVER),
        _told(total, claim(total, "231 مدنياً", "killed", 231, blamed=regime, status="civilian", scope="cumulative",
                           source=Source(text="مرصد الأفق", kind="own")), place=idlib),
        _told(fear, claim(fear, "خمسة عمال", "killed", 5, status="civilian", kinds=("worker",), stance="uncertain"),
              place=MARKET, cause="air_strike"),
        _told(clash, claim(clash, "4 جنود", "killed", 4, blamed={"syria_opposition": "فصائل المعارضة"},
                           status="combatant", affiliation="syria_gov"),
              claim(clash, "مقتل خمسة مقاتلين", "killed", 5, status="combatant", affiliation="syria_opposition",
                    stance="denied", source=Source(text="الفصائل", kind="party")), place=MARKET, cause="clash"),
        _told(deny, claim(deny, "عشرة مدنيين", "killed", 10, blamed={"sdf": "قوات سوريا الديمقراطية"},
                          status="civilian", stance="denied",
                          source=Source(text="قوات سوريا الديمقراطية", kind="party")),
              place=RIVER, cause="attack"),
        _told(vague, claim(vague, "عشرات الجرحى", "injured", (10, None), blamed=regime),
              claim(vague, "مقتل ثلاثة عمال", "killed", 3, status="civilian", kinds=("worker",), stance="denied",
                    source=Source(text="المجلس المحلي", kind="official")), place=MARKET),
    ]  # fmt: skip


RIGHT: Sequence[Told] = _reports()


def named_in_title() -> Told:
    """A report whose title names the victim."""
    of = report(
        "قُتل سامر العبدان برصاص مجهولين في بلدة تل الزيتون.",
        title="مقتل سامر العبدان في بلدة تل الزيتون",
        outlet="وكالة الوادي",
    )
    name = quote(of, "سامر العبدان")
    second = of.words.index("سامر العبدان", name.end)
    victims = tuple(Victim(name="سامر العبدان", start=at, end=at + 12) for at in (name.start, second))
    dead = claim(of, "قُتل سامر العبدان", "killed", 1).model_copy(update={"victims": victims})
    return _told(of, dead, place=MARKET, cause="attack")


def file_all(told: Sequence[Told] = RIGHT) -> None:
    """File the reports, and link them as the desk does."""
    from hasila.register.filing import file_rows  # Django is set up only when a test needs it
    from hasila.register.rows import Versions, rows_of

    versions = Versions("ar-test", "codebook-1", "test")
    file_rows([rows_of(one.report, reading(one.report, *one.claims), versions, AT) for one in told])


@dataclass(frozen=True)
class Seeded:
    """A report of which some claims are misread, and for each of them which caution must show it."""

    told: Told
    errors: tuple[tuple[int, str], ...]


_OTHER_SIDE = {"syria_gov": "russia", "isis": "sdf", "sdf": "turkey", "syria_opposition": "isis"}


def seeded() -> list[Seeded]:
    """The reports with twenty errors: wrong numbers, wrong sides, denials read as assertions."""
    left = {"number-differs": 8, "side-differs": 8, "denial-near": 4}
    made = []
    for one in RIGHT:
        claims, errors = [], list[tuple[int, str]]()
        for n, right in enumerate(one.claims):
            wrong = right
            for code, change in (("denial-near", _affirmed), ("number-differs", _more), ("side-differs", _elsewhere)):
                if (
                    left[code]
                    and (changed := change(wrong)) is not None
                    and not (code == "number-differs" and right.stance == "denied")
                ):
                    wrong, left[code] = changed, left[code] - 1
                    errors.append((n, code))
            claims.append(wrong)
        made.append(Seeded(Told(one.report, tuple(claims)), tuple(errors)))
    assert not any(left.values()), left
    return made


def _affirmed(right: Claim) -> Claim | None:
    return right.model_copy(update={"stance": "affirmed"}) if right.stance == "denied" else None


def _more(right: Claim) -> Claim | None:
    if right.low is None or right.high is None:
        return None
    return right.model_copy(update={"low": right.low + 10, "high": right.high + 10})


def _elsewhere(right: Claim) -> Claim | None:
    """The same words, held for another side's."""
    if not right.blame:
        return None
    blame = tuple(b.model_copy(update={"actor": _OTHER_SIDE[b.actor]}) for b in right.blame)
    return right.model_copy(update={"blame": blame, "perpetrators": tuple(b.actor for b in blame)})


def file_seeded() -> None:
    """File the misread reports."""
    file_all([one.told for one in seeded()])
