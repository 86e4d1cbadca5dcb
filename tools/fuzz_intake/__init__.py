"""Damaged files by the hundred: each must end in one clear line or in a correct delivery."""
