"""Names of victims, their ages and sex: kept apart as sensitive, never part of a number."""

from collections.abc import Sequence

from hasila.extract.draft import Draft, Named, Sex
from hasila.extract.mentions import Mentions
from hasila.text.fold import fold_word
from hasila.text.tokens import Document

_YEARS = {fold_word(w) for w in "عام عاما سنة سنوات أعوام ربيعا".split()}
# Words that end a name: no Arabic name goes on behind a preposition or a relative pronoun.
_ENDS = {
    fold_word(w)
    for w in (
        "من في إلى عن مع بعد قبل خلال جراء إثر نتيجة بسبب قرب داخل أمس اليوم الذي التي الذين البالغ البالغة قائد قيادي وهو وهي"
        " حيث عندما حين كما فيما بينما عمره عمرها مساء صباح فجر ظهر متأثرا متأثرة أثناء قد كان كانت هو هي"
    ).split()
}
_LONGEST = 5


def named_victims(document: Document, draft: Draft, mentions: Mentions) -> list[Named]:
    """
    The names told for a draft's people: "استشهاد الطفل فلان الفلاني (9 أعوام)", "وهم: فلان وفلان".

    A name begins with a given name of the pack, right behind the words that count the people; a list of names goes on
    behind commas.
    """
    group = draft.bond.group
    bare = "rule.given_name" in group.rules
    at = group.first if bare else group.last
    while at < len(document.tokens) and document.tokens[at].text in (
        "هم",
        "وهم",
        "هما",
        "وهما",
        ":",
        "هو",
        "وهو",
        "هي",
        "وهي",
    ):
        at += 1
    found: list[Named] = []
    most = group.high if group.number == "said" else 2 if group.number == "two" else 1
    while len(found) < (most or 0):
        last = _end_of_name(document, at, mentions)
        if last is None:
            break
        age, after = _age(document, last)
        joined = document.tokens[at].text not in mentions.given_names
        found.append(Named(at, last, age, _sex(document, draft), joined))
        if after >= len(document.tokens) or document.tokens[after].text not in ("،", ",", "و"):
            break
        at = after + 1
    return found


def _end_of_name(document: Document, at: int, mentions: Mentions) -> int | None:
    tokens = document.tokens
    if at >= len(tokens) or tokens[at].kind != "w" or not _is_given_name(document, at, mentions.given_names):
        return None
    stops = _starts(mentions)
    last = at + 1
    while last < len(tokens) and last - at < _LONGEST and tokens[last].kind == "w":
        preposition = tokens[last].text == "علي" and document.quote(last, last + 1).text.endswith("ى")
        if (
            tokens[last].text in _ENDS
            or preposition
            or last in stops
            or document.sentence_of[last] != document.sentence_of[at]
        ):
            break
        last += 1
    # One word alone ("علي") is as often something else.
    return last if last - at >= 2 else None


def _is_given_name(document: Document, at: int, names: frozenset[str]) -> bool:
    """Folded, the preposition «على» looks like the name «علي»: the letter as written tells them apart."""
    text = document.tokens[at].text
    known = text in names or (text.startswith("و") and text[1:] in names)
    return known and not document.quote(at, at + 1).text.endswith("ى")


def _starts(mentions: Mentions) -> set[int]:
    told: Sequence[Sequence[int]] = (
        [h.first for h in mentions.harms],
        [c.first for c in mentions.causes],
        [a.first for a in mentions.actors],
        [t.first for t in mentions.times],
    )
    return {first for firsts in told for first in firsts}


def _age(document: Document, at: int) -> tuple[int | None, int]:
    """An age right behind a name, "(22 عاماً)", and where the words go on."""
    tokens = document.tokens
    inside = at + 1 if at < len(tokens) and tokens[at].text in ("(", "،", ",") else at
    if inside + 1 < len(tokens) and tokens[inside].text.isdecimal() and tokens[inside + 1].text in _YEARS:
        age, after = int(tokens[inside].text), inside + 2
        if after < len(tokens) and tokens[after].text == ")":
            after += 1
        return (age if age < 120 else None), after
    return None, at


def _sex(document: Document, draft: Draft) -> Sex | None:
    if "woman" in draft.kinds:
        return "female"
    noun = draft.bond.group.noun
    if noun is None or "rule.given_name" in draft.bond.group.rules or draft.bond.group.number != "one":
        return None
    word = document.tokens[noun].text
    return "female" if word.endswith("ه") else "male" if word.startswith("ال") else None
