"""Damages official files in every way a download, a spreadsheet program or a hand can, and says what the intake makes
of them: `python -m tools.fuzz_intake nato FILE...`.
"""
