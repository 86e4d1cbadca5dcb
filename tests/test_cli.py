"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import jsonschema
import pytest

import burdenshare as bs
from burdenshare.cli import main
from tests.reading.documents.pdfs import LOCKED, pdf
from tests.reading.proposers.server import Answer, hang, http, listing, raw, serving

ARTICLE = (
    "BRUSSELS, Feb. 13, 2025 - A total of 23 of the 32 NATO members spent at least 2 percent of GDP on defence "
    "last year.\n\nNATO Secretary General Mark Rutte said allies must reach 3 percent of GDP.\n"
    "He arrived at 9:30 in an F-35.\n"
)
PLAIN = "The weather in the valley was mild, and the children went to the lake with their teacher and her dog.\n"
GERMAN = "Die Staaten haben nicht genug Geld für die Verteidigung ausgegeben, und das ist nach wie vor ein Problem.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def plain(tmp_path: Path) -> str:
    path = tmp_path / "plain.txt"
    path.write_text(PLAIN, encoding="utf-8")
    return str(path)


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    """What stands on standard error: exactly one line."""
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("burdenshare: ")
    return line


# check ---------------------------------------------------------------------------------------------------------------


def test_terminal_report(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", article]) == 0
    shown = out(capsys)
    assert "✔ supported then (2025-02-13) · ✘ contradicted now" in shown
    assert "(dateline)" in shown
    assert "set aside on purpose" in shown
    assert "\nthen ✔ " in shown


def test_the_package_runs_as_a_module(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [sys.executable, "-m", "burdenshare", "--version"]
    by_module = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (by_module.returncode, main(["--version"])) == (0, 0)
    assert by_module.stdout == capsys.readouterr().out


def test_json_of_one_file_is_an_object_of_the_schema(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", article, "--on", "2025-02-13", "--json"]) == 0
    shape = json.loads(out(capsys))
    jsonschema.Draft202012Validator(bs.schema()).validate(shape)
    assert (shape["document"]["published"], shape["document"]["published_from"]) == ("2025-02-13", "option")
    for statement in shape["statements"]:
        assert ARTICLE[statement["start"] : statement["end"]] == statement["text"]


def test_json_of_several_files_is_an_array_in_the_order_given(
    article: str, plain: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", plain, article, "--json"]) == 0
    shapes = json.loads(out(capsys))
    jsonschema.Draft202012Validator(bs.schema()).validate(shapes)
    assert [shape["document"]["id"] for shape in shapes] == ["plain", "article"]


def test_same_file_twice_has_two_ids(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", article, article, article, "--json"]) == 0
    shapes = json.loads(out(capsys))
    assert [shape["document"]["id"] for shape in shapes] == ["article", "article-2", "article-3"]
    assert shapes[0]["statements"] == shapes[1]["statements"]


def test_article_without_a_statement_is_no_fault(plain: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", plain, "--fail-on", "contradicted"]) == 0
    assert "0 statements · 0 priced" in " ".join(out(capsys).split())


def test_fail_on_gives_one_where_such_a_verdict_is_found(article: str) -> None:
    assert main(["check", article, "--fail-on", "contradicted"]) == 1
    assert main(["check", article, "--fail-on", "depends"]) == 0
    assert main(["check", article, "--fail-on", "depends", "--fail-on", "supported"]) == 1
    assert main(["check", article, "--now", "2025-02-13", "--fail-on", "contradicted"]) == 0


def test_verdicts_of_fail_on_may_be_written_in_any_case(article: str) -> None:
    assert main(["check", article, "--fail-on", "Contradicted"]) == 1
    assert main(["check", article, "--fail-on", "DEPENDS"]) == 0


def test_file_that_is_no_utf_8_is_refused_until_its_encoding_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(f"Küche. {PLAIN}".encode("cp1252"))
    assert main(["check", str(path)]) == 2
    assert "wrongly encoded: not UTF-8 at byte 1; " in one_line(capsys)
    assert main(["check", str(path), "--encoding", "windows-1252"]) == 0
    assert main(["check", str(path), "--encoding", "ascii"]) == 2
    assert "not ASCII at byte 1" in one_line(capsys)


def test_bad_input_wins_over_fail_on_and_the_other_files_are_checked(
    article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "missing.txt", article, "--fail-on", "contradicted"]) == 2
    captured = capsys.readouterr()
    assert captured.err == "burdenshare: missing.txt: no such file; check the path\n"
    assert "supported then" in captured.out


def test_page_is_written(article: str, plain: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "out.html"
    assert main(["check", article, plain, "--html", str(page)]) == 0
    written = page.read_text(encoding="utf-8")
    assert "d1-s1" in written
    assert "d2-title" in written
    assert "supported then" in out(capsys)


def test_page_that_cannot_be_written_is_one_line(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", article, "--html", str(tmp_path / "no" / "out.html")]) == 2
    assert "cannot be written" in one_line(capsys)
    assert main(["check", article, "--html", article]) == 2
    assert "is one of the files to read" in one_line(capsys)
    assert Path(article).read_text(encoding="utf-8") == ARTICLE


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--on", "13.2.2025"], "is not a day"),
        (["--on", "1949-04-03"], "before the record begins"),
        (["--on", (date.today() + timedelta(days=2)).isoformat()], "is in the future"),
        (["--now", "1900-01-01"], "before the record begins"),
        (["--now", "2015-01-01"], "is before the day of the text (2025-02-13)"),
        (["--encoding", "latin-9x"], "unknown encoding 'latin-9x'"),
        (["--encoding", "rot13"], "unknown encoding 'rot13'"),
        (["--fail-on", "contradictd"], "did you mean contradicted"),
        (["--colour"], "No such option"),
    ],
)
def test_bad_options_are_one_line(
    article: str, arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", article, *arguments]) == 2
    assert reason in one_line(capsys)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02", "binary"),
        (GERMAN.encode(), "not English"),
        (b"the \x81 bloc", "wrongly encoded"),
    ],
)
def test_bad_files_are_one_line(tmp_path: Path, data: bytes, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    assert main(["check", str(path), "--json"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert reason in captured.err
    assert captured.err.count("\n") == 1


def test_check_without_a_file_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 2
    assert "name a file, or - for standard input" in one_line(capsys)


def test_text_dated_in_the_future_by_its_own_dateline_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "later.txt"
    path.write_text(f"{date.today() + timedelta(days=400)}\n{PLAIN}", encoding="utf-8")
    assert main(["check", str(path)]) == 2
    assert "give the day of the text with --on" in one_line(capsys)


# kinds of documents --------------------------------------------------------------------------------------------------


def lines(*objects: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in objects)


FEED = (
    "<rss><channel><title>The Example</title>"
    "<item><guid>a</guid><pubDate>Thu, 13 Feb 2025 08:00:00 GMT</pubDate><title>NATO has 32 members.</title></item>"
    "<item><guid>b</guid><title></title></item>"
    "<item><guid>c</guid><pubDate>Fri, 14 Feb 2025 08:00:00 GMT</pubDate><title>NATO has 30 members.</title></item>"
    "</channel></rss>"
)


def test_bad_line_is_named_and_the_others_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    later = (date.today() + timedelta(days=400)).isoformat()
    path = tmp_path / "talks.jsonl"
    good = {"id": "x", "text": ARTICLE, "author": "Jane Doe"}
    path.write_bytes(lines(good, {"id": "y"}, {"id": "z", "text": PLAIN, "date": later}, good))
    assert main(["check", str(path), "--json", "--fail-on", "contradicted"]) == 2
    captured = capsys.readouterr()
    shapes = json.loads(captured.out)
    jsonschema.Draft202012Validator(bs.schema()).validate(shapes)
    assert [shape["document"]["id"] for shape in shapes] == ["x", "x-2"]
    assert [shape["document"]["author"] for shape in shapes] == ["Jane Doe", "Jane Doe"]
    first, second = captured.err.splitlines()
    assert first.startswith(f"burdenshare: {path}, line 2: has no text; ")
    assert second.startswith(f"burdenshare: {path}, z: {later} is in the future; ")


def test_one_line_of_json_lines_is_still_an_array(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.jsonl"
    path.write_bytes(lines({"text": ARTICLE}))
    assert main(["check", str(path), "--json"]) == 0
    assert [shape["document"]["id"] for shape in json.loads(out(capsys))] == ["one-1"]


def test_entries_of_a_feed_have_their_own_days_and_ids(
    tmp_path: Path, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED, encoding="utf-8")
    page = tmp_path / "out.html"
    assert main(["check", str(path), article, "--json", "--html", str(page)]) == 2
    captured = capsys.readouterr()
    documents = [shape["document"] for shape in json.loads(captured.out)]
    assert [(one["id"], one["published"]) for one in documents] == [
        ("a", "2025-02-13"),
        ("c", "2025-02-14"),
        ("article", "2025-02-13"),
    ]
    assert captured.err == f"burdenshare: {path}, entry 2: empty; give a text with words in it\n"
    assert "d3-title" in page.read_text(encoding="utf-8")
    assert main(["check", str(path), "--json", "--fail-on", "contradicted", "--on", "2025-02-13"]) == 2


def test_note_on_a_source_is_a_remark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf([ARTICLE.splitlines(), []]))
    assert main(["check", str(path), "--json"]) == 0
    shape = json.loads(out(capsys))
    assert "1 of 2 pages have no text and were not read (2)" in " ".join(shape["remarks"])
    assert shape["document"]["published"] == "2025-02-13"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("scan.pdf", pdf([[]]), "a PDF without text: 1 page, scanned or drawn; run it through text recognition first"),
        ("locked.pdf", pdf([["x"]], lock=LOCKED), "an encrypted PDF; save a copy without its password"),
        ("broken.pdf", b"%PDF-1.7", "a damaged PDF"),
        ("feed.xml", b"no xml", "a feed that is not XML"),
        ("feed.rss", b"<!DOCTYPE r [<!ENTITY a 'x'>]><rss>&a;</rss>", "it declares entities of its own"),
        ("feed.atom", b"<a><b/></a>", "XML, but no feed"),
        ("mail.eml", b"Subject: x\n\n", "a message without text"),
        ("empty.jsonl", b"", "holds no document"),
        ("huge.html", b"<html>" + b" " * 20_000_001, "larger than 20 MB"),
    ],
)
def test_documents_that_cannot_be_read_are_one_line(
    tmp_path: Path, name: str, data: bytes, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert main(["check", str(path)]) == 2
    line = one_line(capsys)
    assert line.startswith(f"burdenshare: {path}: ")
    assert reason in line


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://169.254.169.254/", "http://[::1]/", "ftp://x/y"])
def test_addresses_that_are_not_fetched_are_one_line(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", address]) == 2
    assert one_line(capsys).startswith(f"burdenshare: {address}: ")


def test_json_lines_on_standard_input(tmp_path: Path) -> None:
    done = run(["check", "-", "--json"], input=lines({"text": ARTICLE}, {"text": ARTICLE}), cwd=tmp_path)
    assert done.returncode == 0
    assert [shape["document"]["id"] for shape in json.loads(done.stdout)] == ["stdin-1", "stdin-2"]


# read ----------------------------------------------------------------------------------------------------------------


def test_read_lists_the_statements_of_check_without_verdicts(
    article: str, plain: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", article, plain, "--json"]) == 0
    judged = json.loads(out(capsys))
    assert main(["read", article, plain, "--json"]) == 0
    read = json.loads(out(capsys))
    jsonschema.Draft202012Validator(bs.schema()).validate(read)
    for whole, without in zip(judged, read, strict=True):
        assert without["document"] == whole["document"]
        assert [one["id"] for one in without["statements"]] == [one["id"] for one in whole["statements"]]
        assert all("then" not in one for one in without["statements"])
    assert main(["read", article, "--json"]) == 0
    assert json.loads(out(capsys)) == read[0]


def test_read_in_a_terminal(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", article]) == 0
    shown = " ".join(out(capsys).split())
    assert "fact · NATO · allies at guideline" in shown
    assert "promise · NATO · guideline" in shown
    assert "set aside on purpose" in shown
    assert "supported" not in shown
    assert "2 facts, 1 promise, 1 event" in shown


def test_read_takes_and_refuses_what_check_does(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", article, "--on", "2024-01-05", "--json"]) == 0
    assert json.loads(out(capsys))["document"]["published_from"] == "option"
    german = tmp_path / "german.txt"
    german.write_text(GERMAN, encoding="utf-8")
    for arguments, reason in (
        ([], "name a file, or - for standard input"),
        (["missing.txt"], "no such file"),
        ([str(german)], "not English"),
        ([article, "--on", "soon"], "is not a day"),
        ([article, "--encoding", "rot13"], "unknown encoding"),
        ([article, "--fail-on", "close"], "No such option"),
    ):
        assert main(["read", *arguments]) == 2
        assert reason in one_line(capsys)
    assert main(["read", str(german), article, "--json"]) == 2
    assert [shape["document"]["id"] for shape in json.loads(out(capsys))] == ["article"]


# proposers -----------------------------------------------------------------------------------------------------------

INJECTED = {
    "words": "must reach 3 percent",
    "subject": "\x1b[31mUSA<script>",
    "verdict": "supported",
    "then": {"verdict": "supported"},
    "value": 3,
    "unit": "%",
}
WRONG = {"words": "23 of the 32 NATO members", "subject": "NATO", "value": 31, "unit": "allies"}
RIGHT = {"words": "23 of the 32 NATO members", "subject": "NATO", "value": 23, "unit": "allies"}


@pytest.mark.parametrize("verb", ["check", "read"])
def test_proposals_change_no_statement_and_are_listed(
    verb: str, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([verb, article, "--json"]) == 0
    alone = json.loads(out(capsys))
    with serving(listing(INJECTED, WRONG, RIGHT)) as local:
        assert main([verb, article, "--proposer", local.base, "--json"]) == 0
        shape = json.loads(out(capsys))
        assert main([verb, article, "--proposer", local.base]) == 0
        shown = " ".join(out(capsys).split())
        assert local.body["messages"][-1]["content"] == ARTICLE
    jsonschema.Draft202012Validator(bs.schema()).validate(shape)
    assert shape["statements"] == alone["statements"]
    assert shape["unaccounted"] == alone["unaccounted"]
    assert [one["reason"] for one in shape["not_verified"]] == [
        "it names no ally or group",
        "another figure is read there",
    ]
    assert shape["not_verified"][0]["subject"] == "[31mUSA<script>"
    assert shape["remarks"][-1] == "3 proposals: 1 read already, 0 read on a second look, 2 not verified"
    assert "proposed, not verified" in shown
    assert "\x1b" not in shown


def test_page_lists_proposals_escaped(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "out.html"
    with serving(listing(INJECTED)) as local:
        assert main(["check", article, "--proposer", local.base, "--html", str(page)]) == 0
    written = page.read_text(encoding="utf-8")
    assert "Proposed, not verified" in written
    assert "<script" not in written
    assert out(capsys)


@pytest.mark.parametrize(
    "answer",
    [raw(b"garbage"), http(b"{}"), http(b"", "500 No"), http(b"", "307 Away", "Location: http://example.org/")],
)
def test_failing_proposer_is_one_remark_and_the_key_is_never_shown(
    answer: Answer, article: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["check", article, "--json"]) == 0
    alone = json.loads(out(capsys))
    monkeypatch.setenv("BURDENSHARE_PROPOSER_KEY", "sk-secret")
    with serving(answer) as local:
        assert main(["check", article, "--proposer", local.base, "--json"]) == 0
        assert b"Bearer sk-secret" in local.requests[0]
    captured = capsys.readouterr()
    shape = json.loads(captured.out)
    (remark,) = [one for one in shape.pop("remarks") if one not in alone["remarks"]]
    assert remark.startswith(f"the proposer failed and was left out: {local.base}: ")
    alone.pop("remarks")
    assert shape == alone
    assert "sk-secret" not in captured.out + captured.err
    assert captured.err == ""


def test_hanging_proposer_is_left(
    article: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BURDENSHARE_PROPOSER_TIMEOUT", "0.2")
    with serving(hang) as local:
        assert main(["read", article, "--proposer", local.base, "--json"]) == 0
    assert json.loads(out(capsys))["remarks"][-1].endswith("no answer within 0.2 seconds")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gpt", "--proposer: not a proposer"),
        ("http://me:sk-secret@host/v1", "give the key as BURDENSHARE_PROPOSER_KEY"),
        ("spacy:/no/such/model", "no folder with a spaCy model"),
    ],
)
def test_proposer_that_cannot_be_one_is_bad_input(
    name: str, reason: str, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", article, "--proposer", name]) == 2
    line = one_line(capsys)
    assert reason in line
    assert "sk-secret" not in line


# record --------------------------------------------------------------------------------------------------------------


def test_history_of_the_count_of_2024(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", "NATO", "allies_at_guideline", "2024", "--history"]) == 0
    rows = [line.split() for line in out(capsys).splitlines()[1:]]
    assert [(" ".join(row[:2]), row[3]) for row in rows] == [
        ("June 2024", "23"),
        ("April 2025", "22"),
        ("August 2025", "18"),
        ("July 2026", "17"),
    ]
    assert "published aggregate, 30 of 31 cells held" in " ".join(rows[1])


def test_one_value_as_text_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", "Poland", "share of gdp", "2024", "--as-of", "2025-02-13"]) == 0
    assert "4.12 %" in out(capsys)
    assert main(["record", "POL", "share_of_gdp", "2024", "--release", "june 2024", "--json"]) == 0
    shape = json.loads(out(capsys))
    assert round(shape["value"], 2) == 4.12
    assert (shape["unit"], shape["release"]["id"]) == ("%", "2024-06")


def test_options_may_stand_before_the_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", "--json", "USA", "share_of_gdp", "2024", "--history"]) == 0
    days = [shape["release"]["released_on"] for shape in json.loads(out(capsys))]
    assert days == sorted(days)
    assert len(days) > 1


def test_diff(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", "diff", "2024-06", "2025-08", "--measure", "share_of_gdp", "--limit", "3"]) == 0
    lines = out(capsys).splitlines()
    assert lines[0].startswith("2024-06 → 2025-08: ")
    assert sum(line.endswith(" points") for line in lines) == 3
    assert "smaller in proportion" in lines[-1]
    assert main(["record", "diff", "2024-06", "2025-08", "--json"]) == 0
    assert json.loads(out(capsys))["changed"] > 3


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["Ireland", "share_of_gdp", "2024"], "Ireland is not a NATO ally; the record holds"),
        (["new zealand", "share_of_gdp", "2024"], "new zealand is not a NATO ally"),
        (["Germny", "share_of_gdp", "2024"], "did you mean Germany"),
        (["DEU", "share_of_gpd", "2024"], "did you mean share_of_gdp"),
        (["DEU", "share_of_gdp", "twenty"], "is not a period"),
        (["DEU", "share_of_gdp", "1950"], "no release"),
        (["DEU", "share_of_gdp", "2024", "--release", "2024-07"], "unknown release"),
        (["DEU", "share_of_gdp", "2024", "--as-of", "soon"], "is not a day"),
        (["DEU", "share_of_gdp", "2024", "--as-of", "1900-01-01"], "before the record begins"),
        (["DEU", "share_of_gdp", "2024", "--as-of", (date.today() + timedelta(days=2)).isoformat()], "in the future"),
        (["DEU", "share_of_gdp", "2024", "--history", "--release", "2024-06"], "leave one of the two out"),
        (["DEU", "share_of_gdp"], "Missing argument"),
        (["diff", "2024-06"], "one release alone has nothing to be compared with"),
        (["diff", "2024-06", "2024-13"], "unknown release"),
    ],
)
def test_bad_look_ups_are_one_line(arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", *arguments]) == 2
    assert reason in one_line(capsys)


# the rest ------------------------------------------------------------------------------------------------------------


def test_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(out(capsys)) == bs.schema()


def test_alone_it_says_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = out(capsys)
    assert "burdenshare check article.txt" in shown
    assert "burdenshare --help" in shown


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert out(capsys) == f"burdenshare {bs.__version__}\n"


def test_unknown_verb_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chek"]) == 2
    assert "'chek'" in one_line(capsys)


def run(arguments: list[str], **others: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "import sys; from burdenshare.cli import main; sys.exit(main())", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **others)  # type: ignore[call-overload, no-any-return]


def test_standard_input(tmp_path: Path) -> None:
    done = run(["check", "-", "--json"], input=ARTICLE.encode(), cwd=tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["document"]["id"] == "stdin"


def test_pipe_closed_early_is_no_crash(article: str) -> None:
    command = (
        f'"{sys.executable}" -c "import sys; from burdenshare.cli import main; sys.exit(main())"'
        f' check "{article}" "{article}" "{article}" --json | head -c 10'
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.stdout == b"[\n  {\n    "[:10]
    assert done.stderr == b""


def test_output_survives_a_terminal_that_knows_only_ascii(article: str) -> None:
    environment = {"PYTHONIOENCODING": "ascii", "PATH": "", "NO_COLOR": "1", "PYTHONUTF8": "0"}
    done = run(["check", article], env=environment)
    assert done.returncode == 0
    assert b"supported then" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "arguments", [["check", "-"], ["check", "-", "--json"], ["record", "DEU", "share_of_gdp", "2024"], ["schema"]]
)
def test_full_disk_is_one_line(arguments: list[str]) -> None:
    command = [sys.executable, "-c", "import sys; from burdenshare.cli import main; sys.exit(main())", *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, input=ARTICLE.encode(), check=False)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("burdenshare: standard output: cannot be written (")
