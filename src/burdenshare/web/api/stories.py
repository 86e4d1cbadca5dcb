"""`/api/story`: many articles told as stories."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.web.api.asking import body_told, sent_in, story_by
from burdenshare.web.api.bodies import StoryBody
from burdenshare.web.api.envelope import told
from burdenshare.web.api.openapi import answers
from burdenshare.web.api.schemas import ref
from burdenshare.web.api.working import short
from burdenshare.web.guard.visitors import visitor_of
from burdenshare.web.layout import settings_of
from burdenshare.web.pages.links import links_of
from burdenshare.web.pages.telling import story_of
from burdenshare.web.state import state_of
from burdenshare.web.values import StoryTold
from burdenshare.web.work import stories
from burdenshare.web.work.encoding import worked

router = APIRouter(tags=["articles"])


@router.post("/story", responses=answers(ref("Stories")), openapi_extra=body_told(StoryBody, several=True))
async def story(request: Request) -> Response:
    """Tell many reports of one event as one story: copies, claims across wordings, contradictions, who moved where."""
    body, files = await sent_in(request, StoryBody)
    state, settings, visitor = state_of(request), settings_of(request), visitor_of(request.scope)
    articles = story_by(settings, body, files)
    if body.issue:
        await short(request, stories.known_issue, body.issue)
    task = state.tasks.start(
        story_of(articles, settings, state.store, links_of(request), whole=True),
        visitor,
        title="a story",
        result_at="/story/{}",
        back="/story",
        seconds=settings.limits.story_seconds,
    )
    found = await state.tasks.whole(task)
    assert isinstance(found, StoryTold)
    view = (stories.shape_of, found.packed, body.person, body.issue)
    return told(await state.tasks.run(visitor, settings.limits.story_seconds, worked, *view))
