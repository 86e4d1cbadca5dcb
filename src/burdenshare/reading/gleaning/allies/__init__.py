"""The second look: counts, fractions and lists of allies."""
