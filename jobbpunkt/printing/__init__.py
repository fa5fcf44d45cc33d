"""What goes to paper: one record's paper, or many at once; gathered and noted within the register, drawn away from it."""
