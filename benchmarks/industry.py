"""What the whole chain costs, from the target to the clock, beside plain NumPy and beside PySD.

    python -m benchmarks.industry [--draws N]

The three run one after the other in one process, the best of some rounds of the first: 20,000 draws of the road of all
allies, of every item the record feeds, month by month for twelve years, and of every requirement, with all intervals
and the clock beside them;
the lines of the items alone as one would write them first (a state a month, a cohort of orders a month, whole arrays
over all draws), which also checks ours; and PySD for one run of a far smaller line, where it is installed.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import warnings
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

import numpy as np

from burdenshare.record import Record, load_record
from burdenshare.report.chain.door import named_chain
from burdenshare.road.chain.chain import chain
from burdenshare.road.chain.model import Linked
from burdenshare.road.chain.scenario import load_chain
from burdenshare.road.industry.assumptions import assumed, spread_of
from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.facts import facts, production
from burdenshare.road.industry.flow import Given, flow
from burdenshare.road.industry.industry import months_of
from burdenshare.road.industry.items import items
from burdenshare.road.industry.lines import assumptions, given, planned
from burdenshare.road.industry.model import Array, MetDraws, Plant
from burdenshare.road.industry.months import Months
from burdenshare.road.industry.scenario import load_plant
from burdenshare.road.model import Scenario

ON = date(2026, 8, 22)
UNTIL = 2038
SEED = 1
ROUNDS = 2
MODELS = Path(__file__).parent.parent / "tests" / "road" / "industry" / "models"
PARTS = 5
"""Parts in which the plain lines are computed: whole arrays of all draws with a cohort a month would not fit."""


def plant() -> Plant:
    """Every item that the record feeds, bought by all allies with their equipment money."""
    shipped = load_plant("hague-equipment")
    assert shipped.source is not None
    return replace(shipped, source=replace(shipped.source, allies=("NATO",)), until=UNTIL)


def linked(record: Record, asked: Plant) -> Linked:
    """The whole chain of it: its road, its orders, the requirements of the record, the clock as stated."""
    shipped = load_chain("hague-chain")
    return named_chain(record, replace(shipped, plant=_with_road(asked, shipped.road)))


def _with_road(asked: Plant, road: Scenario) -> Plant:
    assert asked.source is not None
    return replace(asked, source=replace(asked.source, road=road))


def lines(record: Record, asked: Plant, months: Months, chances: Chances) -> list[Given]:
    """What every line is given, with a plain order in place of the road's money."""
    spreads = {key: spread_of(assumed(()), key) for key in assumed(())}
    held = assumptions(spreads, chances)
    rows = production(record, ON)
    made = []
    for buy in asked.buys:
        for line in facts(items()[buy.item], rows, spreads["queue"]).whole():
            if not buy.makers or line.maker.id in buy.makers:
                path = planned(buy.item, line, months, held, chances)
                made.append(given(buy.item, line, path, 0.3 * path, held, chances))
    return made


def plain(one: Given) -> tuple[Array, Array]:
    """A line as one would write it first: output and deliveries of ours, (month, draw)."""
    count, draws = one.planned.shape
    orders = one.others + one.ours
    cohorts = np.zeros((count, draws))  # what of each month's orders is not made yet
    before = one.waiting.copy()
    first, sized = one.planned[0], one.others[0].copy()
    held, most = first.copy(), (1 + one.pull.growth) ** (1 / 12)
    added = [np.zeros(draws)]
    output, ours = np.zeros((count, draws)), np.zeros((count, draws))
    for month in range(count):
        held = np.maximum(held, np.minimum(sized, held * most))
        added.append(added[-1] + held - first)
        sized = sized + (orders[month] - sized) / one.pull.contract
        begun = _back(added, month, one.pull.build)
        full = _back(added, month, one.pull.build + one.pull.ramp)
        room = np.maximum(one.planned[month], first + (begun - full) / one.pull.ramp)
        cohorts[month] = orders[month]
        done = np.minimum(before, room)
        before, room = before - done, room - done
        output[month] += done
        for at in range(month + 1):
            ripe = np.clip(month - one.making - at + 1, 0, 1)  # the part of a month's orders that is old enough
            done = np.minimum(np.maximum(cohorts[at] - (1 - ripe) * orders[at], 0), room)
            cohorts[at], room = cohorts[at] - done, room - done
            output[month] += done
            part = np.divide(one.ours[at], orders[at], out=np.zeros(draws), where=orders[at] > 0)
            ours[month] += done * part
    return output, ours


def _back(added: list[Array], month: int, months: Array) -> Array:
    whole = np.array(added)
    place = np.clip(month + 1 - months, 0, None)
    low = np.floor(place).astype(int)
    high = np.minimum(low + 1, month + 1)
    columns = np.arange(whole.shape[1])
    found: Array = whole[low, columns] + (whole[high, columns] - whole[low, columns]) * (place - low)
    return found


def pysd_run() -> float | None:
    """Seconds of one run of the reference model of capacity; None without PySD."""
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")
        try:
            import pysd
        except ImportError:
            return None
        shutil.copy(MODELS / "capacity.mdl", folder)
        model = pysd.read_vensim(str(Path(folder) / "capacity.mdl"))
        model.run()
        begin = perf_counter()
        for _ in range(3):
            model.run()
        return (perf_counter() - begin) / 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=20_000)
    asked_for, _ = parser.parse_known_args()
    draws = asked_for.draws
    record, asked = load_record(), plant()
    whole_of = linked(record, asked)
    chain(record, whole_of, ON, draws=50, seed=SEED)  # tables are read once
    whole = []
    for _ in range(ROUNDS):
        begin = perf_counter()
        made = chain(record, whole_of, ON, draws=draws, seed=SEED)
        whole.append(perf_counter() - begin)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    months = months_of(asked, ON, None)
    mine = theirs = worst = 0.0
    count = 0
    for first in range(0, draws, size := max(draws // PARTS, 1)):
        block = Chances.of(draws, SEED).part(first, min(first + size, draws))
        for one in lines(record, asked, months, block):
            begin = perf_counter()
            ours = flow(one)
            mine += perf_counter() - begin
            begin = perf_counter()
            output, bought = plain(one)
            theirs += perf_counter() - begin
            scale = output.sum(axis=0).max()
            pairs = ((ours.output, output), (ours.ours, bought))
            worst = max(worst, *(float(np.abs(np.cumsum(a - b, axis=0)).max() / scale) for a, b in pairs))
            count += 1 if first == 0 else 0
    allies = len(made.purse.allies) if made.purse is not None else 0
    fed = sum(isinstance(one.met, MetDraws) for one in made.fillings)
    print(f"chain: {draws:,} draws x {allies} allies x {len(made.deliveries)} items x {made.months.count} months")
    print(f"  target to clock       {min(whole):6.2f} s   {memory:5.2f} GB at most; {fed} requirements fed")
    print(f"  its {count} lines alone      {mine:6.2f} s")
    print(f"  the lines, plain NumPy{theirs:6.2f} s   {theirs / mine:.1f} times as long")
    print(f"  deliveries added up differ by at most {worst:.1e} of a line's")
    one_run = pysd_run()
    if one_run is None:
        print("  PySD is not installed")
    else:
        ratio = one_run / (mine / draws / count)
        print(f"  PySD, one run of one small line {1000 * one_run:.0f} ms: {ratio:,.0f} times a draw of a line here")


if __name__ == "__main__":
    main()
