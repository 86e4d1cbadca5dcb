"""The names of the record, as `burdenshare record list` tells them."""

from __future__ import annotations

import pytest

from burdenshare.cli import main
from burdenshare.cli.record import KINDS
from burdenshare.record import load_record
from burdenshare.report.vocabulary import named


@pytest.mark.parametrize(("kind", "name"), [*zip(KINDS, ("POL", "EUR_CAN", "share_of_gdp", "2024-06"), strict=True)])
def test_every_kind_is_listed_within_the_width(kind: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", "list", kind]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith(f"{name}  ") for line in lines)
    assert max(map(len, lines)) <= 80
    assert lines[-1]


def test_allies_are_told_by_name_and_day() -> None:
    assert ("FIN", "Finland, since 2023-04-04") in list(named(load_record(), "allies"))


def test_unknown_names_lead_to_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", "diff", "zzz", "2024-06"]) == 2
    assert "burdenshare record list releases tells them" in capsys.readouterr().err
    assert main(["alliance", "--part", "zzz"]) == 2
    assert "known: members, groups" in capsys.readouterr().err
