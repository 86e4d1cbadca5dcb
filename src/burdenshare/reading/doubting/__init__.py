"""Promises whose owner or year their own words do not tell: told as likely."""

from burdenshare.reading.doubting.asked import doubted

__all__ = ["doubted"]
