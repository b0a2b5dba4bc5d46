"""Forms made of lists of fields."""
