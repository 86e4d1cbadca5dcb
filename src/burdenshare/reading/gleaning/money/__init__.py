"""The second look: sums of money."""
