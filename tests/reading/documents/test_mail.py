"""E-mail: its text, its day, its sender, and what hangs on it."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import DocumentError, InputError
from burdenshare.reading.documents.mail import mail_document
from burdenshare.reading.inputs import load_document
from tests.reading.documents.files import PROSE, written


def message(text: str = PROSE, **headers: str) -> EmailMessage:
    made = EmailMessage()
    given_headers = {
        "Subject": "Más for defence — 5 %",
        "From": "Jané Doe <jane@example.org>",
        "Date": "Thu, 13 Feb 2025 23:30:00 -0500",
    }
    for name, value in (given_headers | headers).items():
        made[name] = value
    made.set_content(text)
    return made


def test_header_gives_day_title_and_author(tmp_path: Path) -> None:
    document = load_document(written(tmp_path, message().as_bytes(), "note.eml"))
    assert document.text == PROSE
    assert (document.published, document.published_from) == (date(2025, 2, 13), "metadata")
    assert (document.title, document.author) == ("Más for defence — 5 %", "Jané Doe")
    assert document.id == "note"


def test_plain_text_is_preferred_to_html() -> None:
    made = message()
    made.add_alternative(f"<p>In HTML. {PROSE}</p>", subtype="html")
    assert mail_document(made.as_bytes(), "m").text == PROSE


def test_html_is_read_where_there_is_no_plain_text() -> None:
    made = message()
    made.set_content(f"<style>p {{}}</style><p>First &euro;5 bn.</p><p>{PROSE}</p>", subtype="html")
    assert mail_document(made.as_bytes(), "m").text == f"First €5 bn.\n\n{PROSE.strip()}"


def test_empty_plain_part_gives_way_to_html() -> None:
    made = message(" \n")
    made.add_alternative(f"<p>{PROSE}</p>", subtype="html")
    assert mail_document(made.as_bytes(), "m").text == PROSE.strip()


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-8", "iso-8859-15"])
def test_encoding_is_that_of_the_part(encoding: str) -> None:
    made = message()
    made.set_content("Küche. " + PROSE, charset=encoding)
    assert mail_document(made.as_bytes(), "m").text == "Küche. " + PROSE


def test_encoding_nobody_knows_is_refused() -> None:
    data = b"Content-Type: text/plain; charset=klingon\n\nK\xfcche"
    with pytest.raises(DocumentError, match="wrongly encoded"):
        mail_document(data, "m")
    assert mail_document(data, "m", "cp1252").text == "Küche"
    with pytest.raises(InputError, match="unknown encoding"):
        mail_document(data, "m", "klingon")


def test_flowed_lines_are_joined() -> None:
    data = b"Content-Type: text/plain; format=flowed\n\nThe alliance \nsaid it.\n  Indented\nNew line\n-- \nJane\n"
    assert mail_document(data, "m").text == "The alliance said it.\n Indented\nNew line\n-- \nJane\n"


def test_signature_is_furniture() -> None:
    text = PROSE + "-- \nJane Doe\nTel. 2 707 50 41, 2% of the time\n"
    document = mail_document(message(text).as_bytes(), "m")
    assert [document.text[span.start : span.end] for span in document.furniture] == [
        "-- ",
        "Jane Doe",
        "Tel. 2 707 50 41, 2% of the time",
    ]


def test_attachments_are_not_read_and_that_is_said() -> None:
    made = message()
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="budget  2025.pdf")
    made.add_attachment("Other text", filename="other.txt")
    document = mail_document(made.as_bytes(), "m")
    assert document.text == PROSE
    (note,) = document.notes
    assert note == "2 attached to the message and not read: budget 2025.pdf, other.txt"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Subject: x\n\n", "without text"),
        (b"Content-Type: image/png\n\nabc", "without text"),
        (b"Content-Type: text/plain\nContent-Disposition: attachment\n\nabc", "without text"),
        (b"Content-Type: multipart/encrypted; boundary=x\n\n--x\n\nabc\n--x--\n", "encrypted"),
        (b"Content-Type: application/pkcs7-mime\n\nabc", "encrypted"),
        (b"Content-Type: text/plain\n\n\x00\x01\x02", "binary"),
    ],
)
def test_message_that_cannot_be_read_is_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as caught:
        mail_document(data, "m.eml")
    assert caught.value.where == "m.eml"


def test_parts_in_parts_without_end_are_refused() -> None:
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (one, one) for one in range(5000))
    with pytest.raises(DocumentError, match=r"nested too deeply|without text"):
        mail_document(nested, "m")
    many = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\nContent-Type: image/png\n\nx\n" * 3000
    with pytest.raises(DocumentError, match="nested too deeply"):
        mail_document(many, "m")


@pytest.mark.parametrize(
    "day", ["", "yesterday", "Thu, 99 Feb 2025 10:00:00 +0000", "Thu, 13 Feb 99999 10:00:00 +0000"]
)
def test_day_that_is_none_is_none(day: str) -> None:
    assert mail_document(f"Date: {day}\n\n{PROSE}".encode(), "m").published is None


@pytest.mark.parametrize("subject", [b"=?utf-8?b?!!?=", b"=?klingon?q?x?=", b"\xff\xfe raw", b"=?utf-8?q?a=0Ab?="])
def test_any_subject_is_one_line(subject: bytes) -> None:
    title = mail_document(b"Subject: " + subject + b"\n\n" + PROSE.encode(), "m").title
    assert "\n" not in title
    title.encode()


@given(st.binary(max_size=300))
def test_any_bytes_are_a_message_or_refused_in_one_line(data: bytes) -> None:
    for head in (b"", b"Content-Type: multipart/mixed; boundary=b\nSubject: ", b"Content-Type: text/html; charset="):
        try:
            mail_document(head + data, "m")
        except InputError as fault:
            assert "\n" not in fault.line()
