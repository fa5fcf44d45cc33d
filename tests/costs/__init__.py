"""What things cost that can be counted and is the same on every machine: modules, statements, bytes."""
