"""The tools themselves: what an assistant may call, described for it. Each returns a shape of `shapes.py`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from burdenshare.errors import InputError
from burdenshare.mcp import shapes, telling
from burdenshare.mcp.articles import Article, day_of, document_in, documents_in
from burdenshare.report import names
from burdenshare.report.alliance.alliance import alliance as alliance_of
from burdenshare.report.article import check as check_article
from burdenshare.report.article import packaged_record
from burdenshare.report.article import read as read_article
from burdenshare.report.days import past
from burdenshare.report.explaining_list import shortened_tree
from burdenshare.report.explaining_terminal import plain_tree
from burdenshare.report.lookup import oldest_first
from burdenshare.report.stories.story import story as story_of
from burdenshare.report.stories.views import view_of

Text = Annotated[str, Field(description="The words of the article or statement; leave empty where `link` is given.")]
Link = Annotated[str, Field(description="A public web address to fetch; leave empty where `text` is given.")]
On = Annotated[str, Field(description="The day the text was published, YYYY-MM-DD; empty where the text tells it.")]
Now = Annotated[str, Field(description="Judge `now` by the record of this day; empty for the newest.")]
Limit = Annotated[int, Field(ge=1, le=100, description="At most so many; what is left out is counted in `more`.")]
Skip = Annotated[int, Field(ge=0, description="Leave out so many from the beginning: the next page.")]
Verdict = Literal["", "supported", "close", "depends", "contradicted", "unverifiable"]
WIDTH = 120


class Tools:
    """Every tool; `links` says whether addresses may be fetched."""

    def __init__(self, links: bool) -> None:
        self._links = links

    def check(
        self,
        text: Text = "",
        link: Link = "",
        on: On = "",
        now: Now = "",
        verdict: Annotated[Verdict, Field(description="Only statements with this verdict on either clock.")] = "",
        skip: Skip = 0,
        limit: Limit = 20,
    ) -> shapes.Checked:
        """Check what a text says about NATO defence spending against official statistics. Use it for an article, a
        speech or a single sentence ("Germany spent 2.1 % of GDP in 2024"). Facts get a verdict twice: `then`, by what
        had been published on the day of the text (so give `on`), and `now`, by the newest figures. Promises get a
        price. Quote `why` and the sources rather than a verdict alone; `explain` tells how one was reached."""
        report = check_article(document_in(text, link, on, self._links), now=day_of(now, "now"))
        return telling.checked(report, skip, limit, verdict)

    def read(self, text: Text = "", link: Link = "", on: On = "", skip: Skip = 0, limit: Limit = 30) -> shapes.Read:
        """List the statements on allied defence that a text makes: who says what, how firmly, of which year, without
        any verdict."""
        reading = read_article(document_in(text, link, on, self._links))
        page, more = telling.paged(reading.statements, skip, limit)
        document = reading.document
        return shapes.Read(
            title=document.title or document.id,
            day=None if document.published is None else document.published.isoformat(),
            statements=[shapes.Statement.model_validate(telling.statement(one)) for one in page],
            more=more,
        )

    def explain(
        self,
        statement: Annotated[str, Field(description="The id that `check` gave it, such as s1.")],
        text: Text = "",
        link: Link = "",
        on: On = "",
        now: Now = "",
    ) -> shapes.Explained:
        """Tell why one statement of a text has its verdicts or its price: the question, the rule, every reading that
        was tried, the computation, the printed cells with their releases. Give the same text and days as to `check`."""
        report = check_article(document_in(text, link, on, self._links), now=day_of(now, "now"))
        tree = shortened_tree(report.explain(statement).root)
        return shapes.Explained(statement=statement, explanation=plain_tree(tree, width=WIDTH))

    def record(
        self,
        entity: Annotated[str, Field(description="An ally or group: Poland, DEU, NATO, EUR_CAN (all but the USA)…")],
        measure: Annotated[
            str,
            Field(
                description="share_of_gdp, expenditure, real_change, expenditure_growth, equipment_share, "
                "military_personnel, allies_at_guideline, share_of_total, expenditure_per_capita, gdp, population, "
                "aid… An unknown one is answered with the nearest."
            ),
        ],
        period: Annotated[str, Field(description="A year such as 2024, or a finer or longer period.")],
        as_of: Annotated[str, Field(description="Only what was published by this day; empty for the newest.")] = "",
        history: Annotated[bool, Field(description="The value in every release that holds it, oldest first.")] = False,
        basis: Annotated[str, Field(description="Price basis: current, constant, constant_2021…")] = "",
        unit: Annotated[str, Field(description="Currency: USD, EUR, or the ally's own.")] = "",
        threshold: Annotated[float, Field(ge=0, le=100, description="The guideline of a count, % of GDP.")] = 2.0,
        baseline: Annotated[int | None, Field(ge=1949, le=2100, description="Baseline of extra spending.")] = None,
        limit: Limit = 40,
    ) -> shapes.Looked:
        """Look one value of the official record up, as published by a day, with the release and the source that
        prints it. With `history` it shows how the value was revised from release to release."""
        held = packaged_record()
        key = names.entity_of(held, entity), names.measure_of(held, measure), names.period_of(period)
        day = day_of(as_of, "as_of")
        day = None if day is None else past(day, "as_of", "give a day that has been")
        if history:
            found = held.history(*key, as_of=day, basis=basis, unit=unit, threshold=threshold, baseline=baseline)
            return telling.values(held, oldest_first(found)[-limit:])
        one = held.value(*key, as_of=day, basis=basis, unit=unit, threshold=threshold, baseline=baseline)
        return telling.values(held, [one])

    def story(
        self,
        articles: Annotated[list[Article], Field(description="Two or more reports of one event.")],
        person: Annotated[str, Field(description="Only what this person said over time.")] = "",
        issue: Annotated[str, Field(description="Only this issue, such as spending_target.")] = "",
        limit: Limit = 8,
    ) -> shapes.Stories:
        """Tell several reports of one event as one story: what they agree on and who told it first, what contradicts
        what, how a target moved, who stands where, and which are copies of each other."""
        told = story_of(list(documents_in(articles, self._links)))
        return telling.stories(told, view_of(told.stories, person or None, issue or None), limit)

    def alliance(
        self,
        on: Annotated[str, Field(description="The day, YYYY-MM-DD; empty for the newest edition.")] = "",
        compare: Annotated[str, Field(description="Also tell what changed between this day and the other.")] = "",
        parts: Annotated[
            list[str],
            Field(
                description="Parts to tell entry by entry: members, groups, guideline, shares, burden, pledges, "
                "officials, meetings, aid, industry, horizons, posture, positions. None: only the glance."
            ),
        ] = [],  # noqa: B006 (never changed; a schema with a plain default is what assistants read best)
        limit: Limit = 40,
    ) -> shapes.Alliance:
        """Show NATO as it was known on a day: members, the spending guideline, who meets it, the burden, pledges with
        their price, officials in post, meetings, aid to Ukraine, industry, posture, each entry with its source."""
        if len(parts) > 13:
            raise InputError("more parts than there are", where="parts", remedy="name each once")
        found = alliance_of(on=day_of(on, "on"), compare=day_of(compare, "compare"))
        return telling.alliance(found, found.known_parts(parts), limit)
