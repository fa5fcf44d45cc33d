"""What is written in versions: CVs and personal letters."""
