"""Tables, figures and methods paragraph of an evaluation, from one set of results."""
