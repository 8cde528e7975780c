"""Schema migrations, shipped with the package."""
