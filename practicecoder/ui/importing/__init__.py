"""Import of a laboratory's tables: columns, questions, preview, and only then storing."""
