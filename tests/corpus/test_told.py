"""A finished run tells what became of every document."""

from __future__ import annotations

import json
from dataclasses import replace

from burdenshare.corpus.model import Fate
from burdenshare.corpus.planning import Plan
from burdenshare.corpus.told import MEANT, finished_lines, finished_shape
from tests.corpus.made import manifest

FATES = {"copy": 4, "other": 1_230, "quarantined": 1, "read": 62, "unread": 11}
MADE = manifest(finished=True, rows={"documents": 1_308, "statements": 215, "verdicts": 373}, fates=FATES)
PLAN = Plan((), ("film.mp4", *(f"{number}.zip" for number in range(6))), ("1 MB of x are one shard",))


def test_the_lines_add_up_and_name_what_was_set_aside() -> None:
    lines = finished_lines(MADE, "out", PLAN)
    assert lines[0] == "out: 1,308 documents, 215 statements, 373 verdicts"
    counts = [int(line.split()[0].replace(",", "")) for line in lines[1:6]]
    assert sum(counts) == MADE.rows["documents"]
    assert "  the table documents tells of each where it lies, and why" in lines
    assert any("film.mp4" in line and line.endswith("and 2 more") for line in lines)
    assert "  1 MB of x are one shard" in lines


def test_every_count_has_its_word() -> None:
    rows = {"documents": 2, "statements": 1, "verdicts": 1}
    lines = finished_lines(replace(MADE, rows=rows, fates={"copy": 1, "other": 1, "quarantined": 1}), "out", Plan(()))
    assert lines[:4] == [
        "out: 2 documents, 1 statement, 1 verdict",
        "  1 copy of a text that was read",
        "  1 on another subject",
        "  1 set aside: it crashed a worker, took too long or too much memory",
    ]


def test_a_smooth_run_says_less() -> None:
    lines = finished_lines(replace(MADE, fates={"read": 1_308}), "out", Plan(()))
    assert len(lines) == 3


def test_every_fate_has_its_words() -> None:
    assert set(MEANT) == set(Fate)


def test_the_shape_is_json_with_the_manifest_in_it() -> None:
    shape = json.loads(json.dumps(finished_shape(MADE, "out", PLAN)))
    assert (shape["place"], shape["fates"], shape["passed_over"]) == ("out", FATES, list(PLAN.passed))
