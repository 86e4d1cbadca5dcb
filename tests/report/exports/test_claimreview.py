"""ClaimReview: what schema.org and the readers of it ask for is there, rated by what was known on the day."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import burdenshare as bs
from burdenshare.checking.model import Verdict
from burdenshare.record import Record
from burdenshare.report.exports.claimreview import RATINGS, reviewer_of, reviews_of, unrated
from burdenshare.report.report import Report
from tests.report.saved.test_reports import TEXTS
from tests.samples import checked_document, count, judgement, level

PAGE = "https://example.org/checks/7"
REVIEWER = bs.Reviewer("The Example", PAGE, "https://example.org", appearance="https://example.com/story")

NAMED = {"type": "object", "properties": {"@type": {"type": "string"}, "name": {"type": "string", "minLength": 1}}}
WHO = NAMED | {"required": ["@type", "name"]}
DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
ADDRESS = {"type": "string", "pattern": "^https?://"}
SHAPE = {
    "type": "object",
    "properties": {
        "@type": {"const": "ClaimReview"},
        "@id": ADDRESS,
        "url": ADDRESS,
        "datePublished": DAY,
        "inLanguage": {"const": "en"},
        "claimReviewed": {"type": "string", "minLength": 1},
        "author": WHO | {"properties": {"@type": {"enum": ["Organization", "Person"]}, "url": ADDRESS, "name": {}}},
        "reviewRating": {
            "type": "object",
            "properties": {
                "@type": {"const": "Rating"},
                "ratingValue": {"type": "integer", "minimum": 1, "maximum": 5},
                "bestRating": {"const": 5},
                "worstRating": {"const": 1},
                "alternateName": {"enum": ["supported", "close", "depends", "contradicted"]},
                "ratingExplanation": {"type": "string"},
            },
            "required": ["@type", "ratingValue", "bestRating", "worstRating", "alternateName"],
            "additionalProperties": False,
        },
        "itemReviewed": {
            "type": "object",
            "properties": {
                "@type": {"const": "Claim"},
                "author": WHO,
                "datePublished": DAY,
                "appearance": {
                    "type": "object",
                    "properties": {"@type": {"const": "CreativeWork"}, "url": ADDRESS, "datePublished": DAY},
                    "required": ["@type"],
                },
            },
            "required": ["@type", "appearance"],
            "additionalProperties": False,
        },
        "reviewBody": {"type": "string", "minLength": 20},
        "citation": {"type": "array", "items": WHO | {"properties": {"url": ADDRESS}}},
        "isBasedOn": {"type": "object"},
    },
    "required": [
        "@type",
        "url",
        "datePublished",
        "claimReviewed",
        "author",
        "reviewRating",
        "itemReviewed",
        "reviewBody",
    ],
    "additionalProperties": False,
}
"""What the documentation of ClaimReview requires and recommends, in our own words."""
VALIDATOR = jsonschema.Draft202012Validator(SHAPE)


def reviews(*reports: Report, **more: Any) -> list[dict[str, Any]]:
    graph, _ = reviews_of(reports, REVIEWER, **more)
    assert graph["@context"] == "https://schema.org"
    return [one for one in graph["@graph"] if one["@type"] == "ClaimReview"]


@pytest.mark.parametrize("article", TEXTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_review_has_what_is_asked_for(article: Path, record: Record) -> None:
    report = bs.check(bs.load_document(article), record=record)
    rated = [one for one in report.checked.checked if not unrated(one)]
    if not rated:
        with pytest.raises(bs.InputError, match="no statement can be reviewed"):
            reviews(report)
        return
    found = reviews(report)
    assert len(found) == len(rated)
    for one in found:
        VALIDATOR.validate(one)
    assert len({one["url"] for one in found}) == len(found)


def test_rating_is_that_of_then_and_now_stands_in_the_words() -> None:
    (first, *_) = reviews(Report(checked_document()))
    rating = first["reviewRating"]
    assert (rating["ratingValue"], rating["alternateName"]) == (5, "supported")
    assert rating["ratingExplanation"].startswith("true when said, no longer true")
    assert "By the record of the day (2025-02-13): supported." in first["reviewBody"]
    assert "By the newest record (2026-07-02): contradicted." in first["reviewBody"]


def test_every_verdict_but_unverifiable_has_its_own_rating_in_the_order_of_agreement() -> None:
    assert set(RATINGS) == set(Verdict) - {Verdict.UNVERIFIABLE}
    ordered = [Verdict.SUPPORTED, Verdict.CLOSE, Verdict.DEPENDS, Verdict.CONTRADICTED]
    values = [RATINGS[one] for one in ordered]
    assert values == sorted(set(values), reverse=True)
    assert (values[0], values[-1]) == (5, 1)


@pytest.mark.parametrize("verdict", [one for one in Verdict if one is not Verdict.UNVERIFIABLE])
def test_word_of_the_rating_is_our_verdict(verdict: Verdict) -> None:
    entry = replace(count(), then=judgement(verdict), now=judgement(verdict))
    (review,) = reviews(Report(replace(checked_document(), checked=(entry,))))
    assert review["reviewRating"]["alternateName"] == verdict.value
    assert (
        review["reviewRating"]["ratingExplanation"] == f"{verdict.value} by the record of 2025-02-13 and of 2025-02-13"
    )


def test_what_is_not_settled_gets_no_review_and_is_named() -> None:
    open_ = replace(level(), then=judgement(Verdict.UNVERIFIABLE))
    undated = replace(level(), statement=replace(level().statement, id="s5"), then=None, then_missing="no day")
    report = Report(replace(checked_document(), checked=(count(), open_, undated)))
    graph, left = reviews_of([report], REVIEWER)
    assert [one["@type"] for one in graph["@graph"]] == ["ClaimReview", "CreativeWork"]
    assert [(one.statement, one.why) for one in left] == [
        ("s4", "unverifiable then: the record counts 23"),
        ("s5", "not judged then: no day"),
    ]
    with pytest.raises(bs.InputError, match=r"no statement can be reviewed \(unverifiable then"):
        reviews_of([report], REVIEWER, ["s4"])


def test_only_the_statement_asked_for_is_reviewed() -> None:
    (review,) = reviews(Report(checked_document()), statements=["s2"])
    assert review["url"] == f"{PAGE}#s2"
    assert review["claimReviewed"] == "32 members"


def test_reviews_of_two_articles_have_anchors_of_their_own() -> None:
    found = reviews(Report(checked_document()), Report(checked_document("two")))
    assert [one["url"] for one in found][:1] == [f"{PAGE}#1-s1"]
    assert len({one["url"] for one in found}) == len(found)
    assert {one["isBasedOn"]["@id"][-2:] for one in found} == {":1", ":2"}


def test_who_said_it_is_no_guess() -> None:
    named = replace(count(), statement=replace(count().statement, speaker=bs_speaker("Some Body", "")))
    officer = replace(
        count(), statement=replace(count().statement, id="s2", speaker=bs_speaker("A B", "prime_minister"))
    )
    voice = replace(count(), statement=replace(count().statement, id="s3"))
    report = Report(replace(checked_document(), checked=(named, officer, voice)))
    authors = [one["itemReviewed"]["author"] for one in reviews(report)]
    assert authors == [
        {"@type": "Thing", "name": "Some Body"},
        {"@type": "Person", "name": "A B", "jobTitle": "prime minister"},
        {"@type": "Organization", "name": "The Example"},
    ]


def bs_speaker(name: str, office: str) -> Any:
    return replace(count().statement.speaker, name=name, office=office)


def test_appearance_is_the_article_and_the_day_is_the_one_given() -> None:
    report = Report(checked_document())
    graph, _ = reviews_of([report], replace(REVIEWER, on=date(2026, 8, 30), person=True))
    first = graph["@graph"][0]
    assert first["datePublished"] == "2026-08-30"
    assert first["author"] == {"@type": "Person", "name": "The Example", "url": "https://example.org"}
    work = first["itemReviewed"]["appearance"]
    assert (work["url"], work["headline"], work["datePublished"]) == (
        "https://example.com/story",
        "A <title>",
        "2025-02-13",
    )


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"author": None, "url": PAGE}, "give --author NAME"),
        ({"author": "  ", "url": PAGE}, "give --author NAME"),
        ({"author": "A", "url": None}, "give --url ADDRESS"),
        ({"author": "A", "url": "example.org"}, "--url: 'example.org' is no address"),
        ({"author": "A", "url": "javascript:alert(1)"}, "is no address"),
        ({"author": "A", "url": PAGE, "home": "x"}, "--author-url: 'x' is no address"),
        ({"author": "A", "url": PAGE, "appearance": "x"}, "--appearance: 'x' is no address"),
    ],
)
def test_reviewer_without_name_or_page_is_refused(given: dict[str, Any], reason: str) -> None:
    with pytest.raises(bs.InputError, match=reason):
        reviewer_of(**given)


def test_bare_reviews_are_lighter_and_say_that_they_cannot_be_read_back(tmp_path: Path) -> None:
    report = Report(checked_document())
    for name, bare in (("whole", False), ("bare", True)):
        bs.export(report, tmp_path / name, "claimreview", reviewer=REVIEWER, bare=bare)
    assert (tmp_path / "bare").stat().st_size < (tmp_path / "whole").stat().st_size
    assert "isBasedOn" not in json.loads((tmp_path / "bare").read_text(encoding="utf-8"))["@graph"][0]
    with pytest.raises(bs.ReportError, match="holds reviews without their saved report"):
        bs.load_report(tmp_path / "bare")
