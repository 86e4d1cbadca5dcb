"""The page: self-contained, escaped, every mark leading to its evidence."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from burdenshare.reading.model import Document, Unaccounted
from burdenshare.report.page import is_tight, page_of
from burdenshare.report.report import Report
from tests.samples import (
    EDITION,
    SUPPORTED,
    TEXT,
    checked_document,
    count,
    members,
    not_verified,
    observation,
    promise,
    span,
)

VOID = {"meta", "br", "link", "img", "hr", "input"}


class Outline(HTMLParser):
    """Collects ids, links, tags and the article's text; notes tags that do not nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.faults: list[str] = []
        self.open: list[str] = []
        self.article = ""
        self.skip = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        fields = dict(attrs)
        self.tags.append(tag)
        self.ids += [name for name in [fields.get("id")] if name]
        self.links += [fields["href"] or ""] if "href" in fields else []
        self.skip += tag == "sup"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.skip -= tag == "sup"
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        if "article" in self.open and not self.skip:
            self.article += data


def test_the_text_stands_on_the_page_unchanged() -> None:
    outline = Outline(Report(checked_document()).to_html())
    assert outline.article == TEXT


def test_tags_nest_and_ids_are_unique() -> None:
    outline = Outline(page_of([checked_document("one"), checked_document("two")]))
    assert outline.faults == []
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))


def test_every_mark_leads_to_a_card_on_the_page() -> None:
    outline = Outline(page_of([checked_document()]))
    inside = {link[1:] for link in outline.links if link.startswith("#")}
    assert inside <= set(outline.ids)
    assert {"d1-s1", "d1-s2", "d1-s3", "d1-s4"} <= inside


def test_page_needs_no_network_and_no_script() -> None:
    page = page_of([checked_document()])
    outline = Outline(page)
    assert not {"script", "link", "img", "iframe", "object"} & set(outline.tags)
    assert "default-src 'none'" in page
    assert not re.search(r"@import|url\(|@font-face", page)


def test_words_of_the_article_cannot_become_markup() -> None:
    hostile = '<script>alert(1)</script> & "quoted" ]]> </style>'
    entry = count()
    bad = replace(
        entry,
        statement=replace(entry.statement, text=hostile, words=hostile),
        then=replace(SUPPORTED, why=hostile, evidence=(observation(entity=hostile),), context=(hostile,)),
        context=(hostile,),
    )
    document = Document("id", hostile, title=hostile, outlet=hostile)
    page = page_of([replace(checked_document(), document=document, checked=(bad,), remarks=(hostile,))])
    assert "<script" not in page
    assert Outline(page).article == hostile
    assert page.count("</style>") == 1


def test_address_that_is_no_web_page_is_not_a_link() -> None:
    entry = count()
    evidence = (replace(observation(), source="javascript:alert(1)"),)
    page = page_of([replace(checked_document(), checked=(replace(entry, then=replace(SUPPORTED, evidence=evidence)),))])
    assert not any(link.startswith("javascript") for link in Outline(page).links)


def test_verdicts_stand_as_words_not_as_colours_alone() -> None:
    page = page_of([checked_document()])
    assert "statement 1: supported then, contradicted now" in page
    assert "statement 3: priced" in page
    assert "✘" in page


def test_price_lists_the_largest_gap_first_and_names_who_is_left_out() -> None:
    page = page_of([checked_document()])
    table = page[page.index("What it asks of each ally") :]
    assert table.index("DEU") < table.index("CAN")
    assert "Without data, left out: ISL" in page
    assert "POL" not in table[: table.index("</table>")]


def test_numbers_not_accounted_for_are_listed_with_their_reason() -> None:
    page = page_of([checked_document()])
    assert "<q>F-35</q> <span>the name of a weapon</span>" in page


def test_what_was_not_understood_stands_before_what_was_set_aside() -> None:
    strange = Unaccounted(span("2 %"), "2 %", "not understood: a percentage without a measure the record holds")
    sample = checked_document()
    page = page_of([replace(sample, unaccounted=(*sample.unaccounted, strange))])
    assert page.index("Numbers not understood <small>1<") < page.index("Set aside on purpose")
    assert Outline(page).faults == []


def test_each_half_of_a_split_mark_has_its_own_colour() -> None:
    page = page_of([checked_document()])
    assert '<span class="v-supported">✔</span><span class="v-contradicted">✘</span>1</a>' in page


def test_answer_told_for_both_clocks_names_both_days() -> None:
    entry = members()
    now = replace(SUPPORTED, on=EDITION)
    page = page_of([replace(checked_document(), checked=(replace(entry, then=SUPPORTED, now=now),))])
    assert "<h3>then and now <small>2025-02-13 and 2026-07-02</small>" in page


def test_paragraphs_that_follow_without_a_blank_line_get_room_and_keep_their_characters() -> None:
    text = f"{TEXT.splitlines()[0] * 2}\nA second <b>paragraph</b>.\nA third."
    page = page_of([replace(checked_document(), document=Document("id", text), checked=(), unaccounted=())])
    assert page.count('<span class="gap"></span>') == 2
    assert Outline(page).article == text
    assert 'gap"' not in page_of([checked_document()])
    assert not is_tight("Lines wrapped by hand\nare no paragraphs.\n")


def test_note_on_several_allies_is_told_once() -> None:
    entry = promise()
    assert entry.price is not None
    lines = tuple(replace(line, note="the newest release lacks it") for line in entry.price.lines)
    page = page_of([replace(checked_document(), checked=(replace(entry, price=replace(entry.price, lines=lines)),))])
    assert page.count("the newest release lacks it") == 1
    assert "DEU, CAN: the newest release lacks it" in page


def test_text_without_statements_says_so() -> None:
    page = page_of([replace(checked_document(), checked=(), unaccounted=())])
    assert "No statement on allied defence was found" in page
    assert Outline(page).article == TEXT


def test_proposals_that_were_not_verified_are_listed_and_escaped() -> None:
    evil = replace(not_verified(), words="<script>alert(1)</script>", subject="<img src=x onerror=y>", unit="</li>")
    page = page_of([replace(checked_document(), not_verified=(evil,))])
    outline = Outline(page)
    assert outline.faults == []
    assert "script" not in outline.tags
    assert "img" not in outline.tags
    assert "Proposed, not verified" in page
    assert outline.article == TEXT
    assert "Proposed, not verified" not in page_of([checked_document()])
