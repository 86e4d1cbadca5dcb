"""Damages to any file, to any table of text, to any archive: the same ones for the same seed."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from tools.fuzz_intake.workbooks import EARLIEST, packed

Damage = tuple[str, bytes, bool]
"""What was done, the damaged bytes, and whether the file may now say another number (see `Variant.telling`)."""

BAD_NUMBERS = (
    "abc", "NaN", "nan", "Infinity", "-inf", "1e400", "-1e400", "1e-400", "3,14", "1,2345", "12..5", "1 234", "0x1F",
    "1_000", "--5", "5-", "−5", "１２", "٣", "#N/A", "#REF!", "=1+1", "5%", "(5)", "$5", "5e", "e5", "TRUE",
    "2020-01-01", "1.2.3", "9" * 400, "0" * 5000 + "x", "5\u200b", "½",
)  # fmt: skip
"""What stands where a number should."""

NO_NUMBERS = ("", "n/a", "N/A", "--", "...", "..", "  ")
"""What stands where there is none."""

OTHER_NUMBERS = ("1.5", "0.0001", "12.345", " 7.25 ", "1.5e1")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text taken apart: its rows, which of them is the header, and how it is put together again."""

    rows: tuple[tuple[str, ...], ...]
    header: int
    parted_by: str
    encoding: str = "utf-8"

    def written(self) -> bytes:
        """The table as bytes."""
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=self.parted_by, lineterminator="\r\n").writerows(self.rows)
        return out.getvalue().encode(self.encoding, errors="replace")

    def column(self, name: str) -> int:
        """Where a column stands."""
        return self.rows[self.header].index(name)

    def with_cell(self, row: int, column: int, text: str) -> Table:
        """The table with another text in one cell."""
        cells = list(self.rows[row])
        cells[column] = text
        return replace(self, rows=(*self.rows[:row], tuple(cells), *self.rows[row + 1 :]))

    def with_column(self, column: int, change: Callable[[str], str]) -> Table:
        """The table with every text below the header of one column changed."""
        rows = [
            tuple(change(text) if spot == column else text for spot, text in enumerate(row)) if n > self.header else row
            for n, row in enumerate(self.rows)
        ]
        return replace(self, rows=tuple(rows))


def taken_apart(content: bytes, header: int, parted_by: str, encoding: str = "utf-8") -> Table:
    """A table of text as rows of cells."""
    text = content.decode(encoding)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by)
    return Table(tuple(tuple(row) for row in rows), header, parted_by, encoding)


def of_bytes(content: bytes, chance: Random, each: int) -> Iterator[Damage]:
    """Damages to the bytes of any file, `each` of every kind."""
    for _ in range(each):
        yield "cut off", content[: chance.randrange(len(content))], True
        yield "a bit flipped", _flipped(content, chance, 1), True
        yield "several bits flipped", _flipped(content, chance, 12), True
        start, length = chance.randrange(len(content)), chance.choice((1, 7, 64, 700, 5000))
        yield "a stretch lost", content[:start] + content[start + length :], True
        yield "a stretch doubled", content[: start + length] + content[start:], True
        yield "a stretch of zeros", content[:start] + bytes(length) + content[start + length :], True
        yield "noise in between", content[:start] + chance.randbytes(length) + content[start:], True
        other = chance.randrange(len(content))
        ends = sorted((start, other))
        yield "a byte of another", content[: ends[0]] + content[other : other + 1] + content[ends[0] + 1 :], True
    yield "nothing at all", b"", False
    yield "only zeros", bytes(1000), False
    yield "only noise", chance.randbytes(5000), False
    yield "one line without end", b"x" * 3_000_000, False
    yield "base64", base64.b64encode(content), False
    yield "gzip", gzip.compress(content), False
    yield "a page of an error", b"<!DOCTYPE html><html><body>404 WEO GenericData not found</body></html>", False


