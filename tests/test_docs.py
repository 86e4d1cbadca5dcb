"""The documents are true: every example runs, every command and name appears."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.example import shown
from tools.reference import reference

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def test_reference_is_what_the_program_says() -> None:
    written = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert written == reference(), "run: python -m tools.reference"


def test_python_example_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = blocks("python")
    exec(compile(example, "README.md", "exec"), {})
    shown = capsys.readouterr().out
    assert "32 members" in shown
    assert 2.0 < float(shown.strip().splitlines()[-1]) < 2.2


def test_output_in_the_readme_is_what_is_printed() -> None:
    assert shown() == README, "run: python -m tools.example"


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
    for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]:
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
