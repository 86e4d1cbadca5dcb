"""Reports as schema.org ClaimReview (JSON-LD): what search engines and archives of fact-checks read.

One review a statement. The rating is that of the clock *then*, for a speaker is judged by what was known; what the
record says *now* stands in the words. A statement that the record of its day does not settle is not rated at all.

Where a person has set a verdict of their own, theirs is the rating: who publishes a fact-check answers for it. What the
machine said, who set it aside, when and why stand in the words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from burdenshare.checking.model import Checked, Judgement, Verdict
from burdenshare.checking.said_horizons import said_so
from burdenshare.errors import InputError, ReportError
from burdenshare.reading.model import Document
from burdenshare.report import wording
from burdenshare.report.exports.texts import json_text, saved_shape, whole
from burdenshare.report.report import Report
from burdenshare.report.reviews import Review, head_told, override

BEST, WORST = 5, 1

RATINGS: dict[Verdict, int] = {
    Verdict.SUPPORTED: 5,  # the plain reading agrees: as right as the record can say
    Verdict.CLOSE: 4,  # off by no more than the record itself is revised by: nearly right, and nobody can tell better
    Verdict.DEPENDS: 3,  # right under one reading and wrong under another: the middle of the scale, as its name says
    Verdict.CONTRADICTED: 1,  # no reading comes near; 2 is left empty, since we have no verdict "mostly wrong"
}
"""Verdict to rating. `unverifiable` has none: a middle mark would say what nobody knows."""

NOW_DIFFERS: dict[tuple[Verdict, Verdict], str] = {
    (Verdict.SUPPORTED, Verdict.CONTRADICTED): "true when said, no longer true",
    (Verdict.CONTRADICTED, Verdict.SUPPORTED): "wrong by the record of that day, right by today's",
}
"""What is said of the two clocks together where the plain words of both would hide the point."""

SAVED_ID = "urn:burdenshare:saved-report:"
"""How the node that holds a saved report is called; a review names it as what it is based on."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who publishes the fact-check and where: `url` is the page of the fact-check itself, `appearance` that of the
    article it checks; `on` is the day of publication, where None that of *now* or of the last review, the later one."""

    name: str
    url: str
    home: str = ""
    person: bool = False
    appearance: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A statement without a review, and why."""

    document: str
    statement: str
    why: str


def reviewer_of(
    author: str | None,
    url: str | None,
    *,
    home: str | None = None,
    person: bool = False,
    appearance: str | None = None,
    on: date | None = None,
) -> Reviewer:
    """The reviewer, if all that a ClaimReview must name is known. Raises InputError."""
    if not author or not author.strip():
        raise InputError("a ClaimReview names who made it", where="--author", remedy="give --author NAME")
    if not url:
        raise InputError("a ClaimReview names the page it is published on", where="--url", remedy="give --url ADDRESS")
    for option, address in (("--url", url), ("--author-url", home), ("--appearance", appearance)):
        if address and not address.startswith(("https://", "http://")):
            raise InputError(f"'{wording.clean(address)}' is no address", where=option, remedy="begin it with https://")
    return Reviewer(author.strip(), url, home or "", person, appearance or "", on)


def reviews_of(
    reports: Sequence[Report], reviewer: Reviewer, statements: Sequence[str] = (), *, with_report: bool = True
) -> tuple[dict[str, Any], list[LeftOut]]:
    """The reviews as one JSON-LD graph, and what was left out; `statements` names those asked for, all where empty.

    Raises InputError where no statement can be reviewed.
    """
    graph: list[dict[str, Any]] = []
    left: list[LeftOut] = []
    for at, report in enumerate(reports, start=1):
        saved = f"{SAVED_ID}{at}" if with_report else ""
        for entry in report.checked.checked:
            if statements and entry.statement.id not in statements:
                continue
            said = report.reviews_of(entry.statement.id)
            why = unrated(entry, said)
            if why:
                left.append(LeftOut(report.checked.document.id, entry.statement.id, why))
            else:
                anchor = f"{at}-{entry.statement.id}" if len(reports) > 1 else entry.statement.id
                graph.append(_review(report, entry, reviewer, anchor, saved, said))
    if not graph:
        why = left[0].why if left else "there is no statement"
        raise InputError(f"no statement can be reviewed ({why})", remedy="see burdenshare explain for what was judged")
    if with_report:
        graph += [_saved_node(one, at) for at, one in enumerate(reports, start=1)]
    return {"@context": "https://schema.org", "@graph": graph}, left


def claimreview_of(document: dict[str, Any]) -> bytes:
    """The graph as a file."""
    return (json_text(document, indent=2) + "\n").encode("utf-8")


def unrated(entry: Checked, reviews: Sequence[Review] = ()) -> str:
    """Why a statement gets no review; empty where it gets one. The newest verdict of its `reviews` comes first."""
    set_by = override(reviews)
    if set_by is not None:
        return (
            "" if set_by.verdict in RATINGS else wording.clean(f"unverifiable, says {set_by.reviewer}: {set_by.note}")
        )
    if entry.then is None:
        return "not judged then: " + (entry.then_missing or "there is nothing to hold it against")
    if entry.then.rule == said_so.__name__:
        return "a forecast, which nobody can rate; that it was said is no rating of it"
    if entry.then.verdict not in RATINGS:
        return f"unverifiable then: {entry.then.why}"
    return ""


