"""What the property tests of this room share: a small profile and the texts they are given."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

FEW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

ODD_CHARACTERS = "\u200b\u200d\u00ad\ufeff\u0301\u030a\u0308\u00a0\u202f\r\n\t\"“”„«»‘’'´`–—−-.,:;!?%$€£½²٢é"

ODD_TEXT = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=ODD_CHARACTERS + "aB2 ", max_size=120),
)

_WORDS = st.sampled_from(
    """two three twenty-three half third two-thirds dozen hundred thousand million billion trillion bn m 2 2.0 3.5 5 23
    32 485 700 1,234 4,12 2014 2024 2023/24 2035 0 00 % percent per cent points €100bn $485 £57.1bn C$ USD34.6 EUR zł
    about nearly more than well north of at least up to below between and to from - – / of the allies members countries
    NATO Germany Poland Europe and Canada European allies Russia EU it its they Berlin Mark Rutte Rutte Trump President
    Secretary General former defence minister Hegseth he said told warned according to that target guideline met
    meet do not spend spends spent defence spending GDP budget rose by increase in real terms since last year by next
    summit in June The Hague invaded Ukraine years ago founded turns troops soldiers shells warheads a year
    Article F-35 155 mm 12:40 pm “ ” " ' ‘ ’ „ « » ( ) , . ; : ? ! … — No. U.S. p.m. bn. Q: - | 31 February 99th 0""".split()
)
_JOINS = st.sampled_from([" ", " ", " ", "\u00a0", "", "\n", "\r\n", "\n\n", "\u200b", ". ", ", "])

GRAMMAR_TEXT = st.lists(st.tuples(_WORDS, _JOINS), max_size=60).map(lambda parts: "".join(w + j for w, j in parts))
"""Words of the reader's own tables in any order: what random characters never hit."""
