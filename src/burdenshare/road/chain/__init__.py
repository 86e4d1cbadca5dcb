"""The whole chain in one run: target, money, orders, deliveries, gap, and the clock of stated horizons beside it.

Each step takes what the one before it made, in the same draws; a table of the user's own may stand in place of any.
"""
