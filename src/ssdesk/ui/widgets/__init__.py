"""The parts a page is put together from."""
