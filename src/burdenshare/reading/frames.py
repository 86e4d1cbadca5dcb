"""Frames of speech in one sentence: who speaks, with which verb, and which part of the sentence is said."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.acts import act, subject_of_clause, view
from burdenshare.reading.saying import bounded
from burdenshare.reading.sources import Parts, Source, source_ending_at
from burdenshare.reading.sources_behind import owned, source_starting_at
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.voice_words import according, frame_openers, speech_words, verbs, voice_words
from burdenshare.reading.voicing import Frame, left_source
from burdenshare.reading.wishing_frames import as_wished, compared

__all__ = ["Frame", "Parts", "Source", "find_frames"]

_PASSIVE = word_list("passive_speech")
_BE = frozenset({"when", "was", "were", "is", "are", "be", "been", "being", "as", "the", ",", "%", "widely", "it"})
_NAMING = frozenset({"called", "calls", "labelled", "labeled", "branded", "dubbed"})
_DEEDS = word_list("deeds")
_PASSING = frozenset({"posted", "posts", "published", "released", "revealed", "reveals", "cited", "citing"})
_FILL = word_list("attribution_fill")
_ASKING = frozenset({"ask", "asks", "asked", "demands", "demanded", "expects", "expected", "requires", "required"})
_DISPUTING = frozenset(load_table("misplaced")["denying_a_claim"]["words"]) | {"doubted", "questioned", "challenged"}
_BY_DOING = frozenset({"after", "before", "by", "in", "when", "while", "without"})
"""In front of an -ing form: whoever does what the main clause tells also speaks."""


_OF_A_NOUN = frozenset({"a", "an", "its", "my", "our", "the", "their", "your"})
"""Right behind one of these stands a noun: `nations that live up to their pledges` say nothing."""


def find_frames(parts: Parts) -> list[Frame]:
    """Every frame outside quotes, in order."""
    frames: list[Frame] = []
    openers = frame_openers()
    taken = 0
    for i, token in enumerate(parts.tokens):
        if token.low not in openers or i < taken or parts.quoted[i]:
            continue
        found, taken = _frame_at(parts, i, frames)
        if found is not None:
            frames.append(_whom_it_quotes(parts, found))
    behind = _colon_behind(parts)
    if behind is not None and not frames:
        return [behind]
    return bounded(parts, frames)


def _whom_it_quotes(parts: Parts, frame: Frame) -> Frame:
    """`Reuters quoted Tusk: …`, `Scholz quoted Tusk as saying`: the words are of the person behind the verb."""
    if parts.tokens[frame.verb[0]].low not in _QUOTING or frame.source.first >= frame.verb[1]:
        return frame
    quoted = source_starting_at(parts, frame.verb[0] + 1, reach=0)
    if quoted is None or quoted.kind not in ("person", "title", "name"):
        return frame
    behind = [t.low for t in parts.tokens[quoted.last : quoted.last + 2]]
    if behind[:1] not in ([":"], ["as"]):
        return frame
    return Frame(frame.verb, quoted, frame.said, frame.stance)


_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})


def _colon_behind(parts: Parts) -> Frame | None:
    """`Germany needs 3.5% by 2032: Pistorius`: a headline that names its speaker at the end."""
    end = len(parts.tokens)
    colon = next((i for i in range(end - 2, max(3, end - 7), -1) if parts.tokens[i].text in (":", "-", "—")), None)
    if colon is None:
        return None
    source = source_ending_at(parts, end)
    if source is None or source.first != colon + 1:
        return None
    if parts.tokens[colon].text != ":" and not (source.kind in ("person", "title") and _spaced(parts, colon)):
        return None
    if source.kind == "body" and source.body is not None and source.body.entity != "NATO":
        return None
    return Frame((colon, colon + 1), source, (0, colon), False)


def _spaced(parts: Parts, at: int) -> bool:
    """A dash with room on both sides, no hyphen."""
    tokens = parts.tokens
    return 0 < at < len(tokens) - 1 and tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start


def _frame_at(parts: Parts, i: int, frames: list[Frame]) -> tuple[Frame | None, int]:
    """The frame whose verb or `according to` starts at token `i`, and where to go on."""
    introduced = according().longest(parts.tokens, i)
    if introduced is not None and not _a_rate(parts, i):
        return _according_frame(parts, i, introduced[0]), introduced[0]
    viewed = view(parts, i)
    if viewed is not None:
        return viewed, viewed.verb[1]
    verb = verbs().longest(parts.tokens, i)
    if verb is None:
        return act(parts, i), i + 1
    end, kinds = verb
    source = _agent(parts, i, end) if _passive(parts, i) else None
    if source is None and not _inside_name(parts, i) and not _passive(parts, i):
        source = _source(parts, i, end, frames)
    if (
        source is None
        or as_wished(parts, i)
        or compared(parts, source, i)
        or not _speaks(parts, (i, end), kinds, source, frames)
    ):
        return act(parts, i), end
    return Frame((i, end), source, (end, len(parts.tokens)), kinds == ["stance"]), end


def _beside_the_verb(parts: Parts, source: Source, verb: int) -> bool:
    """`Rutte says it is right, but in a rebuke to Belgium added that …`: the country is in a phrase of the verb, and
    the first speaker goes on."""
    tokens = parts.tokens
    led = source.first > 0 and tokens[source.first - 1].low in ("to", "at", "towards", "against", "for", "of")
    return led and any(t.low in ("but", "and") for t in tokens[max(0, source.first - 8) : source.first])


def _a_rate(parts: Parts, i: int) -> bool:
    """`per cent`, `per capita`: no source; `per the Kiel Institute` is one."""
    tokens = parts.tokens
    if tokens[i].low not in ("per", "thus"):
        return False
    at = i + 2 if i + 1 < len(tokens) and tokens[i + 1].low == "the" else i + 1
    return at >= len(tokens) or not (tokens[at].capital or at == i + 2) or (i > 0 and tokens[i - 1].kind == "number")


def _speaks(parts: Parts, verb: tuple[int, int], kinds: list[str], source: Source, frames: list[Frame]) -> bool:
    """Whether a source with this verb says something, and does not do something."""
    first, last = verb
    words = " ".join(token.low for token in parts.tokens[first:last])
    body = source.kind == "body" and not _through_others(source)
    if body and (_deed(parts, first, last) or (_to_do(parts, last) and words not in ("called on", "calls on"))):
        return False
    if last == first + 1 and _names_without_quoting(parts, first, last):
        return False
    group = body or (source.kind == "pronoun" and source.words.casefold() in ("they", "it"))
    agreed = words.startswith("agree") or words == "committed to"
    if group and words in voice_words("pledges") and (agreed or not _beside_content(parts, source, last)):
        return False
    if last == first + 1 and words in voice_words("nouns_too") and not _opens_content(parts, last):
        noun = last < len(parts.tokens) and verbs().longest(parts.tokens, last) is not None
        if noun or (source.kind == "body" and words == "states"):
            return False  # "EU states could", "a research service report says"
    if words in _ASKING and parts.tokens[last : last + 1] and parts.tokens[last].low == "of":
        return False  # "short of the 2 percent that NATO asks of its members"
    if last < len(parts.tokens) and parts.tokens[last].low in ("was", "were", "is", "are"):
        return False  # "as much as Trump cited was …"
    if words in _PASSING and {"from", "by"} & {t.low for t in parts.tokens[last : last + 8]} and _sent(parts, last):
        return False  # "Trump posted a message from Rutte: …"
    if words in voice_words("pledges") and _of_the_noun_before(parts, source, last):
        return False  # "the target that NATO leaders committed to in 2014"
    if "say" in kinds:
        return True
    if "stance" in kinds:
        return not (source.kind == "body" and frames)
    if _opens_content(parts, last) and source.kind != "pronoun":
        return True
    if source.kind == "pronoun":
        return source.words.casefold() == "it" and "figure" in kinds and any(f.source.kind == "phrase" for f in frames)
    if "put" in kinds and _at_a_figure(parts, last):
        return not body or source.body is None or source.body.entity == "NATO"
    return "figure" in kinds and _states(parts, source, words)


def _sent(parts: Parts, at: int) -> bool:
    lows = [token.low for token in parts.tokens[at : at + 8]]
    return any(a in voice_words("sent") and b in ("from", "by") for a, b in pairwise(lows))


def _of_the_noun_before(parts: Parts, source: Source, last: int) -> bool:
    """A relative clause without an object: `that NATO leaders committed to in 2014`, `which they agreed last year`."""
    at = source.first - 1
    while at > 0 and parts.tokens[at].low in ("the", "all", "its"):
        at -= 1
    if at > 0 and parts.tokens[at].low == "something":
        return True  # "something Francken had promised since"
    if at < 1 or parts.tokens[at].low not in ("that", "which") or parts.tokens[at - 1].kind != "word":
        return False
    return last >= len(parts.tokens) or parts.tokens[last].low in (",", ".", "in", "at", "last", "on", "ago", "and")


def _states(parts: Parts, source: Source, words: str) -> bool:
    """Institutions, papers and officials state figures; a person does with verbs of reckoning only."""
    if source.kind == "phrase" or (source.kind == "body" and _through_others(source)):
        return True
    if source.kind in ("person", "title", "name"):
        return words in ("expects", "expected", "estimates", "estimated", "predict", "predicts", "reported", "finds")
    entity = source.body.entity if source.body else ""
    return entity in ("NATO", "EU") and words in (
        "estimates",
        "estimated",
        "expects",
        "expected",
        "reported",
        "reports",
    )


def _through_others(source: Source) -> bool:
    """`Polish officials`, `NATO figures`: the words go beyond the body's own name."""
    return source.body is not None and (source.body.first, source.body.last) != (source.first, source.last)


