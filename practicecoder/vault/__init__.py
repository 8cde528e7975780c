"""Cryptography of encrypted studies: keys, sealed files and recordings."""
