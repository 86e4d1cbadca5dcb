"""`wants the Netherlands to invest more in defence. The amount should increase by 16 billion`: the sum just told of."""

from __future__ import annotations

from burdenshare.reading.context import Context

_AMOUNTS = (["the", "amount"], ["this", "amount"], ["that", "amount"], ["the", "sum"], ["this", "sum"])


def the_amount_told_of(context: Context) -> bool:
    """Whether the sentence opens with `the amount`, behind one of its paragraph that spoke of defence."""
    back, lows = context.previous, context.parsed.lows
    if lows[:2] not in _AMOUNTS or back is None or back.sentence.block < context.parsed.sentence.block:
        return False
    return back.cues.has("defence") and not back.cues.has("aid") and not context.cue_sentence("contract")
