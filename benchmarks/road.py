"""What an ensemble of the road costs, beside drawing the random numbers alone and beside plain NumPy.

    python -m benchmarks.road [--draws N] [--years N]

The three run one after the other in one process, the best of some rounds each: the ensemble of all allies with debt;
the same number of standard normal numbers (draws x allies x years x 2, one for growth and one for prices); and the same
model written straightforwardly over whole arrays of (draw, ally, year). The last one also checks the first: its medians
are printed as the largest difference between the two.
"""

from __future__ import annotations

import argparse
import resource
from datetime import date
from time import perf_counter

import numpy as np

from burdenshare.record import Record, load_record
from burdenshare.road.assumptions import DRAWN
from burdenshare.road.draws import draw, errors, within
from burdenshare.road.model import Measure, Scenario, Target
from burdenshare.road.prepare import prepare
from burdenshare.road.result import Road
from burdenshare.road.road import road
from burdenshare.road.slips import Array, slips

ON = date(2026, 8, 22)
SEED = 1
ROUNDS = 3
RANKS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)


def scenario(until: int) -> Scenario:
    """The 3.5 % of The Hague, reached in the last year of the run."""
    return Scenario("benchmark", "3.5 %", targets=(Target(Measure.SHARE, 3.5, "%", until),))


def plain(record: Record, asked: Scenario, draws: int) -> dict[str, Array]:
    """The ensemble over whole arrays, as one would write it first: quantiles of extra spending and added debt."""
    setting, _, wanted = prepare(record, asked, ON, ("NATO",), None)
    past = slips(record, tuple(setting.grounds), ON)
    count = len(setting.years) - 1
    made = draw(draws, SEED, past, count, DRAWN)
    volume = np.zeros((draws, len(wanted), count + 1))
    first = setting.years[1] - int(setting.grounds["DEU"].vintage[4:8])
    for place, ally in enumerate(wanted):
        own, _ = errors(past, past.allies.index(ally), centred=True)
        for at in range(count):
            known = first + at < own.paths.shape[1]
            volume[:, place, at + 1] = own.paths[made.path, first + at] if known else own.last[made.later[at]]
    grounds = [setting.grounds[ally] for ally in wanted]
    gdp = np.array([np.array(one.real) * one.gdp_usd for one in grounds]) * np.exp(np.cumsum(volume, axis=2))
    base = setting.years[0]
    held = {key: within(setting.assumptions[key].at(base), made.levers[key])[:, None] for key in DRAWN}
    output = held["multiplier"] * (1 - held["import_share"])
    asks = [setting.courses[ally].ask for ally in wanted]
    shares = np.array([[float(level or 0.0) for level in one.levels] for one in asks if one is not None])
    starts = np.array([setting.courses[ally].start.share for ally in wanted])
    revenue = np.array([one.revenue or (0.0,) * (count + 1) for one in grounds])
    debt_share = np.array([one.debt or (0.0,) * (count + 1) for one in grounds])
    extra, debt = np.zeros_like(gdp), np.zeros_like(gdp)
    for at in range(1, count + 1):
        without = starts / 100 * gdp[:, :, at]
        part = shares[:, at] / 100
        asked_for = part * (gdp[:, :, at] - output * without) / (1 - output * part)
        extra[:, :, at] = np.maximum(asked_for, without) - without
        raised = output * extra[:, :, at]
        taken = revenue[:, at] / 100 * raised
        owed = extra[:, :, at] * (1 - held["offset"]) - taken
        debt[:, :, at] = debt[:, :, at - 1] * (1 + held["interest_growth"] / 100) + owed / gdp[:, :, at]
    ratio = gdp / (gdp + output[:, :, None] * extra)
    added = (debt_share + 100 * debt) * ratio - debt_share
    return {name: np.quantile(values, RANKS, axis=0) for name, values in (("extra", extra), ("debt_added", added))}


def apart(one: Road, other: dict[str, Array]) -> float:
    """The largest difference between the medians of both, as a part of the ally's largest."""
    worst = 0.0
    for place, held in enumerate(one.allies.values()):
        for name, values in other.items():
            rows = held.fans[name].quantiles
            assert rows is not None
            middle = np.array([row[3] for row in rows])
            scale = max(np.abs(middle).max(), 1e-6 * np.abs(values[3]).max())  # below it is arithmetic alone
            worst = max(worst, float(np.abs(middle - values[3, place]).max() / scale))
    return worst


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=100_000)
    parser.add_argument("--years", type=int, default=12)
    given, _ = parser.parse_known_args()
    record = load_record()
    asked = scenario(2026 + given.years)
    road(record, asked, ON, draws=100)  # tables are read once
    ours, numbers = [], []
    allies = 0
    for _ in range(ROUNDS):
        begin = perf_counter()
        made = road(record, asked, ON, draws=given.draws, seed=SEED)
        ours.append(perf_counter() - begin)
        allies = len(made.allies)
        begin = perf_counter()
        for _ in range(2 * allies):  # ally by ally: the whole array would not fit the limit on memory
            np.random.default_rng(SEED).standard_normal((given.draws, given.years))
        numbers.append(perf_counter() - begin)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    begin = perf_counter()
    straight = plain(record, asked, given.draws)
    whole = perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"road: {given.draws:,} draws x {allies} allies x {given.years} years, with debt, all intervals")
    print(f"  burdenshare           {min(ours):6.2f} s   {memory:5.2f} GB at most")
    times, more = min(ours) / min(numbers), whole / min(ours)
    print(f"  random numbers alone  {min(numbers):6.2f} s   burdenshare takes {times:.2f} times as long")
    print(
        f"  plain NumPy           {whole:6.2f} s   {after:5.2f} GB at most; {more:.1f} times as long (two quantities)"
    )
    print(f"  medians differ by at most {apart(made, straight):.1e} of an ally's largest")


if __name__ == "__main__":
    main()
