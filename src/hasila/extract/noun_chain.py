"""What follows the noun of a group: who the people are, and a second outcome under the same number."""

from collections.abc import Sequence

from hasila.extract.clause_words import AMONG
from hasila.extract.group import Group
from hasila.extract.people import People
from hasila.pack.lexicon import Hit
from hasila.pack.rows import Row
from hasila.text.tokens import Token


def with_nouns(tokens: Sequence[Token], group: Group, hit: Hit, people: People) -> Group:
    """The group with its noun and the nouns and adjectives that follow it."""
    rows, last, others, several = _chain(tokens, group, hit, people)
    unit = "family" if rows[0].says.get("unit") == "family" else "person"
    if unit == "family" and group.number == "said" and tokens[hit.first - 1].text == "من" and group.explicit:
        # "29600 من عائلات المقاتلين": members of families are counted, not families.
        rules = tuple(r.id for r in rows if r.says.get("unit") == "family")
        whose = people.noun(tokens, last)
        fighters = "combatant" in (r.says.get("status") for r in (*rows, *((whose.row,) if whose else ())))
        return group._replace(
            last=last, noun=hit.first, kinds=("family",), unit="person", definite=True, rules=rules,
            status="unknown" if fighters else "civilian",
        )  # fmt: skip
    merged = group._replace(
        last=last,
        noun=hit.first if group.noun is None else group.noun,
        status=_status(rows, several),
        kinds=_kinds(rows),
        unit=unit,
        outcome=next((r.says["outcome"] for r in rows if r.says.get("outcome")), None),
        others=others,
        definite=group.definite or hit.article,
        rules=tuple(r.id for r in rows),
        nationality=all(r.says.get("nationality") for r in rows),
        collective=bool(rows[0].says.get("collective")),
    )
    end, both = over_two_outcomes(tokens, merged, people)
    return merged._replace(last=end, both=both, outcome="casualty") if both else merged


def _chain(tokens: Sequence[Token], group: Group, hit: Hit, people: People) -> tuple[list[Row], int, bool, bool]:
    """The rows of a noun and of what follows it, where they end, whether they are others than those told before, and several kinds."""
    rows, last, others, several = [hit.row], hit.last, bool(hit.row.says.get("others")), False
    while True:
        if last + 1 < len(tokens) and tokens[last].text == "من":
            # Partitive: "عناصر من الشرطة", "شخصاً من المدنيين".
            after = people.noun(tokens, last + 1)
            if after is None or after.prefix or after.row.says.get("others"):
                return rows, last, others, several
            last, more = listed(tokens, after, people)
            several = several or bool(more)
            rows += [after.row, *more]
            continue
        among = _among(tokens, last) if rows[0].says.get("outcome") else 0
        if among:
            after = people.noun(tokens, last + among)
            if after and _tells_who(tokens, after, people):
                return [*rows, after.row], after.last, others, several
            return rows, last, others, several
        after = people.noun(tokens, last)
        if after is None or after.last <= last:
            return rows, last, others, several
        if after.prefix == "" and (
            _is_object(tokens, group, after, people)
            or _is_owner(rows[-1], after)
            or _is_one_of_them(tokens, group, hit, after, people)
        ):
            return rows, last, others, several
        if after.prefix == "":
            # Two bare nouns in a row are a noun and what it is said to be.
            others = others or bool(after.row.says.get("others"))
        elif after.prefix != "و" or not _same_number(tokens, group, rows[-1], after, people):
            return rows, last, others, several
        else:
            several = True
        rows.append(after.row)
        last = after.last


def _is_owner(noun: Row, after: Hit) -> bool:
    """ "زوجة القيادي": a definite noun after a relative is whose relative it is."""
    return "family" in noun.says.get("kinds", ()) and after.article and noun.says.get("unit") != "family"


def _is_object(tokens: Sequence[Token], group: Group, hit: Hit, people: People) -> bool:
    """ "قتل مسلحون جندياً": an accusative singular or dual after an open plural is whom they harmed, not what they are."""
    if group.number != "many" or hit.article:
        return False
    text, numbers = tokens[hit.last - 1].text, people.number(hit, tokens)
    # «القوات امرأة», «مسلحون شاب»: a woman, and one person after many in the nominative, are no adjective of theirs.
    subject = group.definite or (group.noun is not None and tokens[group.noun].text.endswith("ون"))
    alone = subject and not hit.row.says.get("nationality") and (text.endswith("ه") or not group.definite)
    one = numbers == {"one"} and (text.endswith("ا") or alone)
    return one or (numbers == {"two"} and (text.endswith("ين") or (subject and text.endswith("ان"))))


def _is_one_of_them(tokens: Sequence[Token], group: Group, noun: Hit, after: Hit, people: People) -> bool:
    """ "بين القتلى امرأة", "ومن بين القتلى نساء": indefinite people after the definite dead or wounded are some of them."""
    named = group.number == "many" and noun.article and noun.row.says.get("outcome")
    among = noun.first > 0 and tokens[noun.first - 1].text in AMONG
    return bool(named) and not after.article and (among or people.number(after, tokens) == {"one"})


