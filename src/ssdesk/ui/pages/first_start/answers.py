"""What the first start asks, step by step, and the profile made of the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ssdesk.domain.desk import Budget, DeskKind, DeskProfile
from ssdesk.domain.problems import Problem
from ssdesk.services.passwords import check_password
from ssdesk.ui.forms.field import Field, FieldKind, FormValues

Choice = tuple[str, str]
CheckProfile = Callable[[DeskProfile], Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class Step:
    """One page of questions."""

    name: str
    title: str
    text: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class FirstStartAnswers:
    """All that is needed to make a desk."""

    profile: DeskProfile
    full_name: str
    login: str
    password: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstStart", text)


def steps(provinces: Sequence[Choice]) -> tuple[Step, ...]:
    """The steps with questions, in the window's language."""
    return (_school(provinces), _office(), _account(), _people(), _safety())


def _school(provinces: Sequence[Choice]) -> Step:
    budgets = (
        (Budget.LOCAL.value, _tr("Ngân sách địa phương")),
        (Budget.CENTRAL.value, _tr("Ngân sách trung ương")),
    )
    first = tuple((str(n), _tr("Lớp {grade}").format(grade=n)) for n in (1, 6, 10))
    last = tuple((str(n), _tr("Lớp {grade}").format(grade=n)) for n in (5, 9, 12))
    return Step(
        "school",
        _tr("Nhà trường"),
        _tr("Tên và địa chỉ sẽ in trên mọi phiếu thu và danh sách."),
        (
            Field("school_name", _tr("&Tên trường"), required=True, span=True,
                  placeholder=_tr("Trường THPT Chu Văn An")),
            Field("school_code", _tr("&Mã đơn vị (cơ quan BHXH cấp)"), required=True),
            Field("phone", _tr("Điện t&hoại của trường")),
            Field("address", _tr("Địa &chỉ"), required=True, span=True,
                  placeholder=_tr("Phường Đông Kinh, tỉnh Lạng Sơn")),
            Field("province_code", _tr("Tỉn&h, thành phố"), FieldKind.CHOICE, required=True,
                  choices=(("", _tr("Chọn…")), *provinces)),
            Field("budget", _tr("Ngân &sách hỗ trợ"), FieldKind.CHOICE, choices=budgets,
                  help=_tr("Trường do tỉnh quản lý: địa phương; do bộ quản lý: trung ương.")),
            Field("first_grade", _tr("&Lớp đầu cấp"), FieldKind.CHOICE, choices=first),
            Field("last_grade", _tr("Lớp c&uối cấp"), FieldKind.CHOICE, choices=last,
                  help=_tr("Thẻ của lớp cuối cấp có hạn đến hết 30/9 năm tốt nghiệp.")),
            Field("local_support", _tr("&Địa phương hỗ trợ thêm"), span=True,
                  placeholder=_tr("để trống nếu không có; 5% hoặc 10000 đồng mỗi tháng"),
                  help=_tr("Theo nghị quyết của HĐND tỉnh, nếu có.")),
        ),
    )  # fmt: skip


def _office() -> Step:
    return Step(
        "office",
        _tr("Cơ quan BHXH, nhân viên thu"),
        _tr("Ghi ở đầu Mẫu số 3 và trên phiếu thu."),
        (
            Field("office_name", _tr("&Cơ quan BHXH"), required=True, span=True,
                  placeholder=_tr("BHXH cơ sở Lạng Sơn")),
            Field("office_code", _tr("&Mã cơ quan BHXH")),
            Field("usual_hospital", _tr("Nơi &KCB thường đăng ký (mã 5 ký tự)"),
                  placeholder="20001", max_length=5,
                  help=_tr("Điền sẵn cho học sinh mới, sửa được từng em.")),
            Field("collector_name", _tr("&Nhân viên thu"), FieldKind.NAME, required=True),
            Field("collector_code", _tr("Mã nhân &viên thu")),
        ),
    )  # fmt: skip


