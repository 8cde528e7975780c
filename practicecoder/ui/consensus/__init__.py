"""The consensus page: meetings over sessions that several coders coded, and the codebook."""
