"""The register of places, in the window."""
