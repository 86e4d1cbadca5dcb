"""The alliance on a day: the whole system in one view as known on that day, and what changed between two days."""
