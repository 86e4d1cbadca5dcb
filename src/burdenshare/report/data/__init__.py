"""What `burdenshare data` tells: layers, imports and their effects, the age of the record, its soundness."""
