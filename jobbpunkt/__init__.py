"""What the program does: one module per feature, no Qt; returns frozen plain data."""

__version__ = "0.1.0"
