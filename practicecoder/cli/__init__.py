"""Commands over the same services as the window; no Qt."""
