"""Settings of the desk and of the person, the same on every desk."""
