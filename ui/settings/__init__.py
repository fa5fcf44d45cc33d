"""Settings: how the program looks and when it locks, one's own password, and who may use the register."""
