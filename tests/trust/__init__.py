"""The long proofs behind docs/trust.md: each fault done many times over, by `make trust`; a few times each in `make test`."""
