"""What a counting build is run with: all texts that `benchmarks.native` compares (labelled sentences, articles, tables
of cases, generated articles), and the cases as paragraphs of longer ones, read, judged and made into rows.

Called by `building.py` with the build on PYTHONPATH. The archives on which `benchmarks.corpus_scale` measures are drawn
otherwise, from the same sentences; the labelled sentences are those of `benchmarks.speed`.
"""

from __future__ import annotations

from benchmarks.native import cases, texts
from burdenshare.checking.check import check_reading
from burdenshare.corpus.claims import claimed
from burdenshare.corpus.sketches import sketched
from burdenshare.reading.inputs import document_of
from burdenshare.reading.read import read
from burdenshare.record import load_record
from burdenshare.report.frame import row_of

PARAGRAPHS = 12


def main() -> None:
    """Read and judge them all."""
    record = load_record()
    told = list(cases())
    groups = [told[at : at + PARAGRAPHS] for at in range(0, len(told), PARAGRAPHS)]
    longer = [("\n\n".join(text for text, _ in group), group[0][1]) for group in groups]
    for text, day in (*texts(), *longer):
        checked = check_reading(read(document_of(text, on=day), record), record)
        for entry in checked.checked:
            row_of(checked, entry)
            claimed(entry, checked.document, record)
        sketched(text)


if __name__ == "__main__":
    main()
