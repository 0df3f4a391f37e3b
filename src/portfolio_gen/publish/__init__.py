"""Files to the public, all or nothing."""
