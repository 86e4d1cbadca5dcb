"""The documents are true: every example runs, every command and name appears."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import click
import pytest
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import burdenshare as bs
from burdenshare.checking.arithmetic import ArithmeticKind
from burdenshare.checking.model import Verdict
from burdenshare.cli import cli
from burdenshare.corpus.asking.tables import told as archive_tables
from burdenshare.reading.documents.media import SUFFIXES
from burdenshare.reading.proposals import MOST_PROPOSALS
from burdenshare.reading.proposers import openai_compatible
from burdenshare.reading.verifying import Reason
from burdenshare.report.cases import COLUMNS, Articles, failure, read_rows
from burdenshare.report.exports.claimreview import RATINGS
from burdenshare.report.saved.files import Form
from burdenshare.road.assumptions import packaged
from burdenshare.road.industry import assumptions as industry_assumptions
from burdenshare.web.app import create_app
from burdenshare.web.faults import KINDS
from burdenshare.web.settings import Settings
from tools import tutorial
from tools.example import shown
from tools.reference.pages import pages

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def test_reference_is_what_the_program_says() -> None:
    docs = ROOT / "docs"
    files = (docs / "reference.md", *(docs / "reference").glob("*.md"))
    written = {one.relative_to(docs).as_posix(): one.read_text(encoding="utf-8") for one in files}
    assert written == pages(), "run: python -m tools.reference"


def test_reference_tells_every_verb_name_address_and_code() -> None:
    made = pages()
    for verb in cli.commands:
        assert f"## `burdenshare {verb}`" in made["reference/commands.md"]
    python, errors = made["reference/python.md"], made["reference/errors.md"]
    assert [name for name in bs.__all__ if f"`bs.{name}`" not in python + errors and name != "__version__"] == []
    for place, methods in create_app(Settings()).openapi()["paths"].items():
        assert [one for one in methods if f"## `{one.upper()} {place}`" not in made["reference/api.md"]] == []
    told = (ROOT / "docs" / "how-to-api.md").read_text(encoding="utf-8")
    codes = re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| \d{3}[^|]*\|([^|]*)\|", told, re.MULTILINE)))
    assert [code for code in codes if f"| `{code}` |" not in errors] == []


def test_python_example_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = blocks("python")
    exec(compile(example, "README.md", "exec"), {})
    shown = capsys.readouterr().out
    assert "32 members" in shown
    assert 2.0 < float(shown.strip().splitlines()[-1]) < 2.2


def test_output_in_the_readme_is_what_is_printed() -> None:
    assert shown() == README, "run: python -m tools.example"


def test_output_in_the_tutorial_is_what_is_printed() -> None:
    written = tutorial.PAGE.read_text(encoding="utf-8")
    assert tutorial.shown(written) == written, "run: python -m tools.tutorial"


def test_worked_example_of_the_methodology_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "methodology.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written
    example = written[written.index("## Each verdict on a worked example") : written.index("## Comparisons, only")]
    assert [verdict for verdict in Verdict if f"then {verdict}, by the rule" not in example] == []


def test_output_in_the_how_to_of_archives_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "how-to-archive.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written
    named = set(re.findall(r"\| `(\w+)`(?:, `(\w+)`)? \|", written))
    assert {name for pair in named for name in pair if name} == {name for name, _, _ in archive_tables()}


def test_output_in_the_how_to_of_documents_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "how-to-documents.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written


def test_output_in_the_how_to_of_arithmetic_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "how-to-arithmetic.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written
    assert set(re.findall(r"^\| `(\w+)` \|", written, re.MULTILINE)) == set(ArithmeticKind)


def test_output_in_the_how_to_of_exports_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "how-to-export.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written


def test_output_in_the_how_to_of_the_store_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "how-to-store.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written


def test_how_to_of_exports_tells_every_form_and_rating() -> None:
    written = (ROOT / "docs" / "how-to-export.md").read_text(encoding="utf-8")
    assert [form for form in Form if f"`{form}`" not in written] == []
    for verdict, rating in RATINGS.items():
        assert f"| {verdict} | {rating} |" in written


def test_how_to_of_documents_names_every_suffix() -> None:
    written = (ROOT / "docs" / "how-to-documents.md").read_text(encoding="utf-8")
    assert [suffix for suffix in SUFFIXES if f"`{suffix}`" not in written] == []


def test_how_to_names_every_column_of_the_cases() -> None:
    page = (ROOT / "docs" / "how-to-cases.md").read_text(encoding="utf-8")
    table = page[page.index("| column |") : page.index("`a|b` allows")]
    named = re.findall(r"`(\w+)`", " ".join(line.split("|")[1] for line in table.splitlines()[2:] if line))
    assert set(named) == set(COLUMNS)


def test_table_of_the_how_to_can_be_used(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to-cases.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"^```text\n(article,.*?)^```", page, re.DOTALL | re.MULTILINE)
    (tmp_path / "expected.csv").write_text(table, encoding="utf-8")
    (tmp_path / "budget.txt").write_bytes((ROOT / "examples" / "ministers-meeting.txt").read_bytes())
    first, second = read_rows(tmp_path / "expected.csv")
    articles = Articles(tmp_path)
    assert failure(first, articles.report(first)) == ""
    assert "no statement overlaps the words" in failure(second, articles.report(second))


def test_example_of_the_how_to_propose_prints_what_it_shows(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "how-to-proposers.md").read_text(encoding="utf-8")
    ((example, shown),) = re.findall(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    exec(compile(example, "how-to-proposers.md", "exec"), {})
    assert capsys.readouterr().out == shown


def test_how_to_propose_names_every_setting_and_reason() -> None:
    page = (ROOT / "docs" / "how-to-proposers.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([^`\n]+)`", page))
    assert {openai_compatible.KEY, openai_compatible.MODEL, openai_compatible.TIMEOUT} <= named
    assert set(Reason) <= named
    assert f"{MOST_PROPOSALS} proposals" in page
    assert f"{openai_compatible.MOST_SENT:,} characters" in page


def test_source_distribution_holds_what_the_tests_read() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    held = settings["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {"src", "tests", "tools", "docs", "benchmarks", "examples", ".ci", "requirements.lock"} <= set(held)
    assert all((ROOT / name).exists() for name in held)


def test_command_shown_in_the_readme_is_the_one_to_try() -> None:
    command = blocks("text")[0].splitlines()[0].removeprefix("$ ")
    assert blocks("bash")[0].strip().endswith(f"/{command}")


def test_commands_of_the_readme_use_only_files_that_are_there() -> None:
    for command in blocks("bash"):
        for name in re.findall(r"(?:examples|requirements)[\w./-]+", command):
            assert (ROOT / name).is_file(), name


def test_check_before_landing_runs_the_test_command_of_the_readme_last() -> None:
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()[-1]
    assert last == "python -m pytest"
    assert README.count("/python -m pytest") == 1


def test_links_between_the_documents_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_lock_pins_every_dependency_by_hash_and_names_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pins = re.findall(r"^([\w.-]+)==(\S+)(.*?)(?=^\S|\Z)", lock, re.DOTALL | re.MULTILINE)
    assert len(pins) > 50
    assert all("--hash=sha256:" in rest for _, _, rest in pins)
    wanted = re.findall(r'^  "([\w-]+)', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    names = {name for name, _, _ in pins}
    assert {name for name in wanted if name in {"click", "jinja2", "polars", "rich", "trafilatura", "pytest"}} <= names


def test_every_locked_package_installs_on_the_oldest_python_promised() -> None:
    """A stable distribution's 3.11 may be an early patch release: a pin that asks for a later one fails there."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    oldest = settings["project"]["requires-python"].removeprefix(">=") + ".0"
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))
    asked = {
        name: str(each.metadata["Requires-Python"])
        for each in distributions()
        if (name := canonicalize_name(each.metadata["Name"])) in locked and each.metadata["Requires-Python"]
    }
    assert {"click", "polars", "pytest"} <= set(asked)
    assert {name: text for name, text in asked.items() if not SpecifierSet(text).contains(oldest)} == {}


