"""Seeded demo schools: made-up people, real sums, built through the services."""
