"""`python -m tools.fuzz_intake NAME [FILE...]`: the report of one kind of file, exit 1 where a variant ended badly."""

from __future__ import annotations

import sys
from importlib import import_module

from burdenshare.record import load_record

NAMES = ("nato", "weo", "wdi", "aid", "mapping", "package")


def main(arguments: list[str]) -> int:
    """Run the module that is named."""
    if not arguments or arguments[0] not in NAMES:
        print(f"name one of {', '.join(NAMES)}")
        return 2
    text, well = import_module(f"tools.fuzz_intake.{arguments[0]}").run(load_record(layers=()), arguments[1:])
    print(text)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
