"""How the memory of the program has changed (Alembic)."""
