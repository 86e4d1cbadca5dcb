"""Text, tables, page and pictures: they say the same, fit their width, and leave nothing without its source."""

from __future__ import annotations

import csv
import io
import re

import pytest
from lxml import etree, html

import burdenshare as bs
from burdenshare.errors import InputError, UnknownNameError
from burdenshare.report.explaining_terminal import plain_tree
from tests.report.support.conftest import MAY, PRICED, STANDING

EVERY = [*STANDING, *PRICED]


def report(request: pytest.FixtureRequest, name: str) -> bs.SupportReport:
    found: bs.SupportReport = request.getfixturevalue(name)
    return found


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", EVERY)
def test_text_fits_its_width(request: pytest.FixtureRequest, name: str, width: int) -> None:
    shown = report(request, name).to_text(width=width)
    assert all(len(line) <= width for line in shown.splitlines() if "://" not in line)


def test_text_tells_which_release_and_what_was_passed_over(
    record: bs.Record, few: bs.SupportReport, undated: bs.SupportReport
) -> None:
    shown = " ".join(few.to_text().split())
    assert "release 29 of 2026-08-04" in shown
    assert "release 30 (extract) is newer and not asked: it holds no months" in shown
    assert "Germany allocated EUR 13.21 bn, 0.359 % of GDP of 2021; place 1 among countries" in shown
    dated = " ".join(undated.to_text().split())
    assert "2.734 bn (to 3.058 bn)" in dated and "booked in no month or year" in dated
    left = "its months hold 95 % of its own sum, the rest has no date and is left out here"
    assert left in dated and "its months hold" not in shown
    priced = bs.support("germany-stops", on=MAY, record=record)
    assert left in " ".join(priced.to_text().split())


def test_a_release_of_a_secondary_page_says_so_in_line_two_and_what_a_check_goes_by(
    whole: bs.SupportReport, few: bs.SupportReport
) -> None:
    shown = whole.to_text(width=80)
    second = "as known on 2026-08-22 by release 30, a secondary page: no verdict rests on it"
    assert shown.splitlines()[1] == second
    assert re.search(r"Denmark +11\.64 bn +11\.03 bn +3\.46 +3\.27\n", shown)
    assert re.search(r"Norway +11\.22 bn +10\.69 bn +2\.75 +2\.45 \(28\)\n", shown)
    told = " ".join(shown.split())
    assert "release 30 counts to 2026-06, release 29 to 2026-04" in told and "18 more donors differ: --full" in told
    assert "more donors differ" not in whole.to_text(full=True)
    page = html.fromstring(whole.to_html())
    (caveat,) = page.xpath("//main//p[@class='caveat']/text()")
    assert caveat.startswith("Release 30 was read on a secondary page: no verdict rests on it")
    assert few.to_text().splitlines()[1] == "as known on 2026-08-22" and "secondary" not in few.to_html()


def test_long_tables_are_cut_and_say_so_and_full_leaves_nothing_out(whole: bs.SupportReport) -> None:
    assert "more: --full, --csv" in whole.to_text()
    full = whole.to_text(full=True)
    assert "more: --full" not in full and "Malta" in full


def test_who_stopped_and_who_rose_is_told(whole: bs.SupportReport) -> None:
    shown = whole.to_text()
    assert re.search(r"United States +39\.66 bn +– +−39\.66 bn +stopped", shown)
    assert re.search(r"Germany +2\.953 bn +13\.13 bn +\+10\.17 bn +rose, 4\.4 times", shown)


def test_a_price_is_told_with_its_range_and_what_it_is_held_against(
    quarter: bs.SupportReport, replaced: bs.SupportReport
) -> None:
    shown = " ".join(quarter.to_text().split())
    assert "EUR 109.4 bn more in 2027 than at the present pace (83.72 bn to 112.4 bn)" in shown
    assert "at least 0.25 % of GDP a year in military aid from 2027-01 on" in shown
    assert "they would add between nothing and EUR 143.7 m together in 2027" in shown
    assert "https://news.yahoo.com/estonian-pm" in shown
    other = " ".join(replaced.to_text().split())
    assert "Europe: EUR 38.3 bn more in 2027" in other
    assert "does not list their GDP, so they bear no part" in other


@pytest.mark.parametrize("name", EVERY)
def test_csv_and_polars_hold_the_same_rows(request: pytest.FixtureRequest, name: str) -> None:
    found = report(request, name)
    rows = list(csv.DictReader(io.StringIO(found.to_csv())))
    frame = found.to_polars()
    assert len(rows) == frame.height > 0
    assert list(rows[0]) == frame.columns


