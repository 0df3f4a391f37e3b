"""Set pieces: scenes built for one picture each."""
