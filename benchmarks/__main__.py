"""All benchmarks: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import arithmetic, articles, checking, figures, lookup, reading, road, speed

if __name__ == "__main__":
    for one in (lookup, articles, reading, checking, arithmetic, figures, road, speed):
        one.main()
        print()
