"""Which texts are near copies of each other, by their sketches alone, over a whole archive.

Sketches that agree in all bins of a band are held against each other, and what is alike by the limits of stories is one
group. Nothing depends on the order in which texts are given: equal sketches are taken as one, and in a band all stand
in an order of their own numbers. A group may be a chain, whose ends have nothing in common: it is parted so that each
text is a copy of the first of its part itself.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from burdenshare.checking.stories.limits import COPY_CONTAINED, COPY_LIKENESS, LEAST_CONTAINED

ROWS = 3
"""Bins of a band. 42 bands of 3 let texts that share half of their runs meet with 99.6 %, those that share a third with
79 %, and those that share a fiftieth, as any two reports of one subject do, with 1 in 3,000."""
NEXT = 16
"""Texts of a band that one is held against: the next ones, by the bins that follow. Near copies meet in many bands."""
AT_ONCE = 1 << 16
"""Pairs that are counted at once."""

MOST_FIRSTS = 256
"""Firsts that a group is parted by; what is alike to none of them stands alone. Groups of news have one or two."""

Numbers = NDArray[np.uint32]
Places = NDArray[np.int64]

_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
"""What the bins of a band are multiplied with to make one number of them."""


def groups_of(sketches: Numbers, runs: Places) -> Places:
    """For each text the number of its group: those of one group have the same. `sketches`: a row a text, a column a
    bin; `runs`: how many distinct runs of words each has."""
    if not len(sketches):
        return np.zeros(0, dtype=np.int64)
    distinct, which = _distinct(sketches)
    most = np.zeros(len(distinct), dtype=np.int64)
    np.maximum.at(most, which, runs)
    return _joined(distinct, most)[which]


def parted(groups: Places, rank: Places, sketches: Numbers, runs: Places) -> Places:
    """For each text the place of the first text, by `rank`, that it is a copy of: its own where it is the first. Of a
    group the first takes all that are alike to it, then the first of those that are left, and so on."""
    firsts: Places = np.arange(len(groups), dtype=np.int64)
    left = np.lexsort((rank, groups))
    for _ in range(MOST_FIRSTS):
        begins = np.flatnonzero(np.diff(groups[left], prepend=-1))
        sizes = np.diff(begins, append=len(left))
        several = np.repeat(sizes > 1, sizes)
        left, first = left[several], np.repeat(left[begins], sizes)[several]
        if not len(left):
            break
        alike = _all_copies(sketches, runs, first, left)
        firsts[left[alike]] = first[alike]
        left = left[~alike]
    return firsts


def likeness(one: Numbers, other: Numbers) -> NDArray[np.float64]:
    """The share of runs that texts have in common, row by row, estimated by their sketches."""
    return np.asarray((one == other).mean(axis=1), dtype=np.float64)


def _distinct(sketches: Numbers) -> tuple[Numbers, Places]:
    """The different sketches in an order of their own, and for each text which of them it has."""
    packed = np.ascontiguousarray(sketches.astype(">u4"))
    rows = packed.view(np.dtype((np.void, packed.shape[1] * 4))).ravel()
    _, first, which = np.unique(rows, return_index=True, return_inverse=True)
    return sketches[first], which.ravel()


def _joined(sketches: Numbers, runs: Places) -> Places:
    """The group of each of different sketches: the place of its first one."""
    roots: Places = np.arange(len(sketches), dtype=np.int64)
    bands = sketches.shape[1] // ROWS
    keys = np.stack([_key(sketches[:, at * ROWS : (at + 1) * ROWS]) for at in range(bands)])
    for band in range(bands):
        order = np.lexsort((keys[(band + 2) % bands], keys[(band + 1) % bands], keys[band]))
        for one, other in _meetings(keys[band][order], order):
            apart = roots[one] != roots[other]
            one, other = one[apart], other[apart]
            alike = _are_copies(sketches, runs, one, other)
            roots = _united(roots, one[alike], other[alike])
    return roots


def _key(bins: Numbers) -> NDArray[np.uint64]:
    """The bins of a band as one number."""
    mixed = bins.astype(np.uint64) * _ODD[: bins.shape[1]]
    folded: NDArray[np.uint64] = np.bitwise_xor.reduce(mixed ^ (mixed >> np.uint64(29)), axis=1)
    return folded


def _meetings(keys: NDArray[np.uint64], order: Places) -> Iterator[tuple[Places, Places]]:
    """Pairs of one band: each text and the next few with the same key."""
    for step in range(1, NEXT + 1):
        met = np.flatnonzero(keys[:-step] == keys[step:])
        if not len(met):
            return
        for at in range(0, len(met), AT_ONCE):
            part = met[at : at + AT_ONCE]
            yield order[part], order[part + step]


def _are_copies(sketches: Numbers, runs: Places, one: Places, other: Places) -> NDArray[np.bool_]:
    """Whether two texts share so much that one is a print of the other, as a story judges it; what of the shorter one
    stands in the longer follows from the share of both and from their lengths."""
    alike = likeness(sketches[one], sketches[other])
    shorter = np.minimum(runs[one], runs[other])
    both = alike / (1.0 + alike) * (runs[one] + runs[other])
    held = (both >= COPY_CONTAINED.value * shorter) & (shorter >= LEAST_CONTAINED.value)
    return np.asarray((alike >= COPY_LIKENESS.value) | held)


def _all_copies(sketches: Numbers, runs: Places, one: Places, other: Places) -> NDArray[np.bool_]:
    """The same of very many pairs."""
    parts = [slice(at, at + AT_ONCE) for at in range(0, len(one), AT_ONCE)]
    return np.concatenate([_are_copies(sketches, runs, one[part], other[part]) for part in parts])


def _united(roots: Places, one: Places, other: Places) -> Places:
    """The groups after each pair has become one: every place has the least place of its group."""
    parents = roots.copy()
    for a, b in zip(one.tolist(), other.tolist(), strict=True):
        a, b = _root(parents, a), _root(parents, b)
        parents[max(a, b)] = min(a, b)
    while True:
        above = parents[parents]
        if (above == parents).all():
            return parents
        parents = above


def _root(parents: Places, place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = int(parents[place])
    return place
