"""Macroeconomic tables as the IMF and the World Bank hand them out: many forms, one delivery.

A form's module reads its file into `Series` (`model.py`); what the record keeps of them stands in tables
(`subjects_weo.toml`, `subjects_wdi.toml`, `areas.toml`); `rows.py` makes the record's rows of them, or refuses.
"""
