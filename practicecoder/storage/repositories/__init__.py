"""Every query of the study's database."""
