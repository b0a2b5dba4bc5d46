"""Households: who belongs to them, how they change, what their members pay."""
