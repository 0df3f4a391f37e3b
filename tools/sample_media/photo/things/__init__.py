"""Things that stand about in still lives."""
