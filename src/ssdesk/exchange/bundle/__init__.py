"""Sealed files between desks: sealing, signing, packing, and the desk card."""