def _beside_content(parts: Parts, source: Source, last: int) -> bool:
    """Words that are said stand right behind the verb, or in front of the speaker with nothing behind the verb."""
    if _opens_content(parts, last):
        return True
    at = source.first - 1
    while at > 0 and parts.tokens[at].low in ("the", "a", "an"):
        at -= 1
    apart = at >= 0 and (parts.tokens[at].text in (",", "”", '"', "'") or parts.quoted[at])
    return apart and (last >= len(parts.tokens) or parts.tokens[last].text in (".", ";"))


def _opens_content(parts: Parts, last: int) -> bool:
    """`that`, a colon or a quotation right behind the verb (or behind when it is said)."""
    for _ in range(3):
        if last < len(parts.tokens) - 1 and parts.tokens[last].low in _FILL and parts.tokens[last].kind == "word":
            last += 1
    if last >= len(parts.tokens):
        return False
    following = parts.tokens[last]
    if following.low == "that" or parts.quoted[last] or following.text in (":", "“", '"'):
        return True
    return following.text == "," and last + 1 < len(parts.tokens) and parts.tokens[last + 1].text in ("“", '"')


def _at_a_figure(parts: Parts, last: int) -> bool:
    """`put … at 109 billion`, `gives … as 2.13 %`."""
    tokens = parts.tokens
    for i in range(last, min(len(tokens) - 1, last + 25)):
        if tokens[i].low in ("at", "as", "around", "to") and any(
            t.kind == "number" or t.text in "$€£" for t in tokens[i + 1 : i + 5]
        ):
            return True
    return False


