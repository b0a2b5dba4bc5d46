"""The overview: where the school stands and what waits."""
