"""Pasted tables, bullet lists and `Country: figure` lines, of any measure that their heading names."""
