"""The pages of the school desk, in the order of the rail."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ssdesk.ui.pages import PageEntry
from ssdesk.ui.pages.school.bundles.page import BundlesPage
from ssdesk.ui.pages.school.cards.list_page import CardsInPage
from ssdesk.ui.pages.school.cards.page import CardsPage
from ssdesk.ui.pages.school.collection.page import CollectionPage
from ssdesk.ui.pages.school.declarations.page import DeclarationsPage
from ssdesk.ui.pages.school.lists.page import ListsPage
from ssdesk.ui.pages.school.money_on.page import MoneyOnPage
from ssdesk.ui.pages.school.overview.page import OverviewPage
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from ssdesk.ui.pages.school.receipts.page import ReceiptsPage
from ssdesk.ui.pages.school.reports.page import ReportsPage
from ssdesk.ui.pages.school.rollover.page import RolloverPage
from ssdesk.ui.pages.school.roster_in.page import RosterInPage
from ssdesk.ui.pages.school.stack.page import StackPage
from ssdesk.ui.pages.school.statement.page import StatementPage
from ssdesk.ui.pages.school.year_close.page import YearClosePage
from ssdesk.ui.pages.settings.settings_page import SettingsPage

# Add a page here when it works, in this order:
#   overview   "Tổng quan"     pupils     "Học sinh"     collection "Đợt thu"
#   receipts   "Phiếu thu"     money_on   "Nộp tiền"     lists      "Hồ sơ"
#   reports    "Báo cáo"       settings   "Cài đặt"
SCHOOL_PAGES: tuple[PageEntry, ...] = (
    PageEntry(OverviewPage, "overview", str(QT_TRANSLATE_NOOP("Pages", "Tổng quan"))),
    PageEntry(PupilsPage, "pupils", str(QT_TRANSLATE_NOOP("Pages", "Học sinh"))),
    PageEntry(
        RosterInPage, "pupils", str(QT_TRANSLATE_NOOP("Pages", "Nhập danh sách")), under="pupils"
    ),
    PageEntry(
        RolloverPage,
        "pupils",
        str(QT_TRANSLATE_NOOP("Pages", "Chuyển sang năm học mới")),
        under="pupils",
    ),
    PageEntry(CollectionPage, "collection", str(QT_TRANSLATE_NOOP("Pages", "Đợt thu"))),
    PageEntry(ReceiptsPage, "receipts", str(QT_TRANSLATE_NOOP("Pages", "Phiếu thu"))),
    PageEntry(
        StackPage,
        "receipts",
        str(QT_TRANSLATE_NOOP("Pages", "Nhập chồng biên lai")),
        under="receipts",
    ),
    PageEntry(MoneyOnPage, "money_on", str(QT_TRANSLATE_NOOP("Pages", "Nộp tiền"))),
    PageEntry(
        StatementPage,
        "money_on",
        str(QT_TRANSLATE_NOOP("Pages", "Sao kê ngân hàng")),
        under="money_on",
    ),
    PageEntry(ListsPage, "lists", str(QT_TRANSLATE_NOOP("Pages", "Hồ sơ"))),
    PageEntry(
        BundlesPage,
        "lists",
        str(QT_TRANSLATE_NOOP("Pages", "Gói gửi cơ quan BHXH")),
        under="lists",
    ),
    PageEntry(CardsPage, "lists", str(QT_TRANSLATE_NOOP("Pages", "Thẻ BHYT")), under="lists"),
    PageEntry(
        CardsInPage,
        "lists",
        str(QT_TRANSLATE_NOOP("Pages", "Nhận danh sách thẻ")),
        under="lists",
    ),
    PageEntry(
        DeclarationsPage,
        "lists",
        str(QT_TRANSLATE_NOOP("Pages", "Mẫu số 2")),
        under="lists",
    ),
    PageEntry(ReportsPage, "reports", str(QT_TRANSLATE_NOOP("Pages", "Báo cáo"))),
    PageEntry(
        YearClosePage,
        "reports",
        str(QT_TRANSLATE_NOOP("Pages", "Khóa sổ năm học")),
        under="reports",
    ),
    PageEntry(SettingsPage, "settings", str(QT_TRANSLATE_NOOP("Pages", "Cài đặt"))),
)
