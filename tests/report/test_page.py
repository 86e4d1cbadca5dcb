"""The page: self-contained, escaped, every mark leading to its evidence."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from burdenshare.reading.model import Document
from burdenshare.report.page import page_of
from burdenshare.report.report import Report
from tests.samples import SUPPORTED, TEXT, checked_document, count, observation

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


def test_text_without_statements_says_so() -> None:
    page = page_of([replace(checked_document(), checked=(), unaccounted=())])
    assert "No statement on allied defence was found" in page
    assert Outline(page).article == TEXT
