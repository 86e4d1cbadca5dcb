"""Any table brought into the record by a small mapping file: its form, its cells, its rules, the rows they make."""
