"""Whom a row speaks of: an ally, an aggregate that the record keeps, or somebody it does not know."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from burdenshare.intake.nato.labels import bare, declared
from burdenshare.record import Record

NEAR = 0.82
"""Likeness from which an unknown name may be a slip of a known one; `Slovania` is as near to two of them."""

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NO_LETTER = re.compile(r"[^a-z' ]+")
_TAIL = re.compile(r" [a-d]$")
_ISO = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands beside figures: `entity` is its code in the record, empty where none is; `why` then says
    why its figures become no rows, and is empty where nobody knows it; `near` is the known name it may be a slip of."""

    text: str
    entity: str
    why: str = ""
    near: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Every name that a row may bear, folded."""

    codes: Mapping[str, str]

    def of(self, text: str) -> Named:
        """Whom the words mean; the words in brackets behind a name are kept as its `currency`."""
        inside = _BRACKETS.findall(bare(text))
        currency = " ".join(inside[-1].split()) if inside else ""
        folded = fold(text)
        for one in (folded, _TAIL.sub("", folded)):
            if one in self.codes:
                return Named(text, self.codes[one], currency=currency)
            if one in declared().left_names:
                return Named(text, "", declared().left_names[one])
        near = get_close_matches(folded, self.codes, n=1, cutoff=NEAR) if len(folded) > 3 else []
        return Named(text, "", near=near[0].title() if near else "")

    def knows(self, text: str) -> bool:
        """Whether the words are a name that the record or the table of labels has."""
        folded = fold(text)
        return any(one in self.codes or one in declared().left_names for one in (folded, _TAIL.sub("", folded)))


def names_of(record: Record) -> Names:
    """The names of allies, of other countries among the record's places, and of the table of labels."""
    codes = {fold(name): entity for name, entity, kind in record.places() if kind in ("country", "abbreviation")}
    for one in record.allies():
        codes[fold(one.name)] = codes[one.ally.casefold()] = one.ally
    codes |= declared().names
    return Names({name: code for name, code in codes.items() if _ISO.fullmatch(code) or name in declared().names})


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """A name in plain small letters: `Türkiye* (Liras)` is `turkiye`."""
    plain = unicodedata.normalize("NFKD", _BRACKETS.sub(" ", bare(text)).replace("ı", "i"))
    letters = "".join(one for one in plain if not unicodedata.combining(one)).replace("&", " and ")
    return " ".join(_NO_LETTER.sub(" ", letters).split())
