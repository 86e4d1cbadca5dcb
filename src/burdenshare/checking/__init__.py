"""Is it so: claims, readings, agreement, verdicts and prices, over the record and what was read."""

from burdenshare.checking.check import check_reading, check_statement
from burdenshare.checking.claims import compile_claim
from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Price, PriceLine, Tried, Verdict
from burdenshare.checking.prices import price_of

__all__ = [
    "Checked",
    "CheckedDocument",
    "Judgement",
    "Price",
    "PriceLine",
    "Tried",
    "Verdict",
    "check_reading",
    "check_statement",
    "compile_claim",
    "price_of",
]
