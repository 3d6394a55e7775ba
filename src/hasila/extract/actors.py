"""Actors: the sides of a conflict wherever a text names them ("طيران التحالف الدولي", "قسد", "جندي تركي")."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from hasila.extract.telling import Telling, sides_of
from hasila.pack.context import words
from hasila.pack.lexicon import Hit
from hasila.pack.rows import Pack
from hasila.text.fold import folded_words
from hasila.text.tokens import Document

Form = Literal["force", "name", "adjective", "anaphor", "metonym", "label", "unidentified"]

_HEADS = ("force", "label", "person")
_LINKS = ("link", "plink")
_NATIONS = ("adjective", "country", "metonym")
# What a word of people can belong to («عناصر الجيش»).
_OWNERS = ("name", "anaphor", "unidentified", *_NATIONS)
_LOOKS_BACK = folded_words("فيه فيها به بها خلاله خلالها عليه عليها")
# Words that are read only beside a side: most hits of a text are these.
_BESIDE = frozenset(("link", "plink", "verb", "agent", "none", "place", "adjective"))


class ActorMention(NamedTuple):
    """
    A side named at tokens [first, last), the noun of the force and its rank included.

    `actor` is an id of the codebook, None for a label that names no side (مسلحون).
    `person`: who speaks for or leads the side (its spokesman, leader, ministry), not the side in arms.
    """

    first: int
    last: int
    actor: str | None
    form: Form
    person: bool
    rules: tuple[str, ...]


class _Phrase(NamedTuple):
    """Nouns of force and the hit that tells whose they are (None: not told); `after` is the next hit."""

    heads: tuple[Hit, ...]
    side: Hit | None
    after: int


def find_actors(
    document: Document,
    pack: Pack,
    published: date | None,
    country: str | None = None,
    hits: Sequence[Hit] | None = None,
) -> list[ActorMention]:
    """
    The sides named in a text, left to right, none overlapping another.

    `published` tells which of two governments a nation's name means; `country` (ISO 3166, two letters) what "الجيش" or
    "التحالف" means where the text has not said it before. Without it the country is the one that the text names most.
    `hits`: what the lexicon of sides finds, where it was asked before.

    >>> from hasila.pack.rows import load_pack
    >>> from hasila.text.tokens import read_document
    >>> document = read_document("استهدف طيران التحالف الدولي والمدفعية الفرنسية مواقع للتنظيم قرب دير الزور")
    >>> [(document.text(m.first, m.last), m.actor) for m in find_actors(document, load_pack(), None)]
    [('طيران التحالف الدولي', 'us_coalition'), ('والمدفعيه الفرنسيه', 'france')]
    """
    sides = sides_of(pack)
    hits = sides.lexicon.find(document.tokens) if hits is None else hits
    telling = Telling(sides, [h for h in hits if not _only_linked(document, h.first)], published, country)
    found: list[ActorMention] = []
    at = 0
    while at < len(hits):
        shape = hits[at].row.says["shape"]
        if shape in _BESIDE and not (shape == "adjective" and _is_thought(document, hits[at])):
            at += 1
            continue
        phrase = _phrase(hits, at, document)
        for mention in _mentions(document, phrase, hits, at, telling):
            found.append(mention)
            if not _only_linked(document, mention.first):
                telling.told(mention.actor, phrase.heads)
        at = phrase.after
    return found


def _only_linked(document: Document, at: int) -> bool:
    """ "الحركة المرتبطة بالتنظيم": whom another side is close to is not whom "الجماعة" means further on."""
    return at > 0 and document.tokens[at - 1].text in words("linked")


def _phrase(hits: Sequence[Hit], at: int, document: Document) -> _Phrase:
    """The longest phrase that begins at a hit: heads, links, and the side at its end."""
    hit = hits[at]
    shape = hit.row.says["shape"]
    if shape not in _HEADS:
        return _Phrase((), hit, at + 1)
    heads, end, placed = [hit], hit.last, False
    speaks = shape == "person"
    for step in range(at + 1, len(hits)):
        after = hits[step]
        shape = after.row.says["shape"]
        gap = document.tokens[end : after.first]
        if gap and (placed or not (speaks and len(gap) == 1 and gap[0].kind == "w" and gap[0].text.startswith("ال"))):
            break
        joined = after.prefix.startswith(("و", "ف"))
        if shape in _HEADS and after.prefix.endswith("ب") and not any(h.row.says.get("deed") for h in heads):
            # «جنود بنيران الحزب»: the fire is another phrase than those whom it hit.
            break
        if shape in _HEADS:
            heads.append(after)
            speaks = speaks or shape == "person"
            placed = False
        elif shape == "link" or (shape == "plink" and speaks):
            placed = after.row.says.get("preposition", False)
        elif joined or (placed and shape in ("country", "metonym")) or _cannot_own(document, heads[-1], after, end):
            break
        elif shape == "adjective" and not after.article and document.tokens[heads[-1].last - 1].text.startswith("ال"):
            # «اعتقلت القوات فلسطينيين»: whom they took, not whose they are.
            break
        elif shape in _OWNERS:
            return _Phrase(tuple(heads), after, step + 1)
        else:
            break
        end = after.last
    resume = next((n for n in range(at + 1, len(hits)) if hits[n].first >= heads[-1].last), len(hits))
    return _Phrase(tuple(heads), None, resume)


def _cannot_own(document: Document, head: Hit, side: Hit, end: int) -> bool:
    """ "حمّل المسؤول حزباً": a noun with the article is owned by no name right after it."""
    if not head.article or side.row.says["shape"] != "name" or side.first != end or side.prefix:
        return False
    return head.last == end and not document.tokens[side.first].text.startswith("ال")


def _mentions(
    document: Document, phrase: _Phrase, hits: Sequence[Hit], at: int, telling: Telling
) -> Iterator[ActorMention]:
    """The sides that a phrase names: one, or several that share its nouns ("القوات السورية والروسية"), or none."""
    if phrase.side is None:
        yield from _alone(phrase, telling)
        return
    if not phrase.heads:
        yield from _bare(document, hits, at, telling)
        return
    side, shape = phrase.side, phrase.side.row.says["shape"]
    last, owner = _owned(hits, phrase.after, side)
    rules = tuple(h.row.id for h in (*phrase.heads, side))
    person = any(h.row.says["shape"] == "person" for h in phrase.heads)
    if shape in _NATIONS and not _of_government(phrase.heads, side):
        yield ActorMention(phrase.heads[0].first, last, None, "label", person, rules)
        return
    if _is_target(document, phrase.heads, side, telling):
        return
    actor = telling.actor(side, owner, phrase.heads)
    if actor is None:
        yield from _alone(phrase, telling)
        return
    form: Form = "adjective" if shape in _NATIONS else "unidentified" if shape == "unidentified" else "force"
    yield ActorMention(phrase.heads[0].first, last, actor, form, person, rules)
    if shape in _NATIONS:
        yield from _others(hits, phrase, last, person, telling)


def _others(hits: Sequence[Hit], phrase: _Phrase, end: int, person: bool, telling: Telling) -> Iterator[ActorMention]:
    """Further nations that share the nouns before them: "والروسية"."""
    for hit in hits[phrase.after :]:
        if hit.first != end or hit.prefix != "و" or hit.row.says["shape"] != "adjective":
            return
        actor = telling.actor(hit, None, phrase.heads)
        if actor:
            yield ActorMention(hit.first, hit.last, actor, "adjective", person, (hit.row.id,))
        end = hit.last


def _alone(phrase: _Phrase, telling: Telling) -> Iterator[ActorMention]:
    """Nouns of force with no side after them: "الشرطة" is the country's, "مسلحون" is nobody's."""
    heads = phrase.heads
    rules = tuple(h.row.id for h in heads)
    person = any(h.row.says["shape"] == "person" for h in heads)
    body = next((h for h in reversed(heads) if "body" in h.row.says), None)
    if body is not None:
        known = body.article or body.last - body.first > 1 or body.row.says["body"] == "police"
        actor = telling.body(body.row.says["body"]) if known else None
        if actor:
            yield ActorMention(heads[0].first, body.last, actor, "anaphor", person, rules)
        return
    labels = [h for h in heads if h.row.says["shape"] == "label"]
    if labels and not person:
        yield ActorMention(heads[0].first, labels[-1].last, None, "label", False, rules)


def _bare(document: Document, hits: Sequence[Hit], at: int, telling: Telling) -> Iterator[ActorMention]:
    """A side without a noun of force before it."""
    hit = hits[at]
    shape = hit.row.says["shape"]
    last, owner = _owned(hits, at + 1, hit)
    if shape in ("country", "metonym"):
        if _acts(document, hits, at):
            yield ActorMention(hit.first, hit.last, telling.actor(hit, None, ()), "metonym", False, (hit.row.id,))
    elif shape == "unidentified":
        yield ActorMention(hit.first, hit.last, "unknown", "unidentified", False, (hit.row.id,))
    elif shape == "adjective" and _is_thought(document, hit):
        yield ActorMention(hit.first, hit.last, telling.actor(hit, None, ()), "adjective", False, (hit.row.id,))
    elif shape in ("name", "anaphor") and not _named_next(hits, at):
        actor = telling.actor(hit, owner, ())
        if actor:
            form: Form = "name" if shape == "name" else "anaphor"
            yield ActorMention(hit.first, last, actor, form, False, (hit.row.id,))


def _is_thought(document: Document, hit: Hit) -> bool:
    """ "غارات يعتقد أنها إسرائيلية": a nation of which something is thought."""
    before = [t.text for t in document.tokens[max(0, hit.first - 2) : hit.first]]
    return len(before) == 2 and before[0] in words("thought") and before[1].lstrip("ب").startswith("ان")


def _acts(document: Document, hits: Sequence[Hit], at: int) -> bool:
    """Whether a capital or a country is told to do something: "قصفت أنقرة", "إسرائيل تقصف", "من قبل روسيا"."""
    hit = hits[at]
    if hit.prefix not in ("", "و"):
        return False
    before = hits[at - 1] if at else None
    if before is not None and before.row.says["shape"] in ("verb", "agent"):
        gap = [t.text for t in document.tokens[before.last : hit.first]]
        # "أفرجت فيه إسرائيل": a pronoun that looks back may stand between.
        if not gap or (len(gap) == 1 and gap[0] in _LOOKS_BACK):
            return True
    if _is_charged(document, hit):
        return True
    after = hits[at + 1] if at + 1 < len(hits) else None
    return after is not None and after.first == hit.last and after.row.says["shape"] == "verb" and after.prefix == ""


def _is_charged(document: Document, hit: Hit) -> bool:
    """ "اتهمت طهران إسرائيل بتنفيذ الهجوم": a country between a verb of accusing and the charge."""
    if hit.prefix or hit.last >= len(document.tokens) or not document.tokens[hit.last].text.startswith("ب"):
        return False
    before = document.tokens[max(0, hit.first - 8) : hit.first]
    return any(t.text.lstrip("وف") in words("accuses") for t in before)


def _named_next(hits: Sequence[Hit], at: int) -> bool:
    """Whether a general noun stands right before the side's own name, which is read instead ("المتمردون الحوثيون")."""
    if hits[at].row.says["shape"] != "anaphor" or at + 1 >= len(hits):
        return False
    after = hits[at + 1]
    return after.first == hits[at].last and not after.prefix and after.row.says["shape"] == "name"


