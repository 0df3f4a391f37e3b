"""Written things: reports, posters to print, data, programs."""
