"""Semantics §1: values and units."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from burdenshare.errors import RecordError
from burdenshare.record import Grade, Record
from burdenshare.record.groups import build_groups
from burdenshare.record.nato_cells import observations
from burdenshare.record.releases import build_releases

from .conftest import Rows


def _raw(raw: Callable[[str], Rows], **wanted: str) -> dict[str, str]:
    hits = [row for row in raw("nato/expenditure.csv") if all(row[key] == value for key, value in wanted.items())]
    assert len(hits) == 1
    return hits[0]


def test_values_are_in_base_units_whatever_the_release_printed(record: Record, raw: Callable[[str], Rows]) -> None:
    billions = _raw(raw, release="2019-06", ally="DEU", year="2018", measure="gdp")
    millions = _raw(raw, release="2024-06", ally="DEU", year="2018", measure="gdp", price_basis="constant_2015")
    assert (billions["unit"], millions["unit"]) == ("billion USD", "million USD")
    old = record.cell("gdp", "DEU", 2018, basis="constant", release="2019-06", exact_release=True)
    new = record.cell("gdp", "DEU", 2018, basis="constant", release="2024-06", exact_release=True)
    assert old and new and old.value == pytest.approx(float(billions["value"]) * 1e9)
    assert new.value == pytest.approx(float(millions["value"]) * 1e6)
    assert old.value == pytest.approx(new.value, rel=0.05)


def test_personnel_is_in_persons_and_the_printed_form_stays_in_the_evidence(
    record: Record, raw: Callable[[str], Rows]
) -> None:
    row = _raw(raw, release="2024-06", ally="POL", year="2024", measure="military_personnel")
    found = record.cell("military_personnel", "POL", 2024, release="2024-06", exact_release=True)
    assert found and found.unit == "persons" and found.value == pytest.approx(float(row["value"]) * 1000)
    assert found.observations[0].printed == f"{row['value']} thousand"


def test_per_cent_stays_per_cent(record: Record) -> None:
    found = record.cell("share_of_gdp", "EST", 2024, release="2024-06", exact_release=True)
    assert found and found.value is not None and 3 < found.value < 4 and found.unit == "%"


def test_price_basis_is_no_part_of_the_key_of_a_share(record: Record, raw: Callable[[str], Rows]) -> None:
    bases = {row["price_basis"] for row in raw("nato/expenditure.csv") if row["measure"] == "share_of_gdp"}
    assert bases == {"", "constant_2015", "constant_2021"}
    releases = {found.release.id for found in record.cells_by_release("share_of_gdp", "GBR", 2014)}
    assert {"2019-06", "2024-06", "2025-08", "2026-07"} <= releases
    assert record.cell("share_of_gdp", "GBR", 2014, basis="constant_2015") == record.cell("share_of_gdp", "GBR", 2014)


def test_money_whose_page_names_no_basis_answers_neither_current_nor_constant(record: Record) -> None:
    for basis in ("current", "constant"):
        assert (
            record.cell("expenditure_per_capita", "HRV", 2016, basis=basis, release="2018-03", exact_release=True)
            is None
        )
    found = record.cell("expenditure_per_capita", "HRV", 2016, basis="unnamed", release="2018-03", exact_release=True)
    assert found and "the page names no price basis" in found.caveats


@pytest.mark.parametrize(
    ("ally", "release", "currency"),
    [("HRV", "2019-06", "HRK"), ("HRV", "2024-06", "EUR"), ("BGR", "2024-06", "BGN"), ("BGR", "2026-07", "EUR")],
)
def test_a_release_states_national_currency_as_of_its_own_day(
    record: Record, ally: str, release: str, currency: str
) -> None:
    found = record.cell("expenditure", ally, 2014, unit="NCU", release=release, exact_release=True)
    assert found and found.unit == currency


def test_legacy_sums_convert_at_the_irrevocable_rate(record: Record, raw: Callable[[str], Rows]) -> None:
    row = _raw(raw, release="2019-06", ally="HRV", year="2014", measure="expenditure", unit="million NCU")
    kuna = float(row["value"]) * 1e6
    found = record.cell("expenditure", "HRV", 2014, unit="EUR", release="2019-06", exact_release=True)
    assert found and found.value == pytest.approx(kuna / 7.53450) and "7.5345" in found.derivation.note
    lev = _raw(
        raw,
        release="2024-06",
        ally="BGR",
        year="2023",
        measure="expenditure",
        unit="million NCU",
        price_basis="current",
    )
    euro = record.cell("expenditure", "BGR", 2023, unit="EUR", release="2024-06", exact_release=True)
    assert euro and euro.value == pytest.approx(float(lev["value"]) * 1e6 / 1.95583)


def test_constant_prices_are_those_the_release_prints(record: Record) -> None:
    june = record.cell("expenditure", "USA", 2023, basis="constant", release="2024-06", exact_release=True)
    july = record.cell("expenditure", "USA", 2023, basis="constant", release="2026-07", exact_release=True)
    assert june and july and (june.basis, july.basis) == ("constant_2015", "constant_2021")
    assert record.cell("expenditure", "USA", 2023, basis="constant_2015", release="2026-07", exact_release=True) is None


def test_grades_tell_native_tables_from_press_and_secondary_pages(record: Record) -> None:
    def grade(ally: str, year: int, release: str, measure: str = "share_of_gdp", unit: str = "") -> Grade:
        found = record.cell(measure, ally, year, unit=unit, release=release, exact_release=True)
        assert found is not None
        return found.observations[0].grade

    assert grade("DEU", 2018, "2019-06") is Grade.OFFICIAL
    assert grade("DEU", 2023, "2024-03") is Grade.PRESS
    assert grade("DEU", 2015, "2019-06", "expenditure", "EUR") is Grade.SECONDARY


def test_a_row_that_cannot_be_read_is_named(raw: Callable[[str], Rows]) -> None:
    groups = build_groups(
        raw("commitments/members.csv"), raw("people/groups.csv"), raw("currencies.csv"), raw("people/places.csv")
    )
    bad = dict(raw("nato/expenditure.csv")[0], value="two")
    with pytest.raises(RecordError, match=r"nato/expenditure.csv:2"):
        list(observations([bad], {bad["source"]: "press"}, build_releases(raw("nato/releases.csv")), groups))
