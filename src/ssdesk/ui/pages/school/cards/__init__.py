"""The cards of the classes, and the office's lists of cards that come in."""
