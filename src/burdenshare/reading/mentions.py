"""Mentions in one sentence: subjects, persons with their titles, and cues, as token spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from burdenshare.quick import quick
from burdenshare.reading.lexicon import Lexicon, PersonEntry, SubjectEntry, TitleEntry
from burdenshare.reading.names_with_places import part_of_a_name
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.tokens import Token
from burdenshare.reading.tries import Hit

_UPPER_ONLY = {
    "US",
    "USA",
    "UN",
    "UK",
    "EU",
    "NAC",
    "JEF",
    "MoD",
    "FCDO",
    "PLA",
    "PRC",
    "SHAPE",
    "E3",
    "E5",
    "G7",
    "V4",
    "B9",
}
_CURRENCIES = word_list("currency_nouns")
_SPENDING_NOUNS = word_list("spending_nouns")


@quick
@dataclass(frozen=True, slots=True)
class SubjectMention:
    """An ally, group or other actor at tokens `first`..`last`."""

    first: int
    last: int
    entity: str
    kind: str
    open: tuple[str, ...]
    possessive: bool

    @property
    def names_a_body(self) -> bool:
        """Whether it can carry a figure by itself (an adjective or demonym alone cannot)."""
        return self.kind not in ("adjective", "demonym", "pronoun") and self.entity != "AMBIGUOUS"


@quick
@dataclass(frozen=True, slots=True)
class TitleMention:
    """A title at tokens `first`..`last`, with the entity the text itself gives (adjective or possessive in front)."""

    first: int
    last: int
    office: str
    entity: str
    former: bool
    then: bool  # "then-president", "president-elect": says itself that the office is not of today
    words: str
    leaving: bool = False  # "the outgoing chancellor", who holds it still
    coming: bool = False  # "the next chancellor", who does not hold it yet


@quick
@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named at tokens `first`..`last`. `candidates` are canonical names; empty for unknown people."""

    first: int
    last: int
    alias: str
    candidates: tuple[str, ...]
    full: bool
    title: TitleMention | None = None


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue classes with the token positions where they stand."""

    hits: dict[str, tuple[tuple[int, int], ...]]

    def has(self, name: str, first: int = 0, last: int = 1 << 30) -> bool:
        """Whether class `name` stands inside tokens `first`..`last`."""
        spans = self.hits.get(name)
        if spans is None:
            return False
        for start, end in spans:  # noqa: SIM110  # no generator: asked some thirty times a sentence
            if first <= start and end <= last:
                return True
        return False

    def spans(self, name: str, first: int = 0, last: int = 1 << 30) -> list[tuple[int, int]]:
        """The spans of class `name` inside tokens `first`..`last`."""
        return [(start, end) for start, end in self.hits.get(name, ()) if first <= start and end <= last]


def find_cues(lexicon: Lexicon, tokens: list[Token], at: list[int]) -> Cues:
    """Every cue of every class; overlapping phrases all count."""
    hits: dict[str, list[tuple[int, int]]] = {}
    every = lexicon.cues.every
    for i in at:
        for end, names in every(tokens, i):
            for name in names:
                hits.setdefault(name, []).append((i, end))
    return Cues({name: tuple(spans) for name, spans in hits.items()})


def find_subjects(lexicon: Lexicon, tokens: list[Token], at: list[int]) -> list[SubjectMention]:
    """Subjects from left to right, longest phrase first, not overlapping."""
    found: list[SubjectMention] = []
    taken = 0
    for i in at:
        best = _best_subject(lexicon, tokens, i) if i >= taken else None
        if best is None:
            continue
        end, entry = best
        taken = end
        if _a_currency(tokens, end) or part_of_a_name(entry, tokens, i, end):
            continue
        found.append(
            SubjectMention(i, end, entry.entity, _kind_here(entry, tokens, end), entry.open, tokens[end - 1].possessive)
        )
    return found


def _a_currency(tokens: list[Token], end: int) -> bool:
    """`485 billion US dollars`, `US$90 billion`, `Polish zloty`: the unit of a sum, not whose it is."""
    if end >= len(tokens):
        return False
    glued = tokens[end].text == "$" and tokens[end - 1].end == tokens[end].start
    return glued or tokens[end].low in _CURRENCIES


def _best_subject(lexicon: Lexicon, tokens: list[Token], i: int) -> tuple[int, SubjectEntry] | None:
    best: tuple[int, SubjectEntry] | None = None
    for end, entries in lexicon.subjects.every(tokens, i):
        entry = entries[-1]
        if _case_fits(entry, tokens, i, end):
            best = (end, entry)
    return best


def _case_fits(entry: SubjectEntry, tokens: list[Token], first: int, end: int) -> bool:
    if not entry.cased:
        if entry.phrase in ("nato",):
            return tokens[first].capital
        return True
    if entry.phrase in _UPPER_ONLY:
        return "".join(token.text for token in tokens[first:end]).startswith(entry.phrase)
    if entry.phrase[:1].islower():
        capital = entry.phrase.rpartition(" ")[2][:1].isupper()
        return tokens[end - 1].capital or not capital  # "the States", not "the states still below it"
    articled = entry.phrase.startswith("The ") and tokens[end - 1].capital  # "at the summit in the Hague"
    return tokens[first].capital or articled


def _kind_here(entry: SubjectEntry, tokens: list[Token], end: int) -> str:
    """An adjective in front of `government`, `spending`… names its country's purse and counts as the country."""
    if entry.kind in ("adjective", "demonym") and any(token.low in _SPENDING_NOUNS for token in tokens[end : end + 3]):
        return "country"
    if entry.entity == "NATO" and end < len(tokens) and tokens[end].low in _ONE_OF_THEM and not tokens[end].possessive:
        return "adjective"  # "the only NATO member spending more than 3.5 %": not the alliance's figure
    if entry.phrase == "european" and not any(token.low in _SPENDING_NOUNS for token in tokens[end : end + 3]):
        return "adjective"
    return entry.kind


