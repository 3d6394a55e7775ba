"""Words that part clauses, or lead from one phrase to the next."""

from collections.abc import Sequence

from hasila.pack.context import words
from hasila.text.fold import folded_words
from hasila.text.tokens import Document

BREAKS = {":", "؛", ";"}
# Words that open a clause of its own: a verb does not reach over them for its victims.
CLAUSE_OPENERS = folded_words(
    "إن أن أنه أنها أنهم بأن لأن حيث فيما بينما الذي التي الذين بعدما عندما لكن كما إذ إذا لو مما ما حين"
)
PREPOSITIONS = folded_words(
    "في من على إلى عن مع ضد قرب عند بعد قبل منذ خلال جراء إثر بسبب نتيجة داخل شرق غرب شمال جنوب بحق لدى"
    " ضمن بين حول تحت فوق عبر أمام خلف"
)
AMONG = folded_words("بين ضمن وبين وضمن")


def told_apart(document: Document, first: int, last: int, total: bool) -> bool:
    """
    Whether another speaker takes over between two tokens; before a total, whether anybody begins to speak.

    >>> from hasila.text.tokens import read_document
    >>> told_apart(read_document("قصف المدينة، من جهتها أعلنت المنظمة مقتل ثلاثة"), 2, 8, False)
    True
    """
    between = [t.text for t in document.tokens[first:last]]
    if any(w in words("shifts") for w in between):
        return True
    return total and any(w[:1] == "و" and w[1:] in words("tells") for w in between)


_ADDITION = ("مع", "اضافه الي", "بالاضافه الي", "فضلا عن", "الي جانب", "علاوه علي", "عدا عن", "وكذلك", "كذلك")


def adds(gap: Sequence[str]) -> bool:
    """
    Whether words add what follows to what stands before: "إضافة إلى", be it behind a comma or more about those before.

    >>> adds(["خلال", "المعركه", "،", "اضافه", "الي"]), adds(["النظام", "اضافه", "الي"]), adds(["في", "المدينه"])
    (True, True, False)
    """
    text = " ".join(gap).replace(",", "،").strip(" ،").split("،")[-1].strip()
    for addition in _ADDITION:
        if text == addition or text == "و" + addition:
            return True
        # «26 من قوات النظام السوري إضافة إلى تسعة»: up to two words more of whose they are.
        more = text.removesuffix(" " + addition).split() if text.endswith(" " + addition) and len(addition) > 4 else []
        if 0 < len(more) <= 2 and all(w.startswith("ال") for w in more):
            return True
    return False


def rises_between(document: Document, first: int, last: int) -> bool:
    """
    Whether a toll grows between two tokens: what is told beyond is of the total, not of the harm before.

    >>> from hasila.text.tokens import read_document
    >>> rises_between(read_document("قتل اثنان لترتفع الحصيلة إلى مئة"), 2, 6)
    True
    """
    return any(t.text in words("rises") for t in document.tokens[first:last])
