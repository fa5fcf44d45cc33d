"""The tab of inspections: one by its points, what is to be looked at again, and group and suppliers month by month."""
