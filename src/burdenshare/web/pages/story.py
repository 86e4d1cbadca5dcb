"""Many articles of one event told as one story: the form, the result narrowed to a person or an issue, the files."""

from __future__ import annotations

from importlib.resources import files

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from burdenshare.web import faults
from burdenshare.web.given import uploaded
from burdenshare.web.guard.visitors import visitor_of
from burdenshare.web.layout import page, settings_of, trusted
from burdenshare.web.pages.asking import words_in
from burdenshare.web.pages.check import attached
from burdenshare.web.pages.gathering import Article, articles_in
from burdenshare.web.pages.links import links_of
from burdenshare.web.pages.telling import story_of
from burdenshare.web.pages.working import begun
from burdenshare.web.state import state_of
from burdenshare.web.values import Asked, StoryTold
from burdenshare.web.work import stories

BOXES = 6
"""Boxes for pasted texts."""

PATIENCE = 1.2
"""Seconds that the answer waits for work that is soon done, so that it needs no page of its own."""

router = APIRouter(include_in_schema=False)


@router.get("/story")
async def form(request: Request) -> HTMLResponse:
    """The form."""
    settings = settings_of(request)
    minutes = round(state_of(request).tasks.keeping.seconds / 60)
    words = {"limits": settings.limits, "links": settings.links, "boxes": BOXES, "minutes": minutes}
    return page(request, "story_form.html", "Tell a story", words)


@router.post("/story")
async def tell(request: Request) -> Response:
    """Begin to tell the story of what was given."""
    settings, state = settings_of(request), state_of(request)
    async with request.form(max_part_size=settings.limits.body) as given:
        articles = example() if words_in(given, "example") else await articles_in(given, settings)
    amount = len(articles)
    task = state.tasks.start(
        story_of(articles, settings, state.store, links_of(request)),
        visitor_of(request.scope),
        title=f"Telling the story of {amount} article{'s' * (amount != 1)}",
        result_at="/story/{}",
        back="/story",
        seconds=settings.limits.story_seconds,
    )
    await state.tasks.wait(task, PATIENCE)
    return begun(request, task)


@router.get("/story/{id}")
async def told(request: Request, id: str) -> Response:  # noqa: A002 (the name in the address)
    """The story, or what one person says in it, or what is said on one issue."""
    state = state_of(request)
    found = state.tasks.result(id, StoryTold)
    person, issue = view_in(request)
    mine = (visitor_of(request.scope), state.settings.limits.story_seconds)
    if faults.wants_json(request):
        file = await state.tasks.run(*mine, stories.file_of, found.packed, "json", person, issue)
        return Response(file.data, media_type="application/json")
    if person or issue:
        html = await state.tasks.run(*mine, stories.shown, found.packed, person, issue)
    else:
        html = found.page.decode()
    minutes = round(state.tasks.keeping.seconds / 60)
    words = {"id": id, "story": found, "chapters": trusted(html), "person": person, "issue": issue, "minutes": minutes}
    return page(request, "story_told.html", found.title, words)


@router.get("/story/{id}/download")
async def download(request: Request, id: str) -> Response:  # noqa: A002
    """The same as a file."""
    state = state_of(request)
    found = state.tasks.result(id, StoryTold)
    form, seconds = request.query_params.get("form", ""), state.settings.limits.story_seconds
    run = state.tasks.run(visitor_of(request.scope), seconds, stories.file_of, found.packed, form, *view_in(request))
    return attached(await run)


def view_in(request: Request) -> tuple[str, str]:
    """The person or the issue that an address narrows the story to: `?view=person:…` or `?view=issue:…`."""
    kind, _, name = request.query_params.get("view", "").partition(":")
    return (name if kind == "person" else "", name if kind == "issue" else "")


def example() -> list[Article]:
    """Three short reports of our own on one summit, of outlets that do not exist; one prints another."""
    folder = files("burdenshare.web").joinpath("examples")
    texts = sorted((one for one in folder.iterdir() if one.name.endswith(".txt")), key=lambda one: one.name)
    return [Asked(uploaded(one.read_bytes(), one.name)) for one in texts]
