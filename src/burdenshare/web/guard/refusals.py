"""Requests that are refused before anything is done, each with one clear line."""

from __future__ import annotations

from http import HTTPStatus

from burdenshare.errors import BurdenshareError


class Refusal(BurdenshareError):  # noqa: N818 (a refusal is no fault of the server)
    """A request that the server does not take. `status` is the HTTP status, `code` the word for programs, `wait` the
    seconds after which it may be tried again (0: never as it is)."""

    def __init__(
        self, status: HTTPStatus, code: str, what: str, *, where: str = "", remedy: str = "", wait: int = 0
    ) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.status = status
        self.code = code
        self.wait = wait


def too_large(most: int) -> Refusal:
    """More bytes than the server takes."""
    remedy = "give a smaller file, or check it on the command line"
    return Refusal(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", f"larger than {most // (1024 * 1024)} MiB", remedy=remedy
    )


def too_slow(seconds: float, pace: int) -> Refusal:
    """A request that was not sent in time."""
    what = f"the request came more slowly than {pace // 1024} KiB a second for {seconds:g} seconds"
    return Refusal(HTTPStatus.REQUEST_TIMEOUT, "too_slow", what, remedy="give a smaller file", wait=1)


def broken_off() -> Refusal:
    """A request whose sender left before its end."""
    return Refusal(HTTPStatus.BAD_REQUEST, "broken_off", "the request broke off before its end", remedy="send it again")


def too_many(wait: int) -> Refusal:
    """More requests than one address may make."""
    what = "too many requests from this address"
    return Refusal(HTTPStatus.TOO_MANY_REQUESTS, "too_many", what, remedy=f"wait {wait} seconds", wait=wait)


def busy() -> Refusal:
    """As many pieces of work wait as may."""
    what = "the server has as much work waiting as it takes"
    return Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "busy", what, remedy="try again in a few seconds", wait=5)


def enough_of_one() -> Refusal:
    """As much long work of one visitor as the server takes."""
    what = "as much long work from this address is under way as the server takes"
    remedy = "wait until one is done, or cancel it"
    return Refusal(HTTPStatus.TOO_MANY_REQUESTS, "too_many", what, remedy=remedy, wait=10)


def full() -> Refusal:
    """As many bytes are being read and worked on as may."""
    what = "the server is taking in as much as it can hold"
    return Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "busy", what, remedy="try again in a few seconds", wait=5)


def no_workers() -> Refusal:
    """No process does the work, since none starts: memory too small, or files gone."""
    what = "the workers of this server do not start"
    return Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "no_workers", what, remedy="tell its owner to start it again")


def took_too_long(seconds: float) -> Refusal:
    """Work that was stopped."""
    what = f"this took longer than {seconds:g} seconds and was stopped"
    remedy = "give a shorter text, or use the command line"
    return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "took_too_long", what, remedy=remedy)


def took_too_much() -> Refusal:
    """Work whose process ended, mostly for want of the memory it is allowed."""
    what = "this needed more memory than a piece of work is allowed, and was stopped"
    remedy = "give a shorter text, or use the command line"
    return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "took_too_much", what, remedy=remedy)


def from_elsewhere() -> Refusal:
    """A form that another site sent."""
    what = "the request comes from another site"
    return Refusal(HTTPStatus.FORBIDDEN, "from_elsewhere", what, remedy="use the form on this site")


def no_such_host() -> Refusal:
    """A Host header that this server does not answer to."""
    what = "this server does not answer to that name"
    return Refusal(
        HTTPStatus.MISDIRECTED_REQUEST, "no_such_host", what, remedy="start it with --name NAME to allow one"
    )


def no_token() -> Refusal:
    """Writing without the token that the server asks for."""
    remedy = "sign in with the token, or send it as `Authorization: Bearer …`"
    return Refusal(HTTPStatus.UNAUTHORIZED, "no_token", "saving, reviewing and deleting need the token", remedy=remedy)


def no_task(seconds: float) -> Refusal:
    """Long work that is not there, or not any more."""
    what = "there is no such work, or its result is no longer kept"
    remedy = f"begin it anew; results are kept for {seconds / 60:g} minutes"
    return Refusal(HTTPStatus.NOT_FOUND, "no_task", what, remedy=remedy)


def no_text(seconds: float) -> Refusal:
    """A text that was given, and is remembered no longer."""
    what = f"the text is no longer remembered: that is done for {seconds / 60:g} minutes"
    remedy = "go back, open “Change the text and check again”, and check it from there"
    return Refusal(HTTPStatus.NOT_FOUND, "no_text", what, remedy=remedy)


def not_found(where: str = "") -> Refusal:
    """An address behind which there is nothing."""
    return Refusal(
        HTTPStatus.NOT_FOUND, "not_found", "there is no such page", where=where, remedy="go to the first page"
    )
