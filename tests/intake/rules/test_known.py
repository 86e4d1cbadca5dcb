"""intake/rules/known.py: every exception gives its reason, and is still needed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from burdenshare.errors import RecordError
from burdenshare.intake.rules import aid, known
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.macro import all as macro
from burdenshare.intake.rules.nato import all as nato
from burdenshare.intake.rules.tables import Tables
from tests.intake.rules.deliveries import outlook

ROW = 'fault = "sums/2026-12/*"\nreason = "a reason"\nexample = "sums/2026-12/NATO"'


def _found(held: Tables) -> Iterator[Fault]:
    """What breaks a rule in the packaged record, and in two vintages when they came in."""
    yield from nato.faults(held)
    yield from macro.faults(held)
    yield from aid.faults(held)
    for vintage in ("WEO-2020-04", "WEO-2025-10", "WEO-2024-10"):
        delivery, before = outlook(held, vintage)
        yield from macro.faults(before.over(delivery.tables), frozenset({vintage}))


def test_every_exception_is_still_needed(held: Tables) -> None:
    """One that explains nothing must go, or it would hide the next fault."""
    found = list(_found(held))
    for one in known.declared():
        assert any(one.explains(fault) for fault in found), one.faults


def test_an_explained_fault_is_dropped_and_another_is_not() -> None:
    faults = [Fault("sums", "t", ("2026-12", "NATO"), "x"), Fault("sums", "t", ("2027-06", "NATO"), "x")]
    (left,) = known.unexplained(faults, known.parse(f"[[known]]\n{ROW}"))
    assert left.key[0] == "2027-06"


def test_another_value_of_the_same_cell_is_no_exception() -> None:
    (one,) = known.parse('[[known]]\nfault = "quotients/x"\nwhat = "share 2.0000, *"\nreason = "stored rounded"')
    assert one.explains(Fault("quotients", "t", ("x",), "share 2.0000, the quotient is 1.986"))
    assert not one.explains(Fault("quotients", "t", ("x",), "share 2.1000, the quotient is 1.986"))


def test_several_ids_may_share_a_reason() -> None:
    (one,) = known.parse('[[known]]\nfault = ["a/1", "b/*"]\nreason = "r"\nexample = "b/2"')
    assert [bool(one.matches.match(text)) for text in ("a/1", "b/anything", "c/1")] == [True, True, False]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ('fault = "a/1"', "no other key"),
        ('fault = "a/1"\nreason = "r"\nwho = "me"', "no other key"),
        ('fault = "a/1"\nreason = "r"\nexample = "b/1"', "no example of it"),
    ],
)
def test_a_declaration_without_reason_or_with_a_wrong_example_is_refused(row: str, fault: str) -> None:
    with pytest.raises(RecordError, match=fault):
        known.parse(f"[[known]]\n{row}")
