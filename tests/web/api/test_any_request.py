"""Any request: schemathesis asks every route everything, fit and unfit, and every answer is as described."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from burdenshare.web.pages.industry_form import SAMPLE as OF_INDUSTRY
from burdenshare.web.pages.road_form import SAMPLE
from burdenshare.web.pages.support import SAMPLE as OF_SUPPORT
from tests.web.api.conftest import ARTICLE
from tests.web.direct import TOKEN, client_of, direct_app

EXAMPLES = int(os.environ.get("API_EXAMPLES", "4"))
"""Requests a route and mode; `API_EXAMPLES=500 pytest tests/web/api/test_any_request.py` looks for long."""

ASKING = settings(
    max_examples=EXAMPLES,
    derandomize=EXAMPLES < 100,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


EXCLUDED = [positive_data_acceptance]
"""A schema cannot say which names the record knows, nor what is an English article."""

KNOWN: dict[str, tuple[Any, ...]] = {
    "text": (ARTICLE["text"], "In 2014, 3 allies met the guideline of 2 %, said Mark Rutte.", "Nothing of the kind."),
    "on": ("2025-02-13", "1949-04-04", "2026-01-01", None),
    "now": ("2026-01-01", None),
    "as_of": ("2025-02-13", "1949-04-04"),
    "compare": ("2023-01-01",),
    "statement": ("s1", "s2", ""),
    "entity": ("Poland", "NATO", "EUR_CAN", "USA"),
    "measure": ("share_of_gdp", "allies_at_guideline", "expenditure", "aid", "production", "members", "rank"),
    "period": ("2024", "2014", "0001", "2024-06", "2018/2019"),
    "release": ("2024-06", "2026-07", "29"),
    "first": ("2024-06", "2016-07"),
    "second": ("2025-08", "2024-06"),
    "publisher": ("nato", "weo"),
    "part": (["members"], ["shares", "pledges"]),
    "form": ("csv", "json", "markdown", "html", "sqlite"),
    "verdict": ("depends", None),
    "note": ("It is not so.",),
    "articles": ([ARTICLE], [ARTICLE, {"text": "NATO has 31 members.", "on": "2025-02-13"}]),
    "issue": ("spending_target", ""),
    "person": ("",),
    "after": (0,),
    "link": (None,),
    "basis": ("", "constant"),
    "unit": ("", "EUR"),
    "baseline": (2014,),
    "scenario": ("hold", "plans", "us-halves-europe", "germany-stops", "quarter-percent", "hague-equipment"),
    "target": (3.0, 0, 30),
    "by": (2030, 2060),
    "ally": ("DEU", "NATO", "Poland, EUR"),
    "draws": (0, 100, 2500),
    "toml": (SAMPLE, 'title = "Nothing"', OF_SUPPORT, OF_INDUSTRY),
    "item": ("155mm", "caesar, k2", ""),
    "units": ("", "1,000,000", "500-700"),
    "money": ("", "EUR 2bn"),
    "price": ("", "EUR 5m-8m"),
    "reach": ("", "2000000"),
    "requirement": ("", "shells", "aircraft,ifv"),
    "donor": ("DEU", "NORDIC, EU_INST", "EUROPE"),
    "since": ("2025-01", "2024", ""),
    "until": ("2025-12", ""),
    "span": ("2025", ""),
    "against": ("hold", "2024", None),
    "give": (0.25, 0),
    "kind": ("military", ""),
    "definition": ("commitment", ""),
}
"""Values that lead further than any chance would."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    with direct_app(f"sqlite:///{tmp_path_factory.mktemp('any') / 'reports.db'}") as app:
        yield app


@pytest.mark.parametrize("mode", [*GenerationMode, None])
def test_any_request_is_answered_as_described(
    served: FastAPI, mode: GenerationMode | None, subtests: pytest.Subtests
) -> None:
    """Fit requests, unfit ones, and (None) fit ones of values that the record knows."""
    schema: Any = schemathesis.openapi.from_asgi("/api/openapi.json", served)
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @ASKING
        @given(data=st.data(), case=operation.as_strategy(generation_mode=mode or GenerationMode.POSITIVE))
        def holds(data: Any, case: Any) -> None:
            if mode is None:
                _lead(case, data, served)
            answer = case.call_and_validate(headers={"Authorization": f"Bearer {TOKEN}"}, excluded_checks=EXCLUDED)
            if answer.status_code >= 400:
                assert set(answer.json()) == {"error"}
                assert set(answer.json()["error"]) == {"code", "message", "where", "remedy"}

        with subtests.test(operation.label):
            asked += 1
            with suppress(Unsatisfiable):  # some routes take nothing that could be unfit
                holds()
    assert asked > 20


def _lead(case: Any, data: Any, app: FastAPI) -> None:
    """Put known values in the places of some of the generated ones."""
    for held in (case.query, case.body):
        if isinstance(held, dict):
            for name in KNOWN.keys() & held.keys():
                held[name] = data.draw(st.sampled_from(KNOWN[name]), label=name)
            if "text" in held:
                held.pop("file", None)
            for name in [name for name, value in held.items() if value is None]:
                del held[name]
    if "id" in case.path_parameters:
        saved = client_of(app).post("/api/reports", json=ARTICLE).json()["data"]
        case.path_parameters["id"] = saved["id"]
