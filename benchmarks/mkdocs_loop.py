"""Builds MkDocs projects one after the other in one process; runs in the environment of the peers.

python benchmarks/mkdocs_loop.py MKDOCS_YML…
"""

from __future__ import annotations

import logging
import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config

logging.getLogger("mkdocs").setLevel(logging.WARNING)
for settings in sys.argv[1:]:
    config = load_config(settings)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
