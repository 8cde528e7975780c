"""The reliability report: what a methods section tells of the agreement of coders."""
