"""What stands between strangers and the house: limits, headers, tokens."""
