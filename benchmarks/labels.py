"""The labelled set: sentences and pages with what must be read in them (`tests/labelled`, see its README)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "tests" / "labelled"
FILES = ("quantities", "subjects", "speakers", "positions", "traps")
FIELDS = (
    "kind",
    "subject",
    "measure",
    "comparator",
    "value",
    "unit",
    "period",
    "baseline",
    "threshold",
    "below",
    "speaker",
    "mode",
    "modality",
    "issue",
    "direction",
)


@dataclass(frozen=True, slots=True)
class Label:
    """One statement that must be (or, if `optional`, may be) read at characters `start`..`end`. `fields` maps a field
    to everything allowed for it; a field that is absent is not asked."""

    start: int
    end: int
    fields: Mapping[str, tuple[Any, ...]]
    optional: bool

    @property
    def kinds(self) -> tuple[Any, ...]:
        return self.fields.get("kind", ())


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text of a day with all its labels."""

    id: str
    on: date
    text: str
    form: str
    labels: tuple[Label, ...]


def labelled(name: str, folder: Path = FOLDER) -> tuple[Labelled, ...]:
    """The labelled texts of one file of the set. Raises ValueError naming the line that breaks the rules."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_text(json.loads(line), f"{name}.jsonl:{n}") for n, line in enumerate(lines, 1) if line.strip())


def labelled_line(row: Mapping[str, Any]) -> Labelled:
    """One line of the set that stands in no file, such as a frame filled by `tests/labelled/frames.py`."""
    return _text(row, row["id"])


def negatives(folder: Path = FOLDER) -> tuple[str, ...]:
    """Sentences in which nothing may be read as a fact, promise or event."""
    lines = (folder / "negatives.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


def page_labels(folder: Path = FOLDER / "pages") -> tuple[Mapping[str, Any], ...]:
    """The labels of every page as they stand in the repository."""
    return tuple(json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))


def pages(texts: Path, folder: Path = FOLDER / "pages") -> Iterator[Labelled]:
    """The labelled pages whose text lies in `texts` (as `ID.txt`) unchanged; their texts are not in the repository."""
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        file = texts / f"{row['id']}.txt"
        if not file.exists():
            continue
        data = file.read_bytes()
        if sha256(data).hexdigest() != row["sha256"]:
            raise ValueError(f"{file}: not the text that was labelled")
        yield _text({**row, "text": data.decode("utf-8")}, path.name)


def _text(row: Mapping[str, Any], where: str) -> Labelled:
    labels = tuple(_label(row["text"], one, where) for one in row["statements"])
    return Labelled(row["id"], date.fromisoformat(row["on"]), row["text"], row.get("form", ""), labels)


def _label(text: str, row: Mapping[str, Any], where: str) -> Label:
    unknown = row.keys() - {*FIELDS, "words", "words_at", "start", "end", "optional", "note"}
    if unknown:
        raise ValueError(f"{where}: unknown field {', '.join(sorted(unknown))}")
    start = row["start"] if "start" in row else row.get("words_at", text.find(row["words"]))
    end = row["end"] if "end" in row else start + len(row["words"])
    if start < 0 or not 0 <= start < end <= len(text) or ("words" in row and text[start:end] != row["words"]):
        raise ValueError(f"{where}: the words {row.get('words')!r} do not stand there")
    fields = {name: _allowed(row[name]) for name in FIELDS if name in row}
    return Label(start, end, fields, bool(row.get("optional")))


def _allowed(value: Any) -> tuple[Any, ...]:
    """Everything a field allows: `a|b`, `{"any_of": [a, b]}`, or the one value."""
    if isinstance(value, Mapping):
        return tuple(value["any_of"])
    return tuple(value.split("|")) if isinstance(value, str) else (value,)
