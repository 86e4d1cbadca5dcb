"""`python -m tools.build_record`: raw data folder in, packaged record out, nothing written unless every rule holds."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from burdenshare.errors import RecordError
from burdenshare.record.tables import edition, record_version
from tools.build_record import inputs
from tools.build_record.build import PACKAGED, build, publish, write_documents


def main(argv: list[str] | None = None) -> int:
    """Build, check, then replace the tables of `--out`. Exit code 2 where the inputs or the tables break a rule."""
    options = _parser().parse_args(argv)
    source = options.out if options.amend else options.source
    try:
        if options.accept_inputs:
            inputs.accept(source)
        if not options.amend:
            inputs.refuse_changed(source)
        with tempfile.TemporaryDirectory() as scratch:
            build(source, Path(scratch), drop_unclear=options.without == "unclear", amended=options.amend)
            publish(Path(scratch), options.out)
    except (inputs.InputsChangedError, RecordError) as fault:
        print(f"build_record: {fault}", file=sys.stderr)
        return 2
    except (ValueError, KeyError) as fault:
        told = f"a table of {source} cannot be read ({fault}); burdenshare data lint {source} names the line"
        print(f"build_record: {told}", file=sys.stderr)
        return 2
    if options.out.resolve() == PACKAGED and options.without is None:
        write_documents(options.out)
    print(f"edition {edition(root=options.out)}, version {record_version(root=options.out)}: {options.out}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.build_record", description=__doc__)
    parser.add_argument("--source", type=Path, default=Path("../shared/data"), help="folder of the raw data")
    parser.add_argument("--out", type=Path, default=PACKAGED, help="folder of the packaged tables")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--without", choices=["unclear"], help="leave out rows whose terms are unclear")
    how.add_argument("--accept-inputs", action="store_true", help="pin the raw data as it is now")
    how.add_argument("--amend", action="store_true", help="build from the tables of --out, which were written to")
    return parser


if __name__ == "__main__":
    sys.exit(main())
