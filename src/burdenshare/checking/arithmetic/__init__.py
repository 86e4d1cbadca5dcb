"""Arithmetic inside a text: figures of one text that must fit each other, judged by nothing but the text itself."""

from burdenshare.checking.arithmetic.find import arithmetic_of
from burdenshare.checking.arithmetic.model import Arithmetic, ArithmeticKind, Part

__all__ = ["Arithmetic", "ArithmeticKind", "Part", "arithmetic_of"]
