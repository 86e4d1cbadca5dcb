"""The official files, read as they are and held against the record of the day before: nothing is objected to."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.intake.model import Asked, Given
from burdenshare.intake.recognise import delivered
from burdenshare.intake.rules.held_against import faults_of
from burdenshare.intake.rules.tables import Tables
from burdenshare.record import Record
from tests.intake.rules.deliveries import nato, outlook

RAW = Path(__file__).resolve().parents[4] / "shared" / "data" / "raw"
needs_raw = pytest.mark.skipif(not RAW.is_dir(), reason="the official files are not beside this checkout")


@needs_raw
@pytest.mark.parametrize(
    ("name", "release"),
    [
        ("nato/240617-def-exp-2024-TABLES-en.xlsx", "2024-06"),
        ("nato/240617-def-exp-2024-en.pdf", "2024-06"),
        ("weo/WEOApr2020all.xls", "WEO-2020-04"),
    ],
)
def test_an_official_file_keeps_every_rule(held: Tables, record: Record, name: str, release: str) -> None:
    given = Given(Path(name).name, (RAW / name).read_bytes())
    delivery = delivered(given, Asked(), record)
    before = (outlook if release.startswith("WEO") else nato)(held, release)[1]
    assert delivery.release == release
    assert [one.line for one in faults_of(delivery, held=before)] == []
