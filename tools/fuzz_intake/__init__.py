"""Damages files in every way a download, a spreadsheet program or a hand can, and says what the intake makes of them:
none may give a wrong number, a traceback or a hang.

`python -m tools.fuzz_intake nato FILE...` makes the same variants each time and tells how each class of them ended.
"""
