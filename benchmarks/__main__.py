"""All benchmarks: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import articles, checking, figures, lookup, reading, speed

if __name__ == "__main__":
    for one in (lookup, articles, reading, checking, figures, speed):
        one.main()
        print()
