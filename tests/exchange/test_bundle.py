"""A sealed bundle: opened whole by its addressee, refused by name in every other case."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pyrage
import pytest

from ssdesk.domain.bundle import DeskCard, Manifest, MoneySum, Party, Purpose, Totals, Version
from ssdesk.domain.desk import DeskKind
from ssdesk.domain.records import ClassRecord, PaymentRecord, PersonRecord, Sent
from ssdesk.errors import BadFile
from ssdesk.exchange.bundle.archive import encode_manifest, pack
from ssdesk.exchange.bundle.bundle import OpenedBundle, open_bundle, seal_bundle
from ssdesk.exchange.bundle.card import decode_card, encode_card, fingerprint
from ssdesk.exchange.bundle.envelope import seal, unseal
from ssdesk.exchange.bundle.keys import DeskKeys, new_keys

SCHOOL = Party("school-id", DeskKind.SCHOOL, "TH0123", "Trường THPT Chu Văn An")
OFFICE = Party("office-id", DeskKind.OFFICE, "02000", "BHXH cơ sở Lạng Sơn")
SCHOOL_KEYS, OFFICE_KEYS, STRANGER_KEYS = new_keys(), new_keys(), new_keys()
FILE = "TH0123-1-0001-20261001.ssdesk"
V1 = Version(1, 1)

PERSON = PersonRecord(
    "H'Hen Niê", "2010-09", "F", "020310000012", "", "", "", "Ê Đê", "", "20001", ""
)
PAID = PaymentRecord("r1", "e1", "p1", "HI", 683_100, "cash", date(2026, 9, 20))
RECORDS = (
    Sent("person", "p1", V1, PERSON),
    Sent("school_class", "c1", V1, ClassRecord("2026-2027", "10A1", 10, "10A1")),
    Sent("cover", "gone", V1, None),
    Sent("payment", "m1", V1, PAID),
    Sent("payment", "m2", V1, replace(PAID, amount=-683_100)),
    Sent("payment", "m3", V1, replace(PAID, amount=512_325, tender="transfer")),
)
DOCUMENTS = {"mau-so-3-1.pdf": b"%PDF-1.7 " + b"x" * 500, "mau-so-3-1.xlsx": b"PK sheet"}


def head(**changes: object) -> Manifest:
    manifest = Manifest(
        format=1,
        purpose=Purpose.SUBMISSION,
        sender=SCHOOL,
        addressee=OFFICE,
        version=V1,
        previous_sha256="",
        supersedes=(),
        period="2026-2027",
        rule_pack="2026.2",
        program="0.2.0",
        made_at=datetime(2026, 10, 1, 9, 30),
        parts=(),
        documents=(),
        totals=Totals(),
    )
    return replace(manifest, **changes)  # type: ignore[arg-type]


def card_of(party: Party, keys: DeskKeys) -> DeskCard:
    return decode_card(encode_card(party, keys, date(2026, 9, 1)).encode(), "card")


def sender_of(manifest: Manifest) -> tuple[str, ...]:
    return (SCHOOL_KEYS.sign_key,) if manifest.sender.desk_id == SCHOOL.desk_id else ()


def made(manifest: Manifest | None = None, records: tuple[Sent, ...] = RECORDS) -> bytes:
    office = card_of(OFFICE, OFFICE_KEYS)
    return seal_bundle(manifest or head(), records, DOCUMENTS, SCHOOL_KEYS, office.seal_key).content


def opened(content: bytes, keys: DeskKeys = OFFICE_KEYS, desk: str = "office-id") -> OpenedBundle:
    return open_bundle(content, FILE, (keys,), desk, sender_of)


def code_of(content: bytes, keys: DeskKeys = OFFICE_KEYS, desk: str = "office-id") -> str:
    with pytest.raises(BadFile) as refused:
        opened(content, keys, desk)
    assert refused.value.params["file"] == FILE
    return refused.value.code


def entries_of(content: bytes) -> dict[str, bytes]:
    inside = unseal(content, (OFFICE_KEYS,), FILE)
    with zipfile.ZipFile(io.BytesIO(inside)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sealed_again(inside: bytes) -> bytes:
    return seal(inside, (OFFICE_KEYS.seal_key,))


def repacked(entries: dict[str, bytes]) -> bytes:
    manifest, signature = entries.pop("manifest.json"), entries.pop("manifest.sig")
    return sealed_again(pack(manifest, signature, entries))


def resigned(manifest: Manifest, entries: dict[str, bytes]) -> bytes:
    signed = encode_manifest(manifest)
    rest = {name: each for name, each in entries.items() if not name.startswith("manifest.")}
    return sealed_again(pack(signed, SCHOOL_KEYS.sign(signed), rest))


def test_the_addressee_reads_what_was_sent() -> None:
    bundle = opened(made())
    assert bundle.records == RECORDS
    assert bundle.documents == DOCUMENTS
    totals = bundle.manifest.totals
    assert (totals.people, totals.amount) == (1, 512_325)
    assert totals.money == (MoneySum("HI", "cash", 0), MoneySum("HI", "transfer", 512_325))


def test_the_sender_can_reopen_what_it_sent() -> None:
    bundle = opened(made(), SCHOOL_KEYS, "school-id")
    assert bundle.records == RECORDS


def test_a_retired_key_still_opens_old_bundles() -> None:
    bundle = open_bundle(made(), FILE, (STRANGER_KEYS, OFFICE_KEYS), "office-id", sender_of)
    assert bundle.records == RECORDS


def test_names_reach_us_composed() -> None:
    decomposed = "Nguyễn Văn Dũng"
    record = replace(PERSON, full_name=decomposed)
    bundle = opened(made(records=(Sent("person", "p1", V1, record),)))
    received = bundle.records[0].record
    assert isinstance(received, PersonRecord)
    assert received.full_name == "Nguyễn Văn Dũng"


def test_the_file_is_named_without_anybodys_name() -> None:
    assert head().file_name == "TH0123-1-0001-20261001.ssdesk"
    assert head(purpose=Purpose.ANSWER).file_name == "TH0123-1-0001-20261001-tra-loi.ssdesk"


def test_others_cannot_open_it() -> None:
    assert code_of(made(), STRANGER_KEYS) == "BUNDLE_NOT_FOR_US"


def test_a_bundle_sealed_for_us_but_addressed_elsewhere_is_refused() -> None:
    assert code_of(made(), desk="another-office") == "BUNDLE_NOT_FOR_US"


def test_an_unknown_sender_is_named() -> None:
    other = Party("other-id", DeskKind.SCHOOL, "TH9", "Trường Khác")
    with pytest.raises(BadFile) as refused:
        opened(made(head(sender=other)))
    assert refused.value.code == "BUNDLE_SENDER_UNKNOWN"
    assert refused.value.params["sender"] == "Trường Khác"


def test_a_signature_by_another_key_is_refused() -> None:
    office = card_of(OFFICE, OFFICE_KEYS)
    forged = seal_bundle(head(), RECORDS, DOCUMENTS, STRANGER_KEYS, office.seal_key)
    assert code_of(forged.content) == "BUNDLE_SIGNATURE_WRONG"


def test_a_changed_part_is_refused() -> None:
    entries = entries_of(made())
    entries["payment.ndjson"] = entries["payment.ndjson"].replace(b"512325", b"512326")
    assert code_of(repacked(entries)) == "BUNDLE_ALTERED"


def test_a_changed_document_is_refused() -> None:
    entries = entries_of(made())
    entries["mau-so-3-1.pdf"] += b" "
    assert code_of(repacked(entries)) == "BUNDLE_ALTERED"


def test_a_changed_manifest_is_refused() -> None:
    entries = entries_of(made())
    entries["manifest.json"] = entries["manifest.json"].replace(b"512325", b"512326")
    assert code_of(repacked(entries)) == "BUNDLE_SIGNATURE_WRONG"


def test_a_missing_part_is_named() -> None:
    entries = entries_of(made())
    del entries["person.ndjson"]
    assert code_of(repacked(entries)) == "BUNDLE_PART_MISSING"


def test_a_part_that_the_manifest_does_not_know_is_refused() -> None:
    entries = entries_of(made())
    entries["extra.ndjson"] = b"{}"
    assert code_of(repacked(entries)) == "BUNDLE_ALTERED"


def test_totals_that_disagree_with_the_rows_are_refused() -> None:
    content = made()
    wrong = replace(opened(content).manifest, totals=Totals(people=2))
    assert code_of(resigned(wrong, entries_of(content))) == "BUNDLE_TOTALS_DISAGREE"


def test_a_row_count_that_disagrees_is_refused() -> None:
    content = made()
    manifest = opened(content).manifest
    parts = tuple(replace(each, rows=each.rows + 1) for each in manifest.parts)
    assert code_of(resigned(replace(manifest, parts=parts), entries_of(content))) == (
        "BUNDLE_TOTALS_DISAGREE"
    )


def test_a_newer_format_asks_for_an_update() -> None:
    assert code_of(made(head(format=2))) == "BUNDLE_NEWER"


def test_a_record_newer_than_its_bundle_is_refused() -> None:
    record = replace(RECORDS[0], version=Version(1, 2))
    assert code_of(made(records=(record,))) == "BUNDLE_ROW_MALFORMED"


def test_the_same_record_twice_is_refused() -> None:
    assert code_of(made(records=(RECORDS[0], RECORDS[0]))) == "BUNDLE_ROW_MALFORMED"


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "a/b", "A.ndjson", "x" * 200, ".hid"])
def test_paths_are_refused(name: str) -> None:
    entries = {**entries_of(made()), name: b"x"}
    assert code_of(repacked(entries)) == "BUNDLE_PATHS"


def test_links_are_refused() -> None:
    inside = io.BytesIO(unseal(made(), (OFFICE_KEYS,), FILE))
    with zipfile.ZipFile(inside, "a") as archive:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert code_of(sealed_again(inside.getvalue())) == "BUNDLE_PATHS"


def test_a_bomb_is_refused_by_what_its_manifest_says() -> None:
    content = made()
    entries = entries_of(content)
    entries["person.ndjson"] = b"\n" * 50_000_000
    assert code_of(repacked(entries)) == "BUNDLE_ALTERED"


def test_a_manifest_that_promises_too_much_is_refused_unread() -> None:
    content = made()
    manifest = opened(content).manifest
    parts = tuple(replace(each, bytes=2_000_000_000) for each in manifest.parts)
    wrong = resigned(replace(manifest, parts=parts), entries_of(content))
    assert code_of(wrong) == "BUNDLE_TOO_LARGE"


@pytest.mark.parametrize("content", [b"", b"age-", b"PK\x03\x04 a zip", b"hello", b"\0" * 400])
def test_other_files_are_refused(content: bytes) -> None:
    assert code_of(content) in {"BUNDLE_NOT_OURS", "BUNDLE_CUT"}


def test_what_is_sealed_but_no_bundle_is_refused() -> None:
    assert code_of(sealed_again(b"no zip at all")) == "BUNDLE_CUT"
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    assert code_of(sealed_again(empty.getvalue())) == "BUNDLE_PART_MISSING"


def test_every_cut_and_every_flipped_bit_is_refused() -> None:
    _damage(flips=150, cuts=150)


@pytest.mark.nightly
def test_no_damage_of_many_thousand_passes() -> None:
    _damage(flips=10_000, cuts=1_000)


def _damage(flips: int, cuts: int) -> None:
    content, dice = made(), random.Random(3)
    for _ in range(flips):
        flipped = bytearray(content)
        flipped[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        _refused(content, bytes(flipped))
    for _ in range(cuts):
        _refused(content, content[: dice.randrange(len(content))])


def _refused(content: bytes, damaged: bytes) -> None:
    if not _is_grease(content, damaged):
        with pytest.raises(BadFile):
            opened(damaged)


@pytest.mark.nightly
def test_a_bundle_of_seventy_thousand_people_opens() -> None:
    people = tuple(Sent("person", f"p{at}", V1, PERSON) for at in range(70_000))
    content = made(records=people)
    assert opened(content).manifest.totals.people == 70_000


def _is_grease(content: bytes, damaged: bytes) -> bool:
    """Whether age itself finds the damaged file as good as the whole one."""
    try:
        return bool(
            pyrage.decrypt(damaged, [pyrage.x25519.Identity.from_str(OFFICE_KEYS.seal_secret)])
            == unseal(content, (OFFICE_KEYS,), FILE)
        )
    except pyrage.DecryptError:
        return False


def test_a_desk_card_comes_back_as_it_was() -> None:
    card = card_of(SCHOOL, SCHOOL_KEYS)
    assert card.party == SCHOOL
    assert card.made_on == date(2026, 9, 1)
    assert (card.seal_key, card.sign_key) == (SCHOOL_KEYS.seal_key, SCHOOL_KEYS.sign_key)


def test_the_fingerprint_is_eight_words_of_the_keys() -> None:
    card = card_of(SCHOOL, SCHOOL_KEYS)
    words = fingerprint(card).split()
    assert len(words) == 8
    assert fingerprint(replace(card, made_on=date(2027, 1, 1))).split() == words
    assert fingerprint(card_of(SCHOOL, STRANGER_KEYS)).split() != words


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: "", "CARD_NOT_OURS"),
        (lambda text: "xin chào", "CARD_NOT_OURS"),
        (lambda text: text * 20, "CARD_NOT_OURS"),
        (lambda text: text.replace("|1|", "|2|", 1), "CARD_NEWER"),
        (lambda text: text[:-1], "CARD_ALTERED"),
        (lambda text: text.rpartition("|")[0], "CARD_ALTERED"),
        (lambda text: text.replace("Chu Văn An", "Chu Văn Ăn"), "CARD_ALTERED"),
        (lambda text: text.replace("|school|", "|bank|"), "CARD_ALTERED"),
        (lambda text: text.replace("2026-09-01", "2026-13-01"), "CARD_ALTERED"),
        (lambda text: text.replace(SCHOOL_KEYS.seal_key, OFFICE_KEYS.seal_key), "CARD_ALTERED"),
        (lambda text: text.replace("age1", "age9"), "CARD_ALTERED"),
    ],
)
def test_a_spoilt_card_is_refused(change, code: str) -> None:
    text = change(encode_card(SCHOOL, SCHOOL_KEYS, date(2026, 9, 1)))
    with pytest.raises(BadFile) as refused:
        decode_card(text.encode(), "the.ssdesk-card")
    assert refused.value.code == code


def test_a_name_with_the_separator_does_not_break_the_card() -> None:
    party = replace(SCHOOL, name="Trường A|B")
    assert card_of(party, SCHOOL_KEYS).party.name == "Trường A B"