def _passive(parts: Parts, i: int) -> bool:
    """`Asked if …`, `was told`: the subject of the verb is not the speaker."""
    if i + 1 < len(parts.tokens) and parts.tokens[i + 1].low == "by":
        return True
    if parts.tokens[i].low not in _PASSIVE:
        return False
    before = parts.tokens[i - 1] if i else None
    if before is None:
        return True
    if before.text == ",":
        return left_source(parts, i) is None and source_starting_at(parts, i + 1, 0) is None
    return before.low in _BE


def _agent(parts: Parts, first: int, last: int) -> Source | None:
    """`was told by his staff that …`, `reported by the ministry`."""
    if last < len(parts.tokens) and parts.tokens[last].low == "by" and not _of_a_noun_held_against(parts, first):
        return source_starting_at(parts, last + 1, reach=1)
    return None


def _of_a_noun_held_against(parts: Parts, first: int) -> bool:
    """`spends 2.1 %, despite the doubts expressed by Rutte`, `a figure disputed by Rutte`: what he says is the noun,
    and nothing of the sentence in front of it."""
    disputed = parts.tokens[first].low in _DISPUTING and first > 0 and parts.tokens[first - 1].low not in _BE
    return disputed or (first > 0 and parts.tokens[first - 1].low in voice_words("stance_nouns"))


def _inside_name(parts: Parts, i: int) -> bool:
    """The `States` of `the United States` is no verb."""
    return any(subject.first <= i < subject.last for subject in parts.subjects)


