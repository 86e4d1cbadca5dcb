"""NATO's defence-expenditure release: its workbook (`workbook.py`) and its press document (`pdf.py`).

Both are turned into the same lines (`lines.py`): words, years, figures, each with its place. What the words mean stands
in `labels.toml`, never in a position: `tables.py` goes down the lines and gives every figure the measure, unit, prices,
year and ally that the words around it name, or refuses it.
"""
