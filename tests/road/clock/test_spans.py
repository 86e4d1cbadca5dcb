"""From words to spans: ends, open ends, rough days, cease-fires; and the sum of two uniform times."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.record.model import Grade, Horizon
from burdenshare.road.clock.model import Ceasefire, CountsFrom, Feared, OpenEnd, SpeakerKind, Standing, StatedHorizon
from burdenshare.road.clock.spans import Span, moment_of, span_of
from burdenshare.road.clock.table import classified, rules

JANUARY = "2025-01-01"


def stated(
    low: float | None = None,
    high: float | None = None,
    year: tuple[int | None, int | None] = (None, None),
    on: str = JANUARY,
    counts_from: CountsFrom = CountsFrom.DAY_SAID,
) -> StatedHorizon:
    said = Horizon("somebody", "", "", on, low, high, year[0], year[1], "an attack", Grade.PRESS, "made up")
    return StatedHorizon(
        "x", said, Feared.ATTACK_ON_ALLY, counts_from, "", SpeakerKind.MILITARY, "x", Standing.HORIZON, "made up"
    )


def ends(one: StatedHorizon, ceasefire: Ceasefire | None = None, open_end: OpenEnd = OpenEnd.EVEN) -> tuple[float, ...]:
    span = span_of(one, ceasefire, open_end)
    assert span is not None and span.told in rules()
    return round(span.low, 3), round(span.high, 3), round(span.loose, 3)


@pytest.mark.parametrize(
    ("one", "wanted"),
    [
        (stated(5, 8), (2030, 2033, 0)),
        (stated(None, 5), (2025, 2030, 0)),
        (stated(5, None), (2030, 2035, 0)),
        (stated(12, None), (2037, 2038, 0)),
        (stated(2, 2), (2026.5, 2027.5, 0)),
        (stated(0.5, 0.5), (2025.25, 2025.75, 0)),
        (stated(year=(2027, 2027)), (2027, 2028, 0)),
        (stated(year=(2027, 2028)), (2027, 2029, 0)),
        (stated(year=(None, 2030)), (2025, 2031, 0)),
        (stated(year=(2030, None)), (2030, 2035, 0)),
        (stated(None, 3, (2027, 2028)), (2027, 2029, 0)),  # two ends before one
        (stated(4, 7, (None, 2029)), (2029, 2032, 0)),
        (stated(None, 4, (None, 2029)), (2025, 2030, 0)),  # of the same kind the named year
        (stated(5, 8, on="2025"), (2030, 2033, 0.997)),  # any day of the year alike
    ],
)
def test_words_become_spans(one: StatedHorizon, wanted: tuple[float, ...]) -> None:
    assert ends(one) == pytest.approx(wanted, abs=0.002)


def test_late_is_the_last_year_before_the_end() -> None:
    assert ends(stated(None, 5), open_end=OpenEnd.LATE) == (2029, 2030, 0)
    assert ends(stated(None, 0.5), open_end=OpenEnd.LATE) == (2025, 2025.5, 0)
    assert ends(stated(year=(None, 2030)), open_end=OpenEnd.LATE) == (2030, 2031, 0)
    assert ends(stated(5, 8), open_end=OpenEnd.LATE) == (2030, 2033, 0)


def test_from_a_cease_fire_nothing_is_counted_without_its_day() -> None:
    one = stated(2, 4, counts_from=CountsFrom.CEASE_FIRE)
    assert span_of(one, None, OpenEnd.EVEN) is None
    assert ends(one, Ceasefire(date(2027, 1, 1), date(2027, 1, 1))) == (2029, 2031, 0)
    assert ends(one, Ceasefire(date(2027, 1, 1), date(2028, 1, 1))) == (2029, 2031, 1)


def test_no_span_is_made_of_words_without_years() -> None:
    assert span_of(stated(), None, OpenEnd.EVEN) is None


def test_what_ends_before_it_begins_has_no_mass() -> None:
    with pytest.raises(InputError, match="a distribution without mass"):
        span_of(stated(year=(None, 2023)), None, OpenEnd.EVEN)


def test_the_spans_of_the_record(record: Record) -> None:
    """The ends of every drawn statement, worked out by hand from its row."""
    wanted = {
        "dgap-2023": (2029, 2033, 1),
        "siewiera-2023-12-02": (2023.917, 2026.917, 0),
        "pistorius-2024": (2029, 2032, 1),
        "kubilius-2024": (2030, 2032, 1),
        "kristoffersen-2024-01-22": (2025.057, 2027.057, 0),
        "rosin-2024-02-13": (2024.117, 2034.117, 0),
        "kristoffersen-2024-06-03": (2026.421, 2027.421, 0),
        "walker-2024-07-23": (2027, 2029, 0),
        "breuer-2024-07-23": (2029.557, 2032.557, 0),
        "kahl-2024-10-14": (2024.784, 2031, 0),
        "breuer-2025": (2029, 2032, 1),
        "iiss-2025-05-15": (2027, 2028, 0),
        "breuer-2025-06-01": (2025.414, 2030, 0),
        "rutte-2025-06-09": (2025.436, 2030.436, 0),
        "rutte-2025-06-23": (2028.474, 2032.474, 0),
        "bild-2025-07": (2027, 2028, 0),
        "france-2025-07-14": (2025.532, 2031, 0),
        "grynkewich-2025-07-17": (2027, 2028, 0),
        "rutte-2025-12-11": (2025.942, 2030.942, 0),
    }
    found = {
        one.key: ends(one)
        for one in classified(record.horizons())
        if one.standing is Standing.HORIZON and one.counts_from is CountsFrom.DAY_SAID
    }
    assert set(found) == set(wanted)
    for key, value in wanted.items():
        assert found[key] == pytest.approx(value, abs=0.004), key


def test_moments_count_days() -> None:
    assert moment_of(date(2025, 1, 1)) == 2025
    assert moment_of(date(2024, 12, 31)) == pytest.approx(2024 + 365 / 366)


widths = st.floats(0, 8, allow_subnormal=False)


@given(low=st.floats(2020, 2040), width=widths, loose=widths, at=st.floats(2015, 2065), later=st.floats(0, 5))
def test_a_span_is_a_distribution(low: float, width: float, loose: float, at: float, later: float) -> None:
    one = Span(low, low + width, loose)
    assert 0 <= one.before(at) <= one.before(at + later) + 1e-9 <= 1 + 1e-9
    assert one.before(low - 1e-6) == pytest.approx(0, abs=1e-6)
    assert one.before(one.end + 1e-6) == pytest.approx(1, abs=1e-6)
    middle = low + (width + loose) / 2
    if width > 1e-3 or loose > 1e-3:  # both parts lie evenly around their middles
        assert one.before(middle) == pytest.approx(0.5, abs=1e-3)


@pytest.mark.parametrize(("width", "loose"), [(3.0, 1.0), (1.0, 3.0), (2.0, 2.0), (2.0, 0.0), (0.0, 2.0)])
def test_two_uniform_times_added_up_agree_with_draws(width: float, loose: float) -> None:
    rng = np.random.default_rng(7)
    drawn = 2030 + rng.uniform(0, width or 1e-12, 200_000) + rng.uniform(0, loose or 1e-12, 200_000)
    one = Span(2030, 2030 + width, loose)
    for at in np.arange(2030, 2035.5, 0.25):
        assert one.before(at) == pytest.approx(float(np.mean(drawn < at)), abs=0.006)
