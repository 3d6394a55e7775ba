"""Groups that begin with a noun or a name: one, two, an open plural, a pair, or a number behind the noun."""

from collections.abc import Sequence
from functools import lru_cache

from hasila.extract.counted import AFTER_ELLIPSIS, counted_group, with_bound
from hasila.extract.group import Group
from hasila.extract.name_lists import with_names
from hasila.extract.noun_chain import with_nouns
from hasila.extract.people import People, without_pronoun
from hasila.extract.quantities import Quantity
from hasila.pack.lexicon import Hit
from hasila.text.fold import fold_word, folded_words
from hasila.text.peel import peelings
from hasila.text.tokens import Token

_MEN = folded_words(
    "سياسي دبلوماسي أمني عسكري مسلح إرهابي متشدد متطرف إسلامي جهادي تكفيري متمرد"
    " انفصالي انتحاري حوثي داعشي أجنبي مشتبه محتج ناشط مدني قيادي"
)
_ADJECTIVES = {word + ending for word in _MEN for ending in ("", "ه", "ا")}
# After these a bare adjective is a person: "بينهم أجنبي", "هو مدني".
_INTRODUCERS = folded_words("بينهم منهم بينها هو هم هي و وبينهم أحدهم ضد كل أي ضمنهم فيهم ذلك بينهما منهما")
# The name is written like «على»: it is one only before another name.
_ALI = fold_word("علي")
_BEHIND_ONE = folded_words("جراء في إثر نتيجة خطيرة طفيفة متوسطة حرجة واحدة") | {".", "،"}
_ONE_OF_THEM = folded_words("أحدهم أحدهما إحداهن إحداهما")


def uncounted_group(
    tokens: Sequence[Token], at: int, people: People, quantities: dict[int, Quantity], beside: bool
) -> Group | None:
    """A noun without a quantity before it: one, two, or an open plural; "مدنيين اثنين" has its number after it."""
    hit = people.noun(tokens, at)
    if hit is None:
        return None
    numbers = people.number(hit, tokens)
    if hit.row.says.get("counted") and numbers == {"one"} and not (beside and _one_more(tokens, hit)):
        return None
    over_two = _over_two(tokens, hit, people)
    if over_two is not None:
        return over_two
    number = _open_number(tokens, hit, numbers, beside)
    if hit.row.says.get("after_harm") and not beside:
        # Roles ("رئيس البلدية") are people of the report everywhere; victims only where a harm word says so.
        return None
    if _named_national(tokens, at, hit, people, beside):
        number = "one"
    elif _is_adjective(tokens, at, hit, number, beside):
        return None
    elif number == "one" and hit.row.says.get("nationality") and (hit.article or tokens[at].text.endswith("يا")):
        # «سوريا» is a country before it is "a Syrian" in the accusative.
        return None
    low = {"one": 1, "two": 2}.get(number)
    joined = hit.prefix.startswith("و") or (at > 0 and tokens[at - 1].text == "و")
    base = Group(
        first=at,
        last=hit.last,
        noun=at,
        low=low,
        high=low,
        approx=False,
        number=number,
        definite=hit.article,
        joined=joined,
        prefix=hit.prefix,
        collective=bool(hit.row.says.get("collective")),
    )
    group = with_nouns(tokens, base, hit, people)
    after = quantities.get(group.last)
    if after and after.explicit and not after.one_of and tokens[after.first].kind == "w":
        # "مدنيين اثنين", "شخص واحد", "أطفالهما الثلاثة": the number after its noun.
        word = tokens[after.first].text
        counted = after.low == low or (after.low == 2 and "two" in numbers) or word.startswith("ال")
        agrees = after.low == (low or after.low) and counted
        if agrees and (not word.startswith("و") or word.startswith("واحد")):
            group = group._replace(last=after.last, low=after.low, high=after.high, number="said", explicit=True)
    group = _bodies(tokens, group, people, quantities)
    group = _in_parentheses(tokens, group, quantities)
    group = _pair(tokens, group, people)
    return with_bound(tokens, group, people)


def _one_more(tokens: Sequence[Token], hit: Hit) -> bool:
    """ "ثلاثة شهداء وإصابة بقصف": one more, with nobody named behind it."""
    after = tokens[hit.last].text if hit.last < len(tokens) else "."
    return hit.prefix == "و" and (after in _BEHIND_ONE or (after.startswith("ب") and len(after) > 3))


def _over_two(tokens: Sequence[Token], hit: Hit, people: People) -> Group | None:
    """ "سقطوا بين قتيل وجريح": one and the other are no one of each, but people not told apart."""
    if not (hit.first and tokens[hit.first - 1].text == "بين" and hit.row.says.get("outcome")):
        return None
    second = people.noun(tokens, hit.last)
    singular = second and people.number(hit, tokens) == people.number(second, tokens) == {"one"}
    if not second or not singular or second.prefix != "و" or not second.row.says.get("outcome"):
        return None
    return Group(
        first=hit.first, last=second.last, noun=hit.first, low=None, high=None, approx=False, number="many",
        outcome="casualty", both=True, rules=(hit.row.id, second.row.id),
    )  # fmt: skip


