"""Passphrases, the recovery code, and the lock of an encrypted study."""
