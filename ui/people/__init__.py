"""People: the caseload, one person's page, and the forms around them."""