def _tells_who(tokens: Sequence[Token], hit: Hit, people: People) -> bool:
    """ "ثمانية قتلى بين الجنود", "جرحى في صفوف المدنيين": who the dead and wounded are."""
    says = hit.row.says
    return not says.get("outcome") and not says.get("collective") and people.number(hit, tokens) != {"one"}


def _takes_people(tokens: Sequence[Token], hit: Hit, people: People) -> bool:
    """ "15 شهيداً وإصابة 60 شخصاً": a verbal noun with people of its own behind it."""
    after = hit.last
    if after >= len(tokens):
        return False
    amount = people.numbers.phrase(tokens, after, ("about", "over", "under", "vague"))
    noun = people.noun(tokens, after)
    return (
        tokens[after].kind == "n"
        or amount is not None
        or people.numbers.read(tokens, after) is not None
        or bool(noun and not noun.prefix)
    )


def _plural(tokens: Sequence[Token], group: Group, people: People) -> bool:
    """Where a number counts a plural, a singular behind it is a number of its own ("3 شهداء وإصابة")."""
    noun = None if group.noun is None else people.noun(tokens, group.noun)
    return noun is not None and "many" in people.number(noun, tokens)


def over_two_outcomes(tokens: Sequence[Token], group: Group, people: People) -> tuple[int, bool]:
    """ "70 قتيلاً وجريحاً", "مئات الشهداء والجرحى", "60 شخصاً بين جريح وقتيل": one number over two outcomes."""
    at = group.last
    if at < len(tokens) and tokens[at].text in ("بين", "ما"):
        step = at + 1 if tokens[at].text == "بين" else at + 2
        second = people.noun(tokens, step)
        third = people.noun(tokens, second.last) if second else None
        if (
            second
            and third
            and second.row.says.get("outcome")
            and third.row.says.get("outcome")
            and third.prefix.startswith("و")
        ):
            return third.last, True
    if group.number == "said" and group.outcome and (group.low or group.high):
        second = people.noun(tokens, at)
        # After a number the second noun is singular too ("70 قتيلاً وجريحاً"); "4 شهداء وإصابات" are two statements.
        if second and _takes_people(tokens, second, people):
            return at, False
        alike = second and (
            not group.explicit or (people.number(second, tokens) == {"one"} and not _plural(tokens, group, people))
        )
        if second and alike and second.prefix == "و" and second.row.says.get("outcome") not in (None, group.outcome):
            return second.last, True
    return at, False


def listed(tokens: Sequence[Token], hit: Hit, people: People) -> tuple[int, list[Row]]:
    """ "من المدنيين ورجال الأمن": further definite plurals of the same partitive, and where they end."""
    last, rows = hit.last, []
    while hit.article and last < len(tokens) and tokens[last].text.startswith("و"):
        after = people.noun(tokens, last)
        if (
            after is None
            or after.prefix != "و"
            or people.number(after, tokens) != {"many"}
            or after.row.says.get("outcome")
        ):
            break
        rows.append(after.row)
        last = after.last
    return last, rows


def _among(tokens: Sequence[Token], at: int) -> int:
    """How many tokens say "among" here: "بين", "في صفوف", "في أوساط"; 0 for none."""
    words = [t.text for t in tokens[at : at + 2]]
    if words[:1] in (["بين"], ["بصفوف"], ["وسط"], ["لدي"]):
        return 1
    return 2 if words in (["في", "صفوف"], ["في", "اوساط"], ["من", "صفوف"], ["من", "بين"]) else 0


def _same_number(tokens: Sequence[Token], group: Group, before: Row, after: Hit, people: People) -> bool:
    """Whether a noun after و is under the same quantity: "أربعة أطفال ونساء", "عدد من النساء والأطفال"."""
    if group.number not in ("said", "many") or before.says.get("outcome") or after.row.says.get("outcome"):
        return False
    numbers = people.number(after, tokens)
    if _counted_alike(tokens, group, after, numbers):
        return before.id != after.row.id
    if "many" not in numbers:
        return False
    return bool(before.says.get("kinds")) == bool(after.row.says.get("kinds")) and before.id != after.row.id


def _counted_alike(tokens: Sequence[Token], group: Group, after: Hit, numbers: frozenset[str]) -> bool:
    """ "22 عنصراً ومسؤولاً": from eleven on a number counts singulars in the accusative, the second like the first."""
    many = group.number == "said" and group.explicit and (group.low or 0) > 10
    first = tokens[after.first - 1].text.endswith("ا")
    return many and first and numbers == {"one"} and tokens[after.last - 1].text.endswith("ا")


def _status(rows: Sequence[Row], several: bool) -> str:
    """Of a noun and what follows it; of a list (`several`) of both civilians and fighters, neither."""
    said = [r.says.get("status", "unknown") for r in rows]
    if several and "combatant" in said and "civilian" in said:
        return "unknown"
    if "combatant" in said:
        return "combatant"
    return "civilian" if "civilian" in said else "unknown"


def _kinds(rows: Sequence[Row]) -> tuple[str, ...]:
    kinds = {k for r in rows for k in r.says.get("kinds", ())}
    # "رجال" in "رجال ونساء" is a kind; alone it tells nobody apart.
    return tuple(sorted(kinds))
