"""The second look: rises and falls of spending, in per cent and as multiples."""
