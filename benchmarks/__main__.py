"""All benchmarks: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import articles, lookup

if __name__ == "__main__":
    lookup.main()
    print()
    articles.main()
