"""The kit that pages are built from; everything in it shows people's text as plain text."""
