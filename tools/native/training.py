"""What a counting build is run with: the texts of the tables of cases, alone and as paragraphs of longer ones, read,
judged and made into rows.

Called by `building.py` with the build on PYTHONPATH. None of these texts is one that speed is measured on: labelled
sentences, articles, generated archives.
"""

from __future__ import annotations

from benchmarks.native import cases
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
    texts = list(cases())
    groups = [texts[at : at + PARAGRAPHS] for at in range(0, len(texts), PARAGRAPHS)]
    longer = [("\n\n".join(text for text, _ in group), group[0][1]) for group in groups]
    for text, day in (*texts, *longer):
        checked = check_reading(read(document_of(text, on=day), record), record)
        for entry in checked.checked:
            row_of(checked, entry)
            claimed(entry, checked.document, record)
        sketched(text)


if __name__ == "__main__":
    main()
