"""A filled form as a file: paper to sign, or a sheet."""

from __future__ import annotations

from pathlib import Path

from ssdesk.documents.official_list import official_list_pdf
from ssdesk.domain.forms import FilledForm
from ssdesk.errors import UserError
from ssdesk.exchange.forms.official import write_form
from ssdesk.exchange.forms.vendor import write_vendor_sheet
from ssdesk.services.whole_files import write_whole


def write_file(form: FilledForm, file: Path) -> None:
    """Writes a filled form as the ending of the name says.

    Raises:
        UserError: FORM_FILE_KIND.
        OSError: the file cannot be written.
    """
    layout = form.layout
    ending = file.suffix.lower()
    kinds = (".xlsx", ".pdf") if layout.printed else (".xlsx",)
    if ending not in kinds:
        known = ", ".join(kinds)
        raise UserError("FORM_FILE_KIND", form=layout.name, file=file.name, kinds=known)
    if ending == ".pdf":
        write_whole(file, official_list_pdf(form))
    elif layout.printed:
        write_form(file, form)
    else:
        write_vendor_sheet(file, form)
