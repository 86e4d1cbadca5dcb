"""Signing in with the token that a server may ask of those who write."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from burdenshare.web.guard.tokens import COOKIE, HALF_A_DAY, sign_ins
from burdenshare.web.layout import page
from burdenshare.web.pages.asking import words_in

router = APIRouter(include_in_schema=False)


@router.get("/token")
async def form(request: Request) -> HTMLResponse:
    """The form."""
    return page(request, "token.html", "Sign in", {"wrong": False})


@router.post("/token")
async def sign(request: Request) -> Response:
    """Keep a sign of the token in a cookie that no script can read, or make it void."""
    known = sign_ins(request)
    async with request.form() as given:
        leaves, told = bool(words_in(given, "leave")), words_in(given, "token")
    if leaves:
        known.leave(request.cookies.get(COOKIE, ""))
        left = RedirectResponse("/token", HTTPStatus.SEE_OTHER)
        left.delete_cookie(COOKIE)
        return left
    cookie = known.opened(told)
    if cookie is None:
        return page(request, "token.html", "Sign in", {"wrong": True}, status=HTTPStatus.UNAUTHORIZED)
    signed = RedirectResponse("/", HTTPStatus.SEE_OTHER)
    secure = request.url.scheme == "https"
    signed.set_cookie(COOKIE, cookie, HALF_A_DAY, httponly=True, samesite="strict", secure=secure)
    return signed