_ONE_OF_THEM = frozenset({"ally", "country", "member", "nation", "state"})


def find_titles(
    lexicon: Lexicon, tokens: list[Token], subjects: Iterable[SubjectMention], at: list[int]
) -> list[TitleMention]:
    """Titles with the entity in front of them: `Polish Prime Minister`, `Russia's President`, `NATO chief`."""
    hits = _titles_at(lexicon, tokens, at)
    by_end = {subject.last: subject for subject in subjects} if hits else {}
    return [_title(tokens, hit.first, hit.last, hit.payload[0], by_end) for hit in hits]


def _titles_at(lexicon: Lexicon, tokens: list[Token], at: list[int]) -> list[Hit[list[TitleEntry]]]:
    found: list[Hit[list[TitleEntry]]] = []
    taken = 0
    for i in at:
        best = lexicon.titles.longest(tokens, i) if i >= taken else None
        if best is not None:
            found.append(Hit(i, *best))
            taken = best[0]
    return found


def _title(
    tokens: list[Token], first: int, last: int, entry: TitleEntry, by_end: dict[int, SubjectMention]
) -> TitleMention:
    start, entity = first, entry.entity
    if entry.note == "generic":
        owner = by_end.get(first)
        if owner is not None and owner.entity not in ("AMBIGUOUS", "PRONOUN"):
            start, entity = owner.first, owner.entity
        elif last < len(tokens) and tokens[last].low in ("of", "for"):
            behind = next((s for s in by_end.values() if last < s.first <= last + 2), None)
            entity = behind.entity if behind and behind.kind in ("country", "abbreviation") else ""
    if not entity and entry.office == "secretary_general":
        entity = "NATO"  # the only secretary general this field speaks of without a name
    before = [token.low for token in tokens[max(0, start - 2) : start]]
    glued = "".join(before)
    within = {token.low for token in tokens[start:last]}
    former = "former" in within or (
        bool(before) and (before[-1] in ("former", "ex", "erstwhile") or glued.endswith("ex-"))
    )
    former = former or _numbered(before, tokens[start:last])
    elect = last + 1 < len(tokens) and tokens[last].text == "-" and tokens[last + 1].low in ("elect", "designate")
    then = (
        (
            bool(before)
            and before[-1]
            in ("then", "acting", "incoming", "outgoing", "deputy", "next", "future", "shadow", "designated")
        )
        or glued.endswith("then-")
        or elect
        or not within.isdisjoint(("then", "outgoing", "next", "incoming"))
    )
    words = " ".join(token.text for token in tokens[start:last])
    leaving = "outgoing" in within or before[-1:] == ["outgoing"]
    coming = elect or bool(_COMING & {*within, *before[-1:]})
    office = _office(entry.office, entity, within)
    return TitleMention(start, last, office, entity, former, then, words, leaving, coming)


