"""Files between desks: desk cards, what is sent, what is taken in, and the answers to it."""
