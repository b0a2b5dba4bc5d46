"""Report definitions: tables, charts and checked totals."""
