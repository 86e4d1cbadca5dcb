"""What a stand is about and which side it takes."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.issues import direction_of, issue_of, register
from burdenshare.reading.lexicon import lexicon_of
from burdenshare.reading.parse import Parsed, parse_sentence
from burdenshare.reading.sentences import sentences
from burdenshare.record import Record
from tests.reading.conftest import Numbers

STANDS = [
    ("spending_target", "for", "We have to invest more in our defence and we have to do it fast."),
    ("spending_target", "against", "We will not sacrifice our welfare state to meet an arbitrary number."),
    ("spending_target", "", "Whether we raise the defence budget remains to be seen."),
    ("burden_sharing", "for", "Allies need to pay their fair share."),
    ("us_commitment", "for", "American troops will remain in Germany."),
    ("article_5", "for", "We will defend every inch of allied territory."),
    ("ukraine_membership", "for", "Ukraine will become a member of NATO."),
    ("ukraine_membership", "against", "NATO membership for Ukraine is off the table."),
    ("peace_talks", "against", "We will not accept a peace deal imposed on Ukraine."),
    ("troops_and_guarantees", "against", "We are not going to send Polish troops to Ukraine."),
    ("troops_and_guarantees", "for", "Nothing should be ruled out, sending troops included."),
    ("aid_to_ukraine", "against", "Not one more dollar should go to Kyiv."),
    ("sanctions", "against", "Hungary will veto any further sanctions on Russian oil."),
    ("industry", "for", "Europe's arms makers have to produce more ammunition, faster."),
    ("nuclear_deterrence", "against", "Nuclear weapons have no place in Europe and should be withdrawn."),
    ("enlargement", "for", "Finland and Sweden would make strong members and we welcome their application."),
    ("capabilities", "for", "We need to strengthen our air defences on the eastern flank."),
    ("european_defence", "against", "A European army would duplicate NATO and weaken the alliance."),
    ("threat", "for", "Russia could attack NATO within five years."),
    ("threat", "against", "Russia has no intention of attacking NATO countries."),
    ("", "", "It is a beautiful day."),
]


def _parsed(text: str, record: Record) -> Parsed:
    return parse_sentence(text, sentences(text)[0], lexicon_of(record), [], date(2025, 3, 3))


@pytest.mark.parametrize(("issue", "direction", "text"), STANDS)
def test_issue_and_direction(record: Record, issue: str, direction: str, text: str) -> None:
    parsed = _parsed(text, record)
    last = len(parsed.tokens)
    assert issue_of(parsed, 0, last) == issue
    assert direction_of(parsed, 0, last, issue) == direction if issue else True


def test_floating_quotation_continues_the_issue_before_it(record: Record) -> None:
    before = _parsed("Allies argued about the spending target.", record)
    parsed = _parsed("“It can be done.”", record)
    assert issue_of(parsed, 0, len(parsed.tokens), before) == "spending_target"
    assert issue_of(parsed, 0, len(parsed.tokens)) == ""


@pytest.mark.parametrize(
    ("text", "issue", "direction"),
    [
        ("Olaf Scholz ruled out that German soldiers would be sent to Ukraine.", "troops_and_guarantees", "against"),
        ("Jens Stoltenberg urged manufacturers to ramp up output of ammunition.", "industry", "for"),
        ("“Sanctions hurt Europe more than Russia,” said Viktor Orbán.", "sanctions", "against"),
    ],
)
def test_stand_in_a_text_bears_its_issue(positions: Numbers, text: str, issue: str, direction: str) -> None:
    (found,) = positions(text)
    assert (found.issue, found.direction) == (issue, direction)


@pytest.mark.parametrize(
    "text",
    [
        "“Thank you all for coming, and thank you to our hosts,” Mark Rutte said.",
        "“What a lovely square you have here,” Mark Rutte said to his host.",
    ],
)
def test_courtesy_is_no_stand(positions: Numbers, text: str) -> None:
    assert positions(text) == []


def test_every_issue_of_the_register_is_described() -> None:
    assert len(register()) == 15
    assert all(means and for_means for _, means, for_means in register())
