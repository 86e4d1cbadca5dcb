"""Words of the record that tell of a later day than the view: a row that was read later may say so itself."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date

MONTHS = {name.casefold(): number for number, name in enumerate(month_name) if name}
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)


def names_later(text: str, day: date) -> bool:
    """Whether `text` names a month that began after the day: "named in June 2025" was not known in February.

    A year alone is no sign: pledges name the years they are due.
    """
    return any(date(int(year), MONTHS[month.casefold()], 1) > day for month, year in _MONTH.findall(text))
