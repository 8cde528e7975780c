"""Scripts that compute the numbers of a package again, in R and Python."""
