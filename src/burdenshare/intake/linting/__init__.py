"""The parts of the linter (`intake/lint.py`): dates, gaps, dead ids, twins, weak grades."""
