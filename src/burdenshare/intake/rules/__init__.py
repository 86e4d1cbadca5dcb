"""What the tables of a record must satisfy, one file a concept.

The build of the packaged record runs the rules on what it has built; an import runs them on the record with the
delivery laid over it, before anything is kept (`held_against.py`). A broken rule is a `Fault`; what is known to break
one, and why it stands all the same, is listed in `known.toml`.
"""
