"""The nouns: frozen, plain, no files and no clock."""
