"""The first page of who leads campaigns and projects."""