def _named_national(tokens: Sequence[Token], at: int, hit: Hit, people: People, beside: bool) -> bool:
    """ "أوقفت السوري محمد ...": a nation's adjective before a name is a person, unless it is said of a thing."""
    if not (hit.row.says.get("nationality") and hit.article and at + 1 < len(tokens)):
        return False
    of_thing = at > 0 and tokens[at - 1].text.startswith("ال") and not beside
    return tokens[at + 1].text in people.names and not of_thing


def _open_number(tokens: Sequence[Token], hit: Hit, numbers: frozenset[str], beside: bool) -> str:
    """
    One, two or many of a noun without a number.

    "مدنيين", dual or plural alike, is two right after a harm word ("مقتل مدنيين في قصف"),
    unless a plural or "من" follows.
    """
    if "many" in numbers and "two" in numbers and not hit.article:
        after = tokens[hit.last : hit.last + 2]
        plural = any((t.text.endswith(("وا", "ون")) and len(t.text) > 3) or t.text == "من" for t in after)
        plain = beside and not hit.row.says.get("outcome") and not hit.row.says.get("others")
        return "two" if plain and not plural and not hit.prefix else "many"
    return "many" if "many" in numbers else "two" if "two" in numbers else "one"


def _bodies(tokens: Sequence[Token], group: Group, people: People, quantities: dict[int, Quantity]) -> Group:
    """ "جثث أربعة مدنيين", "أرواح 12 شخصاً": the people counted after the word for the dead."""
    counted = quantities.get(group.last)
    if (
        counted is None
        or not group.rules
        or group.rules[0] not in ("ar.people.killed.jutha", "ar.people.killed.hayat")
        or group.definite
    ):
        return group
    inner = counted_group(tokens, counted, people)
    if inner is None:
        return group
    return inner._replace(
        first=group.first, noun=group.noun, outcome="killed", joined=group.joined, prefix=group.prefix
    )


def _in_parentheses(tokens: Sequence[Token], group: Group, quantities: dict[int, Quantity]) -> Group:
    """ "إعدام أسرى (12 أسيراً)": the number of an open plural, in parentheses."""
    opening = next((at for at in (group.last, group.last + 1) if at + 2 < len(tokens) and tokens[at].text == "("), None)
    if group.number != "many" or opening is None:
        return group
    said = quantities.get(opening + 1)
    if said is None or not said.explicit or said.one_of or said.last >= len(tokens):
        return group
    close = next((i for i in range(said.last, min(said.last + 3, len(tokens))) if tokens[i].text == ")"), None)
    if close is None or (close > said.last and tokens[said.last].text.startswith(("عام", "سن"))):
        return group
    return group._replace(last=close + 1, low=said.low, high=said.high, number="said", explicit=True)


def _pair(tokens: Sequence[Token], group: Group, people: People) -> Group:
    """ "مدرس وزوجته": a person and one relative told as a pair are one group of two (codebook, Same claim or two)."""
    if group.number != "one" or group.last >= len(tokens) or not tokens[group.last].text.startswith("و"):
        return group
    hit = people.noun(tokens, group.last)
    if (
        hit is None
        or "family" not in hit.row.says.get("kinds", ())
        or people.number(hit, tokens) != {"one"}
        or not without_pronoun(tokens[group.last].text)
    ):
        return group
    if "woman" in group.kinds:
        return group
    kinds = tuple(sorted({*group.kinds, "family"} - {"man"}))
    return group._replace(
        last=hit.last, low=2, high=2, number="said", explicit=True, kinds=kinds, rules=(*group.rules, hit.row.id)
    )


def one_of_them(tokens: Sequence[Token], at: int) -> Group | None:
    """ "وأصيب أحدهم": one of those told before, right after a harm word."""
    if tokens[at].text not in _ONE_OF_THEM:
        return None
    return Group(first=at, last=at + 1, noun=at, low=1, high=1, approx=False, number="one", rules=("rule.one_of_them",))


def named_person(tokens: Sequence[Token], at: int, people: People) -> Group | None:
    """A given name right after a harm word: one person ("استشهد محمد ...")."""
    if (
        at + 1 >= len(tokens)
        or tokens[at].kind != "w"
        or tokens[at].text not in people.names
        or tokens[at + 1].kind != "w"
        or (tokens[at].text == _ALI and tokens[at + 1].text not in people.names)
    ):
        return None
    last = at + 1
    while (
        last < len(tokens)
        and last < at + 3
        and tokens[last].kind == "w"
        and tokens[last].text not in AFTER_ELLIPSIS
        and tokens[last].text[0] not in "وب"
    ):
        last += 1
    group = Group(
        first=at,
        last=last,
        noun=at,
        low=1,
        high=1,
        approx=False,
        number="one",
        definite=True,
        rules=("rule.given_name",),
    )
    return with_names(tokens, group, people.names)


def _is_adjective(tokens: Sequence[Token], at: int, hit: Hit, number: str, beside: bool) -> bool:
    """Whether a word that may be a person ("إرهابي، سياسي") is said of a thing before it: "التفجير الإرهابي"."""
    if (
        number != "one"
        or beside
        or not (
            tokens[at].text[-6:] in _ADJECTIVES or hit.row.says.get("nationality") or _is_adjectival(tokens[at].text)
        )
    ):
        return False
    before = tokens[at - 1].text if at else ""
    return before not in _INTRODUCERS


@lru_cache(maxsize=20_000)
def _is_adjectival(word: str) -> bool:
    return any(p.bare in _ADJECTIVES for p in peelings(word))
