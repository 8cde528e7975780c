"""One report on its way, in five small steps."""
