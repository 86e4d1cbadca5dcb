"""Figures that stand beside somebody who does not own them, or are of another kind than they read like."""

from burdenshare.reading.misplaced.asking import placed

__all__ = ["placed"]
