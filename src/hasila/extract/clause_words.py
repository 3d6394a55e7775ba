"""Words that part clauses, or lead from one phrase to the next."""

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


def rises_between(document: Document, first: int, last: int) -> bool:
    """
    Whether a toll grows between two tokens: what is told beyond is of the total, not of the harm before.

    >>> from hasila.text.tokens import read_document
    >>> rises_between(read_document("قتل اثنان لترتفع الحصيلة إلى مئة"), 2, 6)
    True
    """
    return any(t.text in words("rises") for t in document.tokens[first:last])
