"""The first start: a desk says what it is."""
