"""The second look: what the strict rules left as not understood is read by the words around it.

The strict rules of the reading room ask for the field's usual wording. Behind them, each module here reads one family
of figures by evidence: the words of the clause that name a measure, an owner and a time, from tables. A module gives a
draft, or None where the evidence is not enough; it never overrules a strict rule, nor a reason that is certain.
"""

from __future__ import annotations

from burdenshare.reading.gleaning.dispatch import assured, gleanable, gleaned, gleaned_without_number

__all__ = ["assured", "gleanable", "gleaned", "gleaned_without_number"]
