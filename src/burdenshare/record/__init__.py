"""The record: what is known. Observations, releases, groups, people, commitments and events, each with its source."""

from burdenshare.record.model import (
    Band,
    Commitment,
    Derivation,
    Event,
    Finding,
    Grade,
    Horizon,
    Member,
    Observation,
    Period,
    Release,
    Tenure,
)
from burdenshare.record.record import Record, load_record

__all__ = [
    "Band",
    "Commitment",
    "Derivation",
    "Event",
    "Finding",
    "Grade",
    "Horizon",
    "Member",
    "Observation",
    "Period",
    "Record",
    "Release",
    "Tenure",
    "load_record",
]
