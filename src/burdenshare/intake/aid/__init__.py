"""The rooms of the aid tracker's workbook: its cover, its summary by country, its main data."""
