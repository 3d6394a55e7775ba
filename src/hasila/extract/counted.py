"""Groups that begin with a quantity: with the noun that it counts, or with the noun left out ("قتل 5 وأصيب 12")."""

from collections.abc import Sequence

from hasila.extract.group import Group
from hasila.extract.noun_chain import listed, over_two_outcomes, with_nouns
from hasila.extract.people import People
from hasila.extract.quantities import Quantity
from hasila.pack.context import words
from hasila.text.fold import folded_words
from hasila.text.peel import peelings
from hasila.text.tokens import Token

# Words that may follow a number whose noun is left out ("قتل 5 وأصيب 12 في قصف"); any other noun is what it counts.
AFTER_ELLIPSIS = folded_words(
    "في على إلى عن من منهم بينهم بينها منذ خلال جراء إثر نتيجة بسبب بعد قبل قرب عند مع حتى أمس اليوم هم هن"
    " الذين ممن كانوا عندما عقب حين حيث قال وفق بحسب حسب فيما بينما أو إثنان أغلبهم معظمهم غالبيتهم جميعهم"
    " كلهم بعضهم أحدهم ضمن داخل تحت قتلوا أصيبوا عدد تعداد مصرعهم حتفهم مصرعه حتفه أصيب قتل جرح استشهدوا"
    " لقوا قضوا جرحوا اعتقلوا نزحوا فروا أثناء بفعل لدى إضافة فضلا بالإضافة إلا فقط تم لم لا ما"
)

# «نزوح العشرات من المدينة»: where from, not what is counted.
_FROM_WHERE = folded_words("المدينة القرية البلدة المحافظة")
OF_THEM = folded_words("منهم منهن منها منهما")


def counted_group(
    tokens: Sequence[Token], quantity: Quantity, people: People, after_harm: bool = False
) -> Group | None:
    """A quantity and its noun, or a quantity that stands for people by itself."""
    at = quantity.last
    if at + 1 < len(tokens) and tokens[at].text == "فقط" and tokens[at + 1].text == "من":
        at += 1
    if at < len(tokens) and tokens[at].text == "من":
        at += 1
        if at < len(tokens) and tokens[at].text in ("بين", "اصل"):
            at += 1
    hit = people.noun(tokens, at)
    # «وأحد المارة» folds to «واحد».
    said_first = (
        "و" if quantity.one_of and tokens[quantity.first].text == "واحد" else _attached_and(tokens, quantity.first)
    )
    joined = said_first == "و" or (quantity.first > 0 and tokens[quantity.first - 1].text == "و")
    base = Group(
        first=quantity.first,
        last=quantity.last,
        noun=None,
        low=quantity.low,
        high=quantity.high,
        approx=quantity.approx,
        number="said",
        joined=joined,
        prefix=said_first,
        explicit=quantity.explicit,
    )
    if hit is None and quantity.explicit and at < len(tokens) and tokens[at].text in OF_THEM:
        return with_bound(tokens, _some_of_them(tokens, at + 1, base, people), people)
    if hit is None:
        end, both = over_two_outcomes(tokens, base, people)
        if both:
            return base._replace(last=end, both=True, outcome="casualty")
        return _bare_quantity(tokens, quantity, base, people, after_harm)
    if hit.prefix not in ("", "ب") and hit.first == quantity.last:
        # A و or ل before the noun begins something else ("12 وجندي").
        return _bare_quantity(tokens, quantity, base, people)
    if quantity.explicit and hit.article and hit.first == quantity.last and people.number(hit, tokens) == {"one"}:
        # «عام 2024 الشاب ...»: a number counts no definite singular.
        return None
    if not quantity.explicit and quantity.low is None and hit.row.says.get("collective"):
        return None
    group = with_nouns(tokens, base, hit, people)
    if quantity.share:
        group = group._replace(number="many", definite=True)
    if quantity.one_of:
        group = group._replace(number="one", definite=False)
    return with_bound(tokens, group, people)


