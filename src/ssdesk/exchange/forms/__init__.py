"""Official lists as XLSX, and the sheet that another vendor's program takes in."""
