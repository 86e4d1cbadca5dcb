"""From a document to statements: the one function of this room that others call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol

from burdenshare.reading.accounted import accounted
from burdenshare.reading.apposed_sums import apposed_sum
from burdenshare.reading.beside_levels import beside_levels
from burdenshare.reading.comparisons import comparison_drafts
from burdenshare.reading.context import Calendar, Context
from burdenshare.reading.conversions import end_behind
from burdenshare.reading.counts import count_draft
from burdenshare.reading.dated_heads import Head, head_of, under_head
from burdenshare.reading.dating import Dated, Inferred, infer_day
from burdenshare.reading.denied import undenied
from burdenshare.reading.documents.furniture import blanked
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.elsewhere import elsewhere
from burdenshare.reading.english import foreign
from burdenshare.reading.exclusives import all_but, exclusive_drafts, without_averages
from burdenshare.reading.folding import fold
from burdenshare.reading.gate import SHORT, may_speak
from burdenshare.reading.gleaning import assured, gleanable, gleaned, gleaned_without_number
from burdenshare.reading.gleaning.shares.home import home_of
from burdenshare.reading.gleaning.shares.mending import mended
from burdenshare.reading.gleaning.shares.todays import todays
from burdenshare.reading.gleaning.tabled.cells import Cell, cells_of
from burdenshare.reading.gleaning.tabled.drafts import cell_draft
from burdenshare.reading.happenings import happening_drafts
from burdenshare.reading.horizons import horizon_draft
from burdenshare.reading.industry import industry_draft
from burdenshare.reading.lexicon import Gazetteer, lexicon_of
from burdenshare.reading.list_headings import heading_below, under
from burdenshare.reading.misplaced import placed
from burdenshare.reading.model import (
    INFERRED,
    Document,
    Kind,
    Modality,
    Reading,
    Span,
    Unaccounted,
)
from burdenshare.reading.money import money_draft
from burdenshare.reading.namesakes import without_surnames
from burdenshare.reading.no_levels import what_it_is
from burdenshare.reading.numbers_left import unaccounted
from burdenshare.reading.only_among import only_among
from burdenshare.reading.others import other_draft, reason_for
from burdenshare.reading.parse import Parsed, parse_sentence
from burdenshare.reading.parts_of_those import without_parts
from burdenshare.reading.percents import of_gdp
from burdenshare.reading.positions import position_drafts
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.quotes import Quote, find_quotes
from burdenshare.reading.ranks import rank_drafts
from burdenshare.reading.repeats import with_conversions
from burdenshare.reading.replacing import replaced
from burdenshare.reading.sentences import Sentence, blocks, sentences
from burdenshare.reading.sets import set_drafts
from burdenshare.reading.shares import share_draft
from burdenshare.reading.sheets import Sheet
from burdenshare.reading.speakers import Cast, People, Voices, attribute
from burdenshare.reading.statements_made import statements_of
from burdenshare.reading.tables import word_list
from burdenshare.reading.target_vows import vowed_target
from burdenshare.reading.topics import drafts_topic, next_topic
from burdenshare.reading.vowed_lines import vowed_by
from burdenshare.reading.wished_figures import OFF_A_WISH, off_a_wish
from burdenshare.reading.wishers import of_those_asked
from burdenshare.record.model import Commitment, Member
from burdenshare.uncollected import uncollected

NOTHING_TO_READ = "no word of this text speaks of allied defence: it was not read, and its numbers are not listed"

_ELSEWHERE = "another topic"
_HEADS = ("head_of_state", "head_of_government")


class Facts(Gazetteer, People, Dated, Protocol):
    """What reading asks of the record: names, offices, members and the newest year; never a value."""

    def allies(self) -> tuple[Member, ...]: ...
    def newest_year(self, as_of: date, measure: str = "share_of_gdp", entity: str = "NATO") -> int | None: ...
    def guideline(self, on: date) -> Commitment | None: ...


@uncollected
def read(document: Document, record: Facts) -> Reading:
    """Every statement of a document in text order, and every number that made none, with the reason.

    A document without a day gets one where its offices and events leave no choice (`published_from` is `inferred`).
    """
    text = blanked(document.text, document.furniture)
    if len(text) > SHORT and not may_speak(text, lexicon_of(record).anchors):
        return Reading(document, (), (Unaccounted(Span(0, 0), "", NOTHING_TO_READ),))
    folded = fold(text)
    quotes = find_quotes(folded.text, blocks(folded.text))
    foreigners, native = _by_language(folded.text)
    parsed = _parse(folded.text, native, record, quotes, document.published)
    if document.published is None:
        inferred = infer_day(parsed, record, Cast(record, None))
        if inferred is not None:
            document = replace(document, published=inferred.day, published_from=INFERRED, dated_by=_dated_by(inferred))
            parsed = _parse(folded.text, native, record, quotes, document.published)
    calendar = _calendar(record, document.published)
    sheet = Sheet(foreign=foreigners)
    home = home_of(parsed, calendar)
    voices = attribute(folded.text, parsed, quotes, record, document.published, home)
    _read_sentences(parsed, calendar, voices, Cast(record, document.published), sheet, home)
    statements = statements_of(folded, document, parsed, voices, sheet, calendar)
    left = unaccounted(folded, document, parsed, sheet)
    return Reading(document, *with_conversions(statements, left, document.text))


def _by_language(text: str) -> tuple[list[Sentence], list[Sentence]]:
    """(sentences that are not English, those that are)."""
    found: tuple[list[Sentence], list[Sentence]] = ([], [])
    for sentence in sentences(text):
        found[0 if foreign(text[sentence.start : sentence.end]) else 1].append(sentence)
    return found


def _parse(text: str, native: list[Sentence], record: Facts, quotes: list[Quote], on: date | None) -> list[Parsed]:
    lexicon = lexicon_of(record)
    return without_surnames([parse_sentence(text, sentence, lexicon, quotes, on) for sentence in native])


def _dated_by(inferred: Inferred) -> str:
    first, last = inferred.window
    return f"between {first} and {last}, by {inferred.because}"


def _calendar(record: Facts, on: date | None) -> Calendar:
    newest = record.newest_year(on) if on else None
    guideline = record.guideline(on) if on else None
    value = guideline.value if guideline is not None and guideline.value <= 2 else 2.0
    allies = frozenset(member.ally for member in record.allies())
    return Calendar(on, allies, newest, value, _starts(record), _serves(record, on))


def _serves(record: Facts, on: date | None) -> Callable[[str], str]:
    def serves(person: str) -> str:
        held = [t for t in record.tenures(person=person) if on and t.from_ <= on and (t.to is None or on <= t.to)]
        entities = {t.entity for t in held}
        return entities.pop() if len(entities) == 1 else ""

    return serves


def _starts(record: Facts) -> Callable[[str], tuple[int, ...]]:
    def starts(person: str) -> tuple[int, ...]:
        return tuple(sorted({t.from_.year for t in record.tenures(person=person) if t.office in _HEADS}))

    return starts


def _read_sentences(
    parsed: list[Parsed], calendar: Calendar, voices: Voices, cast: Cast, sheet: Sheet, home: str
) -> None:
    topic = Topic(home=home)
    cells = cells_of(parsed, calendar)
    heading = ""
    entry: Head | None = None
    for number, parse in enumerate(parsed):
        cast.meet(parse)
        previous = parsed[number - 1] if number else None
        if number > 1:
            parsed[number - 2].told.clear()  # nobody asks of it again, and the garbage collector would walk it all
        drafts, told = _numbers(parse, previous, topic, calendar, number, sheet, cells.get(number, {}))
        heading = heading_below(heading, parse)
        drafts = [under(heading, parse, one) for one in drafts]
        numbered, counted = drafts[:], len(drafts)
        drafts += rank_drafts(parse, calendar, told)
        drafts += [one for one in set_drafts(parse, calendar, told) if not _told_already(one, drafts)]
        vowed = vowed_target(parse, calendar)
        drafts += [vowed] if vowed is not None and not _told_already(vowed, drafts) else []
        drafts += happening_drafts(parse, calendar, cast)
        drafts += gleaned_without_number(parse, calendar, told, drafts)
        drafts = all_but(parse, calendar, without_parts(parse, without_averages(parse, drafts)))
        drafts += comparison_drafts(parse, calendar, told)
        drafts += exclusive_drafts(parse, calendar, told, drafts)
        drafts = only_among(parse, calendar, drafts)
        entry = head_of(parse, entry)
        drafts = [under_head(entry, accounted(parse, one), calendar.on) for one in undenied(parse, drafts)]
        sheet.withdraw(number, parse, numbered, drafts)
        taken = [(d.first, d.last) for d in drafts if d.kind is not Kind.EVENT]
        drafts += position_drafts(parse, number, voices, taken, previous)
        sheet.drafts.extend((number, draft) for draft in drafts)
        after = drafts_topic(told, drafts[counted:], parse)
        topic = next_topic(topic, after, drafts, parse, calendar)


def _numbers(
    parse: Parsed,
    previous: Parsed | None,
    topic: Topic,
    calendar: Calendar,
    number: int,
    sheet: Sheet,
    cells: Mapping[int, Cell],
) -> tuple[list[Draft], Topic]:
    """The statements of a sentence's quantities, left to right, and the topic behind them; each sees what was read
    before it."""
    drafts: list[Draft] = []
    here = topic
    for quantity in parse.quantities:
        if _glued(parse, quantity):
            continue  # the 9 of "B9"
        context = Context(parse, quantity, previous, here, calendar, tuple(drafts))
        cell = cells.get(quantity.core[0])
        found = cell_draft(context, cell) if cell is not None else _draft(context)
        if cell is not None:
            pass
        elif isinstance(found, Draft):
            found = mended(context, assured(context, found))
        elif gleanable(found):
            found = gleaned(context, found) or found
        if isinstance(found, Draft):
            found = what_it_is(context, of_those_asked(context, todays(context, found)))
            found = vowed_by(context, beside_levels(context, found))
        found = apposed_sum(context, found) if len(quantity.unit) == 3 and cell is None else found
        if isinstance(found, Draft) and found.rule.endswith(", carried") and quantity.unit == "%":
            found = _refused_here(sheet, number) or _behind_another_topic(context, sheet, number, found)
        if isinstance(found, Draft) and found.modality is Modality.DENIAL:
            found = "a claim under check or denied in the text"
        if isinstance(found, Draft) and cell is None:
            found = placed(context, found)
        if isinstance(found, Draft):
            drafts.append(found)
            here = drafts_topic(here, [found], parse)
        elif found == "@threshold":
            continue
        else:
            sheet.reasons.append((number, quantity, found))
    return drafts, here


def _refused_here(sheet: Sheet, number: int) -> str:
    """Why the last figure of this sentence that is of another topic was left; empty where none was."""
    for of, _, reason in reversed(sheet.reasons):
        if of != number:
            break  # reasons stand in the order of sentences
        if reason.startswith(_ELSEWHERE):
            return reason
    return ""


def _behind_another_topic(context: Context, sheet: Sheet, number: int, draft: Draft) -> Draft:
    """`It spends 5.7 % of GDP on health. That is near Poland (6.3 %)`: a figure carried from a paragraph whose sentence
    before was on another topic may be of that one."""
    before = context.previous
    if before is None or before.sentence.block != context.parsed.sentence.block:
        return draft
    told = [reason for of, _, reason in sheet.reasons[-_LISTED:] if of == number - 1]
    return replaced(draft, likely=True) if any(reason.startswith(_ELSEWHERE) for reason in told) else draft


_LISTED = 64
"""Figures left behind among which those of the sentence before stand."""


def _in_per_cent(quantity: Quantity) -> Quantity:
    """`two-thirds of NATO's spending` as a percentage, as wide as the fraction is."""
    value = quantity.value
    central = round(100 * value.central, 1)
    low, high = min(100 * value.low, central), max(100 * value.high, central)
    scaled = replaced(value, low=low, high=high, central=central)
    return replaced(quantity, unit="%", value=scaled, number=replaced(quantity.number, value=central))


def _bare_share(context: Context) -> bool:
    """`Germany at 2.22 and Italy at 2.31`: a decimal behind `at`, in a sentence that gave shares with their unit."""
    q = context.quantity
    if not q.unit and q.number.step < 1 and q.number.value < 7 and of_gdp(context):
        return True  # "with the US spending 3.42 of its GDP": the sign was lost
    listed = not q.unit and q.number.step < 1 and q.number.value < 7 and context.before(1) in (["at"], [":"], ["("])
    if not listed:
        return False
    if any(d.measure == "share_of_gdp" for d in context.earlier):
        return True
    named = any(s.last == q.first - 1 for s in context.parsed.subjects)
    return named and (context.share_topic(1) or context.cue_sentence("gdp"))


def _glued(parse: Parsed, quantity: Quantity) -> bool:
    """Part of a name such as `B9`: letters stand right in front, and the name is a subject of the text."""
    at = quantity.core[0]
    if not at or parse.tokens[at - 1].end != parse.tokens[at].start:
        return False
    return any(s.first < at and quantity.core[1] <= s.last for s in parse.subjects)


DIFFERENCE = "a difference between two countries, which is no figure of either"


def _between_two(context: Context) -> bool:
    """`some $37 billion higher than Britain's`, `0.5 points more than Italy`: how far two countries are apart, which is
    no figure of either."""
    lows, end = context.parsed.lows, end_behind(context.parsed, context.quantity)
    at = next((i for i in range(end, min(end + 3, len(lows))) if lows[i] in word_list("more_or_less_than")), None)
    if at is None or {",", ")"} & set(lows[end:at]):
        return False  # "followed by Estonia (3.43 %) and above the United States": the bracket's own
    for s in context.parsed.subjects:
        if at < s.first <= at + 6 and s.entity in context.calendar.bearers and (s.names_a_body or s.possessive):
            between = lows[at + 1 : s.first]
            led = bool({"than", "that", "those"} & set(between)) or lows[at] in ("above", "below", "behind", "beneath")
            return led and "," not in between and not _figure_between(context, at, s.first)
    return False


def _figure_between(context: Context, first: int, last: int) -> bool:
    return any(first < q.core[0] < last for q in context.parsed.quantities)


def _draft(context: Context) -> Draft | str:
    quantity = context.quantity
    made = industry_draft(context)
    if made is not None:
        return made
    if quantity.unit not in ("", "times", "ordinal") and _between_two(context):
        return DIFFERENCE
    if quantity.unit and off_a_wish(context):
        return OFF_A_WISH
    nobody = elsewhere(context) if quantity.unit else ""
    if nobody:
        return nobody
    if quantity.unit == "%" or _bare_share(context) or (not quantity.unit and context.pair() is not None):
        return share_draft(context)
    if quantity.unit in ("ordinal", "times", "pp", "bp"):
        return reason_for(context)
    if quantity.unit:
        return money_draft(context)
    horizon = horizon_draft(context)
    if horizon is not None:
        return horizon
    if any(
        p.first < quantity.core[1] and quantity.core[0] < p.last and p.years_ago is None for p in context.parsed.periods
    ):
        return "a date"
    if quantity.number.kind == "fraction" and context.cue_after("of_total", 4):
        return share_draft(replaced(context, quantity=_in_per_cent(quantity)))
    counted = count_draft(context)
    return other_draft(context) if counted == "@next" else counted


def _told_already(draft: Draft, drafts: list[Draft]) -> bool:
    """`Germany met the 2 % target`: the number has told what the set would tell again."""
    return any(
        (one.kind, one.measure, one.subject, one.period) == (draft.kind, draft.measure, draft.subject, draft.period)
        for one in drafts
    )