def _some_of_them(tokens: Sequence[Token], at: int, base: Group, people: People) -> Group:
    """ "ستة منهم أطفال", "ستة منهم في المخيم": a number of those told before, and who they are where that follows."""
    noun = people.noun(tokens, at)
    base = base._replace(last=at)
    return base if noun is None or noun.prefix or noun.article else with_nouns(tokens, base, noun, people)


def _is_time(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "16:30", no "قتل ستة: أربعة في حلب"."""
    after = quantity.last + 1
    return after < len(tokens) and tokens[quantity.last - 1].kind == tokens[after].kind == "n"


def _attached_and(tokens: Sequence[Token], at: int) -> str:
    """The و attached to a number, or nothing."""
    text = tokens[at].text
    return "و" if text.startswith("و") and text not in ("واحد", "واحده") and len(text) > 3 else ""


def _bare_quantity(
    tokens: Sequence[Token], quantity: Quantity, base: Group, people: People, after_harm: bool = False
) -> Group | None:
    """A quantity without a noun counts people only where nothing else follows that it could count."""
    if quantity.one_of and quantity.explicit:
        return None
    if quantity.share or (not quantity.explicit and quantity.low is None):
        return None
    if tokens[quantity.last - 1].text.lstrip("ول") in ("احد", "احده", "واحد", "واحده", "احدا"):
        return None
    after = tokens[quantity.last] if quantity.last < len(tokens) else None
    if after is not None and after.kind == "w":
        counted = tokens[quantity.last + 1] if after.text == "من" and quantity.last + 1 < len(tokens) else after
        names = {p.bare for p in peelings(counted.text)} | {after.text}
        attached = after.text[0] in "وبلف" and len(after.text) > 3
        open_to_people = bool(names & AFTER_ELLIPSIS) or attached or after_harm
        # «اثنان بحالة خطرة»: what is attached is not counted.
        things = not attached and counted.text not in AFTER_ELLIPSIS | _FROM_WHERE and names & words("thing")
        if not open_to_people or things:
            return None
    if after is not None and (after.text in ("%", "/") or (after.text == ":" and _is_time(tokens, quantity))):
        return None
    first = tokens[quantity.first]
    if quantity.first and tokens[quantity.first - 1].text == "ال":
        # «المرتفعات الـ7»: the number of what stands before it.
        return None
    if (
        first.kind == "n"
        and len(first.text) == 4
        and first.text[:2] in ("19", "20")
        and quantity.last == quantity.first + 1
    ):
        return None
    # «أصيبوا بثلاث رصاصات»: a number behind a preposition is of something else than of those harmed.
    behind = (
        first.kind == "w"
        and first.text.startswith("ب")
        and people.numbers.number_word(first.text[1:], False) is not None
    )
    return base._replace(prefix="ب") if behind else base


def with_bound(tokens: Sequence[Token], group: Group, people: People) -> Group:
    """ "12 مدنياً على الأقل": the bound after the noun."""
    comma = group.last < len(tokens) and tokens[group.last].text == "،"
    after = people.numbers.phrase(tokens, group.last + comma, ("least", "nearly"))
    if not after or (comma and after[0].kind != "least"):
        return group
    bound = (
        group._replace(last=after[1], high=None)
        if after[0].kind == "least"
        else group._replace(last=after[1], approx=True)
    )
    return _partitive(tokens, bound, people)


def _partitive(tokens: Sequence[Token], group: Group, people: People) -> Group:
    """ "ستة أشخاص على الأقل من قوات الحرس": who they are, after the bound."""
    if group.last >= len(tokens) or tokens[group.last].text != "من":
        return group
    hit = people.noun(tokens, group.last + 1)
    if hit is None or hit.prefix:
        return group
    end, others = listed(tokens, hit, people)
    if others:
        # "50 شخصاً على الأقل من المدنيين ورجال الأمن": both under one number, so that neither is what they all are.
        return group._replace(last=end, noun=group.noun or hit.first, rules=(*group.rules, *(r.id for r in others)))
    who = with_nouns(tokens, group, hit, people)
    return group._replace(
        last=who.last,
        status=who.status if group.status == "unknown" else group.status,
        noun=group.noun or hit.first,
        kinds=tuple(sorted({*group.kinds, *who.kinds})),
        rules=(*group.rules, *who.rules),
    )
