"""The alliance on a day in a terminal: a section a part, a line an entry, sources under numbers at the end."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from burdenshare.checking.alliance.model import Compared, Entry, Mark, Section, View
from burdenshare.report import wording
from burdenshare.report.alliance import offices, strip
from burdenshare.report.alliance.telling import (
    SYMBOLS,
    Numbered,
    change_words,
    dates,
    glance,
    price_words,
    release_of,
    source_words,
    value_words,
)
from burdenshare.report.hanging import Hanging
from burdenshare.report.terminal import unpadded

MOST: dict[str, int] = {
    "open": 12,
    "reached": 6,
    "open, no share of GDP": 5,
    "due date passed": 5,
    "overtaken": 5,
    "held": 5,
    "member": 99,
    "total allocation": 10,
    "shells": 6,
    "before": 3,
    "group": 20,
}
"""Entries of one kind that are listed; the page and the JSON hold them all, and so does `--full`."""

TOLD_BY_ENTRIES = frozenset({"guideline"})
"""Sections whose sentences say no more than the entries below them."""

MOST_ELSE = 8
GLANCE = 12
"""Columns of the names at the head."""
MOST_CHANGES = 16
WIDEST = 120


@dataclass
class Sheet:
    """How one view is printed: how wide, whether in full, and the numbers given to sources so far."""

    width: int
    full: bool = False
    notes: Numbered = field(default_factory=Numbered)

    def cited(self, one: Entry) -> str:
        """The numbers of an entry's sources: ` [3]`."""
        return "".join(f" [{number}]" for number in self.notes.of(one))

    def most(self, kind: str, count: int) -> int:
        """How many entries of a kind are listed."""
        return count if self.full else MOST.get(kind, MOST_ELSE)


def plain_text(
    view: View, compared: Compared | None = None, *, width: int = 100, full: bool = False, parts: Collection[str] = ()
) -> str:
    """The view without colours, `width` columns wide; with `parts` those sections alone."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered(view, compared, width=width, full=full, parts=parts), crop=False)
    return unpadded(stream.getvalue())


def rendered(
    view: View, compared: Compared | None = None, *, width: int = 100, full: bool = False, parts: Collection[str] = ()
) -> RenderableType:
    """The view as something a rich console prints; `crop=False` keeps long addresses whole."""
    sheet = Sheet(min(width, WIDEST), full)
    blocks: list[RenderableType] = [
        Rule(Text(f"The alliance on {view.day.isoformat()}", style="bold"), align="left"),
        Text(f"as known on that day · record edition {view.edition.isoformat()}", style="dim"),
        *(Hanging("! ", Text(wording.clean(remark))) for remark in view.remarks),
    ]
    if not parts:
        head = (Hanging(f"{name:<{GLANCE}}", Text(wording.clean(words))) for name, words in glance(view))
        blocks += [Text(""), *head]
    if compared is not None:
        blocks += [Text(""), *_changes(compared, sheet, parts)]
    for section in view.sections:
        if parts and section.id not in parts:
            continue
        blocks += [Text(""), *_section(section, sheet)]
    blocks += [Text(""), Rule(Text("Sources", style="bold"), align="left")]
    for number, origin, cited in sheet.notes.lines():
        words = Text(wording.clean(source_words(origin, cited)), style="dim")
        blocks.append(Hanging(f"{f'[{number}]':>5} ", words))
    return Group(*blocks)


def _section(section: Section, sheet: Sheet) -> Iterator[RenderableType]:
    yield Text(section.title, style="bold")
    if section.id not in TOLD_BY_ENTRIES:
        yield from (Hanging("  ", Text(wording.clean(line))) for line in section.told)
    rules = {"members": _members, "shares": _shares, "officials": _officials, "burden": _burden}
    yield from rules.get(section.id, _listed)(section, sheet)
    yield from (Hanging("  ∅ not held: ", Text(wording.clean(line), style="dim")) for line in section.lacks)


def _listed(section: Section, sheet: Sheet) -> Iterator[RenderableType]:
    """Entries by their kind, each kind under its name where there are several."""
    kinds = _by_kind(section.entries)
    headed = len(kinds) > 1 and section.id != "horizons"
    if section.id == "horizons":
        kinds = {"": list(section.entries)}
    for kind, entries in kinds.items():
        if headed:
            yield Text(f"  {wording.measure_name(kind)}", style="italic")
        most = sheet.most(kind, len(entries))
        yield from (_line(one, sheet) for one in entries[:most])
        if len(entries) > most:
            yield Text(f"    and {len(entries) - most} more (--full, --html, --json)", style="dim")


def _line(one: Entry, sheet: Sheet) -> Hanging:
    """One entry: what, its value, when, its price, and what must be known of it."""
    line = Text(wording.clean(one.label), style="bold")
    line.append(": ", style="not bold")
    line.append(wording.clean(value_words(one)), style="not bold")
    when = ", ".join(filter(None, (one.period.replace("/", " to ") if one.value is not None else "", dates(one))))
    if when:
        line.append(f" · {when}", style="not bold dim")
    if price := price_words(one):
        line.append(f" · $ {price}", style="not bold blue")
    if one.notes:
        line.append(f" · {wording.clean('; '.join(one.notes))}", style="not bold dim")
    line.append(sheet.cited(one), style="not bold dim")
    return Hanging(f"    {SYMBOLS[one.mark]} ", line)


def _members(section: Section, sheet: Sheet) -> Iterator[RenderableType]:
    """All of them in one paragraph, the newest first."""
    told = ", ".join(f"{one.label} {one.on[:4]}{sheet.cited(one)}" for one in section.entries)
    yield Hanging("    ", Text(told, style="dim"))


def _shares(section: Section, sheet: Sheet) -> Iterator[RenderableType]:
    """One ally a line: its share, the change, and a dot on a scale with the guideline."""
    if not section.entries:
        return
    cited = {sheet.cited(one) for one in section.entries if one.origins}
    several = len(cited) > 1
    scale = strip.Scale.of(section, sheet.width, max(map(len, cited)) if several else 0)
    yield Text(scale.head(), style="dim")
    for one in section.entries:
        own = sheet.cited(one) if several and one.mark is not Mark.UNKNOWN else ""
        yield scale.line(one, change_words(one), own)
    if len(cited) == 1:
        yield Hanging("    ", Text(f"every share:{next(iter(cited))}", style="dim"))
    yield Hanging("    ", Text(strip.LEGEND, style="dim"))


def _burden(section: Section, sheet: Sheet) -> Iterator[RenderableType]:
    """One line an entity: its part, its level, its growth; what several lines rest on is said once."""
    by_entity: dict[str, list[Entry]] = {}
    for one in section.entries:
        by_entity.setdefault(one.label, []).append(one)
    said: dict[str, None] = {}
    for label, entries in by_entity.items():
        parts = [f"{_shown(one, section.release)}{sheet.cited(one)}" for one in entries]
        said.update(dict.fromkeys(note for one in entries for note in one.notes if " lacks it, " not in note))
        yield Hanging("    · ", Text.assemble((label, "bold"), f": {'; '.join(parts)}"))
    yield from (Hanging("      ", Text(wording.clean(note), style="dim")) for note in said)


def _shown(one: Entry, release: str) -> str:
    """One figure; the release where it is not the section's."""
    name = {"share of the total": "of the total", "level": ""}.get(one.kind, "real growth")
    older = f"({release_of(one)})" if release_of(one) not in ("", release) else ""
    return " ".join(filter(None, (wording.amount(one.value, one.unit), "e" if one.estimate else "", name, older)))


