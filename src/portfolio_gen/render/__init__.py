"""Blueprints to files, one site per worker."""
