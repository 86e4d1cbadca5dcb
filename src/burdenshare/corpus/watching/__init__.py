"""Watching feeds: each is asked politely, each article is read once, and what the record contradicts is told once.

What is known stands in one SQLite file (`memory.py`), and a step is done when its transaction is. All that others read,
the tables, the manifest, the stream and the feed of contradictions, is made from it (`publishing.py`) and made again
where it is missing, so that a watch killed at any point loses nothing and doubles nothing.
"""
