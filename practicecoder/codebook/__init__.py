"""Coding schemes as data: read, checked and offered as typed objects."""
