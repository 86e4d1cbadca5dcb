"""robots.txt as RFC 9309 has it."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.corpus.watching.robots import MOST_DELAY, NONE, rules_of

OF_THE_STANDARD = """
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""


@pytest.mark.parametrize(
    ("agent", "allowed", "forbidden"),
    [
        ("burdenshare", ["/publications/x", "/", "/a.gif?x"], ["/example/", "/a/b.gif"]),
        ("foobot", ["/example/page.html", "/example/allowed.gif"], ["/", "/publications/"]),
        ("barbot", ["/", "/example/other.html"], ["/example/page.html"]),
        ("bazbot", ["/"], ["/example/page.html", "/example/page.html?x=1"]),
        ("quxbot", ["/example/", "/a.gif"], []),
    ],
)
def test_example_of_the_standard(agent: str, allowed: list[str], forbidden: list[str]) -> None:
    rules = rules_of(OF_THE_STANDARD, agent)
    assert [one for one in allowed if not rules.allow(one)] == []
    assert [one for one in forbidden if rules.allow(one)] == []


@pytest.mark.parametrize(
    ("path", "target", "fits"),
    [
        ("/a*b*c$", "/axbxc", True),
        ("/a*b*c$", "/axbxcx", False),
        ("/a*c*c$", "/ac", False),
        ("/*?", "/page?x=1", True),
        ("/*?", "/page", False),
        ("/c%c3%a9sar", "/c%C3%A9sar/menu", True),
        ("/césar", "/c%C3%A9sar", True),
        ("/a$b", "/a$bc", True),
        ("*", "/", True),
        ("/$", "/", True),
        ("/$", "/a", False),
    ],
)
def test_stars_and_ends(path: str, target: str, fits: bool) -> None:
    assert rules_of(f"User-agent: *\nDisallow: {path}").allow(target) is not fits


def test_the_longest_rule_decides_and_of_equal_ones_the_kinder() -> None:
    rules = rules_of("User-agent: *\nDisallow: /news\nAllow: /news\nDisallow: /news/private\nAllow: /")
    assert rules.allow("/news/today")
    assert not rules.allow("/news/private/x")


def test_groups_of_one_name_are_one_and_ours_wins_over_everybodys() -> None:
    groups = ("BurdenShare/1.0\nDisallow: /a", "*\nDisallow: /", "burdenshare\nDisallow: /b")
    rules = rules_of("\n\n".join(f"User-agent: {one}" for one in groups))
    assert [rules.allow(one) for one in ("/a", "/b", "/c")] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 12.5", 12.5),
        ("User-agent: *\nCrawl-delay: 99999", MOST_DELAY),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: other\nCrawl-delay: 12", 0.0),
    ],
)
def test_a_pause_is_kept_to(text: str, delay: float) -> None:
    assert rules_of(text).delay == delay


def test_nothing_is_allowed_by_none() -> None:
    assert not NONE.allow("/")


@given(st.text(max_size=200), st.text("/abc*$?%", min_size=1, max_size=30))
def test_any_text_is_read_without_a_fault(text: str, target: str) -> None:
    rules = rules_of(text)
    assert isinstance(rules.allow(target), bool)


PLAIN = st.lists(st.sampled_from(["/a", "/a/b", "/b", "/c/"]), min_size=1, max_size=4, unique=True)


@given(PLAIN, st.sampled_from(["/", "/a", "/a/b/c", "/b", "/c", "/c/x"]))
def test_rules_without_stars_that_only_forbid_are_read_as_python_reads_them(paths: list[str], target: str) -> None:
    text = "User-agent: *\n" + "\n".join(f"Disallow: {one}" for one in paths)
    oracle = RobotFileParser()
    oracle.parse(text.splitlines())
    assert rules_of(text).allow(target) == oracle.can_fetch("burdenshare", target)
