"""Reports in the window: the paper itself, its figures, and the records behind them."""
