"""How each kind of source is cut into shards, and how the records of a shard are taken out of it, one by one."""
