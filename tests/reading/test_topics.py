"""What a text speaks of from sentence to sentence."""

from datetime import date

from tests.reading.conftest import Numbers

ON = date(2025, 3, 26)


def test_the_last_of_a_list_is_not_whom_the_text_speaks_of(told: Numbers) -> None:
    text = (
        "Britain spent 2.33 per cent of GDP on defence in 2024. It ranks behind Poland (4.12), Estonia (3.43), Latvia "
        "(3.15) and Greece (3.08). The government's ambition of 3 per cent has no date."
    )
    found = [one for one in told(text, "", ON) if one.measure == "guideline"]
    assert [one.subject for one in found] == [("GBR",)]


def test_what_all_pledged_is_not_the_country_named_before(told: Numbers) -> None:
    text = (
        "Last year we welcomed Slovenia's new minister. In 2014, Allies pledged to stop cuts. Increase spending. And "
        "move towards spending 2% of their GDP on defence within a decade."
    )
    found = [one for one in told(text, "", date(2018, 3, 15)) if one.measure == "guideline"]
    assert [(one.subject, one.period) for one in found] == [(("NATO",), "2024")]
    alone = "Slovenia agreed to rearm. It will move towards spending 2% of its GDP on defence within a decade."
    found = [one for one in told(alone, "", date(2018, 3, 15)) if one.measure == "guideline"]
    assert [(one.subject, one.period) for one in found] == [(("SVN",), "2028")]


def test_one_country_beside_another_is_spoken_of(told: Numbers) -> None:
    text = (
        "Greece spent 3.08 per cent of GDP on defence in 2024. The government's ambition of 3.5 per cent has no date."
    )
    found = [one for one in told(text, "", ON) if one.measure == "guideline"]
    assert [one.subject for one in found] == [("GRC",)]


def test_whom_the_text_spoke_of_owns_nothing_in_a_sentence_on_another(told: Numbers) -> None:
    text = (
        "Allies are to spend 2 percent of GDP on defence. Washington, which spends more than all others, expects a "
        '"credible path" to 5 percent at the summit. Not everyone agrees: Italy\'s defence minister Guido Crosetto '
        'called 3.5 percent over ten years "realistic".'
    )
    owners = [one.subject for one in told(text, "", ON) if one.words == "3.5 percent"]
    assert owners == [("NATO",)]
