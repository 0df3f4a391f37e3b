"""Tools for those who work on the repository; never part of the installed package."""
