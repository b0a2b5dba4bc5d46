"""PDF papers drawn from frozen data."""
