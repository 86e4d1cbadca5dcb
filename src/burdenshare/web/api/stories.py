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
from burdenshare.web.api.working import long
from burdenshare.web.pages.layout import settings_of
from burdenshare.web.work import story_shapes

router = APIRouter(tags=["articles"])


@router.post("/story", responses=answers(ref("Stories")), openapi_extra=body_told(StoryBody, several=True))
async def story(request: Request) -> Response:
    """Tell many reports of one event as one story: copies, claims across wordings, contradictions, who moved where."""
    body, files = await sent_in(request, StoryBody)
    articles = await story_by(request, body, files)
    most = settings_of(request).limits.files
    return told(await long(request, story_shapes.story_shape, articles, body.person, body.issue, most))
