"""The table of weights (weights.toml), read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Weights:
    """
    What each level of each feature weighs, in natural log odds, and what it says in words.

    `prior` is the weight before anything is known of a pair that was worth comparing; `unseen` is the score of a pair
    that was not worth comparing.
    """

    version: str
    prior: float
    unseen: float
    weight: dict[str, dict[str, float]]
    words: dict[str, dict[str, str]]

    def of(self, feature: str, level: str) -> float:
        """The weight of a level; 0 where the table is silent."""
        return self.weight.get(feature, {}).get(level, 0.0)

    def says(self, feature: str, level: str) -> str:
        """The sentence of a level."""
        return self.words.get(feature, {}).get(level, f"{feature}: {level}")


@cache
def load_weights() -> Weights:
    """
    The weights that are shipped.

    >>> load_weights().of("names", "shared") > 0
    True
    """
    table = tomllib.loads(files("hasila.link").joinpath("weights.toml").read_text("utf-8"))
    features = {name: levels for name, levels in table.items() if isinstance(levels, dict)}
    return Weights(
        version=table["version"],
        prior=table["prior"],
        unseen=table["unseen"],
        weight={f: {level: row["weight"] for level, row in levels.items()} for f, levels in features.items()},
        words={f: {level: row["says"] for level, row in levels.items()} for f, levels in features.items()},
    )