def _review(
    report: Report, entry: Checked, reviewer: Reviewer, anchor: str, saved: str, said: Sequence[Review]
) -> dict[str, Any]:
    checked = report.checked
    verdict, why = rating(entry, said)
    day = max([checked.edition, *(one.at.date() for one in said)])
    address = f"{reviewer.url.split('#')[0]}#{anchor}"
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": address,
        "url": address,
        "datePublished": (reviewer.on or day).isoformat(),
        "inLanguage": "en",
        "claimReviewed": whole(wording.clean(entry.statement.text)),
        "author": _author(reviewer),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[verdict],
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": verdict.value,
            "ratingExplanation": why,
        },
        "itemReviewed": _claim(checked.document, entry, reviewer),
        "reviewBody": body(entry, said),
    }
    if cited := list(_cited(report, entry)):
        review["citation"] = cited
    if saved:
        review["isBasedOn"] = {"@id": saved}
    return review


def _author(reviewer: Reviewer) -> dict[str, str]:
    author = {"@type": "Person" if reviewer.person else "Organization", "name": whole(reviewer.name)}
    return author | ({"url": reviewer.home} if reviewer.home else {})


def rating(entry: Checked, reviews: Sequence[Review]) -> tuple[Verdict, str]:
    """The verdict that is published and why, in a few words: a person's where one is set, else the machine's *then*."""
    set_by = override(reviews)
    machine = "not judged then" if entry.then is None else in_short(entry.then, entry.now)
    if set_by is not None and set_by.verdict is not None:
        told = f"{set_by.verdict.value} by the review of {set_by.reviewer} ({set_by.at.date().isoformat()})"
        return set_by.verdict, whole(wording.clean(f"{told}; by the machine: {machine}"))
    assert entry.then is not None
    return entry.then.verdict, machine


def in_short(then: Judgement, now: Judgement | None) -> str:
    """Both clocks in a few words."""
    if now is None or now.verdict is then.verdict:
        also = "" if now is None else f" and of {now.on.isoformat()}"
        return f"{then.verdict.value} by the record of {then.on.isoformat()}{also}"
    told = NOW_DIFFERS.get((then.verdict, now.verdict), f"{then.verdict.value} when said, {now.verdict.value} now")
    return f"{told} (record of {then.on.isoformat()} and of {now.on.isoformat()})"


def body(entry: Checked, reviews: Sequence[Review] = ()) -> str:
    """Both clocks in full sentences, then what people say beside them."""
    both = (("By the record of the day", entry.then), ("By the newest record", entry.now))
    told = [f"{head} ({one.on.isoformat()}): {one.verdict.value}. {one.why}." for head, one in both if one is not None]
    if entry.then is None and reviews:
        told.insert(0, f"Not judged by the record of the day: {entry.then_missing or 'nothing to hold it against'}.")
    told += [f"{head_told(one, entry.then)}. {one.note}" for one in reviews]
    return whole(wording.clean(" ".join(told)))


def _claim(document: Document, entry: Checked, reviewer: Reviewer) -> dict[str, Any]:
    said = entry.statement
    claim: dict[str, Any] = {"@type": "Claim"}
    day = said.spoken_on or document.published
    if day is not None:
        claim["datePublished"] = day.isoformat()
    if author := _claimant(document, entry):
        claim["author"] = author
    if work := _work(document, reviewer):
        claim["appearance"] = work
    return claim


def _claimant(document: Document, entry: Checked) -> dict[str, str]:
    """Who said it: a person whose office is known; any other name without a guess at what it is; else the outlet."""
    speaker = entry.statement.speaker
    if name := speaker.name or speaker.named_as:
        if not speaker.office:
            return {"@type": "Thing", "name": whole(name)}
        return {"@type": "Person", "name": whole(name), "jobTitle": whole(speaker.office.replace("_", " "))}
    return {"@type": "Organization", "name": whole(document.outlet)} if document.outlet else {}


def _work(document: Document, reviewer: Reviewer) -> dict[str, Any]:
    """The article in which it appears, as far as it is known."""
    work = {
        "url": reviewer.appearance,
        "headline": whole(wording.clean(document.title)),
        "datePublished": "" if document.published is None else document.published.isoformat(),
    }
    held: dict[str, Any] = {name: value for name, value in work.items() if value}
    if document.outlet:
        held["publisher"] = {"@type": "Organization", "name": whole(document.outlet)}
    return {"@type": "CreativeWork", **held} if held else {}


def _cited(report: Report, entry: Checked) -> Iterable[dict[str, str]]:
    """Every source of both answers once, with an address where there is one."""
    answers = [one for one in (entry.then, entry.now) if one is not None]
    keys = [key for one in answers for key in (*(cell.source for cell in one.evidence), *one.sources)]
    for key in dict.fromkeys(keys):
        cited = report.cite(key)
        yield {"@type": "CreativeWork", "name": whole(cited.name)} | ({"url": cited.address} if cited.address else {})


def _saved_node(report: Report, at: int) -> dict[str, str]:
    """The saved report as a work of its own, in words that schema.org has: nothing of JSON-LD needs to be extended."""
    return {
        "@type": "CreativeWork",
        "@id": f"{SAVED_ID}{at}",
        "name": f"Saved report of burdenshare {report.checked.code_version}",
        "encodingFormat": "application/json",
        "text": json_text(saved_shape(report)),
    }


def saved_in(text: str, where: str) -> list[str]:
    """The saved reports in a ClaimReview file, as JSON texts."""
    try:
        graph = json.loads(text.removeprefix("\ufeff"))["@graph"]
        nodes = [one for one in graph if str(one.get("@id", "")).startswith(SAVED_ID)]
        found = [str(one["text"]) for one in sorted(nodes, key=lambda one: int(one["@id"].removeprefix(SAVED_ID)))]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise ReportError(f"is no ClaimReview of burdenshare, or damaged ({fault!r})", where=where) from None
    if not found:
        raise ReportError("holds reviews without their saved report", where=where, remedy="export it without --bare")
    return found
