"""The people met in one text: names, titles and pronouns resolved to persons of the record on the day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Protocol

from burdenshare.reading.mentions import PersonMention, TitleMention
from burdenshare.reading.model import Mode, Speaker
from burdenshare.reading.parse import Parsed
from burdenshare.reading.sources import Source
from burdenshare.reading.voice_words import voice_words
from burdenshare.record.model import Tenure

_AHEAD = timedelta(days=120)
_AFTER = timedelta(days=4 * 365)
_TO_TAKE_OFFICE = timedelta(days=80)
_AMERICAN = ("president", "secretary of")
"""Words of the offices that change hands on a day known long before, so that one to come needs no country's name."""
_COUNTRY_KINDS = ("country", "abbreviation", "capital", "adjective", "demonym", "metonym")


_LABELS = frozenset({"CLAIM", "FACT", "FACTS", "FALSE", "LIVE", "NEWS", "READ", "TRUE", "WATCH"})
"""Words in capitals that head a passage and name nobody."""


_ANY_BODY = frozenset({"the organization", "the organisation"})
"""Words that stand for NATO where it is the body named last, and for an institute or a fund where that is."""


class People(Protocol):
    """What attribution needs of the record."""

    def tenures(
        self, person: str | None = None, office: str | None = None, entity: str | None = None
    ) -> tuple[Tenure, ...]: ...
    def holders(self, office: str, entity: str, on: date) -> tuple[Tenure, ...]: ...
    def name(self, entity: str) -> str: ...


def _nobodys_paper(words: str) -> bool:
    """`the latest available data show`: figures without a body behind them are told by the outlet."""
    head = words.casefold().split()
    return bool(head) and head[-1] in voice_words("nobodys_papers") and set(head[:-1]) <= voice_words("of_any_paper")


