"""Documents at the door: what is read, what is refused, and where its day comes from."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import DateError, DocumentError, InputError
from burdenshare.reading.datelines import FORMS, dateline
from burdenshare.reading.english import foreign
from burdenshare.reading.inputs import MOST_BYTES, decoded, document_of, load_document

PROSE = "The alliance said on Thursday that its members will spend more on defence than they did last year.\n"


def written(folder: Path, data: bytes | str, name: str = "story.txt") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


# What is read --------------------------------------------------------------------------------------------------------


def test_text_stays_as_given(tmp_path: Path) -> None:
    given_text = "The members\r\n\tand  the\u200b allies of the “bloc”\r\n\r\n" + PROSE
    assert load_document(written(tmp_path, given_text)).text == given_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = PROSE + "It costs €5 bn – “so what?”\n"
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    data = marks.get(encoding, b"") + text.encode(encoding)
    assert load_document(written(tmp_path, data)).text == text


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "iso-8859-15"])
def test_encoding_that_was_named(tmp_path: Path, encoding: str) -> None:
    text = PROSE + "It costs €5 bn - 'so what?'\n"
    assert load_document(written(tmp_path, text.encode(encoding)), encoding=encoding).text == text


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1252">',
        '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
        "<meta charset=latin1>",
    ],
)
def test_page_is_read_as_it_declares(tmp_path: Path, head: str) -> None:
    body = f"<p>It costs €5 bn – “so what?” {PROSE}</p>" * 5
    page = f"<!doctype html><html><head>{head}<title>T</title></head><body><article>{body}</article></body></html>"
    assert "€5 bn – “so what?”" in load_document(written(tmp_path, page.encode("cp1252"), "page.html")).text


@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">', '<meta charset="klingon">'])
def test_page_that_is_not_what_it_declares_is_refused(tmp_path: Path, head: str) -> None:
    page = f"<!doctype html><html><head>{head}</head><body><p>It costs €5 bn. {PROSE}</p></body></html>"
    with pytest.raises(DocumentError, match="wrongly encoded"):
        load_document(written(tmp_path, page.encode("cp1252"), "page.html"))


def test_refusal_names_the_byte_and_what_to_do(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbfIt costs \x80 5.")
    with pytest.raises(
        DocumentError, match="not UTF-8 at byte 12; convert it to UTF-8, or name its encoding with --en"
    ):
        load_document(path)


def test_encoding_nobody_knows_is_refused(tmp_path: Path) -> None:
    for name in ("klingon", "rot13", "a\0b"):
        with pytest.raises(InputError, match="unknown encoding"):
            load_document(written(tmp_path, PROSE), encoding=name)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(PROSE.encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    document = load_document("-")
    assert (document.id, document.text) == ("stdin", PROSE)


def test_markdown_front_matter_gives_day_title_and_outlet(tmp_path: Path) -> None:
    text = "---\ntitle: 'More for defence'\ndate: 2025-02-13T10:00:00Z\nsource: The Example\n---\n\n" + PROSE
    document = load_document(written(tmp_path, text, "story.md"))
    assert (document.published, document.published_from) == (date(2025, 2, 13), "metadata")
    assert (document.title, document.outlet) == ("More for defence", "The Example")
    assert document.text == text


def test_markdown_heading_is_the_title() -> None:
    assert document_of("# More for defence #\n\n" + PROSE).title == "More for defence"


def test_html_gives_the_article_and_its_metadata(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>Paragraph {number}. {PROSE}</p>" for number in range(6))
    page = (
        "<!DOCTYPE html><html><head><title>More for defence | The Example</title>"
        '<meta property="article:published_time" content="2025-02-13T08:00:00Z">'
        '<meta property="og:title" content="More for defence"><meta property="og:site_name" content="The Example">'
        f"</head><body><nav>Menu 1 2 3</nav><article><h1>More for defence</h1>{paragraphs}</article></body></html>"
    )
    document = load_document(written(tmp_path, page, "page.html"))
    assert "Paragraph 5." in document.text
    assert "<p>" not in document.text
    assert "Menu" not in document.text
    assert (document.published, document.published_from) == (date(2025, 2, 13), "metadata")
    assert (document.title, document.outlet) == ("More for defence", "The Example")
    assert load_document(written(tmp_path, page, "page.txt")).text == document.text


def test_line_of_two_million_characters() -> None:
    assert len(document_of("the allies spend " * 120_000).text) > 2_000_000


@given(st.text(min_size=1, max_size=200))
def test_any_string_is_read_as_given_or_refused_in_one_line(text: str) -> None:
    try:
        assert document_of(text).text == text
    except (DocumentError, DateError) as fault:
        assert "\n" not in fault.line()


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused_in_one_line(data: bytes) -> None:
    try:
        decoded(data, "file")
    except DocumentError as fault:
        assert "\n" not in fault.line()


# What is refused -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"PK\x03\x04\x00\x00\x00\x08", "binary"),
        (b"\x01\x02\x03\x04 the words " * 20, "binary"),
        (b"the allies \x81\x8d spend", "wrongly encoded"),
        ("Оборона".encode("koi8-r") * 20, "wrongly encoded"),
        (b"\xff\xfet\x00h\x00e\x00\x00\xd8", "wrongly encoded"),
    ],
)
def test_unusable_bytes_are_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = written(tmp_path, data)
    with pytest.raises(DocumentError, match=reason) as caught:
        load_document(path)
    assert caught.value.where == str(path)


def test_missing_file_and_directory_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        load_document(tmp_path / "nothing.txt")
    with pytest.raises(DocumentError, match="is a directory"):
        load_document(tmp_path)


def test_file_of_more_than_twenty_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(DocumentError, match="larger than 20 MB"):
        load_document(path)


def test_page_without_an_article_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no article found"):
        load_document(written(tmp_path, "<!doctype html><html><body></body></html>", "page.html"))


# Is it English -------------------------------------------------------------------------------------------------------

FOREIGN = {
    "german": "Die Staaten haben nicht genug Geld für die Verteidigung ausgegeben, und das ist ein Problem.",
    "french": "Les pays de l'Alliance ne sont pas prêts, et il faut que la dépense augmente dans les années à venir.",
    "spanish": "Los países de la alianza no gastan lo suficiente en defensa, y eso es un problema para todos.",
    "italian": "I paesi della NATO non spendono abbastanza per la difesa, e questo è un problema anche per noi.",
    "polish": "Państwa sojuszu nie wydają na obronę tyle, ile się zobowiązały, i to jest problem dla całego sojuszu.",
    "dutch": "De landen van het bondgenootschap geven niet genoeg uit aan defensie, en dat is een probleem voor ons.",
    "turkish": "İttifak ülkeleri savunma için yeterince harcama yapmıyor ve bu bir sorun olarak daha çok konuşuluyor.",
    "finnish": "Liittouman maat eivät ole vielä valmiita, ja se on ongelma, kun ne sitä kuitenkin lupasivat.",
    "ukrainian": "Країни альянсу не витрачають достатньо на оборону.",
    "greek": "Οι χώρες της συμμαχίας δεν δαπανούν αρκετά για την άμυνα.",
    "japanese": "同盟国の防衛費は十分ではない。",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_text_in_another_language_is_refused(language: str) -> None:
    for text in (FOREIGN[language], FOREIGN[language] * 30):
        with pytest.raises(DocumentError, match="not English"):
            document_of(text)


@pytest.mark.parametrize("language", FOREIGN)
def test_english_text_with_a_foreign_quotation_is_read(language: str) -> None:
    text = PROSE + f'The minister said: "{FOREIGN[language]}"\n' + PROSE
    assert document_of(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "NATO",
        "Trump slams NATO spending",
        "2.1 3.4 5.5",
        "NATO spends 2%.",
        "Germany 2.12\nFrance 2.06\nAlbania 1.70\n" * 20,
        "Ally;2023;2024\nPoland;3.26;4.12\n" * 30,
        "NATO ALLIES MUST SPEND MORE",
        "…!?",
    ],
)
def test_short_texts_and_tables_are_read(text: str) -> None:
    assert foreign(text) == ""


def test_long_text_in_no_language_we_know_is_refused() -> None:
    assert "hardly any English" in foreign("zorblax quimfet wundle prax tobbit genk lorvan dasht " * 20)


# Its day -------------------------------------------------------------------------------------------------------------

DAY = date(2025, 2, 13)


@pytest.mark.parametrize(
    "line",
    [
        "13 February 2025",
        "Feb. 13, 2025",
        "2025-02-13",
        "Thursday, February 13th, 2025",
        "Published: Thu, 13 Feb 2025 14:05 GMT",
        "First published: 13 February 2025 with more behind it",
        "By Jane Doe, 13 February 2025 | 4 min read",
        "AFP - Issued on: 13/02/2025 - 17:26",
        "02/13/2025",
        "13.02.2025",
        "February 13, 2025 at 3:04 PM EST",
        "BRUSSELS, Feb. 13, 2025 (Reuters) - The alliance said",
        "BRUSSELS, February 13 (Reuters) 2025",
        "Brussels, 13 February 2025 – The alliance said",
        "TALLINN, Estonia, Feb 13, 2025 (AP) — The alliance said",
        "Washington, D.C., February 13, 2025 - The alliance said",
    ],
)
def test_dateline_is_the_day_of_the_text(line: str) -> None:
    assert dateline(f"A headline\n\n{line}\n\n{PROSE}") == DAY
    assert dateline(PROSE * 30 + line) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "On 24 February 2022 – the day Russia invaded – allies met.",
        "Since 24 February 2022",
        "Published on 17 June 2024, the report counts 23 allies.",
        "24 February 2022 was a Thursday.",
        "The 2014-09-05 pledge",
        "03/02/2025",
        "30 February 2025",
        "BRUSSELS, June 25 (Reuters) - no year",
        "They met in Madrid, 29 June 2022, and again in Vilnius.",
    ],
)
def test_date_inside_a_sentence_is_not_the_day_of_the_text(line: str) -> None:
    assert dateline(f"A headline\n{line}\n{PROSE}") is None


def test_dateline_in_the_middle_of_a_long_text_does_not_count() -> None:
    assert dateline(PROSE * 20 + "13 February 2025\n" + PROSE * 20) is None


def test_every_form_of_a_day_has_an_example_that_it_reads() -> None:
    for form in FORMS:
        assert dateline(form.example.split(";")[0].split(",")[0] if "/" in form.example else form.example.split(";")[0])


def test_option_wins_over_metadata_and_metadata_over_dateline() -> None:
    text = f"---\ndate: 2025-03-01\n---\n13 February 2025\n{PROSE}"
    assert document_of(text, on=date(2024, 1, 1)).published_from == "option"
    assert document_of(text, on=date(2024, 1, 1)).published == date(2024, 1, 1)
    assert document_of(text).published == date(2025, 3, 1)
    without = document_of(f"13 February 2025\n{PROSE}")
    assert (without.published, without.published_from) == (DAY, "dateline")


def test_text_without_a_day_has_none() -> None:
    document = document_of(PROSE)
    assert (document.published, document.published_from) == (None, "none")


def test_day_before_the_record_begins_is_refused() -> None:
    with pytest.raises(DateError, match="before the record begins"):
        document_of(PROSE, on=date(1949, 4, 3))
    with pytest.raises(DateError, match="before the record begins"):
        document_of(f"Date: 1 January 1940\n{PROSE}")
    assert document_of(PROSE, on=date(1949, 4, 4)).published == date(1949, 4, 4)


def test_id_comes_from_the_file_or_the_words(tmp_path: Path) -> None:
    assert load_document(written(tmp_path, PROSE, "a story.txt")).id == "a story"
    assert document_of(PROSE).id == document_of(PROSE).id != document_of(PROSE + "x").id
