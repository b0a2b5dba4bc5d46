"""The inside of a bundle: a flat zip whose every byte the signed manifest answers for."""

from __future__ import annotations

import hashlib
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO

import msgspec

from ssdesk.domain.bundle import FORMAT, Manifest, PartSum
from ssdesk.errors import BadFile

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
MOST_CONTENT = 1_000_000_000

_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}")
_MOST_MANIFEST = 4_000_000
_SIGNATURE_BYTES = 64
# One moment for every entry: the same content packs to the same bytes.
_MOMENT = (2026, 1, 1, 0, 0, 0)


class _Format(msgspec.Struct):
    format: int


def encode_manifest(manifest: Manifest) -> bytes:
    """The exact bytes that are signed."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1)


def part_sum(name: str, content: bytes, rows: int = 0) -> PartSum:
    """What the manifest says of a part."""
    return PartSum(name, rows, len(content), hashlib.sha256(content).hexdigest())


def pack(manifest: bytes, signature: bytes, entries: Mapping[str, bytes]) -> bytes:
    """The zip with the manifest first, so that it can be read without the rest."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {MANIFEST: manifest, SIGNATURE: signature, **entries}.items():
            info = zipfile.ZipInfo(name, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()


class Archive:
    """An unsealed bundle; nothing in it is believed before the caller checked the signature."""

    def __init__(self, content: bytes, file: str) -> None:
        """Reads the manifest and its signature.

        Raises:
            BadFile: BUNDLE_CUT, BUNDLE_PATHS, BUNDLE_ALTERED, BUNDLE_NEWER.
        """
        self._file = file
        with self._reading():
            self._zip = zipfile.ZipFile(BytesIO(content))
            self._check_names()
        self.manifest_bytes = self._read(MANIFEST, _MOST_MANIFEST)
        self.signature = self._read(SIGNATURE, _SIGNATURE_BYTES)
        self.manifest = self._manifest()

    def _check_names(self) -> None:
        seen = set()
        for info in self._zip.infolist():
            link = stat.S_ISLNK(info.external_attr >> 16)
            if link or not _NAME.fullmatch(info.filename) or info.filename in seen:
                raise BadFile("BUNDLE_PATHS", file=self._file, value=info.filename[:100])
            seen.add(info.filename)

    def _manifest(self) -> Manifest:
        try:
            if msgspec.json.decode(self.manifest_bytes, type=_Format).format > FORMAT:
                raise BadFile("BUNDLE_NEWER", file=self._file)
            return msgspec.json.decode(self.manifest_bytes, type=Manifest)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise BadFile("BUNDLE_ALTERED", file=self._file, part=MANIFEST) from error

    def entries(self) -> Iterator[tuple[PartSum, bytes]]:
        """Each part and document with its bytes, as the manifest promises them.

        Raises:
            BadFile: BUNDLE_TOO_LARGE, BUNDLE_PART_MISSING, BUNDLE_ALTERED.
        """
        sums = (*self.manifest.parts, *self.manifest.documents)
        if sum(each.bytes for each in sums) > MOST_CONTENT:
            raise BadFile("BUNDLE_TOO_LARGE", file=self._file, limit=MOST_CONTENT // 1_000_000)
        promised = {MANIFEST, SIGNATURE, *(each.name for each in sums)}
        for name in self._zip.namelist():
            if name not in promised:
                raise BadFile("BUNDLE_ALTERED", file=self._file, part=name)
        for each in sums:
            content = self._read(each.name, each.bytes)
            if hashlib.sha256(content).hexdigest() != each.sha256:
                raise BadFile("BUNDLE_ALTERED", file=self._file, part=each.name)
            yield each, content

    def _read(self, name: str, most: int) -> bytes:
        with self._reading():
            try:
                with self._zip.open(name) as entry:
                    # One byte more than promised tells a bomb without unpacking it.
                    content = entry.read(most + 1)
            except KeyError as error:
                raise BadFile("BUNDLE_PART_MISSING", file=self._file, part=name) from error
        if len(content) > most:
            raise BadFile("BUNDLE_ALTERED", file=self._file, part=name)
        return content

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise BadFile("BUNDLE_CUT", file=self._file) from error
        except (RuntimeError, ValueError) as error:
            raise BadFile("BUNDLE_CUT", file=self._file) from error
