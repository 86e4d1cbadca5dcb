"""A manifest says what a data set is, and refuses what would be another one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from burdenshare._version import __version__
from burdenshare.corpus.manifest import NAME, Manifest, Options, begun, held, refuse_other, refuse_unlike, writer
from burdenshare.corpus.storage import storage_at
from burdenshare.errors import InputError
from tests.corpus.made import manifest


def test_what_is_kept_comes_back_with_the_same_bytes(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path))
    assert held(storage) is None
    for kept in (
        begun("abc", "2026-08-22", "plan", 3, ("news", "crawl"), Options("meta.day", True)),
        manifest(finished=True, rows={"documents": 3}, fates={"read": 2}, parts={"documents/x": "0f"}),
    ):
        storage.write(NAME, kept.content())
        assert held(storage) == kept
        assert kept.content() == kept.content()


def test_a_run_begins_on_the_day_of_this_program() -> None:
    one, two = (begun("abc", "2026-08-22", "plan", 3, ("news",), Options()) for _ in range(2))
    assert (one.code, one.today, one.writer) == (__version__, "2026-08-31", writer())
    assert one.run != two.run


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"form": 99}', b'{"form": 1, "options": {"x": 1}}'])
def test_a_damaged_manifest_is_told(tmp_path: Path, content: bytes) -> None:
    storage = storage_at(str(tmp_path))
    storage.write(NAME, content)
    with pytest.raises(InputError, match="has a damaged manifest"):
        held(storage)


def test_a_form_of_later_times_is_told(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path))
    storage.write(NAME, json.dumps({**json.loads(manifest().content()), "form": 2}).encode())
    with pytest.raises(InputError, match="another form"):
        held(storage)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (manifest(code="9.9"), "was begun by burdenshare 0.1, and this is 9.9"),
        (manifest(record="def"), "was begun with record abc, and this is def"),
        (manifest(writer="other"), "was written by polars, and this is other"),
        (manifest(options=Options("day", True)), r"with other options \(none; now --on-field day --with-text\)"),
        (manifest(plan="q"), "was begun on other sources"),
    ],
)
def test_another_run_does_not_go_on_with_this_one(other: Manifest, told: str) -> None:
    with pytest.raises(InputError, match=told) as fault:
        refuse_other(manifest(), other, "out")
    assert fault.value.remedy is not None
    assert "--new-run" in fault.value.remedy


def test_the_same_run_goes_on_on_another_day() -> None:
    refuse_other(manifest(), manifest(today="2031-01-01", run="another"), "out")


def test_a_worker_that_would_make_something_else_does_nothing() -> None:
    here = replace(manifest(), code=__version__, writer=writer())
    refuse_unlike(here, "abc")
    refuse_unlike(here, None)
    for other, record in ((replace(here, code="9.9"), None), (replace(here, writer="x"), None), (here, "def")):
        with pytest.raises(InputError, match="a worker has"):
            refuse_unlike(other, record)
