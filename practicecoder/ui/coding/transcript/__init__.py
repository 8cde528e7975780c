"""The transcript on the coding page: reading along, finding, evidence from it, and its import."""
