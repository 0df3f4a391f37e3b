"""Which words call which thing."""

from __future__ import annotations

from .basics import Maker
from .devices import camera, clock, gears
from .finds import shells, stones, tiles, yarn
from .food import apple, basket, dates, loaf, orange, pear
from .growing import flowers, garland, plant, seedlings
from .paper import books, notebook
from .pots import bottle, bowl, candle, coffee_pot, cups, jar, lantern, mug, plate, vase

CATALOGUE: tuple[tuple[tuple[str, ...], Maker, float], ...] = (
    (("dallah", "coffee", "gahwa", "قهوة", "دلة"), coffee_pot, 0.09),
    (("dates", "تمر", "date palm"), dates, 0.12),
    (("cup", "finjan", "فنجان"), cups, 0.07),
    (("bread", "loaf", "sourdough", "baking", "خبز"), loaf, 0.14),
    (("book", "reading", "novel", "library", "كتاب", "كتب"), books, 0.12),
    (
        (
            "notebook",
            "journal",
            "diary",
            "notes",
            "sketchbook",
            "writing",
            "pen ",
            "pencil",
            "دفتر",
        ),
        notebook,
        0.17,
    ),
    (("jar", "honey", "spice", "lentil", "pickle", "jam"), jar, 0.06),
    (("bottle", "glass"), bottle, 0.05),
    (("candle",), candle, 0.05),
    (("seedling", "sprout", "seed", "microgreen"), seedlings, 0.15),
    (("flower", "bouquet"), flowers, 0.13),
    (("plant", "basil", "herb", "leaf", "mint"), plant, 0.12),
    (("stone", "pebble", "rock"), stones, 0.1),
    (("shell", "beach find"), shells, 0.1),
    (("yarn", "knit", "crochet", "wool", "weav"), yarn, 0.12),
    (("basket", "market", "harvest"), basket, 0.14),
    (("tile",), tiles, 0.11),
    (("camera", "photograph"), camera, 0.09),
    (("clock", "time"), clock, 0.07),
    (("gear", "print", "prototype", "mechan"), gears, 0.1),
    (("lantern",), lantern, 0.08),
    (("bowl", "soup", "pottery", "ceramic", "clay"), bowl, 0.12),
    (("vase", "pot ", "pots", "thrown"), vase, 0.09),
    (("mug", "tea"), mug, 0.06),
    (("plate", "meal", "dish", "supper", "dinner"), plate, 0.13),
    (("pear",), pear, 0.05),
    (("orange", "lemon", "citrus"), orange, 0.05),
    (("apple", "fruit", "lunch"), apple, 0.05),
    (("autumn", "leaves"), garland, 0.15),
)


FILLERS: tuple[tuple[Maker, float], ...] = (
    (vase, 0.09),
    (apple, 0.05),
    (books, 0.12),
    (mug, 0.06),
    (pear, 0.05),
    (bowl, 0.12),
    (plant, 0.12),
    (jar, 0.06),
)
