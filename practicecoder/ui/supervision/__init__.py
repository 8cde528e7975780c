"""Supervision: a worker's sessions over time, and feedback from draft to release."""
