"""The pages of a generated archive, each made of its number alone: the same number is the same page in every archive of
a seed, whoever writes it."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import cache
from html import escape

from benchmarks.archive.words import filled, other, ours, subjects, topics, words

OUTLETS = 60
RELEVANT = 0.06
"""The part of the pages that is on allied defence."""
AGAIN = 0.03
"""The part of the pages that repeats the article of an earlier page on the subject, under another furniture."""
TEASED = 0.2
"""The part of the outlets whose furniture holds a headline on the subject on every page."""
OPENING = 0.12
"""Of the pages on other subjects, the part whose words open the gate."""
ABROAD = 0.3
"""Of the pages on other subjects, the part that names countries of the alliance."""
STYLE = "\n".join(
    f".c{one}{{margin:{one % 7}px;padding:{one % 5}px;color:#{one * 4099 % 0xFFFFFF:06x}}}" for one in range(220)
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is written out: its article and who publishes it."""

    number: int
    outlet: int
    title: str
    day: str
    paragraphs: tuple[str, ...]
    relevant: bool

    @property
    def address(self) -> str:
        return f"https://www.outlet-{self.outlet}.example/{self.day.replace('-', '/')}/{self.number}.html"


def page(seed: str, number: int, only: str = "") -> Page:
    """Page `number`. `only`: `ours` for an archive of articles on the subject alone, `other` for one without any."""
    draw = random.Random(f"{seed}:{number}")
    kind = draw.random()
    if only != "other" and number and kind < AGAIN and not only:
        return replace(_ours(seed, draw.randrange(number)), number=number, outlet=draw.randrange(OUTLETS))
    if only == "ours" or (only != "other" and kind < AGAIN + RELEVANT):
        return _ours(seed, number)
    topic = draw.choice(subjects(opening=draw.random() < OPENING))
    title = filled(draw, draw.choice(topic.headlines))
    abroad = other(draw, topics()["abroad"], 1) if draw.random() < ABROAD else ()
    body = (*other(draw, topic, draw.randint(4, 14)), *abroad, f"Page {number}.")
    return Page(number, draw.randrange(OUTLETS), title, _day(draw), body, relevant=False)


def _ours(seed: str, number: int) -> Page:
    draw = random.Random(f"{seed}:{number}:ours")
    title = f"Allies count their money ({number})"
    body = (*ours(draw, draw.randint(9, 13)), f"Dispatch {number}.")
    return Page(number, draw.randrange(OUTLETS), title, _day(draw), body, relevant=True)


def _day(draw: random.Random) -> str:
    return f"{draw.randint(2023, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"


def html(one: Page) -> str:
    """The page as its server sends it."""
    top, bottom = furniture(one.outlet)
    told = "\n".join(f"<p>{escape(line)}</p>" for line in one.paragraphs)
    head = (
        f"<!doctype html>\n<html lang='en'><head><meta charset='utf-8'><title>{escape(one.title)}</title>"
        f"<meta property='article:published_time' content='{one.day}T07:00:00Z'>"
        f"<meta property='og:site_name' content='Outlet {one.outlet}'>"
    )
    return f"{head}{top}<article><h1>{escape(one.title)}</h1>\n{told}\n</article>{bottom}"


@cache
def furniture(outlet: int) -> tuple[str, str]:
    """What stands around every article of an outlet: style, menus, notes, headlines of other pages, scripts."""
    draw = random.Random(f"outlet:{outlet}")
    menu = "".join(f"<li><a href='/{one.lower()}'>{one}</a></li>" for one in words()["section"])
    teasers = [filled(draw, draw.choice(draw.choice(subjects(opening=False)).headlines)) for _ in range(60)]
    if draw.random() < TEASED:
        teasers[3] = "NATO allies meet on defence spending"
    listed = "".join(f"<li class='c{at}'><a href='/more/{at}'>{escape(one)}</a></li>" for at, one in enumerate(teasers))
    script = "".join(f"window.q=window.q||[];q.push(['slot','{at}',{at * 37}]);\n" for at in range(120))
    top = (
        f"<style>{STYLE}</style><script>{script}</script></head><body><header><nav><ul>{menu}</ul></nav></header>"
        "<div class='note'><p>We use cookies to keep this site running. Choose which ones you accept.</p></div><main>"
    )
    bottom = (
        f"</main><aside><h2>Read more</h2><ul>{listed}</ul></aside><footer><ul>{menu}</ul><p>Outlet {outlet}. "
        f"All rights reserved. Write to us.</p></footer><script>{script}</script></body></html>"
    )
    return top, bottom
