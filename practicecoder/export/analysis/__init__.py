"""The folders ``analysis`` and ``figures``: the numbers of the screens, as files."""
