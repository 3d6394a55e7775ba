"""Whether a number is a total: over a campaign, a period, an area, or several attacks taken together (codebook, Scope)."""

from collections.abc import Sequence
from itertools import pairwise

from hasila.extract.bond import IN_HANDS, Bond
from hasila.extract.draft import Draft
from hasila.extract.mentions import Mentions
from hasila.extract.times import TimeMention
from hasila.text.fold import fold_word, folded_words
from hasila.text.tokens import Document


def _words(text: str) -> frozenset[str]:
    """Folded words, and the same with what may be attached before them."""
    bare = [fold_word(w) for w in text.split()]
    return frozenset(before + word for word in bare for before in ("", "و", "ب", "ل", "ال", "وال", "بال", "لل"))


# Words beside a number that make it a total, and words that tell of several incidents at once.
_TOTALS = _words("إجمالي إجمالية مجموع مجملها")
_SEVERAL = _words("منفصلة منفصلين منفصلتين متفرقة متفرقين متفرقتين متعددة متزامنة")
# "في واقعة منفصلة": one more incident, not several.
_ONE = _words("واقعة حادثة عملية حادث غارة قضية")
# A period is a total only after words of duration: "قتلوا في أيار" may be one day, "خلال أيار" is the month's toll.
_DURING = folded_words("خلال طوال طيلة مدار غضون منذ آخر ال")
_AGO = _words("قبل بعد")
_MANY_UNITS = _words("يومين أيام أسبوعين أسابيع شهرين أشهر شهور عامين أعوام سنتين سنوات عقدين عقود")
_OVER_YEARS = folded_words("شهرا أشهر شهور شهرين عاما أعوام عامين سنة سنوات سنتين")
_TOLL = _words("حصيلة حصائل")
_ATTACKS = _words("غارات هجمات تفجيرات مجازر ضربات مداهمات انفجارات كمائن معارك مواجهات اشتباكات عمليات")
_PAIRS = _words("هجومين هجومان تفجيرين تفجيران انفجارين انفجاران غارتين غارتان عبوتين كمينين حادثين عمليتين")
_AREAS = _words("مدن بلدات قرى أحياء محافظات ولايات جبهات أنحاء محاور محافظتي")
# "مناطق ببادية كذا" may be one place, "مناطق عدة", "عدة مناطق" are several.
_PARTS = _words("مناطق مواقع أماكن")
_MANIFOLD = _words("عدة مختلفة متفرقة عدد أربع ثلاث خمس أخرى")
_OF_HOMES = _words("سكنية")
_WARS = _words("حرب نزاع صراع قتال تمرد عنف")
# "من مخلفات الحرب", "جريمة حرب", "يفرون من القتال": no total of the war.
_NOT_THE_WAR = _words("من مخلفات بقايا جرائم جريمة مجرمي أسرى طائرات سفن آلة")
_HELD = _words("سجون سجونه سجونها معتقلات أسير أسيرا أسرى أسيرة سجين سجناء لدى حالة عدد")
# What is told after these, or beyond these marks, is of another harm.
_TURNS = _words("فيما بينما كما حيث")
_BREAKS = frozenset("؛:.")
# So many are the toll of a war, not of one attack.
_TOO_MANY = 1000
_HUNDREDS = 100
_BEFORE, _AFTER = 10, 14
# Two counts with so few words between them are told together.
_TOGETHER = 3


def is_cumulative(document: Document, bond: Bond, time: TimeMention | None, mentions: Mentions) -> bool:
    """Whether a number is a total over a campaign, a period or several attacks."""
    if _too_many(bond) or (bond.outcome == "displaced" and (time is None or time.phrase.kind != "day")):
        return True
    if time is not None and _over_period(document, time):
        return True
    sentence_first, sentence_last = document.sentences[bond.sentence]
    if _over_years(document, bond.last, min(sentence_last, bond.last + 5)):
        return True
    near = {t.text for t in document.tokens[max(sentence_first, bond.first - 6) : min(sentence_last, bond.last + 3)]}
    first, last = _clause(document, bond)
    if near & _TOTALS or _tells_several(document, first, last):
        return True
    words = {t.text for t in document.tokens[first:last]}
    if words & _TOLL and time is not None and time.phrase.kind == "period":
        return True
    if bond.outcome == "detained" and bond.harm is None and words & _HELD:
        # "40 أسيراً في سجون كذا": those who are held, whenever they were taken.
        return True
    if _of_war(document, first, last):
        return True
    return bool(words & _ATTACKS and _over_areas(document, first, last)) or bool(
        words & _PAIRS and _two_places(mentions, first, last)
    )


