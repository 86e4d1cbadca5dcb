"""`burdenshare corpus query | ask | report | export` and `burdenshare story --corpus` as they are typed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from burdenshare.cli import main
from burdenshare.corpus.asking.questions import questions
from burdenshare.record import Record
from tests.corpus.asking.newsroom import made
from tests.corpus.asking.written import WORDS, Text, Told, write

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")

    def typed(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return typed


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    texts = [
        Text(date(2025, 3, number), f"Outlet {number}", [Told(then="contradicted")], body=f"{WORDS} {number}")
        for number in range(1, 4)
    ]
    return str(write(tmp_path_factory.mktemp("cli") / "archive", texts))


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory, record: Record) -> Path:
    return made(tmp_path_factory.mktemp("news") / "archive", record)


def test_an_answer_is_a_table_json_or_csv(run: Run, place: str) -> None:
    sql = "SELECT outlet, published FROM said ORDER BY published LIMIT 1"
    assert run("corpus", "query", place, sql) == (0, "outlet    published\nOutlet 1  2025-03-01\n1 row\n", "")
    assert json.loads(run("corpus", "query", place, sql, "--json")[1]) == [
        {"outlet": "Outlet 1", "published": "2025-03-01"}
    ]
    assert run("corpus", "query", place, sql, "--csv")[1] == "outlet,published\nOutlet 1,2025-03-01\n"


def test_sql_may_come_from_standard_input(run: Run, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from io import StringIO

    monkeypatch.setattr("sys.stdin", StringIO("SELECT 41 + 1 AS n"))
    assert run("corpus", "query", place, "-", "--csv")[1] == "n\n42\n"


def test_without_sql_the_tables_are_listed(run: Run, place: str) -> None:
    code, out, _ = run("corpus", "query", place)
    assert code == 0
    assert [name for name in ("documents", "said", "copies") if not re.search(rf"^{name}  ", out, re.MULTILINE)] == []
    assert max(map(len, out.splitlines())) <= 80
    listed = json.loads(run("corpus", "query", place, "--json")[1])
    assert all(column["kind"] for table in listed for column in table["columns"])


def test_questions_are_listed_with_what_they_tell_and_their_sql(run: Run, place: str) -> None:
    code, out, _ = run("corpus", "ask", place)
    assert code == 0
    assert [name for name in questions() if not re.search(rf"^{name}  ", out, re.MULTILINE)] == []
    assert max(map(len, out.splitlines())) <= 80
    assert [one["name"] for one in json.loads(run("corpus", "ask", "--json")[1])] == list(questions())
    sql = run("corpus", "ask", place, "outlets", "--sql")[1]
    assert json.loads(run("corpus", "query", place, sql.replace("$most", "9"), "--json")[1]) == json.loads(
        run("corpus", "ask", place, "outlets", "--json")[1]
    )


@pytest.mark.parametrize("name", list(questions()))
def test_every_question_is_answered_in_eighty_columns(run: Run, place: str, name: str) -> None:
    code, out, err = run("corpus", "ask", place, name)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    assert re.search(r"\d+ rows?\n$", out)


def test_three_near_copies_are_one_voice(run: Run, place: str) -> None:
    (row,) = json.loads(run("corpus", "ask", place, "contradicted", "--json")[1])
    assert (row["texts"], row["voices"], row["outlets"]) == (3, 1, 3)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("query", "{place}", "COPY (SELECT 1) TO 'x.csv'"), "this is COPY"),
        (("query", "{place}", "SELECT * FROM read_csv('/etc/passwd')"), "only the data set can be read"),
        (("query", "{place}", "SELECT current_setting('home_directory')"), "only the data set can be read"),
        (("query", "{place}", "selec 1"), "syntax error"),
        (("query", "{place}", "SELECT 1", "--csv", "--json"), "two forms of one answer"),
        (("query", "{place}", "--csv"), "is for answers"),
        (("query", "nowhere", "SELECT 1"), "holds no data set"),
        (("ask", "{place}", "contradictd"), "did you mean contradicted?"),
        (("ask", "{place}", "claims", "least=1"), "takes no least; it takes most"),
        (("ask", "nowhere", "claims"), "holds no data set"),
        (("report", "nowhere", "--out", "page.html"), "holds no data set"),
        (("report", "{place}", "--out", "no/such/page.html"), "no such folder"),
        (("export", "{place}", "no/such/archive.db"), "cannot be written"),
        (("export", "{place}", "archive.xlsx"), "archive.xlsx: is no name of a SQLite file; let it end in .sqlite"),
        (("export", "{place}", "archive"), "is no name of a SQLite file"),
    ],
)
def test_faults_are_one_line_and_code_two(
    run: Run, place: str, arguments: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run("corpus", *(one.format(place=place) for one in arguments))
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_page_and_a_database_are_written_whole(run: Run, place: str, tmp_path: Path) -> None:
    page = str(tmp_path / "page.html")
    told = run("corpus", "report", place, "--out", page, "--title", "Three texts")
    assert told == (0, f"written to {page}\n", "")
    assert "<h1>Three texts</h1>" in (tmp_path / "page.html").read_text(encoding="utf-8")
    code, out, _ = run("corpus", "export", place, str(tmp_path / "archive.db"))
    assert code == 0
    assert [line.split(": ")[0] for line in out.splitlines()] == [
        str(tmp_path / "archive.db"),
        str(tmp_path / "archive.metadata.json"),
    ]
    code, _, err = run("corpus", "export", place, str(tmp_path / "archive.db"))
    assert (code, "exists already" in err) == (2, True)
    assert run("corpus", "export", place, str(tmp_path / "archive.db"), "--force")[0] == 0


def test_a_story_of_an_archive_is_asked_for_by_what_it_is_about(run: Run, news: Path, tmp_path: Path) -> None:
    page, picture = tmp_path / "story.html", tmp_path / "story.svg"
    code, out, err = run("story", "--corpus", str(news), "--about", "Rutte", "--html", str(page), "--svg", str(picture))
    assert (code, err) == (0, "")
    assert "How targets moved" in out
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    told = json.loads(run("story", "--corpus", str(news), "--about", "POL", "--until", "2024-12-31", "--json")[1])
    assert len(told["stories"]) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--corpus", "{news}"), "needs --about"),
        (("--about", "Poland"), "add --corpus PLACE"),
        (("--from", "2025-01-01"), "--from: does not go with files"),
        (("a.txt", "--corpus", "{news}", "--about", "Poland"), "FILE: does not go with --corpus"),
        (("--corpus", "{news}", "--about", "Poland", "--on", "2025-01-01"), "--on: does not go with --corpus"),
        (("--corpus", "{news}", "--about", "Nobody"), "unknown ally, group, measure, issue, key of a claim or speaker"),
        (("--corpus", "{news}", "--about", "Poland", "--from", "soon"), "--from"),
        (("--corpus", "{news}", "--about", " "), "--about: names nothing"),
        (
            ("--corpus", "{news}", "--about", "POL", "--from", "2025-01-02", "--until", "2025-01-01"),
            "--until: is before --from 2025-01-02",
        ),
        (("--corpus", "nowhere", "--about", "Poland"), "holds no data set"),
    ],
)
def test_faults_of_a_story_are_one_line(run: Run, news: Path, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run("story", *(one.format(news=news) for one in arguments))
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
