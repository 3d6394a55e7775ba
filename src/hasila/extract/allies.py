"""Nations joined to a side as its ally in an act: "قوات النظام وروسيا", "الجيش وحليفه الروسي"."""

from collections.abc import Sequence

from hasila.extract.actors import ActorMention
from hasila.pack.lexicon import Lexicon
from hasila.pack.rows import Pack
from hasila.text.fold import fold_word
from hasila.text.tokens import Document

_ALLY = {fold_word("و" + w) for w in "حليفه حليفها حليفته حليفتها حلفائه حلفائها حليفيه حلفاؤه".split()}


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
                found += self._joined(document, actor.last)
        return found

    def _joined(self, document: Document, at: int) -> list[ActorMention]:
        tokens = document.tokens
        if tokens[at].kind != "w" or not tokens[at].text.startswith("و"):
            return []
        ally = tokens[at].text in _ALLY
        place = at + 1 if ally else at
        if place >= len(tokens) or tokens[place].kind != "w":
            return []
        for hit in self._nations.at(tokens, place):
            if ally or (hit.prefix == "و" and hit.row.says["shape"] == "country"):
                return [ActorMention(at, hit.last, hit.row.says["actor"], "metonym", False, (hit.row.id, "rule.ally"))]
        return []
