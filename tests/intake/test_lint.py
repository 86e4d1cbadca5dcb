"""intake/lint.py: the packaged tables have no errors, and each kind of slip is found with its line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from burdenshare.errors import InputError
from burdenshare.intake.lint import Finding, Severity, grouped, lint
from burdenshare.intake.linting import offices, twins
from burdenshare.intake.linting.folder import read
from burdenshare.intake.rules.tables import Tables, of_record
from burdenshare.record import schema, tables

TODAY = date(2026, 12, 31)
"""After every day the packaged tables speak of, corrections among them."""
EVENT = "2026-09-01,A meeting of leaders,Brussels,leaders_meeting,https://example.org/page,press"
COMMITMENT = (
    "pol-2027-5,POL,national_target,defence expenditure,>=,5,% of GDP,2026-09-01,2027,government,stated,"
    "https://example.org/page,press"
)


@pytest.fixture(scope="module")
def held() -> Tables:
    return of_record(layers=())


@pytest.fixture(scope="module")
def packaged(held: Tables) -> tuple[Finding, ...]:
    return lint(today=TODAY, held=held)


@pytest.fixture
def given(tmp_path: Path, held: Tables) -> Callable[..., list[Finding]]:
    """What the linter finds in a folder of additions, given as lines by table."""

    def make(today: date = TODAY, **lines: str) -> list[Finding]:
        for name, text in lines.items():
            table = next(one for one in schema.TABLES if Path(one.path).stem == name)
            path = tmp_path / table.path
            path.parent.mkdir(exist_ok=True)
            path.write_text(",".join(table.header) + "\n" + text + "\n", encoding="utf-8")
        return list(lint(tmp_path, today=today, held=held))

    return make


def test_the_packaged_tables_have_no_errors_and_no_warnings(packaged: tuple[Finding, ...]) -> None:
    assert [one.line for one in packaged if one.severity is not Severity.NOTE] == []


def test_the_weak_points_of_the_packaged_tables_are_counted(packaged: tuple[Finding, ...]) -> None:
    # Grades counted with grep; gaps are those that the provenance notes of people/ tell, with short ones of weeks.
    counted = {(one.rule, one.table): len(one.findings) for one in grouped(packaged)}
    assert counted["weak grade", "people/offices.csv"] == 30
    assert counted["weak grade", "commitments/commitments.csv"] == 5
    assert counted["weak grade", "commitments/events.csv"] == 3
    gaps = [one for one in packaged if one.rule == "gap"]
    assert any("foreign_minister, ALB" in one.line and "2014-01-01 to 2020-12-31" in one.line for one in gaps)
    assert any("defence_minister, TUR" in one.line for one in gaps)


def test_sound_additions_are_silent(given: Callable[..., list[Finding]]) -> None:
    assert given(events=EVENT, commitments=COMMITMENT) == []


@pytest.mark.parametrize(
    ("table", "line", "severity", "rule", "words"),
    [
        ("events", EVENT.replace("2026-09-01", "2026-13-01"), "error", "form", "date is '2026-13-01', not a moment"),
        ("events", EVENT.replace("2026-09-01", "2026-09-05/2026-09-01"), "error", "order", "ends before it begins"),
        ("events", EVENT.replace("2026-09-01", "2027-09-01"), "error", "future", "after 2026-12-31"),
        ("events", EVENT.replace("press", "hearsay"), "error", "form", "not one of official, press, secondary"),
        ("events", EVENT.replace("press", "secondary"), "note", "weak grade", "grade secondary"),
        ("events", EVENT.replace("https://example.org/page", "the news"), "warning", "no address", "is 'the news'"),
        ("events", EVENT.replace("leaders_meeting", "meeting"), "warning", "new kind", "a kind that no other row has"),
        (
            "events",
            EVENT.replace("2026-09-01,A meeting of leaders", "2025-06-26,Summit at The Hague"),
            "warning",
            "twin",
            "'The Hague summit' on 2025-06-24/2025-06-25 may be the same event",
        ),
        ("commitments", COMMITMENT.replace(",2027,", ",2025,"), "error", "order", "due by 2025, made on 2026-09-01"),
        ("commitments", COMMITMENT.replace("POL", "XKX"), "error", "dead id", "actor is 'XKX'"),
        ("commitments", COMMITMENT.replace("government", "Oslo summit"), "note", "no event", "no event is held"),
        (
            "commitments",
            COMMITMENT.replace("stated", "superseded by a law").replace("% of GDP", "tanks"),
            "note",
            "dead end",
            "no later commitment of the actor",
        ),
        ("commitments", COMMITMENT.replace(",5,", ",a lot,"), "error", "form", "value is 'a lot', not a number"),
        (
            "offices",
            "Olaf Scholz,head_of_government,DEU,2026-01-01,,https://example.org/,B",
            "error",
            "offices",
            "overlaps Olaf Scholz from '2026-01-01'",
        ),
        (
            "offices",
            "Nobody Known,defence_minister,SVK,2015-01-01,2015-02-01,https://example.org/,B",
            "error",
            "names",
            "only one of offices and aliases",
        ),
        ("titles", "high admiral,defence_minister,XKX,", "error", "dead id", "entity is 'XKX'"),
        ("titles", "high admiral,admiralty,GBR,", "error", "names", "no such office as 'admiralty'"),
        ("titles", "NATO secretary  general,secretary_general,NATO,", "warning", "twin", "stands there already"),
        ("aliases", "Olaf Scholz,OLAF SCHOLZ,full", "warning", "twin", "'Olaf Scholz' stands there already"),
        ("places", "Narnia,NAR,realm", "warning", "new kind", "a kind that no other row has"),
        ("groups", "G7,JPN,,", "error", "groups", "not an ally"),
        (
            "reconstitution",
            "A. Person,general,DEU,2026-01-01,7,5,,,Russia able to attack NATO,https://example.org/,press",
            "error",
            "order",
            "horizon_low_years 7 is above horizon_high_years 5",
        ),
        (
            "reconstitution",
            "A. Person,general,DEU,2026-01-01,,,2024,2026,Russia able to attack NATO,https://example.org/,press",
            "error",
            "order",
            "speaks of 2024, stated in 2026",
        ),
        (
            "production",
            "DEU (Diehl),IRIS-T,output,2028,40,,,missiles,Diehl,2026-01,https://example.org/,press",
            "warning",
            "order",
            "output of 2028, stated on 2026-01",
        ),
        (
            "production",
            "DEU (Diehl),IRIS-T,target,2028,40,50,60,missiles,Diehl,2026-01,https://example.org/,press",
            "error",
            "stated",
            "[50.0, 40.0, 60.0] out of order",
        ),
    ],
)
def test_a_slip_is_found_with_its_line(
    given: Callable[..., list[Finding]], table: str, line: str, severity: str, rule: str, words: str
) -> None:
    found = [one for one in given(**{table: line}) if one.rule == rule]
    assert [(one.severity.value, one.place) for one in found if words in one.what] == [(severity, "line 2")], found


def test_the_same_statement_passed_on_by_another_is_a_note(given: Callable[..., list[Finding]], held: Tables) -> None:
    row = dict(held.rows("industry/production.csv")[1])
    row |= {"stated_by": "a paper that quotes it", "source_url": "https://example.org/"}
    (found,) = [one for one in given(production=",".join(row.values())) if one.rule == "twin"]
    assert found.severity is Severity.NOTE and "says the same" in found.what


def test_a_commitment_told_twice(given: Callable[..., list[Finding]]) -> None:
    again = COMMITMENT.replace("pol-2027-5", "pol-2027-five").replace("2026-09-01", "2026-10-01")
    (found,) = given(commitments=f"{COMMITMENT}\n{again}")
    assert (found.rule, found.place) == ("twin", "line 3")


def test_one_term_in_two_rows(given: Callable[..., list[Finding]]) -> None:
    lines = (
        "Robert Fico,defence_minister,ISL,2019-01-01,2019-06-01,https://example.org/,B\n"
        "Robert Fico,defence_minister,ISL,2019-06-01,2019-09-01,https://example.org/,B"
    )
    (found,) = given(offices=lines, today=date(2026, 8, 22))[:1]
    assert (found.rule, found.what) == ("twin", "goes on with the term from 2019-01-01")


def test_a_row_that_is_there_already_is_no_twin_of_itself(given: Callable[..., list[Finding]], held: Tables) -> None:
    row = held.rows("commitments/events.csv")[0]
    assert given(events=",".join(row.values())) == []


def test_a_gap_is_told_until_somebody_holds_the_office(given: Callable[..., list[Finding]]) -> None:
    lines = (
        "Robert Fico,defence_minister,SVK,2014-01-01,2020-03-01,https://example.org/,B\n"
        "Robert Fico,foreign_minister,LVA,2026-05-29,2026-06-01,https://example.org/,B"
    )
    found = [one for one in given(offices=lines, today=date(2026, 8, 22)) if one.rule == "gap"]
    posts = [one.key for one in found]
    assert ("defence_minister", "SVK") not in posts
    assert ("foreign_minister", "LVA") in posts


def test_iceland_needs_no_defence_minister() -> None:
    posts = {one.key for one in offices.findings(read(tables.PACKAGED), TODAY)}
    assert ("defence_minister", "ISL") not in posts
    assert ("defence_minister", "EST") in posts


def test_a_last_seen_holder_is_told_as_such(packaged: tuple[Finding, ...]) -> None:
    (found,) = [one for one in packaged if one.key == ("foreign_minister", "HRV") and one.rule == "gap"]
    assert found.what == "Gordan Grlić Radman was seen last, then nobody since 2022-07-25"


def test_tables_may_lie_beside_each_other(tmp_path: Path, held: Tables) -> None:
    table = schema.BY_PATH["commitments/events.csv"]
    (tmp_path / "events.csv").write_text(f"{','.join(table.header)}\n{EVENT}\n", encoding="utf-8-sig")
    assert lint(tmp_path, today=TODAY, held=held) == ()


def test_a_table_of_another_name_is_told(tmp_path: Path, given: Callable[..., list[Finding]]) -> None:
    (tmp_path / "evnets.csv").write_text("date\n", encoding="utf-8")
    (found,) = given(events=EVENT)
    assert (found.rule, found.table) == ("stranger", "evnets.csv")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "it is empty"),
        (b"date,name,place,kind,source_url,grade\n2026,x\n", "line 2 has 2 cells, the header 6"),
        (b"date,name\n2026,x\n", "header date,name, expected date,name,place,kind,source_url,grade"),
        (b"date,name\xff\n", "cannot be read"),
        (b'date,name,place,kind,source_url,grade\n2026,"x,y,z,w,v\n', "cannot be read"),
    ],
)
def test_a_torn_table_is_one_error(tmp_path: Path, held: Tables, raw: bytes, words: str) -> None:
    (tmp_path / "events.csv").write_bytes(raw)
    (found,) = lint(tmp_path, today=TODAY, held=held)
    assert found.severity is Severity.ERROR and words in found.what


def test_a_folder_without_tables_is_refused(tmp_path: Path, held: Tables) -> None:
    with pytest.raises(InputError, match="holds no table of the record"):
        lint(tmp_path, today=TODAY, held=held)
    with pytest.raises(InputError, match="no such folder"):
        lint(tmp_path / "none", today=TODAY, held=held)


def test_the_tables_of_a_checkout_stand_for_the_packaged_ones(tmp_path: Path, held: Tables) -> None:
    root = Path(shutil.copytree(tables.PACKAGED, tmp_path / "data"))
    path = root / "people" / "aliases.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("Olaf Scholz,")), encoding="utf-8")
    found = [one for one in lint(root, today=TODAY, held=held) if one.severity is Severity.ERROR]
    assert [(one.rule, one.key) for one in found] == [("names", ("Olaf Scholz",))]


def test_a_correction_that_does_not_fit_is_told(tmp_path: Path, held: Tables) -> None:
    root = Path(shutil.copytree(tables.PACKAGED, tmp_path / "data"))
    path = root / "corrections.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",to,2025,2023-10-01,", ",to,2024,2023-10-01,"), encoding="utf-8")
    found = [one for one in lint(root, today=TODAY, held=held) if one.severity is Severity.ERROR]
    assert [(one.rule, one.place) for one in found] == [("corrections", "line 4")]
    assert "holds '2025', the correction expects '2024'" in found[0].what


def test_like_names_share_most_of_their_words() -> None:
    assert twins.alike("The Hague summit", "Summit at The Hague")
    assert not twins.alike("Letter of Spain to the Secretary General", "Reply of the Secretary General to Spain")
    assert not twins.alike("", "the")