def _owned(hits: Sequence[Hit], after: int, side: Hit) -> tuple[int, Hit | None]:
    """Where a side's name ends, the nation after it included, and that nation ("الاحتلال التركي")."""
    if side.row.says["shape"] not in ("name", "anaphor") or after >= len(hits):
        return side.last, None
    nation = hits[after]
    if nation.first != side.last or nation.prefix or nation.row.says["shape"] not in ("adjective", "country"):
        return side.last, None
    if not nation.article and (side.article or nation.row.says["shape"] == "country"):
        # «اعتقلت قوات الاحتلال فلسطينيين»: without the article it is whom they took.
        return side.last, None
    return nation.last, nation


def _of_government(heads: Sequence[Hit], nation: Hit) -> bool:
    """Whether nouns of force with a nation mean its government: "جنود سوريون" do, "فصائل سورية" do not."""
    if "default" in nation.row.says:
        return True
    return not any(h.row.says["shape"] == "label" or h.row.says.get("nation") is False for h in heads[-1:])


def _is_target(document: Document, heads: Sequence[Hit], side: Hit, telling: Telling) -> bool:
    """Whether a country or capital after a deed is where it was done: "قصف سوريا" in a report from Syria, "مجزرة كابل"."""
    says = side.row.says
    if not heads[-1].row.says.get("deed", False) or side.prefix.endswith("ل"):
        return False
    if says["shape"] == "metonym":
        # «قصف أنقرة لمواقع ...»: what a capital hit is told behind it.
        after = document.tokens[side.last].text if side.last < len(document.tokens) else ""
        return not after.startswith("ل")
    if says["shape"] == "country" and side.prefix.endswith("ب"):
        # «هجوم بالعراق»
        return True
    return says["shape"] == "country" and bool(says["country"] == telling.country)
