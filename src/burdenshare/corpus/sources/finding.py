"""Which files a source names, and of which kind each is."""

from __future__ import annotations

from collections.abc import Iterable
from glob import has_magic
from pathlib import Path

from burdenshare.corpus.model import Kind
from burdenshare.corpus.sources.streams import is_remote, paths_of, shown
from burdenshare.errors import InputError

SUFFIXES: dict[str, Kind] = {
    ".txt": Kind.FILES,
    ".md": Kind.FILES,
    ".html": Kind.FILES,
    ".htm": Kind.FILES,
    ".xhtml": Kind.FILES,
    ".pdf": Kind.FILES,
    ".eml": Kind.FILES,
    ".xml": Kind.FILES,
    ".rss": Kind.FILES,
    ".atom": Kind.FILES,
    "feed.json": Kind.FILES,
    ".jsonl": Kind.LINES,
    ".ndjson": Kind.LINES,
    ".parquet": Kind.ROWS,
    ".warc": Kind.WARC,
    ".warc.gz": Kind.WARC,
    ".warc.wet": Kind.WARC,
    ".warc.wet.gz": Kind.WARC,
}
"""By the end of its name; other files of a folder are passed over and told."""


def kind_of(path: str) -> Kind | None:
    """The kind of a file, None where its name tells none."""
    name = path.lower()
    return next((kind for suffix, kind in SUFFIXES.items() if name.endswith(suffix)), None)


GIVE = "give a folder, a file or a pattern such as 'news/*.warc.gz'"


def _why_nothing(source: str) -> str:
    if is_remote(source):
        return "names no file"
    if Path(source).is_dir():
        return "is a folder without files"
    return "names no file" if has_magic(source) else "no such file or folder"


def files_of(sources: Iterable[str]) -> tuple[list[tuple[str, Kind]], list[str]]:
    """Every file that the sources name, with its kind, in the order of the sources and of names within each; and what
    was passed over. Raises InputError: a source that names nothing."""
    found: dict[str, Kind] = {}
    passed: list[str] = []
    for source in sources:
        paths = paths_of(source)
        if not paths:
            raise InputError(_why_nothing(source), where=shown(source), remedy=GIVE)
        explicit = len(paths) == 1 and source.endswith(paths[0])
        for path in paths:
            kind = kind_of(path) or (Kind.FILES if explicit else None)
            if kind is None:
                passed.append(shown(path))
            else:
                found.setdefault(path, kind)
    return list(found.items()), passed
