"""The clock's part of a scenario file as people meet it: every fault, or what it asks in one line."""

from __future__ import annotations

from pathlib import Path

from burdenshare.errors import BurdenshareError
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.clock.telling import ceasefire_words
from burdenshare.road.clock.clock import clock
from burdenshare.road.clock.model import ClockScenario, OpenEnd
from burdenshare.road.clock.scenario import SECTION, clock_of, faults_in
from burdenshare.road.toml_files import table_of, text_of


def checked_clock(file: str, record: Record) -> tuple[list[BurdenshareError], str]:
    """The faults of the clock in a file, and what it asks where it has none; neither where the file has no clock, or
    is no file that can be read: the road tells that."""
    path = Path(file)
    try:
        table = table_of(text_of(path, file), file) if path.is_file() else {}
    except BurdenshareError:
        return [], ""
    if SECTION not in table:
        return [], ""
    found = list(faults_in(table, file))
    if found:
        return found, ""
    scenario = clock_of(table, file)
    try:
        clock(record, scenario, record.edition)
    except BurdenshareError as fault:
        return list(fault.each), ""
    return [], fine_clock(scenario)


def fine_clock(scenario: ClockScenario) -> str:
    """What the clock is asked, in one line."""
    told = [f"clock, {scenario.title}: cease-fire {ceasefire_words(scenario.ceasefire)}"]
    if scenario.open_end is OpenEnd.LATE:
        told.append("open ends late")
    if scenario.weights is not None:
        told.append("weights of its own")
    if scenario.statements:
        told.append(f"{len(scenario.statements)} statements of its own")
    return wording.clean(", ".join(told))
