"""Exported records read back: each form into the same tables of text."""
