"""The team report: what a supervisor or manager may see of several workers."""
