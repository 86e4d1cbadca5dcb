"""Files made, damaged in many ways, and read: none may give a wrong number, a traceback or a hang.

`python -m tools.fuzz_intake weo` makes the same variants each time and tells how each class of them ended.
"""