_COMING = frozenset({"designated", "future", "incoming", "next"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "previous"})


def _numbered(before: list[str], tokens: list[Token]) -> bool:
    """`NATO's first secretary general`, `Germany's first female chancellor`: one of them all, and seldom today's; not
    the `first minister`, whose title it is."""
    front = before if before[-1:] in (["female"], ["woman"]) else before[-1:]
    lows = [*front, *(token.low for token in tokens if token.text != "-")]
    heads = (lows[i + 1 : i + 3] for i, low in enumerate(lows) if low in _ORDINALS)
    return any(head == ["secretary", "general"] or head[:1] not in _WITH_ORDINALS for head in heads)


_WITH_ORDINALS: tuple[list[str], ...] = (["lady"], ["minister"], ["secretary"], [])


def _office(office: str, entity: str, words: set[str]) -> str:
    """`Spanish President Pedro Sánchez`: the president of a government, where a king is head of state."""
    heads = office == "head_of_state" and "president" in words and entity.casefold() in _presidents_of_government()
    return "head_of_government" if heads else office


@cache
def _presidents_of_government() -> frozenset[str]:
    return frozenset(load_table("titles")["presidents_of_government"]["words"])


def find_persons(
    lexicon: Lexicon, tokens: list[Token], titles: list[TitleMention], at: list[int]
) -> list[PersonMention]:
    """Known persons by alias (capitalised), each with the title right before or right behind it."""
    spans: list[tuple[int, int, list[PersonEntry]]] = []
    taken = 0
    for i in at:
        best = _best_person(lexicon, tokens, i) if i >= taken else None
        if best is not None and _namesake(tokens, i, best):
            continue
        if best is not None and not _a_month(tokens, i, best[0]):
            spans.append((i, best[0], best[1]))
            taken = best[0]
    starts = {first for first, _, _ in spans}
    return [_person(tokens, titles, starts, *span) for span in spans]


def _person(
    tokens: list[Token], titles: list[TitleMention], starts: set[int], first: int, last: int, entries: list[PersonEntry]
) -> PersonMention:
    candidates = tuple(dict.fromkeys(entry.person for entry in entries))
    full = any(entry.kind == "full" and " " in entry.alias for entry in entries) and last - first > 1
    alias = " ".join(token.text for token in tokens[first:last])
    own = [title for title in titles if title.last <= first or title.last not in starts]
    return PersonMention(first, last, alias, candidates, full, _title_beside(tokens, own, first, last))


_GIVEN = word_list("given_names")


def _namesake(tokens: list[Token], first: int, best: tuple[int, list[PersonEntry]]) -> bool:
    """`Paul Johnson`, where the record knows a Boris Johnson: another given name stands right in front."""
    before = tokens[first - 1] if first else None
    if first > 1 and before is not None and before.text == "-" and tokens[first - 2].capital and best[0] - first == 1:
        return before.start == tokens[first - 2].end and before.end == tokens[first].start  # "Čmilytė-Nielsen"
    if before is None or not before.capital or before.low not in _GIVEN or best[0] - first > 1:
        return False
    known = {name.casefold().split()[0] for name in (entry.person for entry in best[1])}
    return before.low not in known and not any(name.startswith(before.low[:3]) for name in known)