def of_tables(table: Table, numbers: range, kept: Sequence[int], chance: Random, each: int) -> Iterator[Damage]:
    """Damages to the cells, rows and columns of a table.

    `numbers` are the columns that hold values, `kept` the rows of which the record keeps something.
    """
    first, last = table.header + 1, len(table.rows)
    for kind, texts, telling in (
        ("a cell that is no number", BAD_NUMBERS, False),
        ("an emptied cell", NO_NUMBERS, True),
        ("another number", OTHER_NUMBERS, True),
    ):
        for text in texts:
            yield kind, table.with_cell(chance.choice(kept), chance.choice(numbers), text).written(), telling
    for _ in range(each):
        yield from _rows_damaged(table, chance, chance.choice(kept), chance.randrange(first, last))
        yield from _columns_damaged(table, chance, numbers)
    yield from _whole(table)


def of_archives(name: str, content: bytes, *, bombs: bool) -> Iterator[Damage]:
    """Archives that hide, multiply or (`bombs`, which take seconds) blow up the file `name`."""
    if bombs:
        yield "archive: a bomb of that name", _bomb(name, content, 450), False
    yield "archive: the file alone", packed({name: content}), True
    yield "archive: in an archive", packed({"inner.zip": packed({name: content})}), False
    yield "archive: twice", packed({name: content, f"copy/{name}": content}), True
    yield "archive: two parts of one name", _doubled(name, content), True
    yield "archive: a bomb beside it", _bomb_beside(name, content), True
    yield "archive: too many parts", packed({f"{n}.txt": b"" for n in range(2500)} | {name: content}), False
    yield "archive: a path upwards", packed({f"../../{name}": content}), True
    yield "archive: nothing in it", packed({}), False
    archive = packed({name: content})
    yield "archive: a wrong checksum", _checksum_broken(archive), False
    yield "archive: locked", _locked(archive), False
    yield "archive: of an unknown kind", _method_changed(archive, 99), False
    for part in (0.2, 0.5, 0.9, 0.99):
        yield "archive: cut off", archive[: int(len(archive) * part)], False


def _flipped(content: bytes, chance: Random, count: int) -> bytes:
    held = bytearray(content)
    for _ in range(count):
        held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    return bytes(held)


def _rows_damaged(table: Table, chance: Random, spot: int, other: int) -> Iterator[Damage]:
    rows = table.rows
    yield "a row dropped", replace(table, rows=rows[:spot] + rows[spot + 1 :]).written(), False
    yield "a row doubled", replace(table, rows=(*rows[:spot], rows[spot], *rows[spot:])).written(), False
    cells = rows[spot]
    cut = chance.randrange(1, len(cells))
    yield "a row too short", replace(table, rows=(*rows[:spot], cells[:cut], *rows[spot + 1 :])).written(), False
    longer = (*cells[:cut], "5.5", *cells[cut:])
    yield "a row too long", replace(table, rows=(*rows[:spot], longer, *rows[spot + 1 :])).written(), False
    spliced = (*cells[:cut], *rows[other][cut:])
    yield "a row and another's end", replace(table, rows=(*rows[:spot], spliced, *rows[spot:])).written(), False
    shuffled = list(rows[table.header + 1 :])
    chance.shuffle(shuffled)
    yield "rows in another order", replace(table, rows=(*rows[: table.header + 1], *shuffled)).written(), False


def _columns_damaged(table: Table, chance: Random, numbers: range) -> Iterator[Damage]:
    width = len(table.rows[table.header])
    one, other = sorted(chance.sample(range(width), 2))
    yield "a column dropped", _columns(table, lambda row: (*row[:one], *row[one + 1 :])), False
    yield "a column doubled", _columns(table, lambda row: (*row[: one + 1], *row[one:])), False
    yield "a column too many", _columns(table, lambda row: (*row[:one], "x", *row[one:])), False
    swap = _swapped(one, other)
    yield "two columns swapped", _columns(table, swap), False
    header = table.rows[table.header]
    yield "two names of columns swapped", _renamed(table, swap(header)), False
    if len(numbers) == 1:
        return
    years = sorted(chance.sample(numbers, 2))
    yield "two years swapped in the header", _renamed(table, _swapped(years[0], years[1])(header)), False
    spot = chance.choice(numbers)
    name = chance.choice(("20O5", "205", "", "2005.5", "1899", "FY2005", "20055", str(int(header[spot]) + 1)))
    yield "a year misnamed", _renamed(table, (*header[:spot], name, *header[spot + 1 :])), False


