"""What pages of the record show, as frozen values: asked once, kept by their question, drawn and written elsewhere."""
