"""Writes bad haiku. Choosing is left to the person on the bus."""

import random

# 212 words in the real file, each said aloud with a hand under my chin
WORDS = {
    "adjective": {1: ["old", "lit", "salt"], 2: ["empty", "quiet", "borrowed"], 3: ["unopened"]},
    "noun": {1: ["bus", "gull", "spoon"], 2: ["harbor", "window"], 3: ["bicycle", "laundromat"]},
    "verb": {1: ["waits", "hums"], 2: ["forgets", "listens"], 3: ["remembers"]},
}
PATTERNS = {5: [("adjective", 1), ("noun", 3), ("verb", 1)], 7: [("adjective", 2), ("noun", 2), ("verb", 3)]}


def line(syllables, choose=random.choice):
    """One line with that many syllables."""
    return " ".join(choose(WORDS[kind][count]) for kind, count in PATTERNS[syllables])


def haiku():
    return "\n".join(line(count) for count in (5, 7, 5))


if __name__ == "__main__":
    print(haiku())
