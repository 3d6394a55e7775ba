"""The codebook's codes in English and Arabic words, as the desk's screens say them."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from hasila.cli.area_names import country_names, province_names
from hasila.pack.rows import load_pack

_CODES: Mapping[str, tuple[str, str]] = {
    # outcomes
    "killed": ("killed", "قتلى"),
    "injured": ("injured", "جرحى"),
    "casualty": ("killed or injured", "قتلى أو جرحى"),
    "missing": ("missing", "مفقودون"),
    "detained": ("detained", "محتجزون"),
    "abducted": ("abducted", "مختطفون"),
    "released": ("released", "مفرج عنهم"),
    "displaced": ("displaced", "نازحون"),
    "evacuated": ("evacuated", "مُجلَون"),
    "surrendered": ("surrendered", "مستسلمون"),
    "abused": ("abused", "معرَّضون لسوء المعاملة"),
    # status
    "civilian": ("civilians, as reported", "مدنيون، كما ورد"),
    "combatant": ("armed or security forces, as reported", "قوات مسلحة أو أمنية، كما ورد"),
    "status unknown": ("status not told", "الصفة غير مذكورة"),
    # kinds
    "child": ("children", "أطفال"),
    "woman": ("women", "نساء"),
    "man": ("men", "رجال"),
    "elderly": ("elderly people", "مسنّون"),
    "family": ("relatives", "أقارب"),
    "medical": ("medical staff", "كوادر طبية"),
    "rescue": ("rescuers", "مسعفون ومنقذون"),
    "journalist": ("journalists", "صحفيون"),
    "aid": ("aid workers", "عاملو إغاثة"),
    "student": ("students", "طلاب"),
    "official": ("officials", "مسؤولون"),
    "leader": ("commanders", "قادة"),
    "security": ("police or guards", "شرطة أو حراس"),
    "prisoner": ("prisoners", "أسرى أو سجناء"),
    "kind displaced": ("displaced people", "نازحون"),
    "worker": ("workers", "عمال"),
    "foreign": ("foreigners", "أجانب"),
    # causes
    "air_strike": ("air strike", "غارة جوية"),
    "drone_strike": ("drone strike", "غارة طائرة مسيّرة"),
    "shelling": ("shelling", "قصف"),
    "explosive": ("mine or planted explosive", "لغم أو عبوة ناسفة"),
    "suicide_bomb": ("suicide bomb", "تفجير انتحاري"),
    "chemical": ("chemical weapon", "سلاح كيميائي"),
    "attack": ("armed attack", "هجوم مسلح"),
    "clash": ("armed clash", "اشتباك مسلح"),
    "execution": ("execution", "إعدام"),
    "torture": ("torture or ill-treatment", "تعذيب أو سوء معاملة"),
    "arrest": ("arrest", "اعتقال"),
    "abduction": ("abduction", "اختطاف"),
    "crackdown": ("force against demonstrators", "قمع متظاهرين"),
    "siege": ("siege", "حصار"),
    "displacement": ("displacement", "تهجير"),
    "exchange": ("exchange or release", "تبادل أو إفراج"),
    "other": ("another cause", "سبب آخر"),
    "unknown": ("not told", "غير مذكور"),
    # sources
    "own": ("the outlet itself", "الوسيلة نفسها"),
    "local": ("local source", "مصدر محلي"),
    "source medical": ("medical source", "مصدر طبي"),
    "source official": ("authority", "جهة رسمية"),
    "party": ("party to the fighting", "طرف في القتال"),
    "monitor": ("monitoring group", "جهة رصد"),
    "un": ("United Nations", "الأمم المتحدة"),
    "media": ("another outlet", "وسيلة أخرى"),
    "social": ("social media", "وسائل التواصل"),
    # scope and stance
    "cumulative": ("running total", "حصيلة تراكمية"),
    "denied": ("denied", "منفيّ"),
    "uncertain": ("unconfirmed", "غير مؤكد"),
    # basis of blame
    "stated": ("stated", "مذكور"),
    "claimed": ("claimed by the side itself", "تبنّاه الطرف نفسه"),
    "accused": ("accused by the source", "اتهمه المصدر"),
    "suspected": ("suspected", "مشتبه به"),
    "carried": ("carried over from another sentence", "منقول من جملة أخرى"),
    # precision
    "day": ("day", "يوم"),
    "days": ("some days", "عدة أيام"),
    "week": ("week", "أسبوع"),
    "month": ("month", "شهر"),
    "year": ("year", "سنة"),
    "longer": ("longer", "أطول"),
    # levels of places
    "point": ("exact point", "نقطة محددة"),
    "landmark": ("landmark or street", "معلم أو شارع"),
    "neighbourhood": ("neighbourhood", "حي"),
    "village": ("village", "قرية"),
    "town": ("town", "بلدة"),
    "city": ("city", "مدينة"),
    "near": ("near a named place", "قرب مكان مذكور"),
    "adm3": ("subdistrict", "ناحية"),
    "adm2": ("district", "قضاء أو منطقة"),
    "adm1": ("province", "محافظة"),
    "line": ("road, river or border", "طريق أو نهر أو حدود"),
    "country": ("country", "دولة"),
    # where a date of publication was found
    "metadata": ("by the page's metadata", "من بيانات الصفحة"),
    "page": ("by the page's dateline", "من نص الصفحة"),
    "argument": ("by --published", "من ‎--published"),
    "record": ("by the record", "من السجل"),
    # rows of the table
    "how": ("how", "الوسيلة"),
    "blamed": ("blamed", "المتّهم"),
    "nobody": ("nobody", "لا أحد"),
    "said by": ("said by", "المصدر"),
    "where": ("where", "المكان"),
    "when": ("when", "الزمان"),
    "not told": ("not told", "غير مذكور"),
    "no coordinates": ("no coordinates", "بلا إحداثيات"),
    "row": ("row", "سطر"),
    "as in": ("as in", "كما في"),
    "sure": ("sure", "الثقة"),
    "part of": ("part of", "جزء من"),
    "of": ("of", "من"),
    "published": ("published", "نُشر"),
    "day unknown": ("day of publication unknown: give --published", "تاريخ النشر مجهول: أضف ‎--published"),
    "claims": ("claims", "إفادات"),
    "11 claims": ("claims", "إفادة"),
    "100 claims": ("claims", "إفادة"),
    "two claims": ("2 claims", "إفادتان"),
    "one claim": ("1 claim", "إفادة واحدة"),
    "no claims": ("no claims of harm", "لا إفادات عن أذى"),
    "without harm": ("Attacks told without harm", "هجمات مذكورة بلا ضحايا"),
    "background": ("background", "خلفية"),
    "named": ("named", "بالاسم"),
    # numbers
    ",": (", ", "، "),
    "person": ("people", "أشخاص"),
    "11 persons": ("people", "شخصاً"),
    "100 persons": ("people", "شخص"),
    "one person": ("1 person", "شخص واحد"),
    "two persons": ("2 people", "شخصان"),
    "families": ("families", "عائلات"),
    "11 families": ("families", "عائلة"),
    "100 families": ("families", "عائلة"),
    "one family": ("1 family", "عائلة واحدة"),
    "two families": ("2 families", "عائلتان"),
    "none": ("nobody", "لا أحد"),
    "some": ("number not told", "العدد غير مذكور"),
    "about": ("about", "نحو"),
    "at least": ("at least", "على الأقل"),
    "at most": ("at most", "على الأكثر"),
    "to": ("to", "إلى"),
    # what lowers confidence
    "no number is said": ("no number is said", "لا عدد مذكور"),
    "the number is far from the word of harm": ("the number is far from the word of harm", "العدد بعيد عن كلمة الأذى"),
    "the blame is carried over from another statement": (
        "the blame is carried over from another statement",
        "المسؤولية منقولة من موضع آخر",
    ),
    "the cause is not told": ("the cause is not told", "السبب غير مذكور"),
    "no place is told": ("no place is told", "المكان غير مذكور"),
    "the day is not told": ("the day is not told", "اليوم غير مذكور"),
    "it is denied": ("it is denied", "الخبر منفيّ"),
    "it is hedged": ("it is hedged", "الخبر غير مؤكد"),
    "the people are not named by a noun": ("the people are not named by a noun", "الضحايا بلا اسم يدل عليهم"),
}  # fmt: skip


# Of a noun that is counted: one, two, and the codes for 3 to 10, 11 to 99 and hundreds.
_PERSONS = ("one person", "two persons", "person", "11 persons", "100 persons")
_FAMILIES = ("one family", "two families", "families", "11 families", "100 families")
CLAIMS = ("one claim", "two claims", "claims", "11 claims", "100 claims")


class Labels:
    """Words in one language, "en" or "ar"."""

    def __init__(self, language: str) -> None:
        self._at = 1 if language == "ar" else 0

    def __call__(self, code: str, family: str = "") -> str:
        """
        The words for a code; `family` tells apart codes that mean two things; an unknown code is its own word.

        >>> Labels("en")("displaced"), Labels("en")("displaced", "kind"), Labels("ar")("shelling")
        ('displaced', 'displaced people', 'قصف')
        """
        found = _CODES.get(f"{family} {code}") or _CODES.get(code)
        return found[self._at] if found else code.replace("_", " ")

    def actor(self, actor: str, day: date | None = None) -> str:
        """
        The neutral name of a side on a day; without a day, of a side that changed hands, all its names.

        >>> Labels("en").actor("us_coalition"), Labels("en").actor("other:village_guards")
        ('International coalition against ISIS', 'village guards')
        """
        if actor == "unknown":
            return ("unidentified attackers", "مهاجمون مجهولون")[self._at]
        known = _sides().get(actor, ())
        told = [side for side in known if side.holds(day)] or known
        return " / ".join(dict.fromkeys(side.names[self._at] for side in told)) or _plain(actor)

    def area(self, admin1: str | None, country: str | None) -> str:
        """
        Province and country; in Arabic by the names that the places' rows give them.

        >>> Labels("en").area("Idlib", "SY"), Labels("ar").area("Idlib", "SY"), Labels("ar").area(None, None)
        ('Idlib, SY', 'إدلب، سوريا', '')
        """
        if self._at:
            country_code, country = country or "", country_names().get(country or "", country)
            admin1 = province_names().get((country_code, (admin1 or "").lower()), admin1)
        return self(",").join(part for part in (admin1, country) if part)

    def figure(self, low: int | None, high: int | None, approx: bool = False, unit: str = "person") -> str:
        """
        A number of people or families with its bounds.

        >>> say = Labels("en").figure
        >>> say(12, 12), say(12, None), say(None, 5, unit="family"), say(10, 12, True), say(0, 0), say(None, None)
        ('12 people', 'at least 12 people', 'at most 5 families', 'about 10 to 12 people', 'nobody', 'number not told')
        """
        if (low, high) == (None, None):
            return self("some")
        if (low, high) == (0, 0):
            return self("none")
        about = f"{self('about')} " if approx else ""
        if low is None:
            return f"{about}{self('at most')} {self._counted(high, unit)}"
        if high is None:
            return f"{about}{self('at least')} {self._counted(low, unit)}"
        return about + (
            self._counted(low, unit) if low == high else f"{low:,} {self('to')} {self._counted(high, unit)}"
        )

    def _counted(self, number: int | None, unit: str) -> str:
        words = _PERSONS if unit == "person" else _FAMILIES
        return self.counted(number or 0, words)

    def counted(self, number: int, words: Sequence[str]) -> str:
        """
        A number with its noun, whose form in Arabic goes by the number: one, two, 3 to 10, 11 to 99, and hundreds.

        >>> say = Labels("ar")
        >>> [say.counted(n, _PERSONS) for n in (1, 2, 7, 15, 300, 305)]
        ['شخص واحد', 'شخصان', '7 أشخاص', '15 شخصاً', '300 شخص', '305 أشخاص']
        """
        if number in (1, 2):
            return self(words[number - 1])
        rest = number % 100
        form = words[2] if 3 <= rest <= 10 else words[3] if rest > 10 else words[4]
        return f"{number:,} {self(form)}"


class _Side(NamedTuple):
    """The names of a side, English and Arabic, from the day `since` on and before `until`; None leaves the end open."""

    names: tuple[str, str]
    since: date | None
    until: date | None

    def holds(self, day: date | None) -> bool:
        """Whether the name is that of the side on this day. A name without an end holds for those without a day."""
        if day is None:
            return self.since is None and self.until is None
        return not (self.since and day < self.since) and not (self.until and day >= self.until)


@cache
def _sides() -> Mapping[str, tuple[_Side, ...]]:
    sides: dict[str, list[_Side]] = {}
    for row in load_pack().family("actors"):
        says = row.says
        if says.get("actor") and says.get("name_en") and says.get("name_ar"):
            side = _Side((says["name_en"], says["name_ar"]), says.get("since"), says.get("until"))
            # The first row of a period gives the name; later ones are other words for it.
            known = sides.setdefault(says["actor"], [])
            if all((side.since, side.until) != (k.since, k.until) for k in known):
                known.append(side)
    return {actor: _most_exact(found) for actor, found in sides.items()}


def _most_exact(sides: Sequence[_Side]) -> tuple[_Side, ...]:
    """Names of periods where there are some, since a name for all times says less."""
    dated = tuple(side for side in sides if side.since or side.until)
    return dated or tuple(sides)


def _plain(actor: str) -> str:
    return actor.removeprefix("other:").replace("_", " ")
