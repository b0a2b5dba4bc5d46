"""The frame around the pages: top bar, rail, status bar."""
