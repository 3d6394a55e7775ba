"""Which statements go back to one source."""

from factory import claim, report

from hasila.link.origins import origin_of


def test_two_posts_of_one_account_are_one_source() -> None:
    posts = [report("مقتل رجل بقصف على القرية", id=id, outlet="'@QaryaRescue") for id in ("a", "b")]
    keys = {origin_of(post, claim(post, "مقتل رجل", number=1), post).key for post in posts}
    assert keys == {"outlet qaryarescue"}
