"""The version of the code; the edition of the record is kept in data/datapackage.json."""

__version__ = "0.1.0"
