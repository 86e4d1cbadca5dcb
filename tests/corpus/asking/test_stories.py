"""A story of what an archive says about something."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from burdenshare.checking.stories.model import Shift
from burdenshare.corpus.asking import stories
from burdenshare.corpus.asking.about import about
from burdenshare.corpus.asking.asking import Asking, asking
from burdenshare.corpus.asking.data_set import data_set_at
from burdenshare.corpus.asking.stories import story_about
from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record import Record
from burdenshare.report.article import check
from burdenshare.report.stories.story import story
from tests.corpus.asking.newsroom import NEWS, made


@pytest.fixture(scope="module")
def with_text(news_with_text: Path) -> Iterator[Asking]:
    with data_set_at(str(news_with_text)) as data, asking(data) as opened:
        yield opened


def test_one_subject_is_one_story_whatever_the_time_between(asked_news: Asking, record: Record) -> None:
    found = story_about(asked_news, record, about(asked_news, record, ["poland"], None, None))
    (told,) = found.story.stories.stories
    assert (found.told, found.all) == (9, 9)
    assert {one.statement.subject for one in told.tellings} == {("POL",)}
    assert told.days == (date(2024, 6, 18), date(2025, 9, 10))
    assert len(told.sources) > told.voices == 6
    assert {one.likeness for one in told.copies} <= {one / 128 for one in range(65, 129)}
    point = next(one for one in told.points if one.asked.key[:2] == ("share_of_gdp", "POL") and "2024" in one.asked.key)
    assert len(point.sides) == 2  # 4.12 and 4.07 per cent


def test_a_speaker_is_followed_over_time(asked_news: Asking, record: Record) -> None:
    found = story_about(asked_news, record, about(asked_news, record, ["Rutte"], None, None))
    (told,) = found.story.stories.stories
    steps = next(one.steps for one in told.movements if one.measure == "guideline")
    assert [one.shift for one in steps] == [Shift.START, Shift.SAME, Shift.FIRMER]


def test_texts_or_none_the_statements_are_the_same(asked_news: Asking, with_text: Asking, record: Record) -> None:
    told = []
    for opened in (asked_news, with_text):
        found = story_about(opened, record, about(opened, record, ["NATO", "allies_at_guideline"], None, None))
        told.append([[one.statement for one in story.tellings] for story in found.story.stories.stories])
        assert found.story.to_html().startswith("<!doctype html>")
        assert json.loads(found.story.to_json())
    assert told[0] == told[1]
    assert told[0]


def test_what_is_read_back_is_judged_as_the_articles_are(tmp_path: Path, record: Record) -> None:
    """The story of an archive of one article tells what the story of the article tells."""
    row = json.loads(NEWS.read_text(encoding="utf-8").splitlines()[0])
    source = tmp_path / "one.jsonl"
    source.write_text(json.dumps(row) + "\n", encoding="utf-8")
    made(tmp_path / "archive", record, source=source)
    direct = story([check(row["text"], on=date.fromisoformat(row["published"]), record=record)], record=record)
    expected = {
        (one.statement, one.entry.then and one.entry.then.verdict, one.entry.now and one.entry.now.verdict)
        for one in direct.stories.stories[0].tellings
        if one.statement.subject == ("POL",)
    }
    with data_set_at(str(tmp_path / "archive")) as data, asking(data) as opened:
        found = story_about(opened, record, about(opened, record, ["POL"], None, None))
    told = found.story.stories.stories[0].tellings
    assert {
        (one.statement, one.entry.then and one.entry.then.verdict, one.entry.now and one.entry.now.verdict)
        for one in told
    } == expected


def test_a_text_without_a_title_is_headed_by_where_it_lies(tmp_path: Path, record: Record) -> None:
    words = "The debate on the alliance went on. Germany spent {} percent of GDP on defence in 2024, the minister said."
    rows = [
        {"text": words.format("2.12"), "url": "https://www.far.example/a/b/"},
        {"text": words.format("2.3")},
    ]
    source = tmp_path / "bare.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    made(tmp_path / "archive", record, source=source)
    with data_set_at(str(tmp_path / "archive")) as data, asking(data) as opened:
        found = story_about(opened, record, about(opened, record, ["Germany"], None, None))
    titles = [source.document.title for source in found.story.stories.stories[0].sources]
    assert titles == ["far.example/a/b", f"bare.jsonl@{len(json.dumps(rows[0])) + 1}"]


def test_an_inferred_day_stays_inferred_in_a_story(tmp_path: Path, record: Record) -> None:
    text = (
        "German Chancellor Friedrich Merz met US President Donald Trump ahead of the summit in The Hague. "
        "Poland spent 1.2 percent of GDP on defence in 2024."
    )
    source = tmp_path / "undated.jsonl"
    source.write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")
    made(tmp_path / "archive", record, source=source)
    with data_set_at(str(tmp_path / "archive")) as data, asking(data) as opened:
        found = story_about(opened, record, about(opened, record, ["Poland"], None, None))
    (told,) = found.story.stories.stories[0].sources
    direct = check(text, record=record).checked.document
    kept = told.document
    assert (kept.published, kept.published_from, kept.dated_by) == (direct.published, "inferred", direct.dated_by)


def test_days_and_a_bound_narrow_it(asked_news: Asking, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = about(asked_news, record, ["poland"], date(2025, 5, 1), date(2025, 6, 30))
    found = story_about(asked_news, record, wanted)
    assert found.story.stories.stories[0].days == (date(2025, 5, 16), date(2025, 6, 6))
    monkeypatch.setattr(stories, "MOST", 2)
    found = story_about(asked_news, record, about(asked_news, record, ["poland"], None, None))
    assert (found.told, found.all) == (2, 9)
    assert found.story.stories.stories[0].days == (date(2025, 9, 1), date(2025, 9, 10))


def test_names_and_keys_mean_the_same(asked_news: Asking, record: Record) -> None:
    def asked(*words: str) -> tuple[tuple[str, ...], ...]:
        found = about(asked_news, record, words, None, None)
        return found.subjects, found.measures, found.issues, found.keys, found.speakers

    assert asked("Poland", "share of GDP") == asked("POL", "share_of_gdp") == (("POL",), ("share_of_gdp",), (), (), ())
    assert asked("burden sharing") == asked("burden_sharing") == ((), (), ("burden_sharing",), (), ())
    assert asked("spending_target")[1:3] == (("guideline",), ("spending_target",))  # both are called so
    claim, question = "share_of_gdp|POL|%|2024|||=4.12", "share_of_gdp|POL|%|2024||"
    assert asked(claim, question)[3] == (claim, question)
    assert asked("Mark Rutte") == asked("rutte") == ((), (), (), (), ("Mark Rutte",))


def test_a_claim_by_its_key_is_told_alone(asked_news: Asking, record: Record) -> None:
    found = story_about(asked_news, record, about(asked_news, record, ["share_of_gdp|POL|%|2024|||=4.12"], None, None))
    (told,) = found.story.stories.stories
    assert {(one.statement.subject, one.statement.measure) for one in told.tellings} == {(("POL",), "share_of_gdp")}
    assert {side.asked.answer.central for point in told.points for side in point.sides if side.asked.answer} == {4.12}


def test_what_nobody_speaks_of_is_refused(asked_news: Asking, record: Record) -> None:
    with pytest.raises(UnknownNameError, match="Mark Rutte"):
        about(asked_news, record, ["Ruttte"], None, None)
    with pytest.raises(InputError, match="key of a claim or speaker of the data set 'xyz'") as one:
        about(asked_news, record, ["Poland", "xyz"], None, None)
    assert "burdenshare record list tells the names" in one.value.line()
    with pytest.raises(InputError, match="names nothing; name an ally"):
        about(asked_news, record, ["Poland", " "], None, None)
    with pytest.raises(InputError, match="Austria is not a NATO ally"):
        about(asked_news, record, ["Austria"], None, None)
    with pytest.raises(InputError, match="no statement of the data set is about 'Iceland' until 2025-01-01; name less"):
        story_about(asked_news, record, about(asked_news, record, ["Iceland"], None, date(2025, 1, 1)))
