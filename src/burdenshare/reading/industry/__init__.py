"""What is said of the arms industry: makers, items, order books and shares of arms trade."""

from burdenshare.reading.industry.drafts import industry_draft

__all__ = ["industry_draft"]
