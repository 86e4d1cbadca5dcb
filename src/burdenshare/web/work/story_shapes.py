"""What workers tell of several articles: their stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from burdenshare.errors import InputError
from burdenshare.web.work.values import Asked

if TYPE_CHECKING:
    from burdenshare.reading.model import Document
    from burdenshare.report.stories.story import StoryReport


def story_shape(articles: Sequence[Asked], person: str, issue: str, most: int) -> dict[str, Any]:
    """The stories in their documented shape; `person` and `issue` narrow them where not empty."""
    if issue:
        from burdenshare.report.stories.views import issue_of

        issue_of(issue)  # refused before any work
    return story_of(articles, most).to_dict(person=person or None, issue=issue or None)


def story_of(articles: Sequence[Asked], most: int) -> StoryReport:
    """The stories of articles, of which feeds may hold several. Raises InputError for more than `most`."""
    from burdenshare.report.article import check
    from burdenshare.report.stories.story import story

    documents: list[Document] = []
    for document in _documents(articles):
        if len(documents) == most:
            raise InputError(f"more than {most} articles were given", remedy=f"give at most {most}")
        documents.append(document)
    return story([check(one) for one in documents])


def _documents(articles: Sequence[Asked]) -> Iterator[Document]:
    """Every document under an id of its own: two files may have one name."""
    from burdenshare.reading.inputs import held_in

    taken: set[str] = set()
    for asked in articles:
        for document in held_in(asked.given.source(), on=asked.on).documents:
            name, number = document.id, 1
            while name in taken:
                number += 1
                name = f"{document.id}-{number}"
            taken.add(name)
            yield replace(document, id=name)
