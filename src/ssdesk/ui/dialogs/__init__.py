"""The few windows above the window."""
