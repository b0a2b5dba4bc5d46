"""Files between desks and with Excel."""
