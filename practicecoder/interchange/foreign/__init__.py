"""Other programs' codings: read into one neutral form, and written from it."""
