"""The studio: things with materials, a lamp or a sky, a camera; out comes linear light, distance and coverage."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from .meshes import Mesh
from .sky import Sky, panorama, sky_colour
from .textures import colour
from .tracer import Array, Spec, mitsuba, rgb


@dataclass(frozen=True)
class Camera:
    """Where the photographer stands and looks; `blur` is the lens's opening in metres, `focus` the sharp distance."""

    at: Sequence[float]
    to: Sequence[float]
    angle: float = 38
    blur: float = 0.0
    focus: float | None = None


@dataclass
class Scene:
    """Things and lights put together before the picture is taken."""

    parts: list[tuple[Mesh, Spec]] = field(default_factory=list)
    extra: Spec = field(default_factory=dict)

    def add(self, material: Spec, *meshes: Mesh) -> None:
        """Put shapes of one material into the scene."""
        self.parts += [(mesh, material) for mesh in meshes]

    def lamp(
        self,
        at: Sequence[float],
        to: Sequence[float],
        size: tuple[float, float],
        light: str,
        power: float,
    ) -> None:
        """A glowing rectangle: a window or a soft box."""
        tracer = mitsuba()
        place = tracer.ScalarTransform4f().look_at(list(at), list(to), _up(at, to))
        place = place @ tracer.ScalarTransform4f().scale([size[0] / 2, size[1] / 2, 1])
        glow = {"type": "area", "radiance": rgb(colour(light) * power)}
        self.extra[f"lamp{len(self.extra)}"] = {
            "type": "rectangle",
            "to_world": place,
            "emitter": glow,
        }

    def sun(self, sky: Sky) -> None:
        """Hard light from the sky's sun, as a small disc far away so that shadows have soft rims."""
        towards = sky.sun()
        light = {
            "type": "directional",
            "direction": [float(-x) for x in towards],
            "irradiance": rgb(colour(sky.sun_colour) * sky.sun_power),
        }
        self.extra["sun"] = light

    def dome(self, picture: Array) -> None:
        """Light from all round, from a latitude–longitude picture."""
        tracer = mitsuba()
        turn = tracer.ScalarTransform4f().rotate([1, 0, 0], 90)
        bitmap = tracer.Bitmap(np.ascontiguousarray(picture, dtype=np.float32))
        self.extra["dome"] = {"type": "envmap", "bitmap": bitmap, "to_world": turn}

    def glow(self, light: str, power: float) -> None:
        """The same light from everywhere."""
        self.extra["glow"] = {"type": "constant", "radiance": rgb(colour(light) * power)}

    def many(
        self, material: Mapping[str, Spec], mesh_of: Mapping[str, Mesh], places: Sequence[Any]
    ) -> None:
        """One compound thing set down many times: a wood of one tree. `places` are 4×4 matrices."""
        tracer = mitsuba()
        name = f"group{len(self.extra)}"
        group: Spec = {"type": "shapegroup"}
        for key, mesh in mesh_of.items():
            group[key] = _shape(mesh, material[key])
        self.extra[name] = group
        for i, place in enumerate(places):
            self.extra[f"{name}-{i}"] = {
                "type": "instance",
                "to_world": tracer.ScalarTransform4f(np.asarray(place, dtype=np.float64)),
                "g": {"type": "ref", "id": name},
            }


@dataclass(frozen=True)
class Shot:
    """What the camera saw: linear light, distance in metres (inf for sky) and coverage."""

    light: Array
    distance: Array
    cover: Array
    directions: Array


def shoot(
    scene: Scene,
    camera: Camera,
    size: tuple[int, int],
    seed: int,
    samples: int = 16,
    bounces: int = 6,
) -> Shot:
    """Render the scene; the noise is removed with the surfaces' own colours and directions as a guide."""
    tracer = mitsuba()
    spec: Spec = {
        "type": "scene",
        "integrator": _integrator(bounces),
        "sensor": _sensor(camera, size, samples),
    }
    spec |= scene.extra
    for i, (mesh, material) in enumerate(scene.parts):
        spec[f"thing{i}"] = _shape(mesh, material)
    made = tracer.load_dict(spec, parallel=False)
    seen = np.array(tracer.render(made, spp=samples, seed=seed), dtype=np.float32)
    light, cover = seen[..., :3], seen[..., 3].astype(float)
    albedo, normal, depth = seen[..., 4:7], seen[..., 7:10], seen[..., 10].astype(float)
    clean = denoised(
        np.nan_to_num(light), np.clip(np.nan_to_num(albedo), 0, 1), np.nan_to_num(normal)
    )
    safe = np.maximum(cover, 1e-4)
    depth = np.where(cover > 0.02, depth / safe, np.inf)
    return Shot(clean.astype(float), depth, np.clip(cover, 0, 1), rays(camera, size))


def denoised(light: Array, albedo: Array, normal: Array) -> Array:
    """Intel's open image denoiser over the rendered light."""
    import pyoidn

    inputs = {"color": light, "albedo": albedo, "normal": normal}
    buffers = {
        name: np.ascontiguousarray(value, dtype=np.float32) for name, value in inputs.items()
    }
    out = np.zeros_like(buffers["color"])
    with pyoidn.Device(pyoidn.OIDN_DEVICE_TYPE_CPU) as device:
        device.commit()
        with pyoidn.Filter(device, "RT") as run:
            for name, value in buffers.items():
                run.set_image(name, value, pyoidn.OIDN_FORMAT_FLOAT3)
            run.set_image("output", out, pyoidn.OIDN_FORMAT_FLOAT3)
            run.set_bool("hdr", True)
            run.commit()
            run.execute()
    return out


