"""Files to nouns, forgetting no line number."""
