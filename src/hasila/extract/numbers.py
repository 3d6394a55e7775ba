"""Numbers in digits and words, with their scales: "12", "ثلاثة عشر", "مليون ونصف المليون"."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from hasila.pack.rows import Pack
from hasila.text.fold import fold_word
from hasila.text.peel import peelings
from hasila.text.remembered import Remembered
from hasila.text.tokens import Token

# Words that begin a range where a number follows ("بين 10 و15"); and "one", which before "ten" is eleven.
_RANGES = frozenset(("بين", "مابين", "من"))
_ONE, _TEN = ("احد", "احدي"), ("عشر", "عشره")


class Said(NamedTuple):
    """What a form of a row says: its class and value, and its folded words."""

    kind: str
    value: float
    words: tuple[str, ...]


class _Start(NamedTuple):
    """What a word may begin: a quantity by itself, one with one of some next words, or a range."""

    alone: bool
    seconds: frozenset[str]
    range: bool


class Numbers:
    """Reads quantities by the rows of the family "numbers"."""

    def __init__(self, pack: Pack) -> None:
        self._words: dict[str, Said] = {}
        self._phrases: dict[str, list[Said]] = {}
        for row in pack.family("numbers"):
            kind = row.says["class"]
            value = row.says.get("value", row.says.get("low", 0))
            for form in row.forms:
                words = tuple(fold_word(form).split())
                said = Said(kind, value, words)
                if kind in ("unit", "tens", "hundred", "scale", "part"):
                    self._words[words[0]] = said
                else:
                    self._phrases.setdefault(words[0], []).append(said)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda s: -len(s.words))
        self._heads = frozenset((*self._words, *self._phrases, *_RANGES, *_ONE, "ما"))
        self._starts = Remembered(self._start)
        self._may_read = Remembered(self._begins_number)
        self._phrases_of = Remembered(self._phrases_with)

    def beginnings(self, tokens: Sequence[Token], first: int, last: int) -> list[int]:
        """The tokens of [first, last) at which a quantity may begin, by themselves and the next word: few."""
        starts = map(self._starts.__getitem__, [token[0] for token in tokens[first:last]])
        return [at for at, start in enumerate(starts, first) if start and self._may_begin(tokens, at, start)]

    def _may_begin(self, tokens: Sequence[Token], at: int, start: _Start) -> bool:
        if tokens[at].kind not in ("w", "n"):
            return False
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        return start.alone or after in start.seconds or (start.range and self._may_read[after])

    def _start(self, word: str) -> _Start | None:
        """What a word may begin; None for most."""
        if not word[:1].isdigit() and self._heads.isdisjoint(_heads(word)):
            return None
        phrases = self._phrases_of[word]
        seconds = {said.words[1] for said in phrases if len(said.words) > 1}
        if word == "ما":
            seconds.add("بين")
        elif self._begins_number(word):
            seconds.update(_TEN)
        alone = word[:1].isdigit() or self.number_word(word, True) is not None
        start = _Start(alone or any(len(s.words) == 1 for s in phrases), frozenset(seconds), word in _RANGES)
        return start if any(start) else None

    def _begins_number(self, word: str) -> bool:
        """Whether a word may be the first of a number: digits, a number word, or the one of eleven."""
        one = any(p.bare in _ONE and not p.article for p in peelings(word))
        return one or word[:1].isdigit() or self.number_word(word, True) is not None

    def _phrases_with(self, word: str) -> tuple[Said, ...]:
        """The phrases that a folded word may begin."""
        return tuple(said for head in _heads(word) for said in self._phrases.get(head, ()))

    def number_word(self, word: str, joined: bool) -> Said | None:
        """What a folded word says as a number; `joined` allows a و before it. The article and ب ل ك may be attached."""
        for prefix, article, bare in peelings(word):
            # «الاثنين» is Monday, «كمية» is no "like a hundred".
            if "ك" in prefix or (article and bare in ("اثنين", "اثنان")):
                continue
            if bare in self._words and (joined or not prefix.startswith(("و", "ف")) or word not in self._words):
                return self._words[bare]
        # The article is peeled from words that begin with their own ال (ألف): look at the word itself.
        return self._words.get(word)

    def phrase(self, tokens: Sequence[Token], at: int, kinds: tuple[str, ...]) -> tuple[Said, int] | None:
        """A bound, an approximator or a vague quantity that begins at a token, and where it ends."""
        if at >= len(tokens) or tokens[at].kind != "w":
            return None
        for said in self._phrases_of[tokens[at].text]:
            last = at + len(said.words)
            if said.kind not in kinds or last > len(tokens):
                continue
            if last == at + 1 or all(tokens[at + i].text == w for i, w in enumerate(said.words) if i):
                return said, last
        return None

    def read(self, tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
        """The number that begins at a token, in digits or words, and where it ends; None where there is none."""
        part = self._part(tokens, at, joined=True)
        if part is None:
            return None
        total, last, floor = part
        while True:
            step = self._joined(tokens, last, floor)
            if step is None:
                return total, last
            value, last, floor = step
            total += value

    def _joined(self, tokens: Sequence[Token], at: int, floor: float) -> tuple[float, int, float] | None:
        """A further part after و that is smaller than the last one ("ألف و200", "مليون ونصف المليون")."""
        if at >= len(tokens):
            return None
        token = tokens[at]
        if token.kind == "w" and token.text == "و" and floor >= 1000 and at + 1 < len(tokens):
            part = self._part(tokens, at + 1, joined=False)
        elif (
            token.kind == "w"
            and token.text.startswith("و")
            and (self.number_word(token.text[1:], False) or self._eleven(tokens, at))
        ):
            part = self._part(tokens, at, joined=True)
        else:
            return None
        if part is None:
            return None
        value, last, lowest = part
        word = self.number_word(token.text[1:], False) if len(token.text) > 1 else None
        if word and word.kind == "part" and floor >= 1000:
            size = value * floor if value < 1 else value
            # "ونصف المليون": the scale is said again.
            return size, last, 1
        if floor < 10:
            return (value, last, 1.0) if word and word.kind == "tens" else None
        return (value, last, min(lowest, value)) if value < floor else None

    def _part(self, tokens: Sequence[Token], at: int, joined: bool) -> tuple[float, int, float] | None:
        """One part of a number with its scale: value, end, and the size that a further part must stay under."""
        token = tokens[at]
        if token.kind == "n":
            value = _digits(token.text, self._scale(tokens, at + 1) is not None)
            if value is None:
                return None
            return self._scaled(tokens, at + 1, value, 1)
        if token.kind != "w":
            return None
        said = self.number_word(token.text, joined)
        if said is None:
            return self._eleven(tokens, at)
        if said.kind == "unit":
            return self._unit(tokens, at, said)
        if said.kind == "tens":
            return self._scaled(tokens, at + 1, said.value, said.value)
        if said.kind == "hundred":
            return self._scaled(tokens, at + 1, said.value, said.value if said.value < 1000 else 1000)
        if said.kind == "part":
            scale = self._scale(tokens, at + 1)
            if scale is None:
                return (said.value, at + 1, 1) if joined and token.text.startswith("و") else None
            return said.value * scale, at + 2, 1
        # A bare scale word: "ألف", "مليون" are a thousand and a million; their plurals are vague.
        if token.text.endswith(("الاف", "ملايين", "مليارات")):
            return None
        return said.value, at + 1, said.value

    def _eleven(self, tokens: Sequence[Token], at: int) -> tuple[float, int, float] | None:
        """ "أحد عشر", "إحدى عشرة": eleven, where "one" alone would be "one of"."""
        if at + 1 >= len(tokens) or tokens[at + 1].text not in _TEN:
            return None
        one = any(p.bare in _ONE and not p.article for p in peelings(tokens[at].text))
        return self._scaled(tokens, at + 2, 11, 11) if one else None

    def _unit(self, tokens: Sequence[Token], at: int, said: Said) -> tuple[float, int, float] | None:
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after and after.kind == "w" and after.text in _TEN and said.value < 10:
            return self._scaled(tokens, at + 2, said.value + 10, 11)
        if tokens[at].text.endswith(("اثنا", "اثني")):
            # The two of twelve count only before "عشر"; alone they are "أثناء" or "إثني".
            return None
        hundred = self.number_word(after.text, False) if after and after.kind == "w" else None
        if hundred and hundred.kind == "hundred" and hundred.value == 100 and not after.text.startswith("و"):  # type: ignore[union-attr]
            return self._scaled(tokens, at + 2, said.value * 100, 100)
        return self._scaled(tokens, at + 1, said.value, said.value if said.value == 10 else 9)

    def _scale(self, tokens: Sequence[Token], at: int) -> float | None:
        if at >= len(tokens) or tokens[at].kind != "w":
            return None
        said = self._words.get(tokens[at].text)
        if said is None and tokens[at].text.startswith("ال"):
            said = self._words.get(tokens[at].text[2:])
        return said.value if said and said.kind == "scale" else None

    def _scaled(self, tokens: Sequence[Token], at: int, value: float, floor: float) -> tuple[float, int, float]:
        scale = self._scale(tokens, at)
        # "ثمانية وعشرون ألفاً": the whole sum is multiplied; read() adds the tens before, so look one part ahead.
        if scale is None and floor in (9, 100, 200, 300, 400, 500, 600, 700, 800, 900):
            ahead = self._tens_then_scale(tokens, at)
            if ahead:
                extra, last, scale = ahead
                return (value + extra) * scale, last, scale
        if scale is None:
            return value, at, floor
        return value * scale, at + 1, scale

    def _tens_then_scale(self, tokens: Sequence[Token], at: int) -> tuple[float, int, float] | None:
        extra, step = 0.0, at
        while step < len(tokens) and tokens[step].kind == "w" and tokens[step].text.startswith("و"):
            said = self.number_word(tokens[step].text[1:], False)
            if said is None or said.kind not in ("unit", "tens"):
                break
            extra += said.value
            step += 1
        scale = self._scale(tokens, step) if extra else None
        return (extra, step + 1, scale) if scale else None


@lru_cache(maxsize=50_000)
def _heads(word: str) -> tuple[str, ...]:
    """A word with and without what may be attached before it."""
    return tuple(
        dict.fromkeys([word, *(p.bare for p in peelings(word)), *("ال" + p.bare for p in peelings(word) if p.article)])
    )


def _digits(text: str, scaled: bool) -> float | None:
    """The value of digits with separators; None for dates, times and ranges."""
    if any(c in text for c in "/:-"):
        return None
    groups = text.replace(",", ".").split(".")
    if len(groups) == 1:
        return float(text) if len(text) < 10 else None
    if all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3 and not (scaled and len(groups) == 2):
        return float("".join(groups))
    if len(groups) == 2 and scaled:
        return float(".".join(groups))
    return None
