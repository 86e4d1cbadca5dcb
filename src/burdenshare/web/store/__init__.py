"""The store of saved reports: one database, SQLite or PostgreSQL, behind one class (`store.Store`)."""
