"""A run breaks off anywhere, goes on, and ends with the same bytes; what would be another run is refused."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.corpus_ground import BrokenOffError, Differences, Ground, Here, differences, files, rows
from burdenshare.corpus import inventory, leasing, manifest
from burdenshare.corpus.manifest import NAME, Options
from burdenshare.corpus.running import Step, run
from burdenshare.corpus.storage import ASIDE, storage_at
from burdenshare.corpus.tables import TABLES
from burdenshare.corpus.tasks import commit_name, gathered_name
from burdenshare.errors import InputError
from burdenshare.record import Record
from tests.corpus.elsewhere import Served
from tests.corpus.made import SENTENCE, text_file


def test_a_data_set_is_what_its_manifest_says(archive: Ground) -> None:
    told = json.loads((archive.wanted / NAME).read_bytes())
    found = files(archive.wanted)
    assert told["finished"]
    assert {name: found[name] for name in told["parts"]} == told["parts"]
    assert set(found) - set(told["parts"]) == {NAME, inventory.NAME} | {
        commit_name(f"{number:06d}") for number in range(told["shards"])
    }
    for table in TABLES:
        assert rows(archive.wanted, table).height == told["rows"][table]
    assert sum(told["fates"].values()) == told["rows"]["documents"]


def test_a_text_is_read_once_and_its_copies_name_it(archive: Ground) -> None:
    found = rows(archive.wanted)
    read = found.filter(found["fate"] == "read")
    assert read["document"].is_unique().all()
    for copy in found.filter(found["fate"] == "copy").rows(named=True):
        shard, row = map(int, copy["copy_of"].split(":"))
        first = read.filter((read["shard"] == shard) & (read["row"] == row))
        assert first["document"].to_list() == [copy["document"]]
    of_statements = rows(archive.wanted, "statements").select("shard", "row").unique()
    assert of_statements.join(read, on=["shard", "row"], how="anti").is_empty()


@pytest.mark.parametrize("most", range(0, 16, 5))
def test_a_run_that_broke_off_goes_on(archive: Ground, most: int) -> None:
    out = archive.place()
    first, second = Here(most), Here()
    with suppress(BrokenOffError):
        run([str(archive.sources)], str(out), first, archive.record)
    run([str(archive.sources)], str(out), second, archive.record, resume=True)
    done = [(task.stage, task.shard.number) for task in (*first.tasks, *second.tasks)]
    assert len(done) == len(set(done))  # nothing twice
    assert archive.compared(out) == Differences()


@pytest.mark.parametrize("left", ["before the manifest", "after it"])
def test_a_run_that_was_killed_while_it_tidied_goes_on(archive: Ground, left: str) -> None:
    out = archive.place()
    shutil.copytree(archive.wanted, out)
    storage_at(str(out)).write(gathered_name("000000"), b"left")
    if left == "before the manifest":
        with suppress(BrokenOffError):
            shutil.rmtree(out)
            run([str(archive.sources)], str(out), Here(15), archive.record)
    run([str(archive.sources)], str(out), Here(), archive.record, resume=True)
    assert archive.compared(out) == Differences()


def test_what_a_killed_worker_left_half_written_is_gone_in_the_end(archive: Ground) -> None:
    out = archive.place()

    class Killed(Here):
        def close(self) -> None:
            for table in ("gathered", "committed"):
                (out / table / f"{ASIDE}0").write_bytes(b"half")

    run([str(archive.sources)], str(out), Killed(), archive.record)
    assert archive.compared(out) == Differences()
    assert not (out / "gathered").exists()


def test_a_finished_run_is_told_again_and_changes_nothing(archive: Ground) -> None:
    engine = Here()
    before = files(archive.wanted)
    made, _ = run([str(archive.sources)], str(archive.wanted), engine, archive.record)
    assert (made.finished, engine.tasks) == (True, [])
    assert files(archive.wanted) == before


def test_progress_begins_with_what_is_done_and_ends_with_all(archive: Ground) -> None:
    out = archive.place()
    with suppress(BrokenOffError):
        run([str(archive.sources)], str(out), Here(4), archive.record)
    steps: list[Step] = []
    run([str(archive.sources)], str(out), Here(), archive.record, resume=True, told=steps.append)
    shutil.rmtree(out)
    for stage in ("gathering", "judging"):
        done = [one.done for one in steps if one.stage == stage]
        assert done == sorted(done)
        assert done[-1] == next(one.whole for one in steps if one.stage == stage)
    assert steps[0].done > 0


def begun(folder: Path, record: Record, name: str = "out") -> tuple[list[str], str]:
    """Sources with one text, and the place of a run that broke off."""
    text_file(folder, "news/a.txt", SENTENCE)
    out = str(folder / name)
    with suppress(BrokenOffError):
        run([str(folder / "news")], out, Here(0), record)
    return [str(folder / "news")], out


def test_an_unfinished_run_goes_on_only_when_asked(tmp_path: Path, record: Record) -> None:
    sources, out = begun(tmp_path, record)
    with pytest.raises(InputError, match="holds an unfinished run") as fault:
        run(sources, out, Here(), record)
    assert "--resume" in (fault.value.remedy or "")
    assert run(sources, out, Here(), record, resume=True)[0].finished


def test_resuming_where_nothing_was_begun_begins(tmp_path: Path, record: Record) -> None:
    text_file(tmp_path, "news/a.txt", SENTENCE)
    assert run([str(tmp_path / "news")], str(tmp_path / "out"), Here(), record, resume=True)[0].finished


@pytest.mark.parametrize("change", ["come", "gone", "changed", "code", "options"])
def test_another_run_is_refused_and_changes_nothing(
    tmp_path: Path, record: Record, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    text_file(tmp_path, "news/b.txt", SENTENCE)
    sources, out = begun(tmp_path, record)
    before = files(Path(out))
    if change == "come":
        text_file(tmp_path, "news/c.txt", SENTENCE)
    elif change == "gone":
        (tmp_path / "news" / "b.txt").unlink()
    elif change == "changed":
        text_file(tmp_path, "news/b.txt", SENTENCE + " ")
    elif change == "code":
        monkeypatch.setattr(manifest, "__version__", "9.9")
    options = Options(with_text=change == "options")
    with pytest.raises(InputError, match="was begun") as fault:
        run(sources, out, Here(), record, options=options, resume=True)
    assert "--new-run" in (fault.value.remedy or "")
    assert files(Path(out)) == before


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, record: Record) -> None:
    text_file(tmp_path, "news/a.txt", SENTENCE)
    text_file(tmp_path, "out/letter.txt", "mine")
    with pytest.raises(InputError, match="holds other files"):
        run([str(tmp_path / "news")], str(tmp_path / "out"), Here(), record)
    assert set(files(tmp_path / "out")) == {"letter.txt"}


@pytest.mark.parametrize("content", [None, b"no JSON", b"{}"])
def test_a_committed_part_that_is_gone_or_damaged_is_told(
    tmp_path: Path, record: Record, content: bytes | None
) -> None:
    sources, out = begun(tmp_path, record)

    class Interfering(Here):
        def close(self) -> None:
            """Nothing."""

    def harmed(step: Step) -> None:
        path = Path(out) / commit_name("000000")
        if step.stage == "judging" and path.exists():
            path.unlink() if content is None else path.write_bytes(content)

    with pytest.raises(InputError, match="a committed part is"):
        run(sources, out, Interfering(), record, resume=True, told=harmed)
    (Path(out) / commit_name("000000")).unlink(missing_ok=True)
    assert run(sources, out, Here(), record, resume=True)[0].finished


@pytest.fixture
def few(archive: Ground, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A source of each kind, for places that take their time."""
    for name in ("SETTLED", "RENEWED"):
        monkeypatch.setattr(leasing, name, 0.05)
    return [archive.sources / name for name in ("crawl-0.warc.gz", "desk.parquet", "local/feed.xml", "wire.jsonl")]


