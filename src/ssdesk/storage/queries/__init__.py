"""Read side: frozen rows for lists and reports."""