_MONTHS = word_list("month_names")


def _a_month(tokens: list[Token], first: int, last: int) -> bool:
    """`on May 26`, `in March`: a month that is also somebody's name."""
    if last - first > 1 or tokens[first].low not in _MONTHS:
        return False
    before = tokens[first - 1].low if first else ""
    after = tokens[last] if last < len(tokens) else None
    return before in ("on", "in", "by", "since", "until", "of", "early", "late", "last", "next") or (
        after is not None and after.kind == "number"
    )


def _best_person(lexicon: Lexicon, tokens: list[Token], i: int) -> tuple[int, list[PersonEntry]] | None:
    if tokens[i].kind != "word" or not (tokens[i].capital or tokens[i].low in ("von", "de", "van")):
        return None
    best = lexicon.persons.longest(tokens, i)
    if best is None:
        return None
    if not any(token.capital for token in tokens[i : best[0]]):
        return None
    return best


def _apposed(gap: list[str]) -> bool:
    """`Ben Wallace, the British defence secretary`, `Joe Biden was vice president`."""
    rest = [
        word
        for word in gap
        if word not in ("the", "a", "an", "new", "former", "outgoing", "country", "current", "then")
    ]
    return len(gap) <= 4 and rest in ([","], ["was"], ["is"], ["became"])


def titles_behind(
    tokens: list[Token], titles: list[TitleMention], person: PersonMention, others: list[PersonMention]
) -> list[TitleMention]:
    """Further titles behind a person with one in front: `Secretary General Rutte, the former Dutch prime minister`."""
    return [
        title
        for title in titles
        if title not in [other.title for other in others]
        and title.first >= person.last
        and _apposed([t.low for t in tokens[person.last : title.first]])
    ]


def _of_another_clause(tokens: list[Token], title: int, last: int) -> bool:
    """`In his talks with the Polish premier, Trump claimed`: the comma ends what the sentence opens with, and the name
    behind it is its subject."""
    behind = tokens[last] if last < len(tokens) else None
    verb = behind is not None and behind.kind == "word" and not behind.capital and behind.low not in _LINKING
    start = next((i for i, t in enumerate(tokens[:title]) if t.kind == "word"), 0)  # behind the dash of a list
    opened = tokens[start].low in _OPENING and not any(t.text == "," for t in tokens[:title])
    return verb and opened


_OPENING = frozenset(
    {
        "in",
        "at",
        "during",
        "after",
        "before",
        "following",
        "alongside",
        "with",
        "beside",
        "upon",
        "next",
        "like",
        "unlike",
    }
    | {
        "meeting",
        "speaking",
        "standing",
        "sitting",
        "visiting",
        "hosting",
        "welcoming",
        "greeting",
        "receiving",
        "asked",
    }
    | {"together", "along", "despite", "besides", "against", "echoing", "contradicting", "answering", "quoting", "when"}
)
_LINKING = frozenset({"and", "or", "of", "in", "at", "on", "to", "from", "for", "with"})


def _title_beside(tokens: list[Token], titles: list[TitleMention], first: int, last: int) -> TitleMention | None:
    for title in titles:
        gap = [token.text for token in tokens[title.last : first]]
        if gap == [","] and _of_another_clause(tokens, title.first, last):
            continue
        if title.last <= first and (not gap or gap in ([","], ["Gen", "."], ["Gen."], ["General"], ["Sir"], ["Dame"])):
            return title
        if title.first >= last and _apposed([token.low for token in tokens[last : title.first]]):
            return title
        if first <= title.first and title.last < last:
            return title  # the alias itself holds the title: "President Trump"
    return None
