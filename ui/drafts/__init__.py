"""What is typed and not saved: kept as one types, offered again, and compared when somebody else was faster."""
