"""`python -m burdenshare VERB`: the command line where the installed script is not on the path."""

from __future__ import annotations

import sys

from burdenshare.cli import main

if __name__ == "__main__":
    sys.exit(main())
