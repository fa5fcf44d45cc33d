"""Text in any script: which way it runs, which font draws it, how it is shaped, and where its lines break."""
