"""The path tracer itself, opened once."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


Spec = dict[str, Any]


@cache
def mitsuba() -> Any:
    """The path tracer; with a newer LLVM on the machine (Debian: libllvm19) five times as fast."""
    import drjit
    import mitsuba as tracer

    compilers = sorted(Path("/usr/lib").glob("*/libLLVM-1[6-9].so"))
    if compilers:
        os.environ.setdefault("DRJIT_LIBLLVM_PATH", str(compilers[-1]))
    tracer.set_variant("llvm_ad_rgb" if compilers else "scalar_rgb")
    tracer.set_log_level(tracer.LogLevel.Error)
    drjit.set_thread_count(1)  # light that arrives in another order adds up to another last digit
    return tracer


def rgb(value: Array) -> Spec:
    """A linear colour, as the tracer wants it."""
    return {"type": "rgb", "value": [float(x) for x in value]}


def bitmap(picture: Array) -> Any:
    """A picture as a texture."""
    return mitsuba().Bitmap(np.ascontiguousarray(np.clip(picture, 0, 1), dtype=np.float32))
