"""Clusters are a pure function of scores and judgements."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from hasila.link.clusters import cluster

IDS = "abcdefgh"
PAIRS = list(combinations(IDS, 2))
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.integers(-5, 5).map(float))


def test_a_chain_of_likenesses_does_not_join_its_ends() -> None:
    scores = {("a", "b"): 1.0, ("b", "c"): 1.0, ("c", "d"): 1.0, ("a", "c"): -3.0, ("b", "d"): -3.0, ("a", "d"): -3.0}
    assert cluster("abcd", scores, unseen=-2.0) == [("a", "b"), ("c", "d")]


@settings(max_examples=100, deadline=None)
@given(SCORES, st.permutations(PAIRS), st.permutations(IDS))
def test_order_makes_no_difference(
    scores: dict[tuple[str, str], float], pairs: list[tuple[str, str]], ids: list[str]
) -> None:
    shuffled = {pair: scores[pair] for pair in pairs if pair in scores}
    assert cluster(ids, shuffled, -1.0) == cluster(IDS, scores, -1.0)


@settings(max_examples=100, deadline=None)
@given(SCORES, st.sampled_from(PAIRS))
def test_different_always_separates(scores: dict[tuple[str, str], float], pair: tuple[str, str]) -> None:
    assert not any(set(pair) <= set(group) for group in cluster(IDS, scores, -1.0, different=[pair]))


@settings(max_examples=100, deadline=None)
@given(SCORES, st.sampled_from(PAIRS))
def test_same_always_joins(scores: dict[tuple[str, str], float], pair: tuple[str, str]) -> None:
    assert any(set(pair) <= set(group) for group in cluster(IDS, scores, -1.0, same=[pair]))


@settings(max_examples=50, deadline=None)
@given(SCORES)
def test_every_id_is_in_exactly_one_cluster(scores: dict[tuple[str, str], float]) -> None:
    assert sorted(i for group in cluster(IDS, scores, -1.0) for i in group) == sorted(IDS)
