"""Saved reports: the JSON of `check` read back into the values it was made from, judged again, told apart."""