def _account() -> Step:
    return Step(
        "account",
        _tr("Tài khoản chuyên thu"),
        _tr("Tài khoản của cơ quan BHXH mà trường chuyển tiền vào. Xem trên văn bản gửi trường."),
        (
            Field("account_number", _tr("&Số tài khoản"), placeholder="1234567890"),
            Field("account_name", _tr("&Tên tài khoản"), placeholder=_tr("BHXH tỉnh Lạng Sơn")),
            Field("bank_name", _tr("&Ngân hàng"), span=True,
                  placeholder=_tr("Agribank chi nhánh Lạng Sơn")),
            Field("parent_account_number", _tr("Số tài khoản phụ &huynh chuyển vào"),
                  help=_tr("Của trường, in trên giấy báo kèm mã QR. Trống: chỉ nộp tiền mặt.")),
            Field("parent_account_name", _tr("&Chủ tài khoản của trường")),
            Field("parent_bank_name", _tr("Ngân hàn&g của trường"), span=True),
        ),
    )  # fmt: skip


def _people() -> Step:
    return Step(
        "people",
        _tr("Người ký"),
        _tr("Tên in dưới chỗ ký; để trống thì in dòng chấm."),
        (
            Field("principal_name", _tr("&Hiệu trưởng"), FieldKind.NAME),
            Field("preparer_name", _tr("&Người lập"), FieldKind.NAME),
            Field("cashier_name", _tr("&Thủ quỹ"), FieldKind.NAME),
        ),
    )


def _safety() -> Step:
    return Step(
        "safety",
        _tr("Mật khẩu và sao lưu"),
        _tr("Dữ liệu được mã hóa bằng mật khẩu. Không ai mở được nếu thiếu mật khẩu hoặc phiếu "
            "khôi phục in ở bước sau."),
        (
            Field("full_name", _tr("&Họ tên của bạn"), FieldKind.NAME, required=True),
            Field("login", _tr("Tên đăng nhậ&p"), required=True, placeholder="van.thu",
                  max_length=40),
            Field("password", _tr("&Mật khẩu"), FieldKind.PASSWORD, required=True,
                  help=_tr("Ít nhất 8 ký tự; một câu dễ nhớ là tốt nhất.")),
            Field("password_again", _tr("Mật khẩu &lần nữa"), FieldKind.PASSWORD, required=True),
            Field("backup_folder", _tr("Thư mục &sao lưu"), FieldKind.FOLDER, span=True,
                  help=_tr("Nên là ổ đĩa khác hoặc thẻ nhớ luôn cắm. Để trống: sao lưu cạnh dữ "
                           "liệu.")),
        ),
    )  # fmt: skip


def check_step(step: Step, forms: Mapping[str, FormValues], check: CheckProfile) -> list[Problem]:
    """What else is wrong with the answers of a step, each at its own field."""
    names = {field.name for field in step.fields}
    found = [problem for problem in check(profile_of(forms)) if problem.field in names]
    if step.name == "safety":
        values = forms[step.name]
        password = values.text("password")
        found += check_password(password, values.text("login"))
        if not found and password != values.text("password_again"):
            found.append(Problem("password_again", "PASSWORDS_DIFFER"))
    return found


def profile_of(forms: Mapping[str, FormValues]) -> DeskProfile:
    """The profile that the forms describe so far."""
    texts = _texts(forms)
    return DeskProfile(
        kind=DeskKind.SCHOOL,
        budget=Budget(texts["budget"]),
        first_grade=int(texts["first_grade"]),
        last_grade=int(texts["last_grade"]),
        **{name: texts[name] for name in _PLAIN},
    )


def _texts(forms: Mapping[str, FormValues]) -> dict[str, str]:
    return {
        name: value
        for values in forms.values()
        for name, value in values.values.items()
        if isinstance(value, str)
    }


def answers_of(forms: Mapping[str, FormValues]) -> FirstStartAnswers:
    """The desk that the forms describe."""
    texts = _texts(forms)
    return FirstStartAnswers(
        profile_of(forms), texts["full_name"], texts["login"], texts["password"]
    )


_PLAIN = (
    "school_name", "school_code", "address", "province_code", "office_name", "office_code",
    "collector_name", "collector_code", "account_number", "account_name", "bank_name",
    "parent_account_number", "parent_account_name", "parent_bank_name",
    "usual_hospital", "principal_name", "preparer_name", "cashier_name", "phone",
    "local_support", "backup_folder",
)  # fmt: skip
