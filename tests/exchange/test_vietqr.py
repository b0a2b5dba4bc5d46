"""A transfer QR: its fields, its checksum, and read back by another decoder."""

from __future__ import annotations

import io

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ssdesk.domain.banks import BANKS, bank_of
from ssdesk.errors import UserError
from ssdesk.exchange.vietqr import Transfer, checksum, encode_transfer, plain_memo

SLIP = Transfer("970405", "1234567890", 683_100, "BHYT HS201024 00042")


def fields(text: str) -> dict[str, str]:
    found, place = {}, 0
    while place < len(text):
        size = int(text[place + 2 : place + 4])
        found[text[place : place + 2]] = text[place + 4 : place + 4 + size]
        place += 4 + size
    return found


def test_the_fields_are_those_of_vietqr() -> None:
    top = fields(encode_transfer(SLIP))
    assert (top["00"], top["01"], top["53"], top["54"], top["58"]) == (
        "01",
        "12",
        "704",
        "683100",
        "VN",
    )
    napas = fields(top["38"])
    assert (napas["00"], napas["02"]) == ("A000000727", "QRIBFTTA")
    assert fields(napas["01"]) == {"00": "970405", "01": "1234567890"}
    assert fields(top["62"]) == {"08": SLIP.memo}


def test_the_checksum_is_the_published_one() -> None:
    assert checksum(b"123456789") == 0x29B1
    text = encode_transfer(SLIP)
    assert int(text[-4:], 16) == checksum(text[:-4].encode())


def test_a_known_code_of_napas() -> None:
    # The example of NAPAS' own specification for a transfer to an account, without an amount's
    # and a memo's fields, has this checksum.
    body = (
        "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN6304"
    )
    assert f"{checksum(body.encode()):04X}" == "9E6F"


def test_another_decoder_reads_it_back() -> None:
    picture = io.BytesIO()
    text = encode_transfer(SLIP)
    segno.make(text, micro=False, mask=3).save(picture, kind="png", scale=4)
    (read,) = zxingcpp.read_barcodes(Image.open(picture).convert("L"))
    assert read.text == text


@pytest.mark.parametrize(
    ("text", "memo"),
    [
        ("BHYT – Đặng Hữu Phước, 10A1 (Đợt 1)", "BHYT DANG HUU PHUOC 10A1 DOT 1"),
        ("  a\tb ", "A B"),
        ("Ê Đê: H'Hen Niê", "E DE HHEN NIE"),
    ],
)
def test_a_memo_holds_what_every_bank_keeps(text: str, memo: str) -> None:
    assert plain_memo(text) == memo


@given(st.text(max_size=120))
def test_any_text_becomes_a_plain_memo(text: str) -> None:
    memo = plain_memo(text)
    assert len(memo) <= 50
    assert plain_memo(memo) == memo


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Transfer("97040", "1234567890", 1, "A"), "TRANSFER_ACCOUNT"),
        (Transfer("970405", "12 34", 1, "A"), "TRANSFER_ACCOUNT"),
        (Transfer("970405", "", 1, "A"), "TRANSFER_ACCOUNT"),
        (Transfer("970405", "1234567890", 0, "A"), "TRANSFER_AMOUNT"),
        (Transfer("970405", "1234567890", 10**12, "A"), "TRANSFER_AMOUNT"),
        (Transfer("970405", "1234567890", 1, ""), "TRANSFER_MEMO"),
        (Transfer("970405", "1234567890", 1, "Đợt 1"), "TRANSFER_MEMO"),
    ],
)
def test_what_no_bank_would_take_is_refused(wrong: Transfer, code: str) -> None:
    with pytest.raises(UserError, match=code):
        encode_transfer(wrong)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Agribank chi nhánh Lạng Sơn", "Agribank"),
        ("NH Nông nghiệp và PTNT Lạng Sơn", "Agribank"),
        ("Ngân hàng TMCP Sài Gòn Công thương", "Saigonbank"),
        ("VietinBank Đông Kinh", "VietinBank"),
        ("MB", "MB Bank"),
        ("BIDV", "BIDV"),
    ],
)
def test_a_free_text_names_its_bank(text: str, name: str) -> None:
    bank = bank_of(text)
    assert bank is not None
    assert bank.name == name


@pytest.mark.parametrize("text", ["", "Kho bạc Nhà nước", "ngân hàng", "SHB hoặc OCB"])
def test_an_unclear_bank_is_nobodys(text: str) -> None:
    assert bank_of(text) is None


def test_every_bank_has_its_own_number() -> None:
    assert len({bank.bin for bank in BANKS}) == len(BANKS)
    assert all(len(bank.bin) == 6 and bank.bin.isdigit() for bank in BANKS)