def _officials(section: Section, sheet: Sheet) -> Iterator[RenderableType]:
    """Posts of the alliance and the Union a line each; the allies' governments as a table."""
    kinds = _by_kind(section.entries)
    for kind, entries in kinds.items():
        yield Text(f"  {kind}", style="italic")
        if kind == "NATO" or kind == "European Union":
            yield from (_official(one, sheet) for one in entries)
        else:
            yield offices.table(entries, sheet.width, sheet.cited)
            yield Text(f"    {offices.MORE}", style="dim")


def _official(one: Entry, sheet: Sheet) -> Hanging:
    line = Text.assemble((wording.clean(one.words), ""), ": ", (wording.clean(one.label), "bold"))
    since = f" since {one.on}" if one.on else ""
    notes = f" · {'; '.join(one.notes)}" if one.notes else ""
    line.append(f"{since}{notes}{sheet.cited(one)}", style="not bold dim")
    return Hanging(f"    {SYMBOLS[one.mark]} ", line)


def _changes(compared: Compared, sheet: Sheet, parts: Collection[str]) -> Iterator[RenderableType]:
    """What changed, part by part; of `parts` alone where some are named."""
    first, second = compared.first.day.isoformat(), compared.second.day.isoformat()
    yield Rule(Text(f"What changed from {first} to {second}", style="bold"), align="left")
    yield from (Hanging("! ", Text(remark)) for remark in compared.remarks)
    changes = [one for one in compared.changes if not parts or one.section in parts]
    if not changes and not compared.remarks:
        yield Text("nothing that the record dates or publishes")
    titles = {one.id: one.title for one in compared.second.sections}
    for section in titles:
        found = [one for one in changes if one.section == section]
        if not found:
            continue
        yield Text(titles[section], style="bold")
        most = len(found) if sheet.full else MOST_CHANGES
        for one in found[:most]:
            line = Text.assemble((wording.clean(one.label), "bold"), ": ", wording.clean(one.told))
            cited = dict.fromkeys(sheet.cited(entry) for entry in (one.before, one.after) if entry is not None)
            line.append("".join(cited), style="not bold dim")
            yield Hanging(f"  {CHANGE_SYMBOLS[one.what]} ", line)
        if len(found) > most:
            yield Text(f"    and {len(found) - most} more (--full, --html, --json)", style="dim")


CHANGE_SYMBOLS = {"new": "+", "gone": "−", "changed": "→"}


def _by_kind(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    kinds: dict[str, list[Entry]] = {}
    for one in entries:
        kinds.setdefault(one.kind, []).append(one)
    return kinds
