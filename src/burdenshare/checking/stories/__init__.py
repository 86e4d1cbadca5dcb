"""Stories: many checked documents of one event told once. `tell` is the way in; all of it is pure and deterministic."""

from __future__ import annotations

from burdenshare.checking.stories.model import Stories, Story
from burdenshare.checking.stories.story import tell

__all__ = ["Stories", "Story", "tell"]
