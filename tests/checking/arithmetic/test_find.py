"""What is found in whole texts: spans, speakers, and the texts in which nothing may be said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.checking.arithmetic import Arithmetic, arithmetic_of
from burdenshare.checking.model import Verdict
from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Mode, Reading
from burdenshare.reading.read import read
from burdenshare.record import Record, load_record

DAY = date(2025, 3, 6)


def found(text: str, record: Record, on: date | None = DAY) -> tuple[Arithmetic, ...]:
    return arithmetic_of(read(document_of(text, on=on), record), record)


def test_every_part_stands_where_its_span_says(record: Record) -> None:
    text = "NATO met.\n\nThe EU pledged €\u200b50bn to Ukraine: €33bn in loans and €27bn in grants."
    (one,) = found(text, record)
    assert [part.role for part in one.parts] == ["whole", "part", "part"]
    assert [text[part.span.start : part.span.end] for part in one.parts] == ["€\u200b50bn", "€33bn", "€27bn"]
    assert (one.span.start, one.span.end) == (one.parts[0].span.start, one.parts[-1].span.end)
    assert one.verdict is Verdict.CONTRADICTED
    assert one.distance == pytest.approx(10e9)
    assert one.distance_unit == "EUR"
    assert one.formula == "€33bn + €27bn = 60 billion EUR, said: €\u200b50bn"


def test_findings_are_numbered_in_the_order_of_the_text(record: Record) -> None:
    text = (
        "23 of the 32 NATO allies spend 2 %; the other nine do not. "
        "Poland's defence budget grew from $40bn to $50bn, up 25 %."
    )
    held = found(text, record)
    assert [one.id for one in held] == ["a1", "a2"]
    assert [one.kind for one in held] == ["complement", "change"]


def test_a_speaker_is_named_where_all_parts_are_that_persons_words(record: Record) -> None:
    said = "Defence spending in Latvia rose from 2.4 % to 3.0 % of GDP in 2024, an increase of 0.9 points"
    (quoted,) = found(f'"{said}," NATO Secretary General Mark Rutte said.', record)
    assert quoted.verdict is Verdict.CONTRADICTED
    assert quoted.speaker is None or quoted.speaker.mode is not Mode.NARRATION


def test_a_quotation_that_begins_between_the_parts_is_another_voice(record: Record) -> None:
    plain = "France gave €4.1bn and Italy €2.2bn, a total of €7.9bn, NATO said."
    assert [one.verdict for one in found(plain, record)] == [Verdict.CONTRADICTED]
    assert not found('France gave €4.1bn and "Italy €2.2bn, a total of €7.9bn", NATO said.', record)


def test_spans_up_to_today_need_a_day(record: Record) -> None:
    text = "The alliance NATO was founded in 1949, 70 years ago."
    assert [one.verdict for one in found(text, record)] == [Verdict.CONTRADICTED]
    assert not found(text, record, None)


def test_two_sizes_of_the_alliance_show_the_record_beside_them(record: Record) -> None:
    (one,) = found("All 30 members of NATO agreed. The 32-member alliance meets again in June.", record)
    assert (one.kind, one.verdict) == ("members", Verdict.CONTRADICTED)
    assert one.context == ("on record: NATO had 32 members on 2025-03-06",)
    assert one.speaker is not None


def test_a_text_that_was_not_read_gives_nothing(record: Record) -> None:
    text = "The bakery sold 12 loaves in the morning and 8 in the evening, 30 in total. " * 8
    reading = read(document_of(text, on=DAY), record)
    assert not reading.statements
    assert not arithmetic_of(reading, record)


def test_an_empty_reading_gives_nothing(record: Record) -> None:
    assert not arithmetic_of(Reading(document_of("NATO met.", on=DAY), (), ()), record)


RECORD = load_record()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1_050, 98_950), min_size=2, max_size=4), st.integers(0, 2))
def test_a_true_sum_is_never_called_wrong_however_it_is_rounded(millions: list[int], digits: int) -> None:
    told = [f"€{one / 1000:.{digits}f}bn from country {'ABCD'[at]}" for at, one in enumerate(millions)]
    whole = f"€{sum(millions) / 1000:.{digits}f}bn"
    text = f"The NATO fund got {', '.join(told[:-1])} and {told[-1]}, a total of {whole}."
    assert all(one.verdict is not Verdict.CONTRADICTED for one in found(text, RECORD))


@settings(max_examples=60, deadline=None)
@given(st.integers(1_050, 49_950), st.integers(1_050, 98_950), st.integers(0, 2))
def test_a_true_change_is_never_called_wrong_however_it_is_rounded(first: int, second: int, digits: int) -> None:
    change = 100 * (second / first - 1)
    word = "an increase" if change > 0 else "a drop"
    ends = f"from €{first / 1000:.{digits}f}bn to €{second / 1000:.{digits}f}bn"
    text = f"The NATO budget went {ends}, {word} of {abs(change):.0f} %."
    assert all(one.verdict is not Verdict.CONTRADICTED for one in found(text, RECORD))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789.,%$€()-:; \n" + "aefnortu", max_size=300))
def test_any_text_is_read_without_an_error(words: str) -> None:
    text = f"NATO from {words} to 5 %, the other nine: a total of $3bn {words}"
    for one in found(text, RECORD):
        assert 0 <= one.span.start < one.span.end <= len(text)
