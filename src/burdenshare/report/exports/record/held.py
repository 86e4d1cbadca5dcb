"""What is exported: every table of the record as it is now, and what its descriptor says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from burdenshare._version import __version__
from burdenshare.record import tables
from burdenshare.record.exchange.forms import NUMBER, RecordForm, table_name
from burdenshare.record.layers import Layer, standing
from burdenshare.record.whole import Whole, whole


@dataclass(frozen=True, slots=True)
class Held:
    """The record at one moment. `described` has for each table what the packaged descriptor says of it."""

    version: str
    edition: str
    layers: tuple[Layer, ...]
    described: Mapping[str, Mapping[str, Any]]
    tables: Mapping[str, Whole]

    def kinds(self, path: str) -> dict[str, str]:
        """The Frictionless type of each declared column of a table."""
        return {str(one["name"]): str(one["type"]) for one in self.described[path]["schema"]["fields"]}

    def title(self, path: str) -> str:
        return str(self.described[path]["title"])

    def named(self) -> Iterator[tuple[str, Whole]]:
        """Every table with its name in a database, in the descriptor's order."""
        return ((table_name(path), one) for path, one in self.tables.items())

    def told(self, form: RecordForm) -> dict[str, Any]:
        """What every form says of the record it carries."""
        return {
            "title": "The record of burdenshare, exported",
            "version": self.version,
            "edition": self.edition,
            "export": {"form": form.value, "number": NUMBER, "made_by": f"burdenshare {__version__}"},
            "corrections": "applied to the rows; the table of corrections tells what they held before",
            "layers": [_layer(one) for one in self.layers],
        }


def held(*, root: Path | None = None, layers: Sequence[Layer] | None = None) -> Held:
    """The packaged record with the layers of this process or those given, or the record below `root`.

    Raises RecordError for a damaged table or layer.
    """
    over = tuple(layers) if layers is not None else standing() if root is None else ()
    described = {str(one["path"]): one for one in tables.resources(root=root)}
    return Held(
        version=tables.record_version(root=root, layers=over),
        edition=tables.edition(root=root, layers=over).isoformat(),
        layers=over,
        described=described,
        tables={path: whole(path, root=root, layers=over) for path in described},
    )


def _layer(one: Layer) -> dict[str, Any]:
    return {
        "id": one.id,
        "number": one.number,
        "kind": one.kind,
        "title": one.title,
        "publisher": one.publisher,
        "release": one.release,
        "published": one.published.isoformat() if one.published else None,
        "file": one.file,
        "sha256": one.sha256,
        "accepted": list(one.accepted),
    }
