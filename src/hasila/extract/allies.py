"""Sides that act together: "قوات النظام وروسيا", "الجيش وحليفه الروسي", "قسد بمساندة طيران التحالف"."""

from collections.abc import Sequence

from hasila.extract.actors import ActorMention
from hasila.pack.context import words
from hasila.pack.lexicon import Lexicon
from hasila.pack.rows import Pack
from hasila.text.tokens import Document


def acts_with(document: Document, last: int, other: ActorMention) -> bool:
    """Whether another side is joined to the one that ends at token `last`, by و or by words of acting together."""
    gap = document.text(last, other.first)
    if not gap and other.rules[-1:] == ("rule.ally",):
        return True
    if gap in ("و", "او") or gap in words("with") or (not gap and document.tokens[other.first].text.startswith("و")):
        return True
    return _with_the_deed_between(gap.split())


# «عملية أمنية واسعة النطاق بدعم من»: an operation and what it is called.
_DEED = 4


def _with_the_deed_between(gap: list[str]) -> bool:
    """«نفذت القوة عملية أمنية بدعم من الطيران»: what both did stands between them."""
    if not gap or gap[0] not in words("joint_deed"):
        return False
    return any(" ".join(gap[at:]) in words("with") for at in range(1, min(len(gap), _DEED + 1)))


class Allies:
    """Finds allies by the nations' rows of the family "actors"."""

    def __init__(self, pack: Pack) -> None:
        nations = [
            r for r in pack.family("actors") if r.says.get("shape") in ("country", "adjective") and "actor" in r.says
        ]
        self._nations = Lexicon(nations)
        self._pairs = {
            r.id: tuple(r.says["actors"])
            for r in pack.family("actors")
            if r.says.get("shape") == "name" and "actors" in r.says
        }

    def find(self, document: Document, actors: Sequence[ActorMention]) -> list[ActorMention]:
        """The sides with the nations that are joined to them, from left to right."""
        found: list[ActorMention] = []
        taken = {a.first for a in actors}
        for actor in actors:
            pair = next((self._pairs[r] for r in actor.rules if r in self._pairs), ())
            if pair and actor.last - actor.first > 1:
                # «العدوان الأمريكي السعودي»: one name for two sides.
                middle = actor.last - 1
                found.append(actor._replace(last=middle, actor=pair[0]))
                rules = (*actor.rules, "rule.ally")
                found.append(actor._replace(first=middle, actor=pair[1], form="adjective", rules=rules))
                continue
            found.append(actor)
            if (
                actor.actor is not None
                and not actor.person
                and actor.last not in taken
                and actor.last < len(document.tokens)
            ):
                found += self._joined(document, actor)
        return found

    def _joined(self, document: Document, actor: ActorMention) -> list[ActorMention]:
        tokens, at = document.tokens, actor.last
        if tokens[at].kind == "w" and actor.form == "adjective" and not tokens[at].text.startswith("و"):
            # "الطيران السوري الروسي", "غارات أمريكية بريطانية"
            return self._second_nation(document, actor)
        if tokens[at].kind != "w" or not tokens[at].text.startswith("و"):
            return []
        ally = tokens[at].text[1:] in words("ally")
        place = at + 1 if ally else at
        if place >= len(tokens) or tokens[place].kind != "w":
            return []
        for hit in self._nations.at(tokens, place):
            adjective = hit.row.says["shape"] == "adjective" and hit.article
            if ally or (hit.prefix == "و" and (hit.row.says["shape"] == "country" or adjective)):
                return [ActorMention(at, hit.last, hit.row.says["actor"], "metonym", False, (hit.row.id, "rule.ally"))]
        return []

    def _second_nation(self, document: Document, actor: ActorMention) -> list[ActorMention]:
        definite = document.tokens[actor.last - 1].text.startswith("ال")
        for hit in self._nations.at(document.tokens, actor.last):
            says = hit.row.says
            if (
                says["shape"] == "adjective"
                and hit.article == definite
                and not hit.prefix
                and says["actor"] != actor.actor
            ):
                rules = (hit.row.id, "rule.ally")
                return [ActorMention(hit.first, hit.last, says["actor"], "adjective", actor.person, rules)]
        return []
