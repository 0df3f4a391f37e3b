"""Endless tries with damaged, hostile and odd files: what reading and rendering promise, for any bytes at all."""
