"""Student portfolios and mastery transcripts as static sites, from plain folders."""
