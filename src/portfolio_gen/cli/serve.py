"""`portfolio-gen serve`."""