def _names_without_quoting(parts: Parts, first: int, last: int) -> bool:
    """`called Madrid "a bad payer"` is speech; `a fund called SAFE` is not."""
    if parts.tokens[first].low not in _NAMING:
        return False
    return not any(parts.quoted[i] for i in range(last, min(last + 12, len(parts.tokens))))


def _to_do(parts: Parts, last: int) -> bool:
    return last < len(parts.tokens) and parts.tokens[last].low == "to"


def _deed(parts: Parts, first: int, last: int) -> bool:
    """A country that added money did something; it says something only before `that` or a quotation."""
    if parts.tokens[first].low not in _DEEDS:
        return False
    return not (_opens_content(parts, last) or (last < len(parts.tokens) and parts.tokens[last].text == ","))


def _according_frame(parts: Parts, i: int, end: int) -> Frame | None:
    source = source_starting_at(parts, end, reach=5)
    if end < len(parts.tokens) and parts.tokens[end].low in ("him", "her", "them"):
        subjective = {"him": "he", "her": "she", "them": "they"}[parts.tokens[end].low]
        source = Source(end, end + 1, "pronoun", words=subjective)  # "According to him, …"
    if source is None or _of_a_rule(parts, source, end):
        return None
    return Frame((i, end), source, (0, i), False)


def _of_a_rule(parts: Parts, source: Source, end: int) -> bool:
    """`as per NATO requirements`, `as per the agreement with NATO`: a rule that is kept, and nobody who speaks."""
    behind = [t.low for t in parts.tokens[end : source.last + 2]]
    return parts.tokens[end - 1].low == "per" and not _RULES.isdisjoint(behind)


_RULES = frozenset(
    {"agreement", "agreements", "commitment", "commitments", "criteria", "guideline", "guidelines", "norm", "norms"}
    | {
        "obligation",
        "obligations",
        "pledge",
        "pledges",
        "requirement",
        "requirements",
        "rules",
        "standard",
        "standards",
    }
    | {"target", "targets"}
)


def _written_to(parts: Parts, source: Source) -> bool:
    """`Sánchez sent a letter to Rutte declaring …`: whom somebody wrote to does not speak."""
    front = [t.low for t in parts.tokens[max(0, source.first - _SENT_REACH) : source.first]]
    return "to" in front[-2:] and not _SENT.isdisjoint(front)


_SENT = frozenset({"letter", "letters", "wrote", "writing", "message", "note", "email", "memo", "sent", "written"})
_SENT_REACH = 6
"""Tokens in front of somebody among which a letter to him is named."""


def _source(parts: Parts, first: int, last: int, earlier: list[Frame]) -> Source | None:
    tokens = parts.tokens
    before = tokens[first - 1] if first else None
    if before is not None and before.low in _OF_A_NOUN:
        return None
    if before is not None and before.low in ("and", "or", "but") and earlier:
        return earlier[-1].source
    ing = tokens[first].low.endswith("ing")
    if ing and before is not None and before.low in _BY_DOING:
        return (
            earlier[-1].source if earlier else subject_of_clause(parts, first)
        )  # "Trump rattled Europe by saying he …"
    if before is not None and before.text == "," and ing and earlier:
        return earlier[-1].source
    if tokens[first].low in ("citing", "quoting"):
        return source_starting_at(parts, last, reach=2)
    if ing and before is not None and before.text == ",":
        return subject_of_clause(parts, first)
    found = left_source(parts, first)
    if ing and found is not None and _written_to(parts, found):
        return subject_of_clause(parts, found.first)
    openers = (",", "”", '"', "'", "—", ":", ";", "so", "thus")
    ahead = last < len(tokens) and tokens[last].low == "that" and not parts.quoted[first - 1] and first > 0
    dash = before is not None and before.text in ("-", "–") and _spaced(parts, first - 1)  # "… on defence - said Merz"
    parted = before is None or parts.quoted[first - 1] or before.text in openers or dash
    if found is None and not ahead and parted:
        found = source_starting_at(parts, last, reach=2)
    if found is None and before is not None and before.low == "so":
        found = source_starting_at(parts, last, reach=1)
    if found is None and earlier and (ing or (before is not None and before.text == ",")):
        return earlier[-1].source
    if found is None and before is not None and tokens[first].low not in speech_words("not_speakers"):
        found = subject_of_clause(parts, first)
    if found is not None and found.kind == "body" and earlier and _beside_the_verb(parts, found, first):
        return earlier[-1].source
    return owned(parts, found) if found is not None and found.first >= last else found
