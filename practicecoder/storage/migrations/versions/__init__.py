"""One module for each step of the schema; none imports today's code."""
