"""All benchmarks: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import arithmetic, articles, checking, figures, lookup, reading, speed

if __name__ == "__main__":
    for one in (lookup, articles, reading, checking, arithmetic, figures, speed):
        one.main()
        print()
