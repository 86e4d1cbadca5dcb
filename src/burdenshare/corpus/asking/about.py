"""What a story of a data set is to be about: names and keys as typed, made a condition on its statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from burdenshare.corpus.asking.asking import Asking
from burdenshare.errors import InputError, UnknownNameError
from burdenshare.reading.issues import register
from burdenshare.record import Record
from burdenshare.report.names import entity_of, fold, measure_of
from burdenshare.report.stories.views import issue_of

WHERE = "--about"
KINDS = "ally, group, measure, issue, key of a claim or speaker of the data set"
SEE = "burdenshare record list tells the names, burdenshare corpus ask PLACE claims and speakers those of the data set"
_KEYED = "SELECT 1 FROM statements WHERE claim = $key OR question = $key LIMIT 1"
_SPEAKERS = "SELECT speaker FROM said WHERE speaker <> '' GROUP BY speaker ORDER BY count(*) DESC, speaker"


@dataclass(frozen=True, slots=True)
class About:
    """What a story is to be about, as `words` say it: a statement must fit all subjects and speakers, and one of the
    measures, issues and keys. `since` and `until` are days of texts."""

    words: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def condition(self) -> tuple[str, dict[str, Any]]:
        """As a condition on the view `said`, and its parameters."""
        parts = ["claim <> '' OR kind = 'position'"]
        values: dict[str, Any] = {}
        for number, one in enumerate(self.subjects):
            parts.append(f"list_contains(string_split(subject, ';'), $subject{number})")
            values[f"subject{number}"] = one
        matters = {"measures": "measure", "issues": "issue", "keys": "claim"}
        fits = [f"list_contains(${name}, {column})" for name, column in matters.items() if getattr(self, name)]
        if self.keys:
            fits.append("list_contains($keys, question)")
        if fits:
            parts.append(" OR ".join(fits))
            values |= {name: list(getattr(self, name)) for name in matters if getattr(self, name)}
        if self.speakers:
            parts.append("list_contains($speakers, speaker)")
            values["speakers"] = list(self.speakers)
        for sign, name in ((">=", "since"), ("<=", "until")):
            if getattr(self, name) is not None:
                parts.append(f"published {sign} ${name}")
                values[name] = getattr(self, name)
        return " AND ".join(f"({one})" for one in parts), values

    def __str__(self) -> str:
        """As it was asked for."""
        days = [f"{name} {day}" for name, day in (("from", self.since), ("until", self.until)) if day is not None]
        return " ".join([" and ".join(f"'{one}'" for one in self.words), *days])


def about(asking: Asking, record: Record, words: Sequence[str], since: date | None, until: date | None) -> About:
    """What `words` mean, names and keys alike: an ally or group (`Poland`, `POL`), a measure (`share of GDP`,
    `share_of_gdp`), an issue (`burden_sharing`), the key of a claim or of a question, or a speaker of the data set.
    Raises InputError: one of them means none of these."""
    found: dict[str, list[str]] = {name: [] for name in ("subjects", "measures", "issues", "keys", "speakers")}
    for word in words:
        if not word.strip():
            raise InputError("names nothing", where=WHERE, remedy=f"name an {KINDS}")
        for kind, names in _meant(asking, record, word).items():
            found[kind] += names
    return About(tuple(words), **{name: tuple(held) for name, held in found.items()}, since=since, until=until)


def _meant(asking: Asking, record: Record, word: str) -> dict[str, list[str]]:
    """What one word means. A measure and an issue of one name are both meant."""
    if (entity := _known(lambda: entity_of(record, word))) is not None:
        return {"subjects": [entity]}
    measure, issue = _known(lambda: measure_of(record, word)), _known(lambda: issue_of(word))
    if measure is not None or issue is not None:
        return {"measures": [measure] if measure else [], "issues": [issue] if issue else []}
    if asking.ask(_KEYED, {"key": word.strip()}).rows:
        return {"keys": [word.strip()]}
    return {"speakers": [_speaker(asking, record, word)]}


def _known(lookup: Callable[[], str]) -> str | None:
    try:
        return lookup()
    except InputError:
        return None


def _speaker(asking: Asking, record: Record, word: str) -> str:
    """A speaker by full name or by the last word of it. Raises InputError with the nearest of all names there are."""
    names = [str(one[0]) for one in asking.ask(_SPEAKERS).rows]
    wanted = fold(word)
    exact = [name for name in names if fold(name) == wanted]
    ending = [name for name in names if fold(name).split()[-1:] == [wanted]]
    found = exact or ending
    if wanted and len(found) == 1:
        return found[0]
    if not found:
        _refuse_outsider(record, word)
    allies = [record.name(one.ally) for one in record.allies()]
    others = [*(one.id for one in record.measures()), *(issue for issue, _, _ in register())]
    fault = UnknownNameError(KINDS, word, found or [*names, *allies, *others], where=WHERE)
    raise fault if fault.suggestions else InputError(fault.what, where=WHERE, remedy=SEE)


def _refuse_outsider(record: Record, word: str) -> None:
    """Say of a country that is no ally what it is, in the place of names that are near it by chance."""
    try:
        entity_of(record, word)
    except UnknownNameError:
        return
    except InputError as fault:
        raise InputError(fault.what, where=WHERE, remedy=fault.remedy) from None
