"""The grid with Excel's habits."""
