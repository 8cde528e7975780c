"""How far coders agree: coefficients with intervals, n and honest refusals."""
