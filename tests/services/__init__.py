"""The services, on real registers of both kinds."""
