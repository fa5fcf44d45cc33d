"""Who may use which public service: one table of every service and every role, on both engines."""
