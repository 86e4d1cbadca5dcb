"""What NATO's tables must satisfy: magnitudes, sums, quotients, rates, counts, and agreement between releases."""
