"""The training page: training recordings, trials, certificates and drift."""
