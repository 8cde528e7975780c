"""practicecoder: listen, rate with evidence, measure agreement, give feedback, analyse."""

__version__ = "0.1.0"
