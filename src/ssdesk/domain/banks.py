"""Banks that a transfer QR can name (NAPAS 247), and which of them a free text means."""

from __future__ import annotations

from dataclasses import dataclass

from ssdesk.domain.names import search_key


@dataclass(frozen=True, slots=True)
class Bank:
    """One bank by its 6-digit NAPAS number."""

    bin: str
    name: str
    also: tuple[str, ...] = ()


BANKS: tuple[Bank, ...] = (
    Bank("970405", "Agribank", ("VBARD", "Nông nghiệp")),
    Bank("970415", "VietinBank", ("Công thương", "CTG")),
    Bank("970418", "BIDV", ("Đầu tư và Phát triển",)),
    Bank("970436", "Vietcombank", ("VCB", "Ngoại thương")),
    Bank("970422", "MB Bank", ("MB", "Quân đội")),
    Bank("970449", "LPBank", ("LienVietPostBank", "Bưu điện Liên Việt", "Lộc Phát")),
    Bank("970416", "ACB", ("Á Châu",)),
    Bank("970407", "Techcombank", ("TCB", "Kỹ thương")),
    Bank("970432", "VPBank", ("Thịnh Vượng",)),
    Bank("970403", "Sacombank", ("STB", "Sài Gòn Thương Tín")),
    Bank("970423", "TPBank", ("Tiên Phong",)),
    Bank("970437", "HDBank", ("Phát triển TP.HCM",)),
    Bank("970441", "VIB", ("Quốc tế",)),
    Bank("970443", "SHB", ("Sài Gòn - Hà Nội",)),
    Bank("970431", "Eximbank", ("EIB", "Xuất nhập khẩu")),
    Bank("970426", "MSB", ("Hàng hải", "Maritime Bank")),
    Bank("970440", "SeABank", ("Đông Nam Á",)),
    Bank("970448", "OCB", ("Phương Đông",)),
    Bank("970425", "ABBANK", ("An Bình",)),
    Bank("970428", "Nam A Bank", ("Nam Á",)),
    Bank("970412", "PVcomBank", ("Đại chúng",)),
    Bank("970409", "BAC A BANK", ("Bắc Á",)),
    Bank("970454", "BVBank", ("Bản Việt", "Viet Capital Bank")),
    Bank("970429", "SCB", ("Ngân hàng Sài Gòn",)),
    Bank("970419", "NCB", ("Quốc dân",)),
    Bank("970452", "KienlongBank", ("Kiên Long",)),
    Bank("970427", "VietABank", ("Việt Á",)),
    Bank("970406", "Vikki Bank", ("DongA Bank", "Đông Á")),
    Bank("970400", "Saigonbank", ("Sài Gòn Công thương",)),
    Bank("970430", "PGBank", ("Thịnh vượng và Phát triển",)),
    Bank("970433", "VietBank", ("Việt Nam Thương Tín",)),
    Bank("970438", "BaoVietBank", ("Bảo Việt",)),
    Bank("970408", "GPBank", ("Dầu khí toàn cầu",)),
    Bank("970414", "MBV", ("OceanBank", "Đại Dương")),
    Bank("970444", "VCBNeo", ("CBBank", "Xây dựng")),
    Bank("970446", "Co-opBank", ("Hợp tác xã",)),
)


def bank_of(text: str) -> Bank | None:
    """The bank that a free text such as “Agribank chi nhánh Lạng Sơn” names, None where unclear.

    The longest name found in the text decides: Sài Gòn Công thương is not Công thương.
    """
    words = f" {search_key(text)} "
    found = [
        (len(name), bank)
        for bank in BANKS
        for name in map(search_key, (bank.name, *bank.also))
        if f" {name} " in words
    ]
    if not found:
        return None
    longest = max(length for length, _ in found)
    named = {bank for length, bank in found if length == longest}
    return named.pop() if len(named) == 1 else None