@dataclass
class Cast:
    """The people met so far in one text; mutable while that text is read, never shared."""

    people: People
    on: date | None
    full_names: dict[str, str] = field(default_factory=dict)  # last word of a name → full name
    canonical: dict[str, str] = field(default_factory=dict)  # alias → person of the record
    last: Speaker | None = None
    last_body: Speaker | None = None
    author: Speaker | None = None
    calling: frozenset[str] = frozenset()  # how the sentence that named the last speaker calls him or her
    home: str = ""  # the one ally the text is about, or whose parliament it prints
    alliance_last: bool = False  # whether the last body that was named is NATO: then `the organisation` is
    here: list[tuple[int, str]] = field(default_factory=list)  # countries of this sentence, and where they stand
    places: list[str] = field(default_factory=list)  # countries of the sentences before, nearest first

    def meet(self, parsed: Parsed) -> None:
        """Note every person a sentence names, and its countries."""
        for person in parsed.persons:
            name = self.identify(person)
            if name and person.full:
                self.full_names[person.alias.split()[-1]] = name
        named = [s for s in parsed.subjects if s.entity == "NATO" and parsed.text(s.first, s.last) not in _ANY_BODY]
        if named:
            self.alliance_last = True
        elif any(t.capital and t.low in voice_words("institutions") for t in parsed.tokens[1:]):
            self.alliance_last = False
        self.places = list(dict.fromkeys([*(entity for _, entity in self.here), *self.places]))[:4]
        self.here = [(s.first, s.entity) for s in parsed.subjects if s.kind in _COUNTRY_KINDS and len(s.entity) == 3]

    def identify(self, person: PersonMention) -> str:
        """The canonical name, resolved by full name, earlier mention, title, then office on the day; else empty."""
        if len(person.candidates) == 1 and (person.full or person.title or self._plausible(person)):
            return self._keep(person, person.candidates[0])
        known = self.canonical.get(person.alias.split()[-1])
        if known in person.candidates:
            return known or ""
        fitting = [name for name in person.candidates if self._fits(name, person.title)]
        return self._keep(person, fitting[0]) if len(fitting) == 1 else ""

    def _keep(self, person: PersonMention, name: str) -> str:
        self.canonical[person.alias.split()[-1]] = name
        return name

    def _plausible(self, person: PersonMention) -> bool:
        """A bare surname stands for somebody named in full before, or for a holder of an office around the day."""
        if self.canonical.get(person.alias) in person.candidates:
            return True
        return len(person.alias) > 3 and self._fits(person.candidates[0], None)

    def _fits(self, name: str, title: TitleMention | None) -> bool:
        tenures = self.people.tenures(person=name)
        if title is not None and title.office:
            tenures = tuple(t for t in tenures if t.office == title.office and title.entity in ("", t.entity))
            if title.former:
                return bool(tenures)
        if self.on is None:
            return bool(tenures)
        return any(t.from_ <= self.on and (t.to is None or self.on <= t.to or t.grade == "D") for t in tenures)

    def office_of(self, name: str, title: TitleMention | None) -> tuple[str, str]:
        """(office, entity) of a person: as the text titles him or her, else as held on the day."""
        if title is not None and title.office and title.entity:
            return title.office, title.entity
        held = [
            t
            for t in self.people.tenures(person=name)
            if self.on is not None and t.from_ <= self.on and (t.to is None or self.on < t.to)
        ]
        if held:
            titled = [t for t in held if title is not None and t.office == title.office]  # of two offices, that one
            return (titled or held)[-1].office, (titled or held)[-1].entity
        known = self.people.tenures(person=name)
        return "", known[-1].entity if known else title.entity if title else ""

    def speaker(self, source: Source, mode: Mode) -> Speaker | None:
        """The resolved speaker of a frame, or None where the words point to nobody."""
        if source.kind == "person" and source.person is not None:
            return self._person(source.person, source, mode)
        if source.kind == "title" and source.title is not None:
            return self.holder(source.title, source, mode)
        if source.kind == "pronoun":
            return self._pronoun(source, mode)
        if source.kind == "body" and source.body is not None:
            return self._body(source, mode)
        if source.kind == "name":
            return self._stranger(source, mode)
        if source.kind == "phrase" and self.last is not None and self._means_the_last(source.words):
            return Speaker(self.last.name, self.last.office, self.last.entity, mode, source.words)
        if _nobodys_paper(source.words):
            return Speaker("")
        return Speaker(source.words, mode=mode, named_as=source.words)

    def _means_the_last(self, words: str) -> bool:
        """`the minister`, `the analyst` behind a minister or an analyst named before."""
        low = words.casefold()
        last = self.last
        if last is None or low not in voice_words("callings"):
            return False
        return low in last.named_as.casefold().split() or low in last.office.split("_") or low in self.calling

    def _person(self, person: PersonMention, source: Source, mode: Mode) -> Speaker:
        name = self.identify(person) or self._around(person)
        office, entity = self.office_of(name, person.title) if name else ("", "")
        return Speaker(name or person.alias, office, entity, mode, source.words)

    def _around(self, person: PersonMention) -> str:
        """A bare surname of somebody soon in office or lately out of it: `Trump` in December 2024."""
        if self.on is None or len(person.alias) < 4:
            return ""
        on = self.on
        near = [
            name
            for name in person.candidates
            if any(
                t.from_ <= on + _AHEAD and (t.to is None or on <= t.to + _AFTER)
                for t in self.people.tenures(person=name)
            )
        ]
        return near[0] if len(near) == 1 else ""

    def holder(self, title: TitleMention, source: Source, mode: Mode) -> Speaker:
        """Who a title without a name means: the one named before, the holder on the day, or nobody known."""
        same = self.last is not None and self.last.office == title.office and title.entity in ("", self.last.entity)
        same = same and self.last is not None and _called_so(title, self.last.entity)
        if self.last is not None and same and not (title.former and self._in_office(self.last.name, title.office)):
            return Speaker(self.last.name, title.office, self.last.entity, mode, source.words)
        if title.former:
            once = self._once(title)
            if once:
                return Speaker(once, title.office, title.entity, mode, source.words)
        untold = title.then and not title.leaving and not title.coming  # "the then president": of another day
        if not title.former and not untold and title.office and self.on is not None:
            on = self.on + _TO_TAKE_OFFICE if title.coming else self.on
            met = "" if title.entity or title.then else self._met(title)
            if met:
                return Speaker(met, *self.office_of(met, None), mode, source.words)
            for entity in [] if _minister_or_general(title) else [title.entity] if title.entity else self._homes(title):
                holders = {t.person for t in self.people.holders(title.office, entity, on)}
                if title.coming:
                    holders -= {t.person for t in self.people.holders(title.office, entity, self.on)}
                if len(holders) == 1:
                    return Speaker(holders.pop(), title.office, entity, mode, source.words)
        return Speaker(source.words, title.office, title.entity, mode, source.words)

    def _once(self, title: TitleMention) -> str:
        """The person met in this text who held the office: `the former Dutch premier`."""
        for name in reversed(self.canonical.values()):
            held = self.people.tenures(person=name)
            own = any(t.office == title.office and title.entity in ("", t.entity) for t in held)
            if own and not self._in_office(name, title.office):
                return name
        return ""

    def _met(self, title: TitleMention) -> str:
        """The one person of the text who holds such an office: `Stoltenberg met Sunak. The prime minister said`."""
        names = [name for name in dict.fromkeys(self.canonical.values()) if self._in_office(name, title.office)]
        names = [name for name in names if _called_so(title, self.office_of(name, None)[1])]
        return names[0] if len(names) == 1 else ""

    def _in_office(self, name: str, office: str) -> bool:
        """Whether somebody holds the office on the day: then no `former president` is meant."""
        on = self.on
        held = self.people.tenures(person=name)
        return on is not None and any(
            t.office == office and t.from_ <= on and (t.to is None or on < t.to) for t in held
        )

    def _homes(self, title: TitleMention) -> list[str]:
        """The countries whose office a bare title may mean: those the text speaks of, nearest first."""
        words = title.words.casefold()
        if "chancellor" in words:
            return ["DEU"]
        if title.then and any(one in words for one in _AMERICAN):
            return ["USA"]
        barred = voice_words("monarchies") if title.office == "head_of_state" else frozenset()
        if "prime minister" in words or "premier" in words:
            barred = frozenset({"deu", "usa"})
        before = [entity for first, entity in reversed(self.here) if first < title.first]
        before = [place for place in [*before, *self.places] if place.casefold() not in barred]
        behind = [e for first, e in self.here if first >= title.first and e.casefold() not in barred]
        if before and behind and self.here[0][0] >= title.first and behind[0] != before[0]:
            return []  # "Germany buys tanks. The defence minister said Spain spends …": of the one or of the other
        homes = before or behind
        return homes[:1] or ([self.home] if self.home and self.home.casefold() not in barred else [])

    def _pronoun(self, source: Source, mode: Mode) -> Speaker | None:
        low = source.words.casefold()
        if low in ("i", "we"):
            return replace(self.author, named_as=source.words) if self.author is not None else None
        known = self.last if low in ("he", "she") else self.last_body if low in ("it", "they") else self.last
        if known is None:
            return Speaker("", mode=mode, named_as=source.words)
        return Speaker(known.name, known.office, known.entity, mode, source.words)

    def _body(self, source: Source, mode: Mode) -> Speaker | None:
        body = source.body
        if body is None or body.entity in ("PRONOUN", "AMBIGUOUS"):
            return Speaker("", mode=mode, named_as=source.words)
        if body.entity == "NATO" and source.words.casefold() in _ANY_BODY and not self.alliance_last:
            return Speaker("", mode=mode, named_as=source.words)
        if body.kind in ("adjective", "demonym") and not source.words.endswith("s"):
            for name in reversed(self.canonical.values()):
                if any(t.entity == body.entity for t in self.people.tenures(person=name)):
                    office, entity = self.office_of(name, None)
                    return Speaker(name, office, entity, mode, source.words)
        if called_a_person(source.words):
            return Speaker(source.words, "", body.entity, mode, source.words)  # "a senior US official"
        named = "NATO" if body.entity == "NATO" else self.people.name(body.entity) if len(body.entity) == 3 else ""
        return Speaker(named or source.words, "", body.entity, mode, source.words)

    def _stranger(self, source: Source, mode: Mode) -> Speaker:
        words = source.words
        if " " in words:
            self.full_names[words.split()[-1]] = words
        known = self.full_names.get(words.split()[-1])
        if known is None and words.isalpha() and words.isupper() and 3 <= len(words) <= 5 and words not in _LABELS:
            return Speaker(words, "", "", mode, words)  # "broadcaster TVP reported"
        if known is None and " " not in words:
            return Speaker("", mode=mode, named_as=words)  # "Critics said": a lone capitalised word is no name yet
        office, entity = (source.title.office, source.title.entity) if source.title is not None else ("", "")
        return Speaker(known or words, office, entity, mode, words)  # "the Swedish defence minister, Paul Johnson"


def _minister_or_general(title: TitleMention) -> bool:
    """`Germany's defence chief` is the minister or the highest general; America's is the secretary."""
    return title.words.casefold().endswith(("defence chief", "defense chief")) and title.entity != "USA"


def called_a_person(words: str) -> bool:
    """`senior US official`, `head of the Danish intelligence service`: who serves a body, and not the body."""
    said = words.casefold().split()
    at = said.index("of") if "of" in said[1:] else len(said)
    return len(said) > 1 and said[at - 1].removesuffix("s") in voice_words("callings")


def _called_so(title: TitleMention, entity: str) -> bool:
    """Whether a country's head of government is called what the title says: a chancellor is none of Poland's."""
    words = title.words.casefold()
    if "chancellor" in words:
        return entity in ("DEU", "AUT")
    return entity not in ("DEU", "AUT") if "prime minister" in words or "premier" in words else True
