"""What the palette understands: a line of wishes, and words looked for in notes."""
