"""Which release, and of which day."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.intake.model import Asked, DeliveryError, Given
from burdenshare.intake.nato.release import Dated, dated, day_alone, day_in_name, fits, release_row
from burdenshare.intake.nato.tables import Gathered, Held
from burdenshare.record import Record


def _given(name: str) -> Given:
    return Given(name, b"")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("240617-def-exp-2024-TABLES-en.xlsx", date(2024, 6, 17)),
        ("270615-def-exp-2027-en.pdf", date(2027, 6, 15)),
        ("20190625_PR2019-069-EN.pdf", date(2019, 6, 25)),
        ("copy of 240617-def-exp-2024 (1).xlsx", date(2024, 6, 17)),
        ("def-exp-2026-en.xlsx", None),
        ("PR-2019-069-eng.xlsx", None),
        ("241399-def-exp.xlsx", None),
        ("240617-budget.xlsx", None),
        ("1240617-def-exp.xlsx", None),
    ],
)
def test_the_day_in_a_name(name: str, day: date | None) -> None:
    assert day_in_name(name) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("17 June 2024", date(2024, 6, 17)),
        ("Press Release PR/CP(2019)069 25 June 2019", date(2019, 6, 25)),
        ("29 juin 2017", date(2017, 6, 29)),
        ("PR/CP(2016)116 4 July 2016 / 4 juillet 2016", date(2016, 7, 4)),
        ("The cut-off date for information used in this report was 12 June 2024.", None),
        ("12 June 2024. Figures for 2023", None),
        ("31 June 2024", None),
        ("2024", None),
        ("", None),
    ],
)
def test_a_day_counts_only_where_it_stands_alone(line: str, day: date | None) -> None:
    assert day_alone(line) == day


def test_what_is_asked_goes_before_the_name_and_the_name_before_the_page(record: Record) -> None:
    given = _given("270615-def-exp-2027-en.pdf")
    assert dated(given, Asked(), record, ["3 December 2026"]) == Dated(
        "2027-06", date(2027, 6, 15), "in the file's name"
    )
    asked = Asked(release="2026-12", published=date(2026, 12, 3))
    assert dated(given, asked, record) == Dated("2026-12", date(2026, 12, 3), "named on import")
    assert dated(_given("x.pdf"), Asked(), record, ["NATO", "3 December 2026"]) == Dated(
        "2026-12", date(2026, 12, 3), "on the title page"
    )


def test_a_release_the_record_holds_keeps_its_day(record: Record) -> None:
    # NATO's file of August 2025 is named 27 August and came out on the 28th.
    found = dated(_given("250827-def-exp-2025-en.xlsx"), Asked(), record)
    assert (found.release, found.published) == ("2025-08", date(2025, 8, 28))
    assert "2025-08-27 in the file's name" in found.known_from
    assert dated(_given("def-exp-2025-en.xlsx"), Asked(release="2025-08"), record).published == date(2025, 8, 28)
    asked = Asked(published=date(2025, 8, 26))
    assert dated(_given("x.xlsx"), asked, record).published == date(2025, 8, 26)


@pytest.mark.parametrize(
    ("name", "asked", "words"),
    [
        ("def-exp-2026-en.xlsx", Asked(), "--release 2026-12 --published 2026-12-03"),
        ("x.xlsx", Asked(release="2026-12"), "nothing says on which day"),
        ("270615-def-exp-2027-en.xlsx", Asked(release="2026-12"), "cannot have come out on 2027-06-15"),
        ("x.xlsx", Asked(release="2026-12", published=date(2026, 11, 3)), "--release 2026-11"),
        ("x.xlsx", Asked(release="December", published=date(2026, 12, 3)), "no release of NATO's"),
        ("x.xlsx", Asked(release="2026-13"), "no release of NATO's"),
    ],
)
def test_what_says_nothing_or_contradicts_is_refused(record: Record, name: str, asked: Asked, words: str) -> None:
    with pytest.raises(DeliveryError, match="^" + name.replace(".", r"\.")) as caught:
        dated(_given(name), asked, record)
    assert words in str(caught.value)


def test_the_day_a_file_was_made_is_offered_and_not_taken(record: Record) -> None:
    with pytest.raises(DeliveryError, match="--published 2026-07-09: the file was made then"):
        dated(_given("x.xlsx"), Asked(), record, made_on=date(2026, 7, 9))


def _gathered(newest: int, *, core: bool = False) -> Gathered:
    return Gathered((Held(("BEL", newest, "gdp", "current", "million USD"), "1", False, "T!D9"),), (), core)


@pytest.mark.parametrize(("newest", "right"), [(2027, True), (2026, True), (2028, False), (2025, False), (2044, False)])
def test_the_newest_year_must_fit_the_day(newest: int, right: bool) -> None:
    fault = fits(_given("x.xlsx"), Dated("2027-06", date(2027, 6, 15), ""), _gathered(newest))
    assert (fault is None) == right
    if fault is not None:
        assert fault.where == "x.xlsx: T!D9"


def test_the_row_is_as_the_packaged_ones(record: Record) -> None:
    told = Dated("2024-06", date(2024, 6, 17), "in the file's name")
    row = release_row(told, _gathered(2024), record)
    held = record.release("2024-06")
    assert (row["title"], row["own_year"], row["definition"], row["publisher"]) == (held.title, "2024", "whole", "nato")
    later = release_row(Dated("2027-03", date(2027, 3, 11), ""), _gathered(2026, core=True), record)
    assert later["title"] == "Core Defence Expenditure of NATO Countries (March 2027; figures to 2026)"
    assert later["definition"] == "core"
