"""The checkers behind the architecture tests: what no file of ours may do."""
