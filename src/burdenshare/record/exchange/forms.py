"""Names that every exported record has in common: its forms, its files, its columns beside the declared ones."""

from __future__ import annotations

from enum import StrEnum

NUMBER = 1
"""Number of the layout of an export. A reader refuses a higher one, for it cannot know what it means."""


class RecordForm(StrEnum):
    """The forms a record can be exported in."""

    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    DUCKDB = "duckdb"
    SDMX = "sdmx"


FOLDERS = frozenset({RecordForm.CSV, RecordForm.PARQUET, RecordForm.SDMX})
"""Forms of many files: a folder, or one archive of it where the target ends in `.zip`."""

DESCRIPTOR = "datapackage.json"
STRUCTURE = "structure.json"
"""What describes and pins the files of an export: of a Frictionless package, and of SDMX-CSV."""

PRINTED = "_printed"
"""Behind the name of a typed column: the text as it was printed, where the plain text of the value is another one."""
LAYER = "layer"
"""Column of a table of which layers hold rows: the id of the layer. Beside it stands `tables.PLACE`."""

ABOUT = "record_about"
TABLES = "record_tables"
LAYERS = "record_layers"
"""Tables of a database that tell of the record itself: key and value; path, rows and digest by table; its layers."""

NOTHING = "_Z"
"""Code of SDMX for a dimension that does not apply, such as the price basis of a share."""


def table_name(path: str) -> str:
    """Name of a table in a database: `nato_expenditure` for `nato/expenditure.csv`."""
    return path.rsplit(".", 1)[0].replace("/", "_")