def test_output_in_the_how_to_of_the_alliance_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "how-to-alliance.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written


def test_how_to_of_the_alliance_names_every_option() -> None:
    written = (ROOT / "docs" / "how-to-alliance.md").read_text(encoding="utf-8")
    options = [name for one in cli.commands["alliance"].params if isinstance(one, click.Option) for name in one.opts]
    assert [name for name in options if f"`{name}" not in written and f" {name}" not in written] == []


def test_output_in_the_how_to_of_the_road_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "how-to-road.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written
    options = [name for one in cli.commands["road"].params if isinstance(one, click.Option) for name in one.opts]
    assert [name for name in options if f"`{name}" not in written] == []
    assert [name for name in packaged() if f"`{name}`" not in written] == []


def test_output_in_the_how_to_of_the_industry_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "how-to-industry.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written
    group = cli.commands["industry"]
    assert isinstance(group, click.Group)
    options = [name for one in group.commands["item"].params if isinstance(one, click.Option) for name in one.opts]
    assert [name for name in (*options, *group.commands) if name not in written] == []
    assert [name for name in industry_assumptions.packaged() if f"`{name}`" not in written] == []


def test_assumptions_of_the_industry_in_the_methodology_are_the_shipped_ones() -> None:
    written = (ROOT / "docs" / "methodology.md").read_text(encoding="utf-8")
    for key, one in industry_assumptions.packaged().items():
        spread = one.at(0)
        assert f"| `{key}` | {spread.low:g} | {spread.central:g} | {spread.high:g} | {one.unit} |" in written


def test_output_in_the_how_to_of_the_backtest_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "how-to-backtest.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written
    options = [name for one in cli.commands["backtest"].params if isinstance(one, click.Option) for name in one.opts]
    assert [name for name in options if f"`{name}" not in written] == []


def test_output_in_the_how_to_of_the_api_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "how-to-api.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written


def test_how_to_of_the_api_tells_every_address_and_code() -> None:
    written = (ROOT / "docs" / "how-to-api.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(GET|POST|DELETE) (/api[^`]*)`", written))
    table = written[written.index("| address |") : written.index("An article is sent")]
    ends = tuple(re.findall(r"`(/\w+)`", table))
    for place, methods in create_app(Settings()).openapi()["paths"].items():
        for method in methods:
            assert (method.upper(), place) in named or place.endswith(ends), (method, place)
    assert [code for _, _, code in KINDS if f"`{code}`" not in written] == []


def test_output_in_the_how_to_of_assistants_is_what_is_printed() -> None:
    written = (ROOT / "docs" / "how-to-mcp.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written
