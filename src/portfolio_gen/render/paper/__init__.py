"""The transcript on paper: the same blueprint as the page, as a PDF for portals, printers and archives."""
