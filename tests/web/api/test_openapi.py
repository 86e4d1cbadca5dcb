"""The description is true of every route: its errors, its token, its shapes; and other sites stay outside."""

from __future__ import annotations

from typing import Any

import jsonschema
from fastapi import FastAPI
from starlette.testclient import TestClient

from burdenshare.web.api.schemas import SHIPPED
from burdenshare.web.settings import Limits
from burdenshare.web.work.files import MEDIA
from tests.web.api.conftest import ARTICLE
from tests.web.direct import client_of, direct_app

METHODS = {"get", "post", "delete"}


def operations(client: TestClient) -> list[tuple[str, str, dict[str, Any]]]:
    told = client.get("/api/openapi.json").json()
    return [(place, method, one) for place, methods in told["paths"].items() for method, one in methods.items()]


def test_description_is_openapi_and_every_reference_leads_somewhere(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    schemas = told["components"]["schemas"]
    for name in _references(told):
        held: Any = told
        for part in name.removeprefix("#/").split("/"):
            held = held[part]
    for one in schemas.values():
        jsonschema.Draft202012Validator.check_schema(one)
    assert "HTTPValidationError" not in schemas


def test_every_route_tells_of_every_error_in_the_one_shape(client: TestClient) -> None:
    for place, method, one in operations(client):
        assert method in METHODS
        wanted = {"405", "421", "422", "429", "503"} | ({"400", "408", "413", "415"} if method != "get" else set())
        assert wanted <= set(one["responses"]), place
        for status, answer in one["responses"].items():
            if status >= "400":
                schema = answer["content"]["application/json"]["schema"]
                assert schema == {"$ref": "#/components/schemas/Error"}, (place, status)


def test_the_token_is_declared_where_it_is_asked(client: TestClient) -> None:
    guarded = {(place, method) for place, method, one in operations(client) if one.get("security")}
    assert guarded == {
        ("/api/reports", "get"),
        ("/api/reports", "post"),
        ("/api/reports/{id}", "delete"),
        ("/api/reports/{id}/reviews", "post"),
        ("/api/reports/{id}/reviews/{number}", "delete"),
    }


def test_first_page_leads_to_everything(client: TestClient) -> None:
    told = client.get("/api").json()["data"]
    assert client.get(told["openapi"]).status_code == 200
    assert set(told["addresses"]) == {place for place, _, _ in operations(client)}
    assert client.get("/api/health").json()["data"] == {"status": "ok"}
    for name in SHIPPED:
        assert "$schema" in client.get(f"/api/schema?of={name}").json()["data"]


def test_a_wrong_method_names_the_right_ones(client: TestClient) -> None:
    for place, allowed in (("/api/reports", "GET, POST"), ("/api/reports/x", "GET, DELETE"), ("/api/check", "POST")):
        answer = client.put(place)
        assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
        assert answer.json()["error"]["code"] == "method_not_allowed"


def test_other_sites_stay_outside(client: TestClient) -> None:
    answer = client.options(
        "/api/check", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    )
    assert answer.status_code == 405
    assert not [name for name in answer.headers if name.startswith("access-control")]
    foreign = client.post("/api/check", json=ARTICLE, headers={"Origin": "https://evil.example"})
    assert (foreign.status_code, foreign.json()["error"]["code"]) == (403, "from_elsewhere")


def test_too_many_and_too_busy_say_when_to_come_again(tmp_path: Any) -> None:
    limits = Limits(requests=2, works=0)
    with direct_app(f"sqlite:///{tmp_path / 'few.db'}", limits=limits) as app:
        client = client_of(app)
        answers = [client.get("/api/health") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[2].json()["error"]["code"] == "too_many"
    assert int(answers[2].headers["retry-after"]) >= 1


def test_a_store_that_fails_is_503(app: FastAPI, client: TestClient, monkeypatch: Any) -> None:
    from burdenshare.errors import StoreError

    def fail(**_: Any) -> None:
        raise StoreError("cannot be used", where="the store")

    monkeypatch.setattr(type(app.state.live.store), "list", lambda self, **asked: fail())
    answer = client.get("/api/health")
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "no_store")


def test_forms_are_told_by_their_media_types(client: TestClient) -> None:
    (one,) = [one for place, _, one in operations(client) if place == "/api/export"]
    told = set(one["responses"]["200"]["content"])
    assert {MEDIA[form][0].partition(";")[0] for form in MEDIA if form != "pdf"} <= told


def _references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*(_references(one) for one in value.values()))
    return set().union(*(_references(one) for one in value)) if isinstance(value, list) else set()
