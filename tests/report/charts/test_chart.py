"""Charts from Python and from the command line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.cli import main
from burdenshare.record import Record
from burdenshare.report.charts import needs
from burdenshare.report.charts.model import Allies, Releases, Years


def test_the_question_decides_what_is_drawn(record: Record) -> None:
    counted = bs.chart("NATO", "allies_at_guideline", 2024, as_of=date(2025, 2, 13), record=record)
    assert isinstance(counted.plot, Allies)
    assert counted.title == "23 of 32 allies met 2 % of GDP in 2024, 8 did not, one is not counted"
    assert isinstance(bs.chart("NATO", "allies_at_guideline", 2024, history=True, record=record).plot, Releases)
    years = bs.chart("DEU", "share_of_gdp", 2024, record=record)
    assert isinstance(years.plot, Years)
    assert years.plot.marked == "2024"
    assert years.alt.startswith("Line chart by year: Germany")


def test_a_chart_knows_what_it_cannot_be(record: Record, tmp_path: Path) -> None:
    with pytest.raises(bs.InputError, match="no calendar year"):
        bs.chart("NATO", "allies_at_guideline", "2024-06", record=record)
    with pytest.raises(bs.InputError, match=r"end it in \.svg, \.png, \.json"):
        bs.chart("DEU", "share_of_gdp", 2024, record=record).save(tmp_path / "a.pdf")


def test_without_the_extra_one_line_says_what_to_do(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    chart = bs.chart("DEU", "share_of_gdp", 2024, record=record)
    for module in ("altair", "vl_convert"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(bs.InputError, match=r"needs? altair.*burdenshare\[web\]"):
        chart.spec()
    with pytest.raises(bs.InputError, match="vl_convert"):
        needs.needed("vl_convert")


def test_values_are_computed_without_what_draws_them() -> None:
    code = (
        "import sys, burdenshare as bs; bs.chart('DEU', 'share_of_gdp', 2024).alt; "
        "print([one for one in ('altair', 'vl_convert', 'narwhals') if one in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"


def test_the_command_line_draws_beside_its_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("vl_convert", reason="the extra `web` is not installed")
    pytest.importorskip("altair", reason="the extra `web` is not installed")
    asked = ["record", "Germany", "share_of_gdp", "2024"]
    for ending, head in ((".svg", b"<svg"), (".png", b"\x89PNG"), (".json", b"{")):
        target = tmp_path / f"out{ending}"
        assert main([*asked, "--chart", str(target)]) == 0
        assert target.read_bytes().startswith(head)
        assert "2024: 2 %" in capsys.readouterr().out
    shape = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert shape["description"].startswith("Line chart by year")
    assert main([*asked, "--history", "--chart", str(tmp_path / "history.svg")]) == 0
    assert b"by release" in (tmp_path / "history.svg").read_bytes()


def test_the_command_line_refuses_before_it_draws(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = tmp_path / "held.svg"
    held.write_text("mine", encoding="utf-8")
    asked = ["record", "Germany", "share_of_gdp", "2024", "--chart"]
    assert main([*asked, str(held)]) == 2
    assert held.read_text(encoding="utf-8") == "mine"
    assert main([*asked, str(tmp_path / "a.gif")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert [line.split(": ", 2)[2] for line in said.err.splitlines()] == [
        "exists already; name another file, or overwrite it with --force (in Python: force=True)",
        "is no chart by its ending; end it in .svg, .png, .json",
    ]


def test_the_example_of_the_how_to_runs(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[3] / "docs" / "how-to-charts.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```python\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    exec(compile(example, "how-to-charts.md", "exec"), {})
    assert capsys.readouterr().out == "23 of 32 allies met 2 % of GDP in 2024, 8 did not, one is not counted\n"
