"""Foreign tables and files, in and out."""
