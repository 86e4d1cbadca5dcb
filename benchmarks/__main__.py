"""All benchmarks: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import arithmetic, articles, checking, figures, industry, lookup, reading, road, speed

if __name__ == "__main__":
    for one in (lookup, articles, reading, checking, arithmetic, figures, road, industry, speed):
        one.main()
        print()
