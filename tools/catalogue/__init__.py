"""The pages of `docs/data/` from the packaged record: `python -m tools.catalogue`."""
