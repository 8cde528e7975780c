"""Transcripts of other programs: what was said, when and by whom, before and after names go."""