def _whole(table: Table) -> Iterator[Damage]:
    content = table.written()
    text = content.decode(table.encoding)
    for named in ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32", "cp037", "utf-7"):
        yield f"encoded as {named}", text.encode(named, errors="replace"), False
    for parted_by in (",", ";", "\t", "|"):
        yield "parted otherwise", replace(table, parted_by=parted_by).written(), False
    for end in (b"\n", b"\r", b"\r\r\n", b"\n\n"):
        yield "other ends of lines", content.replace(b"\r\n", end), False
    yield "an open quote", content.replace(b"\r\n", b'\r\n"', 3), False
    yield (
        "a quote in every cell",
        content.replace(table.parted_by.encode(), table.parted_by.encode() + b'"', 900),
        False,
    )
    yield "decimal commas", _columns(table, lambda row: tuple(cell.replace(".", ",") for cell in row)), False
    yield "only the header", replace(table, rows=table.rows[: table.header + 1]).written(), False
    yield "no header", replace(table, rows=table.rows[table.header + 1 :]).written(), False
    yield "two headers", replace(table, rows=(table.rows[table.header], *table.rows)).written(), False
    yield "the table twice", content + content, False
    wide = tuple(f"{n}" for n in range(100_000))
    yield "a hundred thousand columns", replace(table, rows=(*table.rows, wide)).written(), False
    yield "a huge cell", table.with_cell(len(table.rows) - 3, 0, "x" * 2_000_000).written(), False
    yield "thirty lines above", b"a note\r\n" * 30 + content, False


def _columns(table: Table, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> bytes:
    changed = [change(row) if n >= table.header and len(row) > 2 else row for n, row in enumerate(table.rows)]
    return replace(table, rows=tuple(changed)).written()


def _renamed(table: Table, header: tuple[str, ...]) -> bytes:
    rows = table.rows
    return replace(table, rows=(*rows[: table.header], header, *rows[table.header + 1 :])).written()


def _swapped(one: int, other: int) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    def swap(row: tuple[str, ...]) -> tuple[str, ...]:
        if len(row) <= other:
            return row
        cells = list(row)
        cells[one], cells[other] = cells[other], cells[one]
        return tuple(cells)

    return swap


def _doubled(name: str, content: bytes) -> bytes:
    other = "".join("Q" if letter != "Q" else "Z" for letter in name)
    return packed({name: content, other: content[: len(content) // 2]}).replace(other.encode(), name.encode())


def _bomb(name: str, content: bytes, mebibytes: int) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(zipfile.ZipInfo(name, EARLIEST), "w", force_zip64=True) as part,
    ):
        part.write(content)
        for _ in range(mebibytes):
            part.write(b"\n" * (1 << 20))
    return out.getvalue()


def _bomb_beside(name: str, content: bytes) -> bytes:
    return packed({"bomb.bin": bytes(50 << 20), name: content})


def _checksum_broken(archive: bytes) -> bytes:
    spot = archive.rindex(b"PK\x01\x02") + 16
    return archive[:spot] + bytes(4) + archive[spot + 4 :]


def _locked(archive: bytes) -> bytes:
    spot = archive.rindex(b"PK\x01\x02") + 8
    flags = struct.unpack("<H", archive[spot : spot + 2])[0] | 1
    return archive[:6] + struct.pack("<H", flags) + archive[8:spot] + struct.pack("<H", flags) + archive[spot + 2 :]


def _method_changed(archive: bytes, method: int) -> bytes:
    spot = archive.rindex(b"PK\x01\x02") + 10
    packed_method = struct.pack("<H", method)
    return archive[:8] + packed_method + archive[10:spot] + packed_method + archive[spot + 2 :]
