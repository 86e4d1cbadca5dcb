"""The second look: ranks, accessions, meetings and offices."""
