"""What an insider tries, with a role, a copy of the files, the installed Python and time: every attack fails."""
