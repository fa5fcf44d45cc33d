"""What every room needs and none owns: errors, words, days, files, settings; it knows no register and no feature."""
