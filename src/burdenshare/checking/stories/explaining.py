"""Why documents are one story, and why one stands alone, in words."""

from __future__ import annotations

from collections.abc import Sequence

from burdenshare.checking.model import CheckedDocument
from burdenshare.checking.stories.clusters import Cluster
from burdenshare.checking.stories.features import Mark

NOTHING = "it shares no event, figure, speaker or target with the other documents"
LITTLE = "what it shares with {near} is too little for one story: {marks}"


def alone(cluster: Cluster, units: Sequence[int], documents: Sequence[CheckedDocument]) -> str:
    """Why a document is a story of its own; empty where it is not, or is the only one given."""
    if len(cluster.members) > 1 or len(units) < 2:
        return ""
    if cluster.near is None:
        return NOTHING
    near = documents[units[cluster.near]].document
    return LITTLE.format(near=near.title or near.id, marks=", ".join(map(named, cluster.nearest)))


_WORDS = {
    "event": "the event {}",
    "figure": "a figure ({})",
    "count": "a count ({})",
    "speaker": "words of {}",
    "target": "a target ({})",
    "stand": "{}",
    "subject": "figures of {}",
    "word": "the word “{}”",
    "person": "a mention of {}",
    "issue": "the issue {}",
}


def named(mark: Mark) -> str:
    return _WORDS[mark[0]].format(mark[1].replace("_", " "))