def test_csv_holds_spans_and_months(whole: bs.SupportReport, few: bs.SupportReport) -> None:
    rows = list(csv.DictReader(io.StringIO(whole.to_csv())))
    (germany,) = [one for one in rows if (one["quantity"], one["entity"]) == ("given", "DEU")]
    assert (germany["eur"], germany["share_2021"], germany["share_of"]) == ("30632000000.0", "0.85", "printed")
    months = [one for one in rows if (one["quantity"], one["entity"]) == ("month", "USA")]
    assert len(months) == 52 and {one["release"] for one in months} == {"29"}
    own = {one["entity"] for one in csv.DictReader(io.StringIO(few.to_csv())) if one["quantity"] == "month"}
    assert own == {"DEU", "NORDIC"}


@pytest.mark.parametrize("name", EVERY)
def test_a_page_loads_nothing_and_every_row_of_money_has_a_source(request: pytest.FixtureRequest, name: str) -> None:
    shown = report(request, name).to_html()
    page = html.fromstring(shown)
    assert not page.xpath("//script | //link | //img | //iframe")
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for table in page.xpath("//table[contains(@class, 'support')]"):
        for row in table.xpath(".//tbody/tr"):
            assert row.xpath("./td[contains(@class, 'source')]//text()[normalize-space()]"), etree.tostring(row)[:200]


def test_pictures_say_in_words_what_they_show(whole: bs.SupportReport) -> None:
    page = html.fromstring(whole.to_html())
    told = {one.get("class").split()[1]: one.xpath("string(./*[local-name()='desc'])") for one in page.xpath("//svg")}
    assert "United States: EUR 115.4 bn from 2022-01 to 2026-04, most in 2024-10: EUR 19.38 bn" in told["months"]
    described = " ".join(one.xpath("string(./*[local-name()='desc'])") for one in page.xpath("//svg"))
    assert "Denmark 3.46 %, 4.11 % with its part of EU aid" in described
    assert "United States stopped, −39.66 bn" in described
    assert len(page.xpath("//svg")) == 6  # each once for a screen and once for a telephone


@pytest.mark.parametrize("name", ["months", "shares", "moves", ""])
def test_a_picture_stands_alone(whole: bs.SupportReport, name: str) -> None:
    root = etree.fromstring(whole.to_svg(name).encode())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


def test_pictures_there_are_not_are_refused(
    whole: bs.SupportReport, quarter: bs.SupportReport, pages: bs.SupportReport
) -> None:
    assert "<svg" in quarter.to_svg("price")
    with pytest.raises(UnknownNameError, match="did you mean months"):
        whole.to_svg("month")
    with pytest.raises(UnknownNameError):
        pages.to_svg()


def test_a_sum_is_opened_down_to_its_rows(few: bs.SupportReport, pages: bs.SupportReport) -> None:
    tree = plain_tree(few.explain("Nordic"), width=200)
    assert "military aid allocated = EUR 13.21 bn" in tree
    assert "cell: NOR aid 2026-04" in tree and "data/data_explorer.csv" in tree
    assert few.derivation("DEU").value == pytest.approx(13.213e9, rel=1e-3)
    with pytest.raises(InputError, match="is not in it"):
        few.explain("BALTIC")
    with pytest.raises(InputError):
        pages.explain("EUROPE")


def test_a_price_is_opened_down_to_gdp_and_rows(quarter: bs.SupportReport, record: bs.Record) -> None:
    tree = plain_tree(quarter.explain("Latvia"), width=200)
    assert "at least 0.25 % of GDP" in tree and "GDP in euro, WEO-2025-10" in tree
    assert "cell: LVA aid 2025-08" in tree
    assert quarter.derivation("NATO").value == quarter.priced.groups["NATO"].extra[0]  # type: ignore[union-attr]
    shared = bs.support("quarter-percent-with-eu", record=record)
    assert "its part of what the EU institutions gave" in plain_tree(shared.explain("Latvia"), width=200)
    assert "no row of the tracker tells of it" in plain_tree(quarter.explain("ALB"), width=200)


@pytest.mark.parametrize("name", EVERY)
def test_a_report_is_one_line_in_a_shell(request: pytest.FixtureRequest, name: str) -> None:
    assert re.fullmatch(r"SupportReport\(.{10,120}\)", repr(report(request, name)))


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("name", EVERY)
def test_no_word_and_no_figure_is_broken(request: pytest.FixtureRequest, name: str, width: int) -> None:
    found = report(request, name)
    shown = found.to_text(width=width)
    told = {word for line in shown.splitlines() if not SKIPPED.search(line) for word in line.split()}
    known = f"{found.to_text(width=200)} no room here for a wider window --csv"
    assert {word.strip(",:;()") for word in told} <= {word.strip(",:;()") for word in known.split()}
    assert "no room here" not in shown or width < 80
    assert not re.search(r"^ *(bn|m)( |$)", shown, re.MULTILINE)


SKIPPED = re.compile("://|─")
"""Lines of an address, which is never wrapped, and of the title."""
