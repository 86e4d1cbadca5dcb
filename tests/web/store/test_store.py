"""The store on both databases: what is saved comes back, is listed, is reviewed, and is gone when it is deleted."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import text

import burdenshare as bs
from burdenshare.checking.model import Verdict
from burdenshare.report.report import Report
from burdenshare.report.reviews import Review
from burdenshare.web.store.saved import Saved
from burdenshare.web.store.store import Store
from tests import made
from tests.samples import DAY, EDITION, TEXT, checked_document

AT = datetime(2026, 8, 30, 14, 5, 0, 123456, tzinfo=UTC)
REPORT = Report(checked_document())
NOBODYS = "AAAAAAAAAAAAAAAAAAAAAA"


def review(statement: str = "s1", **more: object) -> Review:
    one = Review(statement, "A. Editor", AT, "He meant\nthe core.", Verdict.DEPENDS)
    return replace(one, **more)  # type: ignore[arg-type]


def test_saved_report_tells_what_made_it(store: Store) -> None:
    saved = store.save(REPORT, title="  A \x00 title\n", at=AT)
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", saved.id)
    document = REPORT.checked.document
    assert saved == Saved(
        id=saved.id,
        created_at=AT,
        title="A title",
        published=DAY,
        sha256=document.fingerprint.sha256,
        characters=len(TEXT),
        code_version="0.1.0",
        record_version="abc123",
        edition=EDITION,
        with_text=False,
    )
    assert store.get(saved.id) == saved


def test_title_is_the_documents_own_where_none_is_given(store: Store) -> None:
    assert store.save(REPORT).title == "A <title>"
    bare = replace(REPORT.checked, document=replace(REPORT.checked.document, title=" \n"))
    assert store.save(Report(bare), title="\x07").title == "sample"
    assert len(store.save(REPORT, title="word " * 200).title) <= 300


def test_time_is_this_moment_and_in_utc(store: Store) -> None:
    before = datetime.now(UTC)
    saved = store.save(REPORT)
    assert before <= saved.created_at <= datetime.now(UTC)
    summer = AT.astimezone(timezone(timedelta(hours=2)))
    found = store.get(store.save(REPORT, at=summer).id)
    assert found.created_at == AT
    assert found.created_at.utcoffset() == timedelta(0)


@pytest.mark.parametrize("with_text", [False, True])
def test_report_comes_back_value_for_value_with_its_text_only_where_asked(store: Store, with_text: bool) -> None:
    report = Report(checked_document(), reviews=(review(), review("s3", verdict=None), review(at=AT - timedelta(9))))
    saved = store.save(report, with_text=with_text)
    assert saved.with_text is with_text
    assert store.report(saved.id).to_json(with_text=True) == report.to_json(with_text=with_text)
    assert store.report(saved.id).reviews == report.reviews


def test_text_that_the_report_no_longer_holds_is_not_kept(store: Store) -> None:
    saved = store.save(REPORT.without_text(), with_text=True)
    assert not saved.with_text
    assert saved.sha256 == REPORT.checked.document.fingerprint.sha256


def test_any_report_comes_back(store: Store) -> None:
    @settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
    @given(made.reports)
    def holds(report: Report) -> None:
        saved = store.save(report, with_text=True)
        back = store.report(saved.id)
        assert back.to_json(with_text=True) == report.to_json(with_text=True)
        assert [one.review for one in store.reviews(saved.id)] == list(report.reviews)

    holds()


@pytest.mark.parametrize("name", [NOBODYS, "", "x", "a" * 5000, "%", "\x00", "' OR 1=1 --", "\ud800"])
def test_unknown_id_is_refused_everywhere_without_telling_it(store: Store, name: str) -> None:
    store.save(REPORT)
    asked = (
        lambda: store.get(name),
        lambda: store.report(name),
        lambda: store.delete(name),
        lambda: store.reviews(name),
        lambda: store.add_review(name, review()),
        lambda: store.delete_review(name, 1),
    )
    for one in asked:
        with pytest.raises(bs.NotSavedError) as caught:
            one()
        assert caught.value.line() == "no report is saved under this id; it may have been deleted"
    assert len(store.list().saved) == 1


# the list ------------------------------------------------------------------------------------------------------------


def test_list_gives_every_report_once_newest_first_however_it_is_paged(store: Store) -> None:
    times = [AT + timedelta(microseconds=one) for one in (5, 3, 3, 3, 9, 1)]
    saved = [store.save(REPORT, title=str(number), at=at) for number, at in enumerate(times)]
    expected = sorted(saved, key=lambda one: (one.created_at, one.id), reverse=True)
    for most in (1, 2, 3, 5, 6, 7):
        found: list[Saved] = []
        after = None
        while True:
            page = store.list(after=after, most=most)
            assert len(page.saved) <= most
            found += page.saved
            if (after := page.after) is None:
                break
        assert found == expected


def test_empty_list(store: Store) -> None:
    assert (store.list().saved, store.list().after) == ((), None)


def test_page_goes_on_where_its_last_report_was_deleted_and_others_were_saved(store: Store) -> None:
    saved = [store.save(REPORT, at=AT + timedelta(one)) for one in range(4)]
    page = store.list(most=2)
    store.delete(page.saved[-1].id)
    store.save(REPORT, at=AT + timedelta(99))
    assert [one.id for one in store.list(after=page.after).saved] == [saved[1].id, saved[0].id]


@pytest.mark.parametrize("after", ["", "x", "~", "2026-08-30~x", "2026-08-30T00:00:00~x", "2026-08-30T00:00:00Z~\x00"])
def test_no_place_in_the_list_is_refused(store: Store, after: str) -> None:
    with pytest.raises(bs.InputError, match="after: is no place in the list of saved reports"):
        store.list(after=after)


@pytest.mark.parametrize("most", [0, -1, 201])
def test_pages_have_a_size(store: Store, most: int) -> None:
    with pytest.raises(bs.InputError, match="most: is not from 1 to 200"):
        store.list(most=most)


# reviews -------------------------------------------------------------------------------------------------------------


def test_reviews_are_kept_in_their_order_and_come_with_the_report(store: Store) -> None:
    saved = store.save(REPORT)
    given = [review("s2", note="naïve 🛡"), review("s1"), review("s1", verdict=None, at=AT - timedelta(days=1))]
    kept = [store.add_review(saved.id, one) for one in given]
    assert [one.review for one in kept] == given
    assert store.reviews(saved.id) == tuple(kept)
    assert store.report(saved.id) == replace(store.report(saved.id), reviews=tuple(given))


def test_review_of_an_unknown_statement_is_refused(store: Store) -> None:
    saved = store.save(REPORT)
    with pytest.raises(bs.UnknownNameError, match="unknown statement 's9'"):
        store.add_review(saved.id, review("s9"))
    assert store.reviews(saved.id) == ()


def test_deleted_review_is_gone_and_its_number_is_not_given_again(store: Store) -> None:
    saved, other = store.save(REPORT), store.save(REPORT)
    first, second = store.add_review(saved.id, review()), store.add_review(saved.id, review("s2"))
    with pytest.raises(bs.NotSavedError, match="no such review is kept"):
        store.delete_review(other.id, second.number)  # it is not that report's
    store.delete_review(saved.id, second.number)
    assert store.reviews(saved.id) == (first,)
    with pytest.raises(bs.NotSavedError):
        store.delete_review(saved.id, second.number)
    assert store.add_review(saved.id, review()).number not in (first.number, second.number)


# deletion ------------------------------------------------------------------------------------------------------------


def rows(store: Store) -> dict[str, int]:
    with store._engine.connect() as connection:
        names = ("stored_reports", "stored_reviews")
        return {one: connection.execute(text(f"SELECT count(*) FROM {one}")).scalar_one() for one in names}


def test_deleted_report_is_gone_with_its_reviews_and_no_other(store: Store) -> None:
    saved, other = store.save(REPORT), store.save(Report(checked_document(), reviews=(review(),)))
    store.add_review(saved.id, review())
    store.delete(saved.id)
    with pytest.raises(bs.NotSavedError):
        store.report(saved.id)
    assert rows(store) == {"stored_reports": 1, "stored_reviews": 1}
    assert store.report(other.id).reviews == (review(),)


# at once -------------------------------------------------------------------------------------------------------------


def test_many_threads_save_review_list_and_delete_at_once(store: Store) -> None:
    kept = store.save(REPORT)

    def work(number: int) -> str:
        saved = store.save(REPORT, title=f"report {number}", with_text=True)
        store.add_review(saved.id, review(note=f"of {number}"))
        store.add_review(kept.id, review(note=f"by {number}"))
        assert store.report(saved.id).reviews[0].note == f"of {number}"
        assert store.list(most=200).saved
        if number % 4 == 0:
            store.delete(saved.id)
        return saved.id

    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(work, range(24)))
    assert len(set(ids)) == 24
    assert rows(store) == {"stored_reports": 19, "stored_reviews": 18 + 24}
    assert {one.review.note for one in store.reviews(kept.id)} == {f"by {number}" for number in range(24)}


def test_two_stores_on_one_database_see_each_other(store: Store, url: str) -> None:
    saved = store.save(REPORT, at=AT)
    with Store.open(url) as other:
        assert other.get(saved.id) == saved
        other.delete(saved.id)
    assert store.list().saved == ()


def test_days_without_a_year_of_four_digits_and_none_are_kept(store: Store) -> None:
    undated = replace(REPORT.checked, document=replace(REPORT.checked.document, published=None))
    assert store.save(Report(undated)).published is None
    early = replace(REPORT.checked, document=replace(REPORT.checked.document, published=date(1949, 4, 4)))
    assert store.get(store.save(Report(early)).id).published == date(1949, 4, 4)
