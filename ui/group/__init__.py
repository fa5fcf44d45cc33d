"""The first page of who leads a programme's group."""
