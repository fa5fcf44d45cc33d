"""Who covers for one while one is away."""
