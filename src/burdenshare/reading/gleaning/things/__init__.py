"""The second look: people, weapons, rounds, and the adversary's clock."""
