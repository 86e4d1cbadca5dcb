"""What is asked of the allies in units, and when industry would have made it."""
