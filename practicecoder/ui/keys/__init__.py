"""Keys as values: what has a key, which keys are in force, and where keymaps come from."""
