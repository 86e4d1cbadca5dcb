"""How the tables came to be, one revision a step; `upgrading.py` runs what a database lacks."""
