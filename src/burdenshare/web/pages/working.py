"""Long work under way: how far it is, a way to stop it, and on to its result."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from burdenshare.web import faults
from burdenshare.web.layout import page
from burdenshare.web.state import state_of
from burdenshare.web.work.tasks import Phase, Task, task_shape

REFRESH = 3
"""Seconds after which a page without scripts asks again."""

router = APIRouter(include_in_schema=False)


@router.get("/tasks/{id}")
async def working(request: Request, id: str) -> Response:  # noqa: A002 (the name in the address)
    """How far a task is; done, it leads to the result."""
    task = state_of(request).tasks.get(id)
    if faults.wants_json(request):
        return told(task)
    if task.phase is Phase.DONE:
        return RedirectResponse(task.result_at, HTTPStatus.SEE_OTHER)
    if task.fault is not None:
        return faults.answer(request, task.fault, back=task.back)
    return page(request, "work.html", task.title, {"task": task, "refresh": REFRESH})


@router.post("/tasks/{id}/cancel")
async def cancel(request: Request, id: str) -> Response:  # noqa: A002
    """Stop it."""
    task = state_of(request).tasks.cancel(id)
    if faults.wants_json(request):
        return told(task)
    return RedirectResponse(f"/tasks/{id}", HTTPStatus.SEE_OTHER)


def begun(request: Request, task: Task) -> Response:
    """The answer to who asked for long work: on to its page, or its state for a program."""
    if faults.wants_json(request):
        return told(task, HTTPStatus.ACCEPTED)
    return RedirectResponse(f"/tasks/{task.id}", HTTPStatus.SEE_OTHER)


def told(task: Task, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """The state of a task for programs."""
    return JSONResponse(task_shape(task), status, headers={"Location": f"/tasks/{task.id}"})
