"""Whose turn a sentence stands in: the heads of debates, broadcasts and press conferences."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.conftest import Numbers

POLAND, ESTONIA = "Poland spends 4.1% of GDP on defence.", "Estonia spends 3.4% of GDP on defence."
ON = date(2025, 2, 13)

TURNS = [
    (
        "the printed debate, with portraits",
        "Anna Berg Portrait Anna Berg\n- View Speech - Hansard - - - Excerpts\n\n{one}\n\n"
        "Tom Hale Portrait Sir Tom Hale (North Downs) (Con)\n- View Speech - Hansard - -\n\n{two}",
        ("Anna Berg", "Sir Tom Hale"),
    ),
    (
        "the debate as it is filed, with seats and parties",
        "Hansard\n\nAnna Berg (Eastmoor) (Lab): {one}\n\nTom Hale (North Downs) (Con): {two}",
        ("Anna Berg", "Tom Hale"),
    ),
    (
        "a page that shares debates",
        "Senate debates\n\nPhoto of Anna BergAnna Berg (Queensland, Independent) Share this | | Hansard source\n\n{one}"
        "\n\nTom Hale (Victoria, Labor) Share this | Link to this | Hansard source\n\n{two}",
        ("Anna Berg", "Tom Hale"),
    ),
    (
        "the record of a congress, whose surnames may begin small",
        "Mr. BERG. Mr. Speaker, I rise.\n\n{one}\n\nMr. McHALE. Mr. President, I rise too.\n\n{two}",
        ("Mr. Berg", "Mr. McHALE"),
    ),
    (
        "members by their callings",
        "Hon. Anna Berg: {one}\n\nSenator Tom Hale: I thank her.\n\nSenator Berg: {two}",
        ("Anna Berg", "Anna Berg"),
    ),
    (
        "a broadcast: the name in full first, then the surname",
        "Our reporter Anna Berg has the story.\n\nMARK RUTTE: {one}\n\nBERG: {two}",
        ("Mark Rutte", "Anna Berg"),
    ),
    (
        "a broadcast: rank and party behind the name",
        "[05:58:53] DONALD TRUMP (R), PRESIDENT OF THE UNITED STATES: {one}\n\nTOM HALE, NEWS ANCHOR: {two}",
        ("Donald Trump", "Tom Hale"),
    ),
    (
        "the White House: questions without a colon",
        "THE PRESIDENT:  {one}\n\nQ    Thank you, Mr. President.  {two}",
        ("Donald Trump", "Q"),
    ),
    (
        "question and answer in one paragraph",
        "Q: Who spends most? A: Poland does. {one} Q: And then? A: {two}",
        ("A", "A"),
    ),
]


@pytest.mark.parametrize(("text", "names"), [row[1:] for row in TURNS], ids=[row[0] for row in TURNS])
def test_heads_of_turns(told: Numbers, text: str, names: tuple[str, str]) -> None:
    found = told(text.format(one=POLAND, two=ESTONIA), "share_of_gdp", ON)
    assert tuple(one.speaker.name for one in found) == names
