"""What the record rests on, as a page."""

from __future__ import annotations

from starlette.testclient import TestClient

from burdenshare.record import Record, tables
from burdenshare.record.expected import publishers
from tests.web.pages.found import all_of, page_in


def test_edition_version_files_and_releases_are_told(client: TestClient, record: Record) -> None:
    answer = client.get("/data")
    assert record.version in answer.text and record.edition.isoformat() in answer.text
    for one in tables.resources():
        assert str(one["path"]) in answer.text
        assert str(one["hash"]).removeprefix("sha256:") in answer.text
    page = page_in(answer.text)
    for release in record.releases():
        assert page.xpath(f"//th[normalize-space()='{release.id}']")


def test_every_source_of_the_catalogue_is_named_with_its_terms(client: TestClient) -> None:
    page = page_in(client.get("/data").text)
    named = {one.text_content() for one in all_of(page, "#sources th code")}
    assert named == {row["source"] for row in tables.rows("sources.csv")}


def test_the_age_of_each_source_and_what_is_due_are_told(client: TestClient) -> None:
    page = page_in(client.get("/data").text)
    rows = [one.text_content() for one in all_of(page, "#age tbody tr")]
    assert len(rows) == len(publishers())
    assert all("nothing" in one for one in rows)  # on the day of these tests nothing is due
    assert "Nothing was imported" in page.text_content()
