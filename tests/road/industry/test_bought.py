"""What share is bought in Europe, by the rows that tell it."""

from datetime import date

from burdenshare.record import Record
from burdenshare.road.industry.bought import bought


def test_countries_are_named_and_rows_keep_their_codes(record: Record) -> None:
    told = bought(record.observations("production", as_of=date(2026, 8, 1)), record.name)
    assert told
    belgian = next(one for one in told if one.row.entity == "BEL")
    assert (belgian.who, belgian.what) == ("Belgium", "share of arms imports supplied by United States")
    assert "USA" in belgian.row.basis
    assert {one.who for one in told if one.goal} == {"the European Union"}
