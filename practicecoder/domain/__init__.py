"""Values of the coding laboratory: frozen, plain Python, no database, no Qt."""
