"""How the memory of the program has changed (Alembic)."""

# The newest schema version, written here so that opening a register need not load Alembic; a test compares it.
HEAD = "0028"
