"""The intake: official files as their publishers print them become rows of the record, each with the cell it stood in.

A file is recognised (`recognise.py`), read by the module named for its form into a `Delivery`, held against the rules
of the record (`rules/`), and only then kept as a layer over the packaged tables (`record/layers.py`).
"""
