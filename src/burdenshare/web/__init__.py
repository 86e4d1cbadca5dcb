"""The porch that browsers and programs come in by: what they leave with the house, and what they are shown."""
