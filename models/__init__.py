"""What the program remembers: SQLAlchemy tables and their vocabularies."""
