"""The program's own log: what happened and where, never to whom."""

from __future__ import annotations

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FILE = "ssdesk.log"
_MAX_BYTES = 1_000_000
_KEPT = 5
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
# Personal ids, insurance and card numbers and phones are all runs of at least nine digits,
# also when typed in groups.
_NUMBER = re.compile(r"\d(?:[ .\-]?\d){8,}")


class _NoPersonalData(logging.Formatter):
    """Writes a line and its traceback with long numbers struck out and without error texts."""

    def format(self, record: logging.LogRecord) -> str:
        return _NUMBER.sub("[…]", super().format(record))

    def formatException(self, ei: object) -> str:  # noqa: N802 - name of the standard library
        """The places of the error and its class: its text may carry a name."""
        if not isinstance(ei, tuple) or ei[1] is None:
            return ""
        error: BaseException = ei[1]
        lines = [type(error).__qualname__]
        trace = error.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            lines.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return "\n".join(lines)


def start(folder: Path) -> Path:
    """Write the log of `ssdesk` into `folder`, five old files of 1 MB kept.

    Returns:
        The file that is being written.
    """
    file = folder / _FILE
    handler = RotatingFileHandler(
        file, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(_NoPersonalData(_FORMAT))
    logger = logging.getLogger("ssdesk")
    stop()
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    logger.propagate = False
    return file


def stop() -> None:
    """Close the log's file."""
    logger = logging.getLogger("ssdesk")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.propagate = True
