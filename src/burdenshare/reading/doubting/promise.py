"""A promise in its sentence, and what the doubts of its owner and year ask of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from burdenshare.lazily import lazily
from burdenshare.reading.context import GROUPS, Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mention_places import a_place
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Statement
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table, word_list


def words(name: str) -> frozenset[str]:
    """One list of the table."""
    return frozenset(load_table("promise_doubts")[name]["words"])


@dataclass(frozen=True)
class Promise:
    """A promise in its sentence."""

    told: Statement
    draft: Draft
    parsed: Parsed
    before: Parsed | None
    calendar: Calendar

    @property
    def first(self) -> int:
        return self.draft.focus[0]

    @property
    def share(self) -> float:
        """The share as it is told; 0 where none is."""
        return self.told.value.central if self.told.value is not None else 0.0

    @lazily
    def named(self) -> list[SubjectMention]:
        """Whoever is named in the sentence."""
        return [s for s in self.parsed.subjects if s.kind != "pronoun" and s.entity in self.calendar.bearers]

    @lazily
    def owners(self) -> list[SubjectMention]:
        """The owner where it is named in the sentence."""
        return [s for s in self.named if s.entity in self.told.subject]

    @lazily
    def allies(self) -> list[SubjectMention]:
        """Whoever is no group: allies, and who was to become one (`Macedonia, which should become a member`)."""
        return [s for s in self.named if s.entity not in GROUPS]

    @lazily
    def of_all(self) -> list[tuple[int, int]]:
        """Where the sentence speaks of the alliance or of allies without a name."""
        lows = self.parsed.lows
        spans = [(s.first, s.last) for s in self.named if s.entity in GROUPS and not self.names_a_meeting(s)]
        spans += [(at, at + 1) for at, low in enumerate(lows) if low in words("all_of_them")]
        return sorted([*spans, *self.parsed.cues.spans("member_nouns")])

    def names_a_meeting(self, mention: SubjectMention) -> bool:
        """`at the upcoming NATO summit`: the alliance says which meeting it is."""
        return not word_list("meeting_nouns").isdisjoint(self.parsed.lows[mention.last : mention.last + 2])

    @lazily
    def asked(self) -> bool:
        """Whether somebody had asked this share of all allies by the day of the text."""
        on = self.calendar.on
        rows = load_table("promise_doubts")["asked_of_all"]
        return any(
            row["share"] == self.share and (on is None or row["since"] <= on <= row.get("until", on)) for row in rows
        )

    @lazily
    def years_agreed(self) -> frozenset[str]:
        """The years by which all allies were ever to reach this share."""
        rows = load_table("promise_doubts")["asked_of_all"]
        return frozenset(str(year) for row in rows if row["share"] == self.share for year in row["due"])

    @lazily
    def definite(self) -> bool:
        """`the 2 % target`, `NATO's goal of 5 %`: a line spoken of as known."""
        lows, end = self.parsed.lows, self.draft.focus[1]
        spans = self.parsed.cues.spans("target", max(0, self.first - 6), end + 6)
        front = lows[max(0, min([self.first, *(a for a, _ in spans)]) - 3) : self.first]
        known = any(word in words("spoken_of_as_known") or word.endswith("'s") for word in front)
        return bool(spans) and known

    @lazily
    def homes(self) -> set[str]:
        """The bodies and countries that the persons of the sentence serve."""
        return self.served(len(self.parsed.tokens))

    def served(self, end: int) -> set[str]:
        """The bodies and countries that the persons in front of token `end` serve."""
        persons = [p for p in self.parsed.persons if p.candidates and p.last <= end]
        return {self.calendar.serves(name) for p in persons for name in p.candidates} - {""}

    def between(self, mention: SubjectMention) -> list[str]:
        return self.parsed.lows[mention.last : self.first]

    def bears(self, mention: SubjectMention) -> bool:
        """Whether an ally may be the one who promises: `the UK`, and neither `UK's` nor the one of `U.S. President`."""
        titled = any(t.first <= mention.first < t.last or t.first == mention.last for t in self.parsed.titles)
        placed = a_place(self.parsed, mention) or self.parsed.lows[mention.first - 1 : mention.first] in (
            ["in"],
            ["at"],
        )
        return mention.names_a_body and not mention.possessive and not titled and not placed

    def led_in(self, mention: SubjectMention) -> bool:
        """`following pledges from Portugal and Canada`: a name, or a list that it ends, beside what is told."""
        lows = self.parsed.lows
        at = mention.first - 1
        listed = {s.last: s.first for s in self.named}
        while at >= 0 and (lows[at] in ("the", "and", ",") or at + 1 in listed):
            at = listed[at + 1] - 1 if at + 1 in listed else at - 1
        return at >= 0 and lows[at] in words("led_in_by")


Doubt = Callable[[Promise], bool]
"""A question whose yes makes a promise a likely one."""
