"""Work that takes a processor: done in other processes, bounded in time, memory and number."""
