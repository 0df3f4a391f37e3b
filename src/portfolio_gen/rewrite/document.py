"""A whole document as YAML, for a file that a program writes and people may read."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML


def yaml_of(document: Mapping[str, Any], remark: str) -> str:
    """The document under a remark, without anchors, of which some programs take only a hundred."""
    yaml = YAML(typ="rt", pure=True)
    yaml.width, yaml.allow_unicode = 110, True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.ignore_aliases = lambda *_: True
    out = io.StringIO()
    yaml.dump(dict(document), out)
    return "".join(f"# {line}\n" for line in remark.splitlines()) + out.getvalue()