def test_a_run_over_object_storage_ends_with_the_same_bytes(
    archive: Ground, served: Served, few: list[Path], tmp_path: Path
) -> None:
    """Broken off and gone on with, into a bucket of a server of S3."""
    sources = [str(one) for one in few]
    run(sources, str(tmp_path / "here"), Here(), archive.record)
    out = served.place()
    with suppress(BrokenOffError):
        run(sources, out, Here(5), archive.record)
    run(sources, out, Here(), archive.record, resume=True)
    storage = storage_at(out)
    for name in storage.names(""):
        storage_at(str(tmp_path / "there")).write(name, storage.read(name) or b"")
    assert differences(tmp_path / "here", tmp_path / "there") == Differences()


def test_sources_may_lie_on_object_storage(archive: Ground, served: Served, few: list[Path], tmp_path: Path) -> None:
    """The same documents, statements and verdicts; only where they lie is told otherwise."""
    place = served.place()
    for path in few:
        storage_at(place).write(path.name, path.read_bytes())
    run([f"{place}/{path.name}" for path in few], str(tmp_path / "there"), Here(), archive.record)
    run([str(path) for path in few], str(tmp_path / "here"), Here(), archive.record)
    for table in TABLES:
        there, here = (rows(tmp_path / name, table) for name in ("there", "here"))
        keep = [name for name in there.columns if name != "place"]
        assert there.select(keep).equals(here.select(keep))
