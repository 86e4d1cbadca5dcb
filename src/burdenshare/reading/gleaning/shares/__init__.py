"""The second look: shares of GDP, recorded and promised."""
