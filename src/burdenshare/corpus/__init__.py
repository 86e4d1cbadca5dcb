"""Corpora: the same check over an archive. Sources are cut into shards, shards are gathered (every record looked at
once), settled (of equal texts the first is read), judged, and committed one by one, so that a run killed at any point
goes on where it stopped and ends with the same bytes."""
