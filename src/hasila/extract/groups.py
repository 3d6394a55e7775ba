"""Person groups: a quantity, the noun that it counts, and what is said of them ("ثلاثة من عناصر الشرطة")."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from hasila.extract.numbers import Numbers, Quantity, find_quantities
from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Pack, Row
from hasila.text.fold import fold_word
from hasila.text.peel import peelings
from hasila.text.tokens import Document, Token


@dataclass(frozen=True, slots=True)
class Group:
    """
    Some people, at tokens [first, last); their noun begins at `noun`, or is missing (`noun` None: "أصيب 12").

    `number`: said (a quantity), one, two, many. `outcome`: what the noun itself says ("قتيل"), None where it says nothing.
    `both`: "20 بين قتيل وجريح". `joined`: an attached و stands before it. `prefix`: what is attached to its first word.
    """

    first: int
    last: int
    noun: int | None
    low: int | None
    high: int | None
    approx: bool
    number: str
    status: str
    kinds: tuple[str, ...]
    unit: str
    outcome: str | None
    both: bool
    others: bool
    definite: bool
    joined: bool
    prefix: str
    collective: bool
    explicit: bool
    rules: tuple[str, ...]
    nationality: bool = False


class People:
    """Finds person groups by the rows of the families "people" and "numbers"."""

    def __init__(self, pack: Pack) -> None:
        self.numbers = Numbers(pack)
        self.lexicon = Lexicon(pack.family("people"))
        self.names = frozenset(fold_word(f) for row in pack.family("names") for f in row.forms)
        self._begins: dict[str, bool] = {}
        self._number: dict[tuple[str, str], set[str]] = {}
        for row in pack.family("people"):
            for number, forms in row.says.get("numbers", {}).items():
                for form in forms:
                    self._number.setdefault((row.id, fold_word(form)), set()).add(number)

    def known(self, text: str) -> bool:
        """Whether a word may begin a people noun: most words say no at once."""
        known = self._begins.get(text)
        if known is None:
            known = self.lexicon.begins(text) or any(self.lexicon.begins(stem) for stem in _without_pronoun(text))
            self._begins[text] = known
        return known

    def noun(self, tokens: Sequence[Token], at: int) -> Hit | None:
        """The people noun that begins at a token, with or without a possessive ending."""
        if at >= len(tokens) or tokens[at].kind != "w" or not self.known(tokens[at].text):
            return None
        hits = self.lexicon.at(tokens, at)
        if hits:
            # Among readings of the same length, the one that says most: a plain noun before a nation, an article before none.
            return min(hits, key=lambda h: (-(h.last - h.first), len(h.prefix), bool(h.row.says.get("nationality"))))
        text = tokens[at].text
        for stem in _without_pronoun(text):
            hits = self.lexicon.at([tokens[at]._replace(text=stem)], 0)
            # A folded ه may be the feminine ending («محافظة»): "his" is read only on relatives and plurals.
            if hits and (text[-2:] in ("ها", "هم", "هن", "نا", "ما") or hits[0].row.says.get("kinds") == ["family"] or self.number(hits[0], [tokens[at]._replace(text=stem)]) == {"many"}):
                return hits[0]._replace(first=at, last=at + 1, article=True)
        return None

    def number(self, hit: Hit, tokens: Sequence[Token]) -> set[str]:
        """Whether a found form is one, two or many; several where the spelling leaves it open."""
        text = " ".join(t.text for t in tokens[hit.first : hit.last])
        for peeled in peelings(text.split(" ")[0]):
            rest = text.split(" ")[1:]
            for word in (peeled.bare, "ال" + peeled.bare):
                found = self._number.get((hit.row.id, " ".join([word, *rest])))
                if found:
                    return found
        for stem in _without_pronoun(text):
            for peeled in peelings(stem):
                found = self._number.get((hit.row.id, peeled.bare))
                if found:
                    return found
        # Articles inside a phrase ("رجال الشرطة"): a plural.
        return {"many"} if hit.row.says["numbers"]["many"] else {"one"}


_PRONOUNS = ("هما", "هم", "هن", "ها", "ه", "نا")


@lru_cache(maxsize=50_000)
def _without_pronoun(word: str) -> tuple[str, ...]:
    """A word without a possessive ending; ت before it becomes ه again (زوجته: زوجه)."""
    out: list[str] = []
    for ending in _PRONOUNS:
        stem = word[: -len(ending)]
        # «سياسية» folds to a word that ends like one with "his": a noun in ـي takes no such ending without more letters.
        if ending == "ه" and stem.endswith("ي"):
            break
        if word.endswith(ending) and len(stem) >= 3:
            out.append(stem)
            if stem.endswith("ت"):
                out.append(stem[:-1] + "ه")
            if stem.endswith("ي"):
                out += [stem + "ن"]
            break
    return tuple(out)


# Words that may follow a number whose noun is left out ("قتل 5 وأصيب 12 في قصف"). After any other noun the number counts that.
_AFTER_ELLIPSIS = {
    fold_word(w)
    for w in (
        "في على إلى عن من منهم بينهم بينها منذ خلال جراء إثر نتيجة بسبب بعد قبل قرب عند مع حتى أمس اليوم هم هن الذين ممن كانوا عندما"
        " عقب حين حيث قال وفق بحسب حسب فيما بينما أو إثنان أغلبهم معظمهم غالبيتهم جميعهم كلهم بعضهم أحدهم ضمن داخل تحت قتلوا أصيبوا"
        " عدد تعداد مصرعهم حتفهم مصرعه حتفه أصيب قتل جرح استشهدوا لقوا قضوا جرحوا اعتقلوا نزحوا فروا أثناء بفعل لدى إضافة فضلا بالإضافة إلا فقط تم لم لا ما"
    ).split()
}
# What a number right after a harm word may count instead of people.
_THINGS = {
    fold_word(w)
    for w in (
        "منزل منزلا منازل بيت بيوت مبنى مبان غارة غارات صاروخ صواريخ سيارة سيارات قذيفة قذائف ساعة ساعات يوم أيام يوما عام عاما أعوام سنة سنوات"
        " شهر أشهر كيلومتر كيلومترا كلم كم متر مترا دولار دولارا بالمئة المئة طائرة طائرات مسيرة مسيرات دبابة دبابات آلية آليات عربة عربات مدرعة"
        " مدرعات موقع مواقع هدف أهداف عبوة عبوات لغم ألغام قطعة سفينة سفن مرة مرات حالة حالات رأس نقطة نقاط مدينة قرية بلدة قرى مدرسة مدارس"
        " مستشفى مستشفيات مسجد مساجد قاعدة محافظة محافظات كتيبة لواء فرقة كيلو كيلوغرام طن أطنان عملية عمليات هجوم هجمات تفجير تفجيرات"
    ).split()
}


def find_groups(document: Document, people: People, after_harm: frozenset[int] = frozenset()) -> list[Group]:
    """
    All person groups of a document, from left to right, none overlapping another.

    `after_harm`: tokens that stand right after a harm word; there a bare adjective ("مقتل عسكري") or a name is a person.
    """
    tokens = document.tokens
    quantities = {q.first: q for q in find_quantities(tokens, people.numbers)}
    inside = {at: q for q in quantities.values() for at in range(q.first + 1, q.last)}
    found: list[Group] = []
    at = 0
    while at < len(tokens):
        group = None
        if tokens[at].kind in "wn":
            quantity = quantities.get(at)
            group = _counted(tokens, quantity, people, at in after_harm) if quantity else None
            if group is None and quantity is None and (at in after_harm or people.known(tokens[at].text)):
                beside = at in after_harm or bool(found and found[-1].last == at)
                group = _uncounted(tokens, at, people, quantities, beside) or (_named(tokens, at, people) if at in after_harm else None)
        if group:
            found.append(group)
            at = group.last
            if at in inside:
                # "38 قتيلاً على الأقل وأكثر من مئة": the bound belonged to the group; the number begins anew behind it.
                again = find_quantities(tokens[at : inside[at].last], people.numbers)
                quantities |= {at + q.first: replace(q, first=at + q.first, last=at + q.last) for q in again}
        else:
            at = quantities[at].last if at in quantities else at + 1
    return found


def _prefix(tokens: Sequence[Token], at: int, bare_known: bool = True) -> str:
    """What is attached to a word: the shortest peeling that leaves a word is not known here, so only و is told for numbers."""
    text = tokens[at].text
    return "و" if text.startswith("و") and text not in ("واحد", "واحده") and len(text) > 3 else ""


def _counted(tokens: Sequence[Token], quantity: Quantity, people: People, after_harm: bool = False) -> Group | None:
    """A quantity and its noun, or a quantity that stands for people by itself."""
    at = quantity.last
    if at < len(tokens) and tokens[at].text == "من":
        at += 1
        if at < len(tokens) and tokens[at].text in ("بين", "اصل"):
            at += 1
    hit = people.noun(tokens, at)
    said_first = _prefix(tokens, quantity.first)
    joined = said_first == "و" or (quantity.first > 0 and tokens[quantity.first - 1].text == "و")
    base = Group(
        first=quantity.first, last=quantity.last, noun=None, low=quantity.low, high=quantity.high, approx=quantity.approx,
        number="said", status="unknown", kinds=(), unit="person", outcome=None, both=False, others=False, definite=False,
        joined=joined, prefix=said_first, collective=False, explicit=quantity.explicit, rules=(),
    )  # fmt: skip
    if hit is None:
        end, both = _both(tokens, base, people)
        if both:
            return replace(base, last=end, both=True, outcome="casualty")
        return _bare_quantity(tokens, quantity, base, people, after_harm)
    if hit.prefix not in ("", "ب") and hit.first == quantity.last:
        # A و or ل before the noun begins something else ("12 وجندي").
        return _bare_quantity(tokens, quantity, base, people)
    if quantity.explicit and hit.article and hit.first == quantity.last and people.number(hit, tokens) == {"one"}:
        # «عام 2024 الشاب ...»: a number counts no definite singular.
        return None
    if not quantity.explicit and quantity.low is None and hit.row.says.get("collective"):
        return None
    group = _with_nouns(tokens, base, hit, people)
    if quantity.share:
        group = replace(group, number="many", definite=True)
    if quantity.one_of:
        group = replace(group, number="one", definite=False)
    return _postponed_bound(tokens, group, people)


def _bare_quantity(tokens: Sequence[Token], quantity: Quantity, base: Group, people: People, after_harm: bool = False) -> Group | None:
    """A quantity without a noun counts people only where nothing else follows that it could count."""
    if quantity.one_of and quantity.explicit:
        return None
    if quantity.share or not quantity.explicit and quantity.low is None:
        return None
    if tokens[quantity.last - 1].text.lstrip("ول") in ("احد", "احده", "واحد", "واحده", "احدا"):
        return None
    after = tokens[quantity.last] if quantity.last < len(tokens) else None
    if after is not None and after.kind == "w":
        words = {p.bare for p in peelings(after.text)} | {after.text}
        attached = after.text[0] in "وبلف" and len(after.text) > 3
        open_to_people = bool(words & _AFTER_ELLIPSIS) or attached or after_harm
        if not open_to_people or words & _THINGS:
            return None
    if after is not None and after.text in ("%", "/", ":"):
        return None
    first = tokens[quantity.first]
    if first.kind == "n" and len(first.text) == 4 and first.text[:2] in ("19", "20") and quantity.last == quantity.first + 1:
        return None
    return base


def _postponed_bound(tokens: Sequence[Token], group: Group, people: People) -> Group:
    """ "12 مدنياً على الأقل": the bound after the noun."""
    after = people.numbers.phrase(tokens, group.last, ("least", "nearly"))
    if not after:
        return group
    bound = replace(group, last=after[1], high=None) if after[0].kind == "least" else replace(group, last=after[1], approx=True)
    return _partitive(tokens, bound, people)


def _partitive(tokens: Sequence[Token], group: Group, people: People) -> Group:
    """ "ستة أشخاص على الأقل من قوات الحرس": who they are, after the bound."""
    if group.last >= len(tokens) or tokens[group.last].text != "من":
        return group
    hit = people.noun(tokens, group.last + 1)
    if hit is None or hit.prefix:
        return group
    status = hit.row.says.get("status", "unknown")
    return replace(
        group, last=hit.last, status=status if group.status == "unknown" else group.status, noun=group.noun or hit.first,
        kinds=tuple(sorted({*group.kinds, *hit.row.says.get("kinds", ())})), rules=(*group.rules, hit.row.id),
    )  # fmt: skip


def _named(tokens: Sequence[Token], at: int, people: People) -> Group | None:
    """A given name right after a harm word: one person ("استشهد محمد ...")."""
    if at + 1 >= len(tokens) or tokens[at].kind != "w" or tokens[at].text not in people.names or tokens[at + 1].kind != "w":
        return None
    last = at + 1
    while last < len(tokens) and last < at + 3 and tokens[last].kind == "w" and tokens[last].text not in _AFTER_ELLIPSIS and tokens[last].text[0] not in "وب":
        last += 1
    return Group(
        first=at, last=last, noun=at, low=1, high=1, approx=False, number="one", status="unknown", kinds=(), unit="person", outcome=None,
        both=False, others=False, definite=True, joined=False, prefix="", collective=False, explicit=False, rules=("rule.given_name",),
    )  # fmt: skip


def _is_adjective(tokens: Sequence[Token], at: int, hit: Hit, number: str, beside: bool) -> bool:
    """Whether a word that may be a person ("إرهابي، سياسي") is said of a thing before it: "التفجير الإرهابي"."""
    if number != "one" or beside or not (tokens[at].text[-6:] in _ADJECTIVES or hit.row.says.get("nationality") or _is_adjectival(tokens[at].text)):
        return False
    before = tokens[at - 1].text if at else ""
    return before not in _INTRODUCERS


@lru_cache(maxsize=20_000)
def _is_adjectival(word: str) -> bool:
    return any(p.bare in _ADJECTIVES for p in peelings(word))


_ADJECTIVES = {
    fold_word(w + ending)
    for w in "سياسي دبلوماسي أمني عسكري مسلح إرهابي متشدد متطرف إسلامي جهادي تكفيري متمرد انفصالي انتحاري حوثي داعشي أجنبي مشتبه محتج ناشط مدني قيادي".split()
    for ending in ("", "ة", "ا")
}
# After these a bare adjective is a person: "بينهم أجنبي", "هو مدني".
_INTRODUCERS = {fold_word(w) for w in "بينهم منهم بينها هو هم هي و وبينهم أحدهم ضد كل أي".split()}


def _uncounted(tokens: Sequence[Token], at: int, people: People, quantities: dict[int, Quantity], beside: bool) -> Group | None:
    """A noun without a quantity before it: one, two, or an open plural; "مدنيين اثنين" has its number after it."""
    hit = people.noun(tokens, at)
    if hit is None:
        return None
    numbers = people.number(hit, tokens)
    if hit.row.says.get("counted") and numbers == {"one"}:
        return None
    number = _open_number(tokens, hit, numbers, beside)
    if hit.row.says.get("after_harm") and not beside:
        # Roles ("رئيس البلدية") are people of the report everywhere; victims only where a harm word says so.
        return None
    if hit.row.says.get("nationality") and hit.article and at + 1 < len(tokens) and tokens[at + 1].text in people.names:
        number = "one"
    elif _is_adjective(tokens, at, hit, number, beside):
        return None
    elif number == "one" and hit.row.says.get("nationality") and (hit.article or tokens[at].text.endswith("يا")):
        # «سوريا» is a country before it is "a Syrian" in the accusative.
        return None
    low = {"one": 1, "two": 2}.get(number)
    joined = hit.prefix.startswith("و") or (at > 0 and tokens[at - 1].text == "و")
    base = Group(
        first=at, last=hit.last, noun=at, low=low, high=low, approx=False, number=number, status="unknown", kinds=(), unit="person",
        outcome=None, both=False, others=False, definite=hit.article, joined=joined, prefix=hit.prefix,
        collective=bool(hit.row.says.get("collective")), explicit=False, rules=(),
    )  # fmt: skip
    group = _with_nouns(tokens, base, hit, people)
    after = quantities.get(group.last)
    if after and after.explicit and not after.one_of and tokens[after.first].kind == "w":
        # "مدنيين اثنين", "شخص واحد", "أطفالهما الثلاثة": the number after its noun.
        word = tokens[after.first].text
        agrees = after.low == (low or after.low) and (after.low in (1, 2) or word.startswith("ال"))
        if agrees and (not word.startswith("و") or word.startswith("واحد")):
                group = replace(group, last=after.last, low=after.low, high=after.high, number="said", explicit=True)
    group = _bodies(tokens, group, people, quantities)
    group = _in_parentheses(tokens, group, quantities)
    group = _pair(tokens, group, people)
    return _postponed_bound(tokens, group, people)


def _open_number(tokens: Sequence[Token], hit: Hit, numbers: set[str], beside: bool) -> str:
    """
    One, two or many of a noun without a number.

    "مدنيين", dual or plural alike, is two right after a harm word ("مقتل مدنيين في قصف"), unless a plural or "من" follows.
    """
    if "many" in numbers and "two" in numbers and not hit.article:
        after = tokens[hit.last : hit.last + 2]
        plural = any(t.text.endswith(("وا", "ون")) and len(t.text) > 3 or t.text == "من" for t in after)
        plain = beside and not hit.row.says.get("outcome") and not hit.row.says.get("others")
        return "two" if plain and not plural and not hit.prefix else "many"
    return "many" if "many" in numbers else "two" if "two" in numbers else "one"


def _bodies(tokens: Sequence[Token], group: Group, people: People, quantities: dict[int, Quantity]) -> Group:
    """ "جثث أربعة مدنيين", "أرواح 12 شخصاً": the people counted after the word for the dead."""
    counted = quantities.get(group.last)
    if counted is None or not group.rules or group.rules[0] not in ("ar.people.killed.jutha", "ar.people.killed.hayat") or group.definite:
        return group
    inner = _counted(tokens, counted, people)
    if inner is None:
        return group
    return replace(inner, first=group.first, noun=group.noun, outcome="killed", joined=group.joined, prefix=group.prefix)


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
    return replace(group, last=close + 1, low=said.low, high=said.high, number="said", explicit=True)


def _pair(tokens: Sequence[Token], group: Group, people: People) -> Group:
    """ "مدرس وزوجته": a person and one relative told as a pair are one group of two (codebook, Same claim or two)."""
    if group.number != "one" or group.last >= len(tokens) or not tokens[group.last].text.startswith("و"):
        return group
    hit = people.noun(tokens, group.last)
    if hit is None or hit.row.id != "ar.people.relatives" or people.number(hit, tokens) != {"one"} or not _without_pronoun(tokens[group.last].text):
        return group
    if "woman" in group.kinds:
        return group
    kinds = tuple(sorted({*group.kinds, "family"} - {"man"}))
    return replace(group, last=hit.last, low=2, high=2, number="said", explicit=True, kinds=kinds, rules=(*group.rules, hit.row.id))


def _both(tokens: Sequence[Token], group: Group, people: People) -> tuple[int, bool]:
    """ "70 قتيلاً وجريحاً", "مئات الشهداء والجرحى", "60 شخصاً بين جريح وقتيل": one number over two outcomes."""
    at = group.last
    if at < len(tokens) and tokens[at].text in ("بين", "ما"):
        step = at + 1 if tokens[at].text == "بين" else at + 2
        second = people.noun(tokens, step)
        third = people.noun(tokens, second.last) if second else None
        if second and third and second.row.says.get("outcome") and third.row.says.get("outcome") and third.prefix.startswith("و"):
            return third.last, True
    if group.number == "said" and group.outcome and (group.low or group.high):
        second = people.noun(tokens, at)
        # After a number the second noun is singular too ("70 قتيلاً وجريحاً"); "4 شهداء وإصابات" are two statements.
        alike = second and (not group.explicit or people.number(second, tokens) == {"one"})
        if second and alike and second.prefix == "و" and second.row.says.get("outcome") not in (None, group.outcome):
            return second.last, True
    return at, False


def _with_nouns(tokens: Sequence[Token], group: Group, hit: Hit, people: People) -> Group:
    """The group with its noun and the nouns and adjectives that follow it."""
    rows: list[Row] = [hit.row]
    last = hit.last
    others = bool(hit.row.says.get("others"))
    definite = hit.article
    while True:
        step = last
        # Partitive: "عناصر من الشرطة", "شخصاً من المدنيين".
        if step < len(tokens) and tokens[step].text == "من" and step + 1 < len(tokens):
            after = people.noun(tokens, step + 1)
            if after and after.prefix == "" and not after.row.says.get("others"):
                rows.append(after.row)
                last, listed = _listed(tokens, after, people)
                rows += listed
                continue
            break
        among = _among(tokens, step) if rows[0].says.get("outcome") else 0
        if among:
            # "ثمانية قتلى بين الجنود", "جرحى في صفوف المدنيين": who the dead and wounded are.
            after = people.noun(tokens, step + among)
            if after and not after.row.says.get("outcome") and not after.row.says.get("collective") and people.number(after, tokens) != {"one"}:
                rows.append(after.row)
                last = after.last
            break
        after = people.noun(tokens, step)
        if after is None or after.last <= step:
            break
        if after.prefix == "":
            # Two bare nouns in a row are a noun and what it is said to be, unless the second begins a statement of its own.
            rows.append(after.row)
            others = others or bool(after.row.says.get("others"))
            last = after.last
            continue
        if after.prefix == "و" and _same_number(tokens, group, rows[-1], after, people):
            rows.append(after.row)
            last = after.last
            continue
        break
    outcome = next((r.says["outcome"] for r in rows if r.says.get("outcome")), None)
    unit = "family" if rows[0].says.get("unit") == "family" else "person"
    if unit == "family" and group.number == "said" and tokens[hit.first - 1].text == "من" and group.explicit:
        # "29600 من عائلات المقاتلين": members of families are counted, not families.
        unit, rows = "person", [r for r in rows if r.says.get("unit") == "family"]
        return replace(group, last=last, noun=hit.first, kinds=("family",), definite=True, rules=tuple(r.id for r in rows))
    merged = replace(
        group, last=last, noun=hit.first if group.noun is None else group.noun, status=_status(rows), kinds=_kinds(rows), unit=unit,
        outcome=outcome, others=others, definite=group.definite or definite, rules=tuple(r.id for r in rows),
        nationality=all(r.says.get("nationality") for r in rows), collective=bool(rows[0].says.get("collective")),
    )  # fmt: skip
    end, both = _both(tokens, merged, people)
    return replace(merged, last=end, both=both, outcome="casualty") if both else merged


def _listed(tokens: Sequence[Token], hit: Hit, people: People) -> tuple[int, list[Row]]:
    """ "من المدنيين ورجال الأمن": further definite plurals of the same partitive, and where they end."""
    last, rows = hit.last, []
    while hit.article and last < len(tokens) and tokens[last].text.startswith("و"):
        after = people.noun(tokens, last)
        if after is None or after.prefix != "و" or people.number(after, tokens) != {"many"} or after.row.says.get("outcome"):
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
    if people.number(after, tokens) != {"many"} and "many" not in people.number(after, tokens):
        return False
    return bool(before.says.get("kinds")) == bool(after.row.says.get("kinds")) and before.id != after.row.id


def _status(rows: Sequence[Row]) -> str:
    """Of a noun and what follows it; of a list of both civilians and fighters, neither."""
    said = [r.says.get("status", "unknown") for r in rows]
    if len(rows) > 2 and "combatant" in said[1:] and "civilian" in said[1:] and said[0] == "unknown":
        return "unknown"
    if "combatant" in said:
        return "combatant"
    return "civilian" if "civilian" in said else "unknown"


def _kinds(rows: Sequence[Row]) -> tuple[str, ...]:
    kinds = {k for r in rows for k in r.says.get("kinds", ())}
    # "رجال" in "رجال ونساء" is a kind; alone it tells nobody apart.
    return tuple(sorted(kinds))

