"""The library of goals and steps: offered while one types in a plan, put right in the settings."""
