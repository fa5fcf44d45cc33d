"""The sheet for a person's activity report: its month, its lines, its pages."""