def share_totals(drafts: Sequence[Draft]) -> None:
    """What makes the second of two counts told together a total holds for the first: "قتل 3 وأصيب 9 في حوادث متفرقة"."""
    for one, two in reversed(list(pairwise(drafts))):
        together = one.bond.sentence == two.bond.sentence and 0 <= two.first - one.last <= _TOGETHER
        moved = two.outcome in IN_HANDS or two.outcome == "displaced"
        if together and two.scope == "cumulative" and not moved and not _too_many(two.bond):
            one.scope = "cumulative"
            if two.time and two.time.phrase.kind == "since" and (one.time is None or one.time.phrase.kind == "day"):
                one.time = two.time


def _too_many(bond: Bond) -> bool:
    """Whether so many suffered it that it is the toll of a war; a convoy may free or move thousands in one day."""
    moved = bond.outcome in ("evacuated", "released", "surrendered")
    low, high = bond.group.low or 0, bond.group.high
    return not moved and (
        max(low, high or 0) >= _TOO_MANY or (bond.outcome == "killed" and low == _HUNDREDS and high is None)
    )


def _of_war(document: Document, first: int, last: int) -> bool:
    """Whether a clause lays the harm on a war; remnants of war and flight from it tell another end."""
    words = ["", *(t.text for t in document.tokens[first:last])]
    return any(word in _WARS and before not in _NOT_THE_WAR for before, word in pairwise(words))


def _over_period(document: Document, time: TimeMention) -> bool:
    """Whether a time is one over which harms add up: since a day, during a month, in the last two days."""
    if time.phrase.kind == "since":
        return True
    around = [t.text for t in document.tokens[max(0, time.first - 2) : time.first + 2]]
    during = any(w in _DURING or w.lstrip("و") in _DURING for w in around)
    units = {t.text for t in document.tokens[time.first : time.last]}
    if _AGO & {t.text for t in document.tokens[max(0, time.first - 1) : time.last]}:
        return False
    if time.phrase.kind == "period":
        return during or bool(units & _MANY_UNITS) or "ساعه" in document.text(time.first, time.last)
    return time.phrase.kind == "vague" and during and bool(units & _MANY_UNITS)


def _over_years(document: Document, first: int, last: int) -> bool:
    """ "أوقع 6800 قتيل في 15 شهراً": a number over months or years."""
    words = [t.text for t in document.tokens[first:last]]
    return any(w in ("في", "خلال") and _OVER_YEARS & set(words[at + 1 : at + 3]) for at, w in enumerate(words))


def _tells_several(document: Document, first: int, last: int) -> bool:
    """Whether a sentence tells of scattered attacks: "في غارات متفرقة"."""
    words = ["", *(t.text for t in document.tokens[first:last])]
    return any(word in _SEVERAL and before not in _ONE for before, word in pairwise(words))


def _over_areas(document: Document, first: int, last: int) -> bool:
    """Whether a clause tells several places at once: "على بلدات في الريف", "على عدة مناطق", but not "أحياء سكنية"."""
    words = [*(t.text for t in document.tokens[first:last]), ""]
    if any(word in _AREAS and after not in _OF_HOMES for word, after in pairwise(words)):
        return True
    return any((a in _PARTS and b in _MANIFOLD) or (a in _MANIFOLD and b in _PARTS) for a, b in pairwise(words))


def _clause(document: Document, bond: Bond) -> tuple[int, int]:
    """The tokens [first, last) around a bond in which its attack is told."""
    first, last = document.sentences[bond.sentence]
    ends = [t for t in range(first, last) if document.tokens[t].text in _TURNS or document.tokens[t].text in _BREAKS]
    first = max([first, bond.first - _BEFORE, *(t + 1 for t in ends if t < bond.first)])
    last = min([last, bond.last + _AFTER, *(t for t in ends if t >= bond.last)])
    return first, last


def _two_places(mentions: Mentions, first: int, last: int) -> bool:
    """Whether two places are told side by side: "في طنطا والإسكندرية"."""
    told = [p for p in mentions.places if first <= p.first < last and p.role == "place"]
    return any(two.prefix.startswith("و") and one.last == two.first for one, two in pairwise(told))
