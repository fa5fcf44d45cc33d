"""What one meets before the register is open: signing in, and the first start."""
