"""The command palette: every act that can be done at this moment, found by typing."""
