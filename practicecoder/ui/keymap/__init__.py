"""Changing the keymap: the editor, the field that listens for keys, and the pedals."""
