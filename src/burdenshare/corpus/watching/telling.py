"""What a watch has done, in lines and for programs."""

from __future__ import annotations

from typing import Any

from burdenshare.corpus.model import Fate
from burdenshare.corpus.told import fate_line
from burdenshare.corpus.watching.model import Watchlist
from burdenshare.corpus.watching.publishing import FEED, STREAM
from burdenshare.corpus.watching.watch import Watch
from burdenshare.report.wording import clean, counted


def summary_lines(watch: Watch, place: str) -> list[str]:
    """What was done since the watch was started; nothing that was met is missing from the sum."""
    found = watch.summary
    failed = f", {len(found.failed)} failed" if found.failed else ""
    asked = f"{counted(found.asked, 'feed')} asked, {found.unchanged:,} not changed{failed}"
    new = counted(found.new, "new entry", "new entries")
    lines = [
        f"{place}: {asked}; {new}, {found.changed:,} changed",
        f"  {counted(sum(found.fates.values()), 'document')} kept",
        *(f"    {fate_line(one, found.fates[one])}" for one in Fate if found.fates.get(one)),
        f"  {counted(found.told, 'statement')} newly contradicted: {STREAM}, {FEED}",
    ]
    waiting = watch.waiting()
    if waiting:
        lines.append(f"  {counted(waiting, 'entry', 'entries')} still to be read: the watch goes on with them")
    lines += [f"  {clean(feed.named)}: {clean(one.told)}" for feed, one in watch.standings() if one.told]
    return lines


def summary_shape(watch: Watch, place: str) -> dict[str, Any]:
    """The same for programs, with how every feed stands."""
    found = watch.summary
    return {
        "place": place,
        "asked": found.asked,
        "unchanged": found.unchanged,
        "new_entries": found.new,
        "changed_entries": found.changed,
        "documents": {one.value: found.fates.get(one, 0) for one in Fate},
        "contradicted": found.told,
        "waiting": watch.waiting(),
        "feeds": [
            {
                "title": feed.title,
                "url": feed.url,
                "failures": one.failures,
                "gone": one.gone,
                "moved": one.moved,
                "told": one.told,
                "failed_now": feed.url in found.failed,
            }
            for feed, one in watch.standings()
        ],
    }


def planned_lines(watchlist: Watchlist, place: str) -> list[str]:
    """What would be watched."""
    lines = [
        f"{place}: {counted(len(watchlist.feeds), 'feed')}, {watchlist.pause:g} seconds between two requests to a host"
    ]
    for one in watchlist.feeds:
        read = "each article's page" if one.page else "the text of the feed"
        lines.append(f"  {clean(one.named)}: every {one.interval / 60:g} minutes; reads {read}")
    return lines


def planned_shape(watchlist: Watchlist, place: str) -> dict[str, Any]:
    """The same for programs."""
    return {
        "place": place,
        "pause": watchlist.pause,
        "feeds": [
            {"title": one.title, "url": one.url, "outlet": one.outlet, "interval": one.interval / 60, "page": one.page}
            for one in watchlist.feeds
        ],
    }