def with_sky(
    shot: Shot, sky: Sky, rng: np.random.Generator, haze: float = 0.0, haze_tint: str | None = None
) -> Array:
    """Put the sky behind, and air between: things fade into the horizon's light over `haze` metres."""
    behind = sky_colour(sky, shot.directions, rng)
    light = shot.light
    if haze:
        air = _air(sky, shot.directions, haze_tint)
        through = np.exp(-np.where(np.isfinite(shot.distance), shot.distance, 0) / haze)[..., None]
        light = light * through + air * (1 - through) * shot.cover[..., None]
    return np.asarray(light + behind * (1 - shot.cover[..., None]))


def _air(sky: Sky, directions: Array, tint: str | None) -> Array:
    towards = np.clip((directions * sky.sun()).sum(-1), -1, 1)
    base = colour(tint or sky.horizon) * 0.9
    near_sun = (np.exp((towards - 1) * 4) * 0.6 * sky.glow)[..., None] * colour(sky.sun_colour)
    return np.asarray((base + near_sun) * sky.brightness)


def lit_by(scene: Scene, sky: Sky, rng: np.random.Generator, fill: float = 1.0) -> None:
    """Light a scene outdoors: dome and sun of one sky."""
    scene.dome(panorama(sky, rng) * fill)
    scene.sun(sky)


def rays(camera: Camera, size: tuple[int, int]) -> Array:
    """The direction in which each pixel looks."""
    width, height = size
    forward = np.array(camera.to, dtype=float) - np.array(camera.at, dtype=float)
    forward /= np.linalg.norm(forward)
    right = np.cross(forward, [0, 0, 1])
    right /= np.linalg.norm(right)
    up = np.cross(right, forward)
    half = np.tan(np.radians(camera.angle) / 2)
    x = ((np.arange(width) + 0.5) / width * 2 - 1) * half
    y = (1 - (np.arange(height) + 0.5) / height * 2) * half
    x, y = x * min(1, width / height), y * min(1, height / width)
    out = forward + x[None, :, None] * right + y[:, None, None] * up
    return np.asarray(out / np.linalg.norm(out, axis=-1, keepdims=True))


def _up(at: Sequence[float], to: Sequence[float]) -> list[float]:
    along = np.array(to, dtype=float) - np.array(at, dtype=float)
    return [0, 1, 0] if abs(along[2]) > 0.98 * np.linalg.norm(along) else [0, 0, 1]


def _integrator(bounces: int) -> Spec:
    path = {"type": "path", "max_depth": bounces, "hide_emitters": True}
    return {"type": "aov", "aovs": "albedo:albedo,normal:sh_normal,depth:depth", "img": path}


def _sensor(camera: Camera, size: tuple[int, int], samples: int) -> Spec:
    tracer = mitsuba()
    place = tracer.ScalarTransform4f().look_at(
        list(camera.at), list(camera.to), _up(camera.at, camera.to)
    )
    out: Spec = {
        "type": "perspective",
        "fov": camera.angle,
        "fov_axis": "larger",
        "to_world": place,
        "near_clip": 0.01,
        "far_clip": 50000.0,
        "film": {
            "type": "hdrfilm",
            "width": size[0],
            "height": size[1],
            "pixel_format": "rgba",
            "rfilter": {"type": "box"},
        },
        "sampler": {"type": "independent", "sample_count": samples},
    }
    if camera.blur:
        sharp = camera.focus or float(np.linalg.norm(np.array(camera.to) - np.array(camera.at)))
        out |= {"type": "thinlens", "aperture_radius": camera.blur, "focus_distance": sharp}
    return out


def _shape(mesh: Mesh, material: Spec) -> Spec:
    """Hand a mesh to the tracer through its own file format."""
    tracer = mitsuba()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mesh.ply"
        _write_ply(path, mesh)
        made = tracer.load_dict(
            {"type": "ply", "filename": str(path), "face_normals": mesh.flat, "bsdf": material}
        )
    if mesh.colours is not None:
        made.add_attribute(
            "vertex_color", 3, np.clip(mesh.colours, 0, 1).astype(np.float32).ravel()
        )
    return made  # type: ignore[no-any-return]


def _write_ply(path: Path, mesh: Mesh) -> None:
    head = (
        f"ply\nformat binary_little_endian 1.0\nelement vertex {len(mesh.points)}\n"
        "property float x\nproperty float y\nproperty float z\nproperty float u\nproperty float v\n"
        f"element face {len(mesh.faces)}\nproperty list uchar int vertex_indices\nend_header\n"
    )
    corners = np.column_stack([mesh.points, mesh.uv]).astype("<f4")
    faces = np.zeros(len(mesh.faces), dtype=[("n", "u1"), ("i", "<i4", 3)])
    faces["n"], faces["i"] = 3, mesh.faces
    path.write_bytes(head.encode() + corners.tobytes() + faces.tobytes())
