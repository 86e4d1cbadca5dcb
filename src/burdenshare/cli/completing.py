"""What the shell offers at a press of TAB: names of the record, and files. Read from three small tables, never judged.

Every press starts the program anew, so nothing here loads the record; and a fault offers nothing, for a shell that
completes has no place to tell one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import click
from click.shell_completion import CompletionItem, get_completion_class

from burdenshare.errors import BurdenshareError, OutputError

SHELLS = ("bash", "zsh", "fish")

VARIABLE = "_BURDENSHARE_COMPLETE"
"""By this variable the script in the shell asks the program, as click has it."""

PARTS = (
    *("members", "groups", "guideline", "shares", "burden", "pledges", "officials", "meetings", "aid"),
    *("industry", "horizons", "posture", "positions"),
)
"""The parts of `alliance`, in their order; a test holds them to what is shown."""

FORMS = ("claimreview", "csv", "parquet", "sqlite", "markdown", "json")
VERDICTS = ("supported", "close", "depends", "contradicted", "unverifiable")

TARGETED = ("share_of_gdp", "expenditure", "expenditure_growth", "equipment_share")
SHAPES = ("linear", "front", "back", "step")
BASELINES = ("share", "real", "plans")
"""What a target may be set for, how its path goes, what is spent without it; a test holds them to those of the road."""

AID_KINDS = ("total", "military", "financial", "humanitarian")
AID_DEFINITIONS = ("allocation", "commitment", "disbursement")
"""Kinds of aid, and how far a promise of it has come; a test holds them to those of support."""

SUPPORT_SCENARIOS = (
    *("present-pace", "quarter-percent", "quarter-percent-with-eu", "europe-replaces-usa", "germany-stops"),
)
"""The shipped scenarios of support; a test holds them to those of the room."""

SCENARIOS = ("hold", "plans", "three-by-2030", "core-by-2035", "hague-by-2035", "us-halves-europe")
"""The shipped scenarios; a test holds them to those of the road."""

CLOCK_SCENARIOS = ("stated", "cease-fire-2026", "latest-year", "services")
"""Those of the clock; a test holds them to it."""
CHAINS = ("hague-chain", "lacks-ordered", "own-tables")
"""Those of the whole chain; a test holds them to it."""
PLANTS = ("as-it-stands", "without-the-us", "hague-equipment")
ITEMS = (
    *("155mm", "caesar", "cv90", "rafale", "f-35", "pac-3-mse", "iris-t-slm", "mistral"),
    *("leopard-2", "k2", "aster", "gem-t", "iris-t-missiles"),
)
"""The shipped scenarios of the industry, and the items; a test holds them to those of the industry."""

Named = Iterable[tuple[str, str]]


def script(root: click.Command, shell: str) -> str:
    """The script that teaches `shell` to complete `burdenshare`."""
    found = get_completion_class(shell)
    if found is None:
        raise OutputError(f"no completion for {shell}", remedy=f"name one of {', '.join(SHELLS)}")
    return found(root, {}, "burdenshare", VARIABLE).source()


def files(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The shell's own completion of files; click offers none for what may be an address too."""
    return [CompletionItem(begun, type="file")]


def entities(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Allies and groups by their ids, in whatever case they are begun."""
    return offered(known_entities, begun)


def measures(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Measures by their ids."""
    return offered(_measures, begun)


def releases(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Releases of NATO by their ids, the newest first."""
    return offered(_releases, begun)


def parts(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Parts of the alliance."""
    return _words(PARTS, begun)


def forms(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Forms of an export."""
    return _words(FORMS, begun)


def verdicts(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Verdicts that a run may fail on."""
    return _words(VERDICTS, begun)


def scenarios(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Shipped scenarios, and files where none begins so."""
    return _words(SCENARIOS, begun) or [CompletionItem(begun, type="file")]


def clock_scenarios(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Shipped scenarios of the clock, and files where none begins so."""
    return _words(CLOCK_SCENARIOS, begun) or [CompletionItem(begun, type="file")]


def support_scenarios(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Shipped scenarios of support, and files where none begins so."""
    return _words(("list", *SUPPORT_SCENARIOS), begun) or [CompletionItem(begun, type="file")]


def every_scenario(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """All shipped scenarios."""
    return _words((*SCENARIOS, *CLOCK_SCENARIOS, *SUPPORT_SCENARIOS, *CHAINS), begun)


def donors(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Donors and their groups, then allies and groups of allies, by their ids."""
    return offered(_donors, begun)


def plants(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Shipped scenarios of the industry, and files where none begins so."""
    return _words(PLANTS, begun) or [CompletionItem(begun, type="file")]


def chains(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Shipped scenarios of the whole chain, and files where none begins so."""
    return _words(CHAINS, begun) or [CompletionItem(begun, type="file")]


def items(ctx: click.Context, parameter: click.Parameter | None, begun: str) -> list[CompletionItem]:
    """Items of the industry."""
    return _words(ITEMS, begun)


def _words(known: Iterable[str], begun: str) -> list[CompletionItem]:
    return [CompletionItem(one) for one in known if one.startswith(begun.casefold())]


def offered(named: Callable[[], Named], begun: str) -> list[CompletionItem]:
    """Those of `named` that begin as typed, each with what it means."""
    try:
        known = list(named())
    except (BurdenshareError, OSError):
        return []
    start = begun.casefold()
    return [CompletionItem(name, help=told) for name, told in known if name.casefold().startswith(start)]


def known_entities() -> Iterator[tuple[str, str]]:
    """Ids of allies and groups with their names."""
    from burdenshare.record.groups import GROUP_NAMES
    from burdenshare.record.tables import rows

    yield from ((row["ally"], row["name"]) for row in rows("commitments/members.csv"))
    held = dict.fromkeys(row["group"] for row in rows("people/groups.csv"))
    yield from ((group, GROUP_NAMES.get(group, group)) for group in held)


def _donors() -> Iterator[tuple[str, str]]:
    from burdenshare.record.donors import donors as declared

    held = declared()
    yield from ((one.id, one.name) for one in held.groups.values())
    yield from held.names.items()
    yield from known_entities()


def _measures() -> Iterator[tuple[str, str]]:
    from burdenshare.record.measures import declared

    yield from ((one.id, one.title) for one in declared().by_id.values())


def _releases() -> Iterator[tuple[str, str]]:
    from burdenshare.record.tables import rows

    held = [row for row in rows("nato/releases.csv") if row["publisher"] == "nato"]
    yield from ((row["release"], row["title"]) for row in reversed(held))
