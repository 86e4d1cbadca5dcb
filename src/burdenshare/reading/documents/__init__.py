"""Documents at the door: one module a kind of source, and one for each thing that every source needs."""
