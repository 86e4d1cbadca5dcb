"""Is a text English enough to be read?"""

from __future__ import annotations

import pytest

from burdenshare.errors import DocumentError
from burdenshare.reading.english import foreign
from burdenshare.reading.inputs import document_of
from tests.reading.documents.files import PROSE

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
