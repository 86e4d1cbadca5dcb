"""Beginnings that an age is told from, as one table of the words that tie it to one the record knows.

A founding is anybody's founding and an invasion anybody's: an age is answered only where the words say that it is the
alliance's own, an ally's accession to it, or the invasion of 2022.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMBER = "#"
"""Stands for the statement's own number in the words that are matched."""

_ALLIANCE = (
    r"(?<![\w’'-])(?<!\bof )(?<!\bby )(?<!\bwith )(?<!\band )(?<!\bwithin )(?<!\bbetween )"
    r"(?:NATO|(?:the|an|our|this|that|its) (?:[\w-]+ ){0,2}?alliance|the north atlantic treaty(?: organi[sz]ation)?)"
    r"(?![\w’'-])(?: \([^)]*\))?"
)
_FOUNDED = r"(?:founded|established|created|formed|set up|born|launched|signed)"
_FOUNDING = r"(?:founding|foundation|creation|establishment|formation|birth)"
_ABOUT = (
    r"(?: in washington| by (?:its )?(?:12|twelve) \w+| just| only| almost| nearly| about| some| roughly| around"
    r"| over| more than| less than| exactly| well over| at least)*"
)
_AFTER = r"(?:after|since|on from|from)"


@dataclass(frozen=True, slots=True)
class Beginning:
    """Words that tie an age to a beginning. `found_by`: `founding`, `accession` or `event:<words of its name>`; `sure`
    where no other beginning can be meant, so that a wrong age is contradicted."""

    words: re.Pattern[str]
    found_by: str
    sure: bool
    example: str
    reason: str


def _row(words: str, found_by: str, sure: bool, example: str, reason: str) -> Beginning:
    return Beginning(re.compile(words, re.I), found_by, sure, example, reason)


FULL_SCALE = "event:full-scale invasion"

BEGINNINGS: tuple[Beginning, ...] = (
    _row(
        r"full[- ]scale\b",
        FULL_SCALE,
        True,
        "Russia launched its full-scale invasion of Ukraine # ago",
        "the words are kept for the invasion of February 2022",
    ),
    _row(
        r"(?<!first )(?:invaded|invasion of|attacked|attack on) ukraine\b(?! in 2014)",
        FULL_SCALE,
        False,
        "Russia, which invaded Ukraine # ago",
        "mostly the invasion of 2022; the seizure of Crimea in 2014 is told in the same words",
    ),
    _row(
        r"(?:\b(?:russia|putin|moscow|the kremlin)(?:['’]s)? |\brussian )invasion(?! of\b)",
        FULL_SCALE,
        False,
        "since Russia's invasion # ago",
        "an invasion by Russia without its object is mostly that of 2022",
    ),
    _row(
        r"\bthe invasion(?! of\b)",
        FULL_SCALE,
        False,
        "the invasion began # ago",
        "in a text on the alliance the invasion is mostly that of 2022",
    ),
    _row(
        r"\b(?:join(?:ed|ing)|acceded to|accession to|member(?: state)? of|entered) "
        r"(?:NATO\b|the (?:[\w-]+ ){0,2}?alliance\b)",
        "accession",
        True,
        "Finland joined NATO # ago",
        "the alliance is named as what was joined",
    ),
    _row(
        rf"{_ALLIANCE},?(?: (?:that|which|it))?(?: (?:was|is|were|has been|had been|first))* {_FOUNDED}{_ABOUT} #",
        "founding",
        True,
        "NATO, established # ago",
        "the alliance itself is what was founded: nothing stands between its name, the verb and the age",
    ),
    _row(
        rf"# {_AFTER} (?:{_ALLIANCE} (?:was )?{_FOUNDED}\b|NATO['’]s {_FOUNDING}\b(?! act)|the {_FOUNDING} of NATO\b)",
        "founding",
        True,
        "# after NATO was founded",
        "the same, the age first",
    ),
    _row(
        rf"(?:NATO['’]s|the alliance['’]s) {_FOUNDING},?{_ABOUT} #|{_FOUNDING} of (?:NATO|the alliance),?{_ABOUT} #",
        "founding",
        True,
        "since NATO's founding # ago",
        "the founding is the alliance's own",
    ),
    _row(
        rf"{_ALLIANCE}(?:,| turns| turned| has turned| is| is now| will be| will turn| at){_ABOUT} #",
        "founding",
        True,
        "The alliance, #,",
        "an age of the alliance itself",
    ),
    _row(
        r"#[- ]old (?:[\w-]+ ){0,2}?(?:NATO|alliance)\b(?!['’])",
        "founding",
        True,
        "the #-old alliance",
        "the same as an attribute",
    ),
    _row(
        rf"(?:NATO|alliance)['’]s #|{_ALLIANCE}(?: \w+)* (?:its|our|the) #|# of (?:{_ALLIANCE}|the {_FOUNDING}\b)",
        "founding",
        False,
        "NATO celebrates its # (its 70th anniversary)",
        "an anniversary of the alliance; that of another day of its own may be told in the same words",
    ),
    _row(
        rf"# {_AFTER} (?:the treaty was signed|the signing of the treaty)|\bthe treaty(?: was)?,? signed{_ABOUT} #",
        "founding",
        False,
        "# after the treaty was signed",
        "in a text on the alliance the treaty is its own, unless another was spoken of",
    ),
)
"""Tried in order: invasions and accessions before foundings."""


def beginning_of(before: str, text: str, number: str) -> Beginning | None:
    """The row whose words tie the age to a beginning, or None: then nobody knows whose age it is."""
    told = _marked(before + text, number)
    return next((one for one in BEGINNINGS if one.words.search(told)), None)


def _marked(told: str, number: str) -> str:
    """The words with the age as a mark: "more than # ago"."""
    bare = re.sub(r"\s+(?:ago|earlier|before|after)$", "", number.strip(), flags=re.I)
    place = told.rfind(bare) if bare else -1
    marked = told if place < 0 else f"{told[:place]}{NUMBER}{told[place + len(bare) :]}"
    return re.sub(r"\s+", " ", re.sub(rf"{NUMBER}[- ]years?\b", NUMBER, marked))
