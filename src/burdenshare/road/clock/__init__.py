"""The clock of stated horizons: what was said on when the adversary could be ready, as curves that hide no statement.

Never a probability of an attack, and never one number with the year in which a requirement is met: two curves side by
side, each with what it rests on.
"""
