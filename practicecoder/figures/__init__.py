"""Matplotlib figures for screen and export, without pyplot."""
