"""The second look: percentages of another whole than GDP."""
