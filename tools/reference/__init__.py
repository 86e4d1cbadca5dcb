"""The reference in `docs/reference.md` and `docs/reference/`, from what it describes: `python -m tools.reference`.

Commands come from the command line itself, Python from the public door, the shapes from the shipped schemas, addresses
from the API's own description, names from the packaged record; a test fails when a page is not what this would write.
"""
