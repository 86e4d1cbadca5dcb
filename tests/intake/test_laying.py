"""A delivery becomes a layer whole or not at all, and the record answers with it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from burdenshare.errors import OutputError, RecordError
from burdenshare.intake import laying
from burdenshare.record import load_record
from burdenshare.record.layers import DESCRIPTOR, laid, layers_folder
from tests.intake.conftest import GIVEN, cell, delivery

ROWS = [cell("POL", 2025, "4.4812345"), cell("POL", 2026, "4.9"), cell("DEU", 2025, "2.39")]


def laid_down() -> None:
    made = delivery(ROWS)
    laying.lay(made, GIVEN, made.tables, accepted=[{"id": "x", "what": "w", "reason": "r"}], summary={"new": 3})


def test_a_layer_answers_with_the_cell_it_came_from(home: Path) -> None:
    packaged = load_record(layers=())
    laid_down()
    (layer,) = laid()
    assert (layer.id, layer.number, layer.release) == ("nato-2026-09", 1, "2026-09")
    assert layer.accepted[0]["reason"] == "r"
    record = load_record(layers=(layer,))
    found = record.cell("share_of_gdp", "POL", 2025)
    assert found is not None
    assert found.release.id == "2026-09"
    (seen,) = found.observations
    assert (seen.value, seen.low, seen.high) == (4.4812345, 4.4812345, 4.4812345)
    assert seen.table == "made-up.xlsx: TABLE3!D25"
    assert seen.source == GIVEN.key
    assert record.edition == date(2026, 9, 3) > packaged.edition
    assert record.version != packaged.version
    before = record.cell("share_of_gdp", "POL", 2025, as_of=date(2026, 9, 1))
    assert before is not None
    assert before.release.id == "2026-07"  # the day before knows nothing of it


def test_the_packaged_record_stays_what_it_was(home: Path) -> None:
    before = load_record(layers=())
    laid_down()
    assert load_record(layers=()).version == before.version
    laying.take_off(laid()[0].folder)
    assert laid() == ()
    assert list(layers_folder().iterdir()) == []


def test_layers_lie_in_the_order_in_which_they_came(home: Path) -> None:
    laid_down()
    second = delivery([cell("POL", 2025, "4.5")])
    laying.lay(second, GIVEN, second.tables)
    assert [(one.id, one.number) for one in laid()] == [("nato-2026-09", 1), ("nato-2026-09-2", 2)]
    found = load_record(layers=laid()).cell("share_of_gdp", "POL", 2025)
    assert found is not None
    assert found.value == 4.5


def test_a_changed_byte_of_a_layer_is_told_with_what_to_do(home: Path) -> None:
    laid_down()
    (layer,) = laid()
    table = layer.folder / "nato" / "expenditure.csv"
    table.write_bytes(table.read_bytes().replace(b"4.4812345", b"4.4812346"))
    with pytest.raises(RecordError, match=r"nato-2026-09: .*sha256.*burdenshare data remove nato-2026-09"):
        load_record(layers=laid())


@pytest.mark.parametrize("told", ["", "{}", "[]", '{"form": 99}', "\x00"])
def test_a_damaged_descriptor_is_told(home: Path, told: str) -> None:
    laid_down()
    (layers_folder() / "nato-2026-09" / DESCRIPTOR).write_text(told, encoding="utf-8")
    with pytest.raises(RecordError, match=r"nato-2026-09: .*data remove nato-2026-09"):
        laid()


def test_what_is_unfinished_counts_for_nothing(home: Path) -> None:
    aside = layers_folder() / f"{laying.ASIDE}1234"
    aside.mkdir(parents=True)
    (aside / DESCRIPTOR).write_text("half", encoding="utf-8")
    assert laid() == ()
    laid_down()
    assert [one.id for one in laid()] == ["nato-2026-09"]
    assert aside.exists()  # another import may be at work there
    os.utime(aside, (0, 0))
    laid_down()
    assert not aside.exists()


def test_a_full_disk_leaves_nothing_behind(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OutputError, match="nothing was changed"):
        laid_down()
    assert list(layers_folder().iterdir()) == []


KILLED = dedent(
    """
    import sys
    from burdenshare.intake import laying
    from tests.intake.conftest import GIVEN, cell, delivery

    made = delivery([cell("POL", 2014 + at % 12, f"{2 + at / 1e6}", measure=f"share_of_gdp") for at in range(12)])
    print("ready", flush=True)
    while True:
        laying.lay(made, GIVEN, made.tables)
    """
)


@pytest.mark.skipif(os.name != "posix", reason="there is no kill -9 on this system")
def test_killed_at_any_point_the_record_is_as_before_or_complete(home: Path) -> None:
    for round_ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": "src:."}
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.01 + 0.013 * round_)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        layers = laid()
        for layer in layers:  # each one whole: all tables with their hashes
            assert {table: layer.read(table) is not None for table in layer.tables} == dict.fromkeys(layer.tables, True)
            assert json.loads((layer.folder / DESCRIPTOR).read_bytes())["number"] == layer.number
        load_record(layers=layers)
    assert layers
