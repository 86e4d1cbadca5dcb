"""Who may save, review and delete."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from burdenshare.web.app import create_app
from burdenshare.web.guard.tokens import COOKIE, HALF_A_DAY, MOST_LEFT, SignIns
from burdenshare.web.settings import Settings

TOKEN = "a token of the newsroom"
TEXT = {"text": "Germany spent 2.1 % of GDP on defence in 2024.", "on": "2024-09-02"}


@pytest.fixture(scope="module")
def guarded(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    place: Path = tmp_path_factory.mktemp("guarded") / "reports.db"
    chosen = replace(settings, token=TOKEN, database=f"sqlite:///{place}")
    with TestClient(create_app(chosen), raise_server_exceptions=False) as started:
        yield started


@pytest.fixture(autouse=True)
def signed_out(guarded: TestClient) -> None:
    guarded.cookies.clear()


def test_checking_needs_no_token(guarded: TestClient) -> None:
    assert guarded.post("/check", data=TEXT).status_code == 200


def test_saving_needs_it(guarded: TestClient) -> None:
    answer = guarded.post("/reports", data=TEXT, follow_redirects=False)
    assert answer.status_code == 401
    assert "token" in answer.text


def test_the_list_is_for_those_who_have_it(guarded: TestClient) -> None:
    assert "Sign in" in guarded.get("/reports").text


@pytest.mark.parametrize("given", ["", "wrong", TOKEN.upper(), TOKEN + " ", "é", "x" * 10_000])
def test_a_wrong_token_signs_nobody_in(guarded: TestClient, given: str) -> None:
    answer = guarded.post("/token", data={"token": given}, follow_redirects=False)
    assert answer.status_code == 401
    assert COOKIE not in answer.cookies


def test_a_browser_signs_in_saves_and_signs_out(guarded: TestClient) -> None:
    answer = guarded.post("/token", data={"token": TOKEN}, follow_redirects=False)
    assert answer.status_code == 303
    told = answer.headers["set-cookie"]
    assert "HttpOnly" in told
    assert "SameSite=strict" in told
    assert TOKEN not in told
    assert guarded.post("/reports", data=TEXT, follow_redirects=False).status_code == 303
    copied = guarded.cookies[COOKIE]
    guarded.post("/token", data={"leave": "1"})
    assert guarded.post("/reports", data=TEXT, follow_redirects=False).status_code == 401
    guarded.cookies.set(COOKIE, copied)  # who has signed out has signed out, also where the cookie was copied
    assert guarded.post("/reports", data=TEXT, follow_redirects=False).status_code == 401


def test_a_program_sends_it_in_a_header(guarded: TestClient) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    assert guarded.post("/reports", data=TEXT, headers=headers, follow_redirects=False).status_code == 303


@pytest.mark.parametrize("header", ["Bearer", "Bearer wrong", f"Basic {TOKEN}", TOKEN, "Bearer cookie"])
def test_no_other_header_will_do(guarded: TestClient, header: str) -> None:
    cookie = guarded.app.state.sign_ins.opened(TOKEN)  # type: ignore[attr-defined]
    header = header.replace("cookie", cookie)
    answer = guarded.post("/reports", data=TEXT, headers={"Authorization": header}, follow_redirects=False)
    assert answer.status_code == 401


class Clock:
    """A time that passes when the test says."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def opened(known: SignIns) -> str:
    cookie = known.opened(TOKEN)
    assert cookie is not None
    return cookie


def test_a_cookie_ends_with_its_time() -> None:
    clock = Clock()
    known = SignIns(TOKEN, clock)
    cookie = opened(known)
    clock.now += HALF_A_DAY - 1
    assert known.holds(cookie)
    clock.now += 1
    assert not known.holds(cookie)


def test_each_browser_has_a_cookie_of_its_own() -> None:
    known = SignIns(TOKEN)
    mine, yours = opened(known), opened(known)
    known.leave(mine)
    assert mine != yours
    assert not known.holds(mine)
    assert known.holds(yours)


def test_a_restart_makes_all_void() -> None:
    assert not SignIns(TOKEN).holds(opened(SignIns(TOKEN)))


def test_nobody_makes_one_or_lengthens_it() -> None:
    known = SignIns(TOKEN)
    ends, number, sign = opened(known).split(".")
    for forged in (
        "",
        ".",
        "..",
        "x",
        f"{int(ends) + 1}.{number}.{sign}",
        f"{ends}.{number}x.{sign}",
        f"{ends}.{number}.",
    ):
        assert not known.holds(forged)
        known.leave(forged)
    assert known.holds(f"{ends}.{number}.{sign}")


def test_a_server_without_a_token_gives_none_out() -> None:
    assert SignIns("").opened("") is None
    assert not SignIns("").holds("")


def test_more_who_left_than_are_remembered_sign_all_out() -> None:
    known = SignIns(TOKEN)
    stays, left = opened(known), [opened(known) for _ in range(MOST_LEFT + 1)]
    for cookie in left:
        known.leave(cookie)
    assert not any(map(known.holds, [stays, *left]))
