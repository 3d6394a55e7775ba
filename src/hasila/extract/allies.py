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
    return gap == "و" or gap in words("with") or (not gap and document.tokens[other.first].text.startswith("و"))


class Allies:
    """Finds allies by the nations' rows of the family "actors"."""

    def __init__(self, pack: Pack) -> None:
        nations = [
            r for r in pack.family("actors") if r.says.get("shape") in ("country", "adjective") and "actor" in r.says
        ]
        self._nations = Lexicon(nations)

    def find(self, document: Document, actors: Sequence[ActorMention]) -> list[ActorMention]:
        """The sides with the nations that are joined to them, from left to right."""
        found: list[ActorMention] = []
        taken = {a.first for a in actors}
        for actor in actors:
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
        if tokens[at].kind == "w" and actor.form == "adjective" and tokens[at].text.startswith("ال"):
            # "الطيران السوري الروسي"
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
        for hit in self._nations.at(document.tokens, actor.last):
            says = hit.row.says
            if says["shape"] == "adjective" and hit.article and not hit.prefix and says["actor"] != actor.actor:
                rules = (hit.row.id, "rule.ally")
                return [ActorMention(hit.first, hit.last, says["actor"], "adjective", actor.person, rules)]
        return []
