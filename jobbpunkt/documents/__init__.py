"""Paper: plain data in, bytes out; no database and no Qt."""
