"""Drawn things: charts, diagrams, maps, posters, pages, sketches, paintings, portraits."""
