"""Whether the store says the truth."""

from __future__ import annotations

from ssdesk.domain.problems import Problem
from ssdesk.errors import StorageUnavailable
from ssdesk.services.context import Context
from ssdesk.storage import backup_files, backups, verify


def verify_desk(ctx: Context) -> tuple[Problem, ...]:
    """Looks at pages, links, audit and all money; nothing is changed.

    Returns:
        What is wrong, nothing where all holds.
    """
    reader = ctx.store.reader
    found = verify.basics(reader)
    if any(problem.code == "VERIFY_PAGES" for problem in found):
        return found
    found += verify.money(reader)
    for file in backup_files.list_in(backups.folder_of(ctx.store))[:1]:
        try:
            manifest = backup_files.read_manifest(file.path)
        except StorageUnavailable as error:
            return (*found, Problem("", error.code, error.params))
        found += verify.audit_holds(reader, manifest.audit_seq, manifest.audit_hash)
    return found
