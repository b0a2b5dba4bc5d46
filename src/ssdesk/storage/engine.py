"""SQLite with encryption under sqlite-utils, imported the one right way."""

from __future__ import annotations

import sys

import sqlcipher3
import sqlcipher3.dbapi2 as dbapi

# sqlite-utils picks pysqlite3 when it finds it, and its except-branches must know
# SQLCipher's exceptions; it also imports pandas if it can, half a second at start.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi
_heavy = {name: sys.modules.pop(name, None) for name in ("pandas", "numpy")}
for _name in _heavy:
    sys.modules[_name] = None  # type: ignore[assignment]
import sqlite_utils  # noqa: E402

for _name, _module in _heavy.items():
    sys.modules.pop(_name)
    if _module is not None:
        sys.modules[_name] = _module

__all__ = ["dbapi", "sqlite_utils"]
