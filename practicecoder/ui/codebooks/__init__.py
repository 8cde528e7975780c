"""Codebooks: what each says, checks of files, and differences between versions."""
