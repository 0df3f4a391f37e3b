"""A small photo studio: meshes, materials and light, rendered by a path tracer, developed in a darkroom."""
