"""Models between frozen rows and the grid."""
