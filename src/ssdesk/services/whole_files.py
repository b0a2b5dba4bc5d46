"""Files for people, written whole or not at all."""

from __future__ import annotations

from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Writes a file beside its place first, so that a full disk leaves the old one as it was.

    Raises:
        OSError: the file cannot be written; it bears the file's own name.
    """
    half = file.with_name(f".{file.name}.part")
    try:
        half.write_bytes(content)
        half.replace(file)
    except OSError as error:
        # A write that fails names no file, and nobody knows the half by its name.
        raise OSError(error.errno, error.strerror, str(file)) from error
    finally:
        half.unlink(missing_ok=True)
