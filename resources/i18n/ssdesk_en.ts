<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
    <context>
        <name>AccountsSection</name>
        <message>
            <source>&amp;Họ tên</source>
            <translation>Full &amp;name</translation>
        </message>
        <message>
            <source>&amp;Lập phiếu mới</source>
            <translation>&amp;Make a new sheet</translation>
        </message>
        <message>
            <source>&amp;Ngừng</source>
            <translation>&amp;Disable</translation>
        </message>
        <message>
            <source>&amp;Ngừng hoặc mở lại</source>
            <translation>&amp;Disable or enable</translation>
        </message>
        <message>
            <source>&amp;Thêm</source>
            <translation>&amp;Add</translation>
        </message>
        <message>
            <source>&amp;Thêm tài khoản</source>
            <translation>&amp;Add account</translation>
        </message>
        <message>
            <source>&amp;Vai trò</source>
            <translation>&amp;Role</translation>
        </message>
        <message>
            <source>Họ tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Lập phiếu khôi phục mới</source>
            <translation>Make a new recovery sheet</translation>
        </message>
        <message>
            <source>Mã trên phiếu cũ sẽ hết hiệu lực ngay. In phiếu mới và hủy phiếu cũ.</source>
            <translation>The code on the old sheet stops working at once. Print the new sheet and destroy the old one.</translation>
        </message>
        <message>
            <source>Mật khẩu &amp;hiện tại</source>
            <translation>&amp;Current password</translation>
        </message>
        <message>
            <source>Mật khẩu mớ&amp;i</source>
            <translation>New p&amp;assword</translation>
        </message>
        <message>
            <source>Mật khẩu mới &amp;lần nữa</source>
            <translation>New password a&amp;gain</translation>
        </message>
        <message>
            <source>Mỗi người một tài khoản: mọi khoản thu và sửa đổi đều ghi tên người làm.</source>
            <translation>One account per person: every payment and change carries the name of who made it.</translation>
        </message>
        <message>
            <source>Mở lại tài khoản</source>
            <translation>Enable the account again</translation>
        </message>
        <message>
            <source>Ngừng tài khoản</source>
            <translation>Disable the account</translation>
        </message>
        <message>
            <source>Phiếu khôi phục</source>
            <translation>Recovery sheet</translation>
        </message>
        <message>
            <source>Phiếu khôi phục mớ&amp;i</source>
            <translation>New recovery &amp;sheet</translation>
        </message>
        <message>
            <source>Thêm tài khoản</source>
            <translation>Add account</translation>
        </message>
        <message>
            <source>Trạng thái</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Tài khoản</source>
            <translation>Accounts</translation>
        </message>
        <message>
            <source>Tên đăng nhậ&amp;p</source>
            <translation>&amp;Login</translation>
        </message>
        <message>
            <source>Tên đăng nhập</source>
            <translation>Login</translation>
        </message>
        <message>
            <source>Vai trò</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>{name} sẽ không mở được bàn làm việc nữa; việc đã làm vẫn giữ tên.</source>
            <translation>{name} will no longer open the desk; what was done keeps the name.</translation>
        </message>
        <message>
            <source>Đã lưu tài khoản {login}</source>
            <translation>Saved account {login}</translation>
        </message>
        <message>
            <source>Đã đổi mật khẩu</source>
            <translation>Password changed</translation>
        </message>
        <message>
            <source>Đặt lại mật &amp;khẩu</source>
            <translation>&amp;Reset password</translation>
        </message>
        <message>
            <source>Đặt lại mật khẩu của {name}</source>
            <translation>Reset the password of {name}</translation>
        </message>
        <message>
            <source>Đổi &amp;mật khẩu của tôi</source>
            <translation>Change &amp;my password</translation>
        </message>
        <message>
            <source>Đổi mật khẩu</source>
            <translation>Change password</translation>
        </message>
        <message>
            <source>đang dùng</source>
            <translation>in use</translation>
        </message>
        <message>
            <source>đã ngừng</source>
            <translation>disabled</translation>
        </message>
    </context>
    <context>
        <name>AppearanceSection</name>
        <message>
            <source>&amp;Sáng</source>
            <translation>&amp;Light</translation>
        </message>
        <message>
            <source>&amp;Tối</source>
            <translation>&amp;Dark</translation>
        </message>
        <message>
            <source>Chỉ đổi trên máy này; thay đổi có hiệu lực ngay.</source>
            <translation>Only on this machine; every change shows at once.</translation>
        </message>
        <message>
            <source>Cỡ chữ</source>
            <translation>Text size</translation>
        </message>
        <message>
            <source>Giao diện</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Màu</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>Ngôn ngữ</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Tương &amp;phản cao</source>
            <translation>High &amp;contrast</translation>
        </message>
    </context>
    <context>
        <name>BackupsSection</name>
        <message>
            <source>Dung lượng</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>Lúc</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Sao lưu</source>
            <translation>Backup</translation>
        </message>
        <message>
            <source>Sao lưu n&amp;gay</source>
            <translation>Back up &amp;now</translation>
        </message>
        <message>
            <source>Tệp</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Tự động mỗi 30 phút khi có thay đổi và mỗi lần đóng; mỗi bản đều được mở thử. Khôi phục: ở màn hình bắt đầu của máy mới, chọn “Khôi phục từ bản sao lưu”.</source>
            <translation>Automatic every 30 minutes when something changed and at each close; every backup is opened as a trial. To restore: on the first screen of the new machine choose “Restore from a backup”.</translation>
        </message>
        <message>
            <source>Vì sao</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>bấm sao lưu</source>
            <translation>by hand</translation>
        </message>
        <message>
            <source>khi đóng</source>
            <translation>at close</translation>
        </message>
        <message>
            <source>theo lịch</source>
            <translation>on schedule</translation>
        </message>
        <message>
            <source>trước khi nâng cấp</source>
            <translation>before an upgrade</translation>
        </message>
        <message>
            <source>Đã sao lưu và mở thử thành công</source>
            <translation>Backed up and opened as a trial</translation>
        </message>
    </context>
    <context>
        <name>BundleWords</name>
        <message>
            <source>&amp;Kèm {n} danh sách năm học {years}</source>
            <translation>Also ta&amp;ke lists of {years}: {n}</translation>
        </message>
        <message>
            <source>Chi tiết</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Chưa gửi, nhưng gói này chỉ mang danh sách của năm học {year} đang xem.</source>
            <translation>Not sent yet, but this bundle carries only lists of {year}, the school year shown.</translation>
        </message>
        <message>
            <source>Cơ quan BHXH trả lời</source>
            <translation>The office says</translation>
        </message>
        <message>
            <source>Dòng</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Mọi thay đổi</source>
            <translation>All changes</translation>
        </message>
        <message>
            <source>Ngày</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Người mới hoặc sửa</source>
            <translation>People new or changed</translation>
        </message>
        <message>
            <source>Số</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Tiền của {n} biên lai mới báo</source>
            <translation>Receipts newly told, in money: {n}</translation>
        </message>
        <message>
            <source>Tiền danh sách</source>
            <translation>Lists' money</translation>
        </message>
        <message>
            <source>Trả lời</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>Tệp</source>
            <translation>File</translation>
        </message>
        <message>
            <source>chấp nhận</source>
            <translation>accepted</translation>
        </message>
        <message>
            <source>chờ {n} dòng</source>
            <translation>waiting: {n}</translation>
        </message>
        <message>
            <source>không cần trả lời</source>
            <translation>no answer needed</translation>
        </message>
        <message>
            <source>mã số {number}</source>
            <translation>number {number}</translation>
        </message>
        <message>
            <source>nhận, bổ sung</source>
            <translation>accepted, completed</translation>
        </message>
        <message>
            <source>phải sửa</source>
            <translation>to mend</translation>
        </message>
        <message>
            <source>thay đổi, không kèm danh sách nào</source>
            <translation>changes, no list goes along</translation>
        </message>
        <message>
            <source>thẻ {number} đến {day}</source>
            <translation>card {number} until {day}</translation>
        </message>
        <message>
            <source>tiền trên {lists} danh sách, {n} dòng</source>
            <translation>on lists: {lists}, lines: {n}</translation>
        </message>
        <message>
            <source>và {n} danh sách nữa</source>
            <translation>and more lists: {n}</translation>
        </message>
        <message>
            <source>{form} số {n}, {day}</source>
            <translation>{form} no. {n}, {day}</translation>
        </message>
        <message>
            <source>{form} số {n}, {day}, năm học {year}</source>
            <translation>{form} no. {n}, {day}, {year}</translation>
        </message>
        <message>
            <source>{n} dòng phải sửa</source>
            <translation>to mend: {n}</translation>
        </message>
        <message>
            <source>Đã ghi {name}: các thay đổi, không kèm danh sách nào</source>
            <translation>Wrote {name}: changes, no list</translation>
        </message>
        <message>
            <source>Đã ghi {name}: {lists} danh sách, {n} dòng, {money} đ</source>
            <translation>Wrote {name}: lists {lists}, lines {n}, {money} đ</translation>
        </message>
        <message>
            <source>đã nhận đủ</source>
            <translation>all accepted</translation>
        </message>
    </context>
    <context>
        <name>BundlesPage</name>
        <message>
            <source>&amp;Nhận tệp trả lời</source>
            <translation>Take an &amp;answer in</translation>
        </message>
        <message>
            <source>Chưa gửi gói nào. Lập danh sách ở trang Hồ sơ, rồi Ctrl+Enter.</source>
            <translation>No bundle was sent yet. Make a list on the Lists page, then Ctrl+Enter.</translation>
        </message>
        <message>
            <source>Cơ quan BHXH trả về, phải sửa</source>
            <translation>Returned by the office, to be mended</translation>
        </message>
        <message>
            <source>Enter mở hồ sơ của em. Sửa xong, em vào danh sách và gói kế tiếp.</source>
            <translation>Enter opens the pupil. Once mended, the pupil joins the next list and bundle.</translation>
        </message>
        <message>
            <source>Ghi gói vào thư mục hoặc USB</source>
            <translation>Write the bundle to a folder or stick</translation>
        </message>
        <message>
            <source>Ghi lại &amp;tệp</source>
            <translation>Write the &amp;file again</translation>
        </message>
        <message>
            <source>Gói chỉ cơ quan BHXH mở được. Mất USB thì F6 ghi lại, không lập gói mới.</source>
            <translation>Only the office can open it. If the stick is lost, F6 writes it again; make no new bundle.</translation>
        </message>
        <message>
            <source>Gói dữ liệu (*.ssdesk)</source>
            <translation>Bundles (*.ssdesk)</translation>
        </message>
        <message>
            <source>Gói gửi cơ quan BHXH</source>
            <translation>Bundles to the office</translation>
        </message>
        <message>
            <source>Gói sắp gửi</source>
            <translation>The next bundle</translation>
        </message>
        <message>
            <source>Gửi lại t&amp;oàn bộ, kể cả điều đã báo</source>
            <translation>Send everything again, als&amp;o what was told</translation>
        </message>
        <message>
            <source>Nhận &amp;vào</source>
            <translation>&amp;Take in</translation>
        </message>
        <message>
            <source>Nhận thẻ bàn ở &amp;Cài đặt</source>
            <translation>Accept the desk card in the &amp;settings</translation>
        </message>
        <message>
            <source>Nhận tệp trả lời</source>
            <translation>Take an answer in</translation>
        </message>
        <message>
            <source>Niêm phong trên máy này, mang đi bằng USB hoặc thư, trả lời từng dòng</source>
            <translation>Sealed on this machine, carried on a stick or by mail, answered row by row</translation>
        </message>
        <message>
            <source>Tạo &amp;gói</source>
            <translation>&amp;Make the bundle</translation>
        </message>
        <message>
            <source>Tệp này đã nhận rồi; nhận lại không thay đổi gì. Esc để thôi.</source>
            <translation>This file was taken in already; again it changes nothing. Esc to leave it.</translation>
        </message>
        <message>
            <source>Tệp này đã nhận trước đây ở hồ sơ số {number}; không có gì thay đổi</source>
            <translation>This file was taken in before, as case {number}; nothing changed</translation>
        </message>
        <message>
            <source>Về hồ sơ</source>
            <translation>Back to lists</translation>
        </message>
        <message>
            <source>{sender} trả lời {n} dòng, {refused} dòng phải sửa. Esc để thôi.</source>
            <translation>{sender} answers; rows: {n}, to mend: {refused}. Esc to leave it.</translation>
        </message>
        <message>
            <source>Đã gửi</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Đã lưu {name}</source>
            <translation>Saved {name}</translation>
        </message>
        <message>
            <source>Đã nhận trả lời, hồ sơ số {number}</source>
            <translation>Answer taken in, case {number}</translation>
        </message>
    </context>
    <context>
        <name>CardListWords</name>
        <message>
            <source>Dòng</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Mức</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Nhận ra nhờ</source>
            <translation>Known by</translation>
        </message>
        <message>
            <source>Sẽ</source>
            <translation>Will</translation>
        </message>
        <message>
            <source>Trang tính</source>
            <translation>Sheet</translation>
        </message>
        <message>
            <source>Tệp này đã nhận ngày {day}; dòng nào như cũ thì không ghi lại.</source>
            <translation>This file was taken in on {day}; rows that say the same are not written again.</translation>
        </message>
        <message>
            <source>Vì sao và cách sửa</source>
            <translation>Why and what to do</translation>
        </message>
        <message>
            <source>cơ quan BHXH đã ghi giảm: việc thôi tham gia xong</source>
            <translation>the office has taken the stop: settled</translation>
        </message>
        <message>
            <source>cơ quan BHXH đã nhận</source>
            <translation>accepted by the office</translation>
        </message>
        <message>
            <source>giảm, không đổi</source>
            <translation>left, no change</translation>
        </message>
        <message>
            <source>họ tên, ngày sinh</source>
            <translation>name and birth date</translation>
        </message>
        <message>
            <source>không có trong sổ</source>
            <translation>not in the store</translation>
        </message>
        <message>
            <source>mã số</source>
            <translation>number</translation>
        </message>
        <message>
            <source>mã số BHXH</source>
            <translation>insurance number</translation>
        </message>
        <message>
            <source>như cũ</source>
            <translation>the same</translation>
        </message>
        <message>
            <source>nên xem</source>
            <translation>look</translation>
        </message>
        <message>
            <source>phải xem</source>
            <translation>look at it</translation>
        </message>
        <message>
            <source>số thẻ</source>
            <translation>card</translation>
        </message>
        <message>
            <source>số định danh</source>
            <translation>personal id</translation>
        </message>
        <message>
            <source>thẻ mới</source>
            <translation>new card</translation>
        </message>
        <message>
            <source>thẻ nhóm khác đến</source>
            <translation>other group's card to</translation>
        </message>
        <message>
            <source>từ</source>
            <translation>from</translation>
        </message>
        <message>
            <source>{count} em thôi tham gia đã gửi nay ở mục Giảm: xong.</source>
            <translation>Stops already sent that now stand under Giảm and are settled: {count}.</translation>
        </message>
        <message>
            <source>{count} em trong danh sách đã gửi nay có thẻ: cơ quan BHXH đã nhận.</source>
            <translation>Pupils of the lists sent who have their card, accepted by the office: {count}.</translation>
        </message>
        <message>
            <source>{count} ô đọc giúp: trả lại số 0, ngày, chữ gần giống.</source>
            <translation>Cells read with help (lost zeros, dates, letters that look alike): {count}.</translation>
        </message>
        <message>
            <source>{file}: {rows} dòng · {new} thẻ mới · {changed} đổi · {same} như cũ · {others} không có trong sổ · {bad} phải xem</source>
            <translation>{file}: rows: {rows} · new cards: {new} · changed: {changed} · the same: {same} · not in the store: {others} · to look at: {bad}</translation>
        </message>
        <message>
            <source>Ô</source>
            <translation>Cell</translation>
        </message>
        <message>
            <source>Đang ghi</source>
            <translation>Stored</translation>
        </message>
        <message>
            <source>Đổi gì</source>
            <translation>What changes</translation>
        </message>
        <message>
            <source>đến</source>
            <translation>to</translation>
        </message>
        <message>
            <source>đổi</source>
            <translation>changed</translation>
        </message>
    </context>
    <context>
        <name>CardWords</name>
        <message>
            <source>Chưa có thẻ</source>
            <translation>No card</translation>
        </message>
        <message>
            <source>Còn ≤ {n} ngày</source>
            <translation>Days left ≤ {n}</translation>
        </message>
        <message>
            <source>GVCN giữ {day}</source>
            <translation>teacher {day}</translation>
        </message>
        <message>
            <source>Giá trị từ</source>
            <translation>Valid from</translation>
        </message>
        <message>
            <source>Giá trị đến</source>
            <translation>Valid to</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>LỚP · CÒN ≤ 30 NGÀY</source>
            <translation>CLASS · ≤ 30 DAYS LEFT</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Ngày sinh</source>
            <translation>Born</translation>
        </message>
        <message>
            <source>Người nhận</source>
            <translation>Taken by</translation>
        </message>
        <message>
            <source>Phát thẻ</source>
            <translation>Handed out</translation>
        </message>
        <message>
            <source>Số thẻ</source>
            <translation>Card number</translation>
        </message>
        <message>
            <source>Thẻ giấy chưa phát</source>
            <translation>Paper, not handed</translation>
        </message>
        <message>
            <source>Thời hạn</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Tất cả</source>
            <translation>All</translation>
        </message>
        <message>
            <source>chưa có thẻ</source>
            <translation>no card</translation>
        </message>
        <message>
            <source>chưa hiệu lực</source>
            <translation>not valid yet</translation>
        </message>
        <message>
            <source>còn hạn</source>
            <translation>valid</translation>
        </message>
        <message>
            <source>còn {n} ngày</source>
            <translation>days left: {n}</translation>
        </message>
        <message>
            <source>giấy, chưa phát</source>
            <translation>paper, waiting</translation>
        </message>
        <message>
            <source>hết hạn {n} ngày</source>
            <translation>days since end: {n}</translation>
        </message>
        <message>
            <source>nhóm {group}</source>
            <translation>group {group}</translation>
        </message>
        <message>
            <source>thẻ cũ đến {day}</source>
            <translation>old card to {day}</translation>
        </message>
        <message>
            <source>thẻ điện tử</source>
            <translation>electronic</translation>
        </message>
        <message>
            <source>Đã hết hạn</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>đã phát {day}</source>
            <translation>given {day}</translation>
        </message>
    </context>
    <context>
        <name>CardsInPage</name>
        <message>
            <source>&amp;Cột nào là gì</source>
            <translation>&amp;Columns</translation>
        </message>
        <message>
            <source>&amp;Dán</source>
            <translation>&amp;Paste</translation>
        </message>
        <message>
            <source>&amp;Dán từ Excel</source>
            <translation>&amp;Paste from Excel</translation>
        </message>
        <message>
            <source>&amp;Lấy lại</source>
            <translation>&amp;Take back</translation>
        </message>
        <message>
            <source>&amp;Lấy lại lần nhận trước</source>
            <translation>Ta&amp;ke the last list back</translation>
        </message>
        <message>
            <source>&amp;Nhận vào</source>
            <translation>&amp;Take in</translation>
        </message>
        <message>
            <source>&amp;Để ở ngoài, nhận phần còn lại</source>
            <translation>&amp;Leave out, take the rest</translation>
        </message>
        <message>
            <source>Chưa có lần nhận nào để lấy lại</source>
            <translation>No list to take back</translation>
        </message>
        <message>
            <source>Chọn &amp;tệp</source>
            <translation>Choose &amp;file</translation>
        </message>
        <message>
            <source>Chọn tệp củ&amp;a cơ quan BHXH…</source>
            <translation>Choose the &amp;office's file…</translation>
        </message>
        <message>
            <source>Cột nào là gì</source>
            <translation>Which column is what</translation>
        </message>
        <message>
            <source>D09-TS hằng tháng, danh sách thẻ sắp hết hạn; xem trước rồi mới ghi</source>
            <translation>The monthly D09-TS, lists of cards about to end; looked at before anything is stored</translation>
        </message>
        <message>
            <source>Danh sách cơ quan BHXH gửi, để nguyên như nhận được</source>
            <translation>The office's list, as it came</translation>
        </message>
        <message>
            <source>Danh sách thẻ của cơ quan BHXH</source>
            <translation>The office's list of cards</translation>
        </message>
        <message>
            <source>Lấy lại lần nhận</source>
            <translation>Take a list back</translation>
        </message>
        <message>
            <source>Nhận danh sách thẻ</source>
            <translation>Take cards in</translation>
        </message>
        <message>
            <source>Phải xem · Enter đến dòng</source>
            <translation>To look at · Enter goes to the row</translation>
        </message>
        <message>
            <source>Thả tệp Excel vào đây. Mỗi dòng được nhận ra theo mã số, số định danh, rồi họ tên và ngày sinh; bạn xem thẻ nào mới, hạn nào đổi trước khi ghi. Nhận xong vẫn lấy lại được cả danh sách.</source>
            <translation>Drop the Excel file here. Each row is known by insurance number, personal id, then name and birth date; you see which cards are new and which days change before anything is stored. The whole list can be taken back later.</translation>
        </message>
        <message>
            <source>Về thẻ BHYT</source>
            <translation>Back to the cards</translation>
        </message>
        <message>
            <source>{bad} dòng phải xem. Nhận phần còn lại và để {bad} dòng này ở ngoài?</source>
            <translation>Rows to look at: {bad}. Take the rest and leave out these {bad}?</translation>
        </message>
        <message>
            <source>{file}, nhận lúc {at}: {new} thẻ mới, {changed} đổi. Lấy lại cả lần này?</source>
            <translation>{file}, taken in {at}; new cards: {new}, changed: {changed}. Take all of it back?</translation>
        </message>
        <message>
            <source>Đang đọc danh sách…</source>
            <translation>Reading the roster…</translation>
        </message>
        <message>
            <source>Đã lấy lại; thẻ như trước lần nhận</source>
            <translation>Taken back; the cards are as before</translation>
        </message>
        <message>
            <source>Đã nhận: {new} thẻ mới, {changed} đổi, {ticked} em được nhận</source>
            <translation>Taken in; new cards: {new}, changed: {changed}, pupils accepted: {ticked}</translation>
        </message>
        <message>
            <source>Đã đề nghị sẵn; sai cột nào thì chọn lại, lần sau sẽ nhớ.</source>
            <translation>Proposed already; change a wrong column, it will be remembered.</translation>
        </message>
    </context>
    <context>
        <name>CardsPage</name>
        <message>
            <source>&amp;Giao</source>
            <translation>&amp;Give</translation>
        </message>
        <message>
            <source>&amp;Giao GVCN</source>
            <translation>To &amp;teacher</translation>
        </message>
        <message>
            <source>&amp;In danh sách</source>
            <translation>&amp;Print list</translation>
        </message>
        <message>
            <source>&amp;Lấy lại</source>
            <translation>&amp;Take back</translation>
        </message>
        <message>
            <source>&amp;Ngày</source>
            <translation>&amp;Day</translation>
        </message>
        <message>
            <source>&amp;Nhận danh sách</source>
            <translation>Take list &amp;in</translation>
        </message>
        <message>
            <source>&amp;Phát</source>
            <translation>&amp;Hand out</translation>
        </message>
        <message>
            <source>&amp;Phát cho học sinh</source>
            <translation>&amp;Hand to pupils</translation>
        </message>
        <message>
            <source>Ctrl+A chọn cả lớp, Shift+mũi tên chọn nhiều em · Shift+F4 lấy lại lần phát · Enter mở hồ sơ của em</source>
            <translation>Ctrl+A chooses the class, Shift+arrows several · Shift+F4 takes a hand-out back · Enter opens the pupil</translation>
        </message>
        <message>
            <source>Giao thẻ cho giáo viên chủ nhiệm</source>
            <translation>Give cards to the homeroom teacher</translation>
        </message>
        <message>
            <source>Hằng tháng cơ quan BHXH gửi D09-TS và danh sách thẻ sắp hết hạn. Nhận vào đây, mỗi em có số thẻ và hạn thẻ.</source>
            <translation>Each month the office sends the D09-TS and lists of cards about to end. Take them in here and every pupil has a card number and its last day.</translation>
        </message>
        <message>
            <source>Lấy lại lần giao hoặc phát cuối của {count} em đang chọn?</source>
            <translation>Take back the last hand-out of the pupils chosen ({count})?</translation>
        </message>
        <message>
            <source>Lấy lại lần phát</source>
            <translation>Take a hand-out back</translation>
        </message>
        <message>
            <source>Người nhậ&amp;n</source>
            <translation>T&amp;aken by</translation>
        </message>
        <message>
            <source>Nhận &amp;danh sách thẻ…</source>
            <translation>Take a list of &amp;cards in…</translation>
        </message>
        <message>
            <source>Phát thẻ cho học sinh</source>
            <translation>Hand cards to pupils</translation>
        </message>
        <message>
            <source>THẺ</source>
            <translation>CARDS</translation>
        </message>
        <message>
            <source>Thẻ BHYT</source>
            <translation>Cards</translation>
        </message>
        <message>
            <source>Thẻ của từng lớp: còn hạn đến đâu, đã phát cho ai</source>
            <translation>The cards of each class: how long they last, who has theirs</translation>
        </message>
        <message>
            <source>Trong sổ chưa có thẻ nào</source>
            <translation>The store knows of no card yet</translation>
        </message>
        <message>
            <source>Về hồ sơ</source>
            <translation>Back to lists</translation>
        </message>
        <message>
            <source>Xuất &amp;Excel</source>
            <translation>Export &amp;Excel</translation>
        </message>
        <message>
            <source>Xuất Excel</source>
            <translation>Export Excel</translation>
        </message>
        <message>
            <source>{count} em đang chọn</source>
            <translation>pupils chosen: {count}</translation>
        </message>
        <message>
            <source>{held} trong {count} em có thẻ trong sổ</source>
            <translation>Pupils with a card in the store: {held} of {count}</translation>
        </message>
        <message>
            <source>Đã ghi {count} thẻ</source>
            <translation>Cards noted: {count}</translation>
        </message>
        <message>
            <source>Đã ghi {count} thẻ; {out} em không có thẻ hoặc đã nhận trước</source>
            <translation>Cards noted: {count}; pupils with none or who got theirs before: {out}</translation>
        </message>
        <message>
            <source>Đã lưu {name}</source>
            <translation>Saved {name}</translation>
        </message>
        <message>
            <source>Để trống: chính em ấy.</source>
            <translation>Empty: the pupil.</translation>
        </message>
        <message>
            <source>Để trống: giáo viên chủ nhiệm của từng lớp.</source>
            <translation>Empty: each class's homeroom teacher.</translation>
        </message>
    </context>
    <context>
        <name>ClassSide</name>
        <message>
            <source>Tất cả</source>
            <translation>All</translation>
        </message>
    </context>
    <context>
        <name>CloseWords</name>
        <message>
            <source>Không còn dòng bị trả lại</source>
            <translation>No returned line is left</translation>
        </message>
        <message>
            <source>Không còn lần kiểm quỹ nào lệch</source>
            <translation>No cash count differs any more</translation>
        </message>
        <message>
            <source>Không còn tiền ở trường</source>
            <translation>No money is left at school</translation>
        </message>
        <message>
            <source>Không còn điều chỉnh chưa gửi</source>
            <translation>No correction is left to file</translation>
        </message>
        <message>
            <source>Mọi dòng sao kê đều rõ</source>
            <translation>Every statement line is explained</translation>
        </message>
        <message>
            <source>Mọi dòng đã gửi đều có trả lời</source>
            <translation>Every line sent was answered</translation>
        </message>
        <message>
            <source>Mọi em chưa tham gia đều có lý do</source>
            <translation>Everybody who does not take part has a reason</translation>
        </message>
        <message>
            <source>Mọi em thôi tham gia đều đã được nhận</source>
            <translation>The office has accepted all who stop</translation>
        </message>
        <message>
            <source>Mọi em đã đóng đều trong danh sách</source>
            <translation>Everybody who has paid is on a list</translation>
        </message>
        <message>
            <source>Mọi em đã đăng ký đều đóng đủ</source>
            <translation>Everybody signed up has paid in full</translation>
        </message>
        <message>
            <source>Mọi lệnh chuyển đều được ngân hàng xác nhận</source>
            <translation>Every transfer order was confirmed by the bank</translation>
        </message>
        <message>
            <source>Quỹ đếm lệch sổ {money} đ, chưa kiểm lại cho khớp</source>
            <translation>The last cash count is {money} đ off the books; no count has agreed since</translation>
        </message>
        <message>
            <source>Trường còn giữ {money} đ chưa chuyển</source>
            <translation>The school still holds {money} đ</translation>
        </message>
        <message>
            <source>còn</source>
            <translation>open</translation>
        </message>
        <message>
            <source>xong</source>
            <translation>done</translation>
        </message>
        <message>
            <source>{n} dòng bị trả lại chưa gửi lại</source>
            <translation>Returned lines not sent again: {n}</translation>
        </message>
        <message>
            <source>{n} dòng sao kê chưa rõ của ai: {money} đ</source>
            <translation>Statement lines that are nobody's yet: {n}, {money} đ</translation>
        </message>
        <message>
            <source>{n} em chưa tham gia mà chưa ghi lý do</source>
            <translation>Pupils who do not take part and nobody said why: {n}</translation>
        </message>
        <message>
            <source>{n} em khác với danh sách đã gửi, chưa gửi Mẫu số 2</source>
            <translation>Pupils who differ from what was sent, no declaration filed: {n}</translation>
        </message>
        <message>
            <source>{n} em thôi tham gia, BHXH chưa nhận: hoàn trả {money} đ</source>
            <translation>{n} stop, not accepted by the office yet: refund of {money} đ</translation>
        </message>
        <message>
            <source>{n} em đã gửi, cơ quan BHXH chưa trả lời</source>
            <translation>Pupils sent and not answered yet: {n}</translation>
        </message>
        <message>
            <source>{n} em đã đóng đủ mà chưa vào danh sách</source>
            <translation>Pupils who have paid and are on no list: {n}</translation>
        </message>
        <message>
            <source>{n} em đã đăng ký chưa đóng đủ, còn {money} đ</source>
            <translation>Pupils signed up who have not paid in full: {n}, {money} đ left</translation>
        </message>
        <message>
            <source>{n} lệnh chuyển ngân hàng chưa xác nhận: {money} đ</source>
            <translation>Transfer orders not confirmed by the bank: {n}, {money} đ</translation>
        </message>
    </context>
    <context>
        <name>CollectionForms</name>
        <message>
            <source>&amp;Ghi thu</source>
            <translation>&amp;Post</translation>
        </message>
        <message>
            <source>&amp;Hạn nộp</source>
            <translation>&amp;Due by</translation>
        </message>
        <message>
            <source>&amp;Hỗ trợ khác (cả kỳ)</source>
            <translation>&amp;Other support (whole period)</translation>
        </message>
        <message>
            <source>&amp;Lý do</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>&amp;Mở thu từ</source>
            <translation>&amp;Open from</translation>
        </message>
        <message>
            <source>&amp;Mở đợt</source>
            <translation>&amp;Open the round</translation>
        </message>
        <message>
            <source>&amp;Ngày thu</source>
            <translation>&amp;Paid on</translation>
        </message>
        <message>
            <source>&amp;Người nộp</source>
            <translation>&amp;Payer</translation>
        </message>
        <message>
            <source>&amp;Số tiền</source>
            <translation>&amp;Amount</translation>
        </message>
        <message>
            <source>&amp;Tên đợt</source>
            <translation>&amp;Name of the round</translation>
        </message>
        <message>
            <source>Hẹn đóng &amp;ngày</source>
            <translation>Promised for &amp;day</translation>
        </message>
        <message>
            <source>Hẹn đóng · {name}</source>
            <translation>Promise · {name}</translation>
        </message>
        <message>
            <source>Mỗi em có thời hạn riêng theo lớp, ngày vào và thẻ đang có.</source>
            <translation>Each pupil has an own period from class, entry date and the card already held.</translation>
        </message>
        <message>
            <source>Mở đợt thu</source>
            <translation>Open a collection round</translation>
        </message>
        <message>
            <source>Số trên &amp;biên lai in sẵn</source>
            <translation>Number on the &amp;pre-printed receipt</translation>
        </message>
        <message>
            <source>Thu và ghi biên lai</source>
            <translation>Collect and post a receipt</translation>
        </message>
        <message>
            <source>Thẻ &amp;từ ngày</source>
            <translation>Card &amp;from</translation>
        </message>
        <message>
            <source>Thẻ đến &amp;ngày</source>
            <translation>Card &amp;until</translation>
        </message>
        <message>
            <source>Thời hạn riêng · {name}</source>
            <translation>Own period · {name}</translation>
        </message>
        <message>
            <source>Tiền tổ chức, cá nhân giúp em này; ghi ở cột ghi chú.</source>
            <translation>Money from an organisation or person for this pupil; written in the note column.</translation>
        </message>
        <message>
            <source>{names}: còn phải đóng {money} đ</source>
            <translation>{names}: still owes {money} đ</translation>
        </message>
        <message>
            <source>Ít hơn số phải đóng là thu một phần, có biên lai riêng.</source>
            <translation>Less than the amount due is a part payment with its own receipt.</translation>
        </message>
        <message>
            <source>Để trống ngày là bỏ hẹn.</source>
            <translation>Leave the day empty to drop the promise.</translation>
        </message>
        <message>
            <source>Để trống: lấy số kế tiếp của quyển.</source>
            <translation>Empty: takes the next number of the book.</translation>
        </message>
        <message>
            <source>Đợt 1 đầu năm học</source>
            <translation>Round 1, start of the school year</translation>
        </message>
    </context>
    <context>
        <name>CollectionPage</name>
        <message>
            <source>&amp;Ghi thu</source>
            <translation>&amp;Post</translation>
        </message>
        <message>
            <source>&amp;Hẹn đóng</source>
            <translation>P&amp;romise</translation>
        </message>
        <message>
            <source>Ai phải đóng bao nhiêu, ai đã đóng, ai hẹn ngày nào</source>
            <translation>Who owes how much, who has paid, who promised which day</translation>
        </message>
        <message>
            <source>Biên lai {number}: {money} đ · F8 in</source>
            <translation>Receipt {number}: {money} đ · F8 prints</translation>
        </message>
        <message>
            <source>Chưa có quyển biên lai nào còn số. Đăng ký một quyển rồi mới ghi thu.</source>
            <translation>No receipt book has numbers left. Register a book, then post payments.</translation>
        </message>
        <message>
            <source>Chỉ em còn nợ</source>
            <translation>Only who still owes</translation>
        </message>
        <message>
            <source>Dấu cách: đã nộp, sang em kế · Ctrl+Dấu cách: cả lớp · F3 chỉ em còn nợ · Alt+PgDn lớp sau · F6 thời hạn riêng · F7 thẻ giấy</source>
            <translation>Space: paid, next pupil · Ctrl+Space: whole class · F3 only who still owes · Alt+PgDn next class · F6 own period · F7 paper card</translation>
        </message>
        <message>
            <source>In biên lai vừa ghi</source>
            <translation>Print the receipts just posted</translation>
        </message>
        <message>
            <source>In giấy báo đóng tiền</source>
            <translation>Print payment notices</translation>
        </message>
        <message>
            <source>Không em nào ở đây còn nợ · F3: hiện tất cả</source>
            <translation>Nobody here owes any more · F3: show all</translation>
        </message>
        <message>
            <source>LỚP · CÒN NỢ</source>
            <translation>CLASS · OWES</translation>
        </message>
        <message>
            <source>Lớp sau</source>
            <translation>Next class</translation>
        </message>
        <message>
            <source>Lớp trước</source>
            <translation>Previous class</translation>
        </message>
        <message>
            <source>Mở một đợt: tên, thời hạn thẻ, ngày hết hạn nộp. Sau đó đăng ký từng lớp rồi thu.</source>
            <translation>Open a round: its name, the card's period, the due date. Then enrol class by class and collect.</translation>
        </message>
        <message>
            <source>Mở đợt &amp;thu</source>
            <translation>&amp;Open a round</translation>
        </message>
        <message>
            <source>Năm học này chưa có đợt thu</source>
            <translation>No collection round in this school year yet</translation>
        </message>
        <message>
            <source>Quyển biên lai chỉ còn {left} số.</source>
            <translation>Numbers left in the receipt book: only {left}.</translation>
        </message>
        <message>
            <source>Thu &amp;riêng</source>
            <translation>Collect &amp;singly</translation>
        </message>
        <message>
            <source>Thôi tham gia / hoàn trả…</source>
            <translation>Stop / refund…</translation>
        </message>
        <message>
            <source>Thôi đăng ký</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>Thẻ của {name}</source>
            <translation>Card of {name}</translation>
        </message>
        <message>
            <source>Thẻ giấy / thẻ điện tử</source>
            <translation>Paper card / electronic card</translation>
        </message>
        <message>
            <source>Thời hạn riêng</source>
            <translation>Own period</translation>
        </message>
        <message>
            <source>{said} · quỹ hôm nay đã kiểm: ghi ngày {day}</source>
            <translation>{said} · today's cash is counted: dated {day}</translation>
        </message>
        <message>
            <source>{starts} – {ends} · hạn nộp {due} · còn {count} em, {money} đ</source>
            <translation>{starts} – {ends} · due {due} · pupils left: {count}, {money} đ</translation>
        </message>
        <message>
            <source>Đang ghi thu…</source>
            <translation>Posting payments…</translation>
        </message>
        <message>
            <source>Đánh dấu cả lớp</source>
            <translation>Mark the whole class</translation>
        </message>
        <message>
            <source>Đánh dấu đã nộp</source>
            <translation>Mark as paid</translation>
        </message>
        <message>
            <source>Đã ghi {count} biên lai, {money} đ · F8 in</source>
            <translation>Receipts posted: {count}, {money} đ · F8 prints</translation>
        </message>
        <message>
            <source>Đã mở {name}. F4 đăng ký từng lớp.</source>
            <translation>Opened {name}. F4 enrols class by class.</translation>
        </message>
        <message>
            <source>Đăng &amp;ký lớp</source>
            <translation>&amp;Enrol class</translation>
        </message>
        <message>
            <source>Đăng ký quyển &amp;biên lai</source>
            <translation>Register a receipt boo&amp;k</translation>
        </message>
        <message>
            <source>Đợt &amp;mới</source>
            <translation>&amp;New round</translation>
        </message>
        <message>
            <source>Đợt khác</source>
            <translation>Another round</translation>
        </message>
        <message>
            <source>Đợt thu</source>
            <translation>Collection</translation>
        </message>
        <message>
            <source>Đợt thu · {name}</source>
            <translation>Collection · {name}</translation>
        </message>
    </context>
    <context>
        <name>CollectionPanel</name>
        <message>
            <source>&amp;In biên lai vừa ghi  F8</source>
            <translation>Print the receipts &amp;just posted  F8</translation>
        </message>
        <message>
            <source>&amp;Quyển biên lai</source>
            <translation>Receipt &amp;book</translation>
        </message>
        <message>
            <source>0 em</source>
            <translation>0 pupils</translation>
        </message>
        <message>
            <source>Chuyển khoản</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>Chưa đăng ký trong đợt này; F4 đăng ký cả lớp.</source>
            <translation>Not enrolled in this round; F4 enrols the whole class.</translation>
        </message>
        <message>
            <source>Còn lại</source>
            <translation>Left to pay</translation>
        </message>
        <message>
            <source>Dấu cách đánh dấu em đã nộp đủ</source>
            <translation>Space marks a pupil who paid in full</translation>
        </message>
        <message>
            <source>Ghi chú</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Phải đóng</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>Quyển biên lai</source>
            <translation>Receipt book</translation>
        </message>
        <message>
            <source>Sắp ghi thu</source>
            <translation>About to post</translation>
        </message>
        <message>
            <source>Thẻ</source>
            <translation>Card</translation>
        </message>
        <message>
            <source>Thời hạn</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Tiền mặt, giáo viên giữ</source>
            <translation>Cash, with the teacher</translation>
        </message>
        <message>
            <source>Tiền mặt, thủ quỹ giữ</source>
            <translation>Cash, with the cashier</translation>
        </message>
        <message>
            <source>Tiền đang ở đâ&amp;u</source>
            <translation>&amp;Where is the money</translation>
        </message>
        <message>
            <source>Tiền đang ở đâu</source>
            <translation>Where is the money</translation>
        </message>
        <message>
            <source>Vì sao số tiền này?</source>
            <translation>Why this amount?</translation>
        </message>
        <message>
            <source>bản giấy</source>
            <translation>on paper</translation>
        </message>
        <message>
            <source>{count} em · {words}</source>
            <translation>Pupils: {count} · {words}</translation>
        </message>
        <message>
            <source>Đã đóng</source>
            <translation>Paid</translation>
        </message>
    </context>
    <context>
        <name>CollectionWords</name>
        <message>
            <source>Chưa đóng</source>
            <translation>Not paid</translation>
        </message>
        <message>
            <source>Ghi chú</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Hẹn {day}</source>
            <translation>Pledge {day}</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Phải đóng</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>Tháng</source>
            <translation>Months</translation>
        </message>
        <message>
            <source>Trạng thái</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Tất cả</source>
            <translation>All</translation>
        </message>
        <message>
            <source>bị trả lại</source>
            <translation>returned</translation>
        </message>
        <message>
            <source>chưa ĐK</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>chưa đăng ký</source>
            <translation>not enrolled</translation>
        </message>
        <message>
            <source>Đã có thẻ khác</source>
            <translation>Other card</translation>
        </message>
        <message>
            <source>Đã đóng</source>
            <translation>Paid</translation>
        </message>
        <message>
            <source>Đến ngày</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>đóng một phần</source>
            <translation>part paid</translation>
        </message>
        <message>
            <source>✓ sắp ghi thu</source>
            <translation>✓ about to post</translation>
        </message>
    </context>
    <context>
        <name>ColumnChooser</name>
        <message>
            <source>(không có tiêu đề)</source>
            <translation>(no heading)</translation>
        </message>
    </context>
    <context>
        <name>DeclarationForms</name>
        <message>
            <source>&amp;Ghi đã gửi</source>
            <translation>Note as &amp;sent</translation>
        </message>
        <message>
            <source>&amp;Hồ sơ kèm theo</source>
            <translation>Papers that go alon&amp;g</translation>
        </message>
        <message>
            <source>&amp;Tiếp tục</source>
            <translation>&amp;Continue</translation>
        </message>
        <message>
            <source>Chung cho {n} em; em nào có giấy khác thì ghi riêng bằng F4.</source>
            <translation>For all pupils alike (now {n}); F4 notes other papers of a single one.</translation>
        </message>
        <message>
            <source>Căn cứ của điều chỉnh, in trên tờ khai; để trống thì ghi tay.</source>
            <translation>What proves the change, printed on the declaration; left empty it is written by hand.</translation>
        </message>
        <message>
            <source>Ghi lại giá trị cũ và mới của từng em; lấy lại được bằng Shift+F7.</source>
            <translation>Keeps the old and the new value of each pupil; Shift+F7 takes it back.</translation>
        </message>
        <message>
            <source>Ghi thêm cho tờ khai</source>
            <translation>For the declaration</translation>
        </message>
        <message>
            <source>Ghi đã gửi điều chỉnh</source>
            <translation>Note corrections as sent</translation>
        </message>
        <message>
            <source>Giấy khai sinh, CCCD</source>
            <translation>Birth certificate, citizen card</translation>
        </message>
        <message>
            <source>Tên in cạnh mã; ghi một lần, lần sau có sẵn.</source>
            <translation>The name is printed beside the code; typed once, it is known from then on.</translation>
        </message>
        <message>
            <source>Tên nơi khám {code}</source>
            <translation>Name of hospital {code}</translation>
        </message>
        <message>
            <source>Điều chỉnh của {name}.</source>
            <translation>Correction of {name}.</translation>
        </message>
        <message>
            <source>Để trống thì giữ hồ sơ đã ghi cho từng em.</source>
            <translation>Left empty, what was noted of each pupil stays.</translation>
        </message>
    </context>
    <context>
        <name>DeclarationWords</name>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Hồ sơ kèm theo</source>
            <translation>Papers that go along</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Từ danh sách đã gửi → nay</source>
            <translation>As sent → now</translation>
        </message>
        <message>
            <source>Vì sao</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>họ tên</source>
            <translation>name</translation>
        </message>
        <message>
            <source>lần đầu</source>
            <translation>first time</translation>
        </message>
        <message>
            <source>ngày sinh</source>
            <translation>birth date</translation>
        </message>
        <message>
            <source>nơi khám</source>
            <translation>hospital</translation>
        </message>
        <message>
            <source>phái</source>
            <translation>sex</translation>
        </message>
        <message>
            <source>số định danh</source>
            <translation>personal id</translation>
        </message>
        <message>
            <source>điều chỉnh</source>
            <translation>correction</translation>
        </message>
    </context>
    <context>
        <name>DeclarationsPage</name>
        <message>
            <source>&amp;Hồ sơ kèm theo</source>
            <translation>Papers that go alon&amp;g</translation>
        </message>
        <message>
            <source>&amp;Lưu tệp</source>
            <translation>Sa&amp;ve file</translation>
        </message>
        <message>
            <source>&amp;Lấy lại</source>
            <translation>&amp;Take back</translation>
        </message>
        <message>
            <source>&amp;Về hồ sơ</source>
            <translation>Back to the &amp;lists</translation>
        </message>
        <message>
            <source>Bảng tính (*.xlsx);;PDF (*.pdf)</source>
            <translation>Spreadsheet (*.xlsx);;PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Cho em tham gia lần đầu, hoặc có thông tin khác danh sách đã gửi</source>
            <translation>For pupils who join for the first time, or whose facts differ from what was sent</translation>
        </message>
        <message>
            <source>Chưa có mã số bảo hiểm: kê khai mục I.</source>
            <translation>No insurance number yet: part I is filled in.</translation>
        </message>
        <message>
            <source>Em đang chọn</source>
            <translation>The pupil in front</translation>
        </message>
        <message>
            <source>Em đăng ký mà chưa có mã số bảo hiểm, và em có họ tên, ngày sinh, số định danh hay nơi khám khác với danh sách đã gửi, sẽ tự hiện ở đây.</source>
            <translation>Pupils signed up without an insurance number, and those whose name, birth date, personal id or hospital differ from what was sent, show up here by themselves.</translation>
        </message>
        <message>
            <source>Enter mở hồ sơ của em · Shift+↑↓ chọn vài em để in, ghi riêng · Ctrl+F tìm · Esc về hồ sơ</source>
            <translation>Enter opens the pupil · Shift+↑↓ marks a few to print or note · Ctrl+F finds · Esc to lists</translation>
        </message>
        <message>
            <source>Hồ sơ kèm theo: {what}</source>
            <translation>Papers: {what}</translation>
        </message>
        <message>
            <source>Không em nào cần Mẫu số 2</source>
            <translation>Nobody needs a declaration</translation>
        </message>
        <message>
            <source>Lưu Mẫu số 2</source>
            <translation>Save Mẫu số 2</translation>
        </message>
        <message>
            <source>Lấy lại điều chỉnh</source>
            <translation>Take corrections back</translation>
        </message>
        <message>
            <source>Lấy lại điều chỉnh của {name}, ngày {day}: việc này chờ làm lại.</source>
            <translation>Take back the correction of {name} of {day}: it is to do again.</translation>
        </message>
        <message>
            <source>Mẫu số 2</source>
            <translation>Mẫu số 2 (declarations)</translation>
        </message>
        <message>
            <source>Tờ khai của em này không có gì để ghi thêm</source>
            <translation>Nothing is to be added to this pupil's declaration</translation>
        </message>
        <message>
            <source>Về hồ sơ</source>
            <translation>Back to lists</translation>
        </message>
        <message>
            <source>Xem và &amp;in</source>
            <translation>Look and &amp;print</translation>
        </message>
        <message>
            <source>chưa ghi, F4</source>
            <translation>none noted, F4</translation>
        </message>
        <message>
            <source>{first} em lần đầu · {changed} em cần điều chỉnh</source>
            <translation>{first} for the first time · {changed} to correct</translation>
        </message>
        <message>
            <source>Đã &amp;gửi điều chỉnh</source>
            <translation>Corrections s&amp;ent</translation>
        </message>
        <message>
            <source>Đã ghi {facts} điều chỉnh của {people} em</source>
            <translation>Corrections noted: {facts}, pupils: {people}</translation>
        </message>
        <message>
            <source>Đã gửi gần đây</source>
            <translation>Sent lately</translation>
        </message>
        <message>
            <source>Đã lưu tờ khai của {count} em</source>
            <translation>Declarations saved, pupils: {count}</translation>
        </message>
        <message>
            <source>Đã lấy lại; em lại nằm trong danh sách cần Mẫu số 2</source>
            <translation>Taken back; the pupil needs a declaration again</translation>
        </message>
    </context>
    <context>
        <name>DeskFacts</name>
        <message>
            <source>Bộ quy định {version}</source>
            <translation>Rules {version}</translation>
        </message>
        <message>
            <source>Chưa sao lưu lần nào</source>
            <translation>No backup yet</translation>
        </message>
        <message>
            <source>Sao lưu {moment} ✓ phục hồi thử đạt</source>
            <translation>Backup {moment} ✓ trial restore passed</translation>
        </message>
        <message>
            <source>lương cơ sở {amount}</source>
            <translation>base salary {amount}</translation>
        </message>
        <message>
            <source>{count} em đã đóng chưa gửi</source>
            <translation>Paid, not sent: {count}</translation>
        </message>
    </context>
    <context>
        <name>DesksSection</name>
        <message>
            <source>&amp;Ghi thẻ bàn ra tệp</source>
            <translation>&amp;Write the card to a file</translation>
        </message>
        <message>
            <source>&amp;Hủy thẻ đã nhận</source>
            <translation>&amp;Revoke a card</translation>
        </message>
        <message>
            <source>&amp;Nhận</source>
            <translation>&amp;Accept</translation>
        </message>
        <message>
            <source>&amp;Nhận thẻ bàn</source>
            <translation>&amp;Accept a card</translation>
        </message>
        <message>
            <source>&amp;Tám từ</source>
            <translation>&amp;Eight words</translation>
        </message>
        <message>
            <source>Bàn làm việc khác</source>
            <translation>Other desks</translation>
        </message>
        <message>
            <source>Ghi thẻ bàn ra tệp</source>
            <translation>Write the card to a file</translation>
        </message>
        <message>
            <source>Gói của {name} sẽ bị từ chối cho đến khi nhận thẻ mới.</source>
            <translation>Bundles of {name} will be refused until a new card is accepted.</translation>
        </message>
        <message>
            <source>Gọi cho {name} ({code}) và nhờ họ đọc tám từ của họ. Gõ lại ở đây, không cần dấu.</source>
            <translation>Call {name} ({code}) and have them read out their eight words. Type them here, tone marks may be left out.</translation>
        </message>
        <message>
            <source>Hủy thẻ đã nhận</source>
            <translation>Revoke a card</translation>
        </message>
        <message>
            <source>Mã</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Ngày nhận</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>Nhận thẻ bàn</source>
            <translation>Accept a card</translation>
        </message>
        <message>
            <source>Nơi</source>
            <translation>Desk</translation>
        </message>
        <message>
            <source>Sau khi đổi, mọi nơi phải nhận thẻ bàn mới của máy này thì mới nhận gói. Chỉ đổi khi máy hoặc bản sao lưu có thể đã lọt vào tay người khác.</source>
            <translation>Afterwards every other desk has to accept this desk's new card before it takes bundles. Do it only when the machine or a backup may have fallen into other hands.</translation>
        </message>
        <message>
            <source>Thẻ bàn (*.ssdesk-card)</source>
            <translation>Desk cards (*.ssdesk-card)</translation>
        </message>
        <message>
            <source>Thẻ bàn của máy này</source>
            <translation>This desk's card</translation>
        </message>
        <message>
            <source>Trao thẻ bàn một lần với cơ quan BHXH để gửi gói cho nhau. Gọi điện đọc tám từ: hai bên đọc giống nhau thì mới nhận.</source>
            <translation>Exchange desk cards once with the office, then send each other bundles. Read the eight words out by telephone: accept only if both read the same.</translation>
        </message>
        <message>
            <source>Trạng thái</source>
            <translation>State</translation>
        </message>
        <message>
            <source>{name} ({code}) đã đổi khóa. Gọi cho họ, nhờ đọc tám từ mới. Gõ lại ở đây.</source>
            <translation>{name} ({code}) changed their keys. Call them and have the new eight words read out. Type them here.</translation>
        </message>
        <message>
            <source>Đã lưu {name}</source>
            <translation>Saved {name}</translation>
        </message>
        <message>
            <source>Đã nhận thẻ bàn của {name}</source>
            <translation>Accepted the card of {name}</translation>
        </message>
        <message>
            <source>Đổi &amp;khóa</source>
            <translation>Change the &amp;keys</translation>
        </message>
        <message>
            <source>Đổi &amp;khóa của máy này</source>
            <translation>Change this desk's &amp;keys</translation>
        </message>
        <message>
            <source>Đổi khóa của máy này</source>
            <translation>Change this desk's keys</translation>
        </message>
        <message>
            <source>đã hủy</source>
            <translation>revoked</translation>
        </message>
        <message>
            <source>đã nhận</source>
            <translation>accepted</translation>
        </message>
    </context>
    <context>
        <name>Doors</name>
        <message>
            <source>&amp;Khôi phục</source>
            <translation>&amp;Restore</translation>
        </message>
        <message>
            <source>&amp;Mã trên phiếu khôi phục</source>
            <translation>&amp;Code on the recovery sheet</translation>
        </message>
        <message>
            <source>&amp;Mật khẩu lúc sao lưu</source>
            <translation>&amp;Password of the backup's day</translation>
        </message>
        <message>
            <source>&amp;Xem bản sao lưu</source>
            <translation>&amp;Look into the backup</translation>
        </message>
        <message>
            <source>Gõ mã in trên phiếu khôi phục, rồi đặt mật khẩu mới. Dữ liệu không thay đổi.</source>
            <translation>Type the code printed on the recovery sheet, then choose a new password. The data stay as they are.</translation>
        </message>
        <message>
            <source>Khôi phục bàn làm việc</source>
            <translation>Restore the desk</translation>
        </message>
        <message>
            <source>Khôi phục từ bản sao lưu</source>
            <translation>Restore from a backup</translation>
        </message>
        <message>
            <source>Mã trên &amp;phiếu khôi phục</source>
            <translation>Code on the recovery &amp;sheet</translation>
        </message>
        <message>
            <source>Mật khẩu lúc sao lưu</source>
            <translation>Password of the backup's day</translation>
        </message>
        <message>
            <source>Mật khẩu mớ&amp;i</source>
            <translation>New p&amp;assword</translation>
        </message>
        <message>
            <source>Mật khẩu mới &amp;lần nữa</source>
            <translation>New password a&amp;gain</translation>
        </message>
        <message>
            <source>Mở bằng mật khẩu lúc sao lưu, hoặc bằng mã in trên phiếu khôi phục cùng một mật khẩu mới. Bản sao lưu không bị thay đổi.</source>
            <translation>Open it with the password of that day, or with the code on the recovery sheet and a new password. The backup stays as it is.</translation>
        </message>
        <message>
            <source>Nếu quên mật khẩu ấy</source>
            <translation>If that password is forgotten</translation>
        </message>
        <message>
            <source>Quyển {book}: số phiếu in sau cùng</source>
            <translation>Book {book}: last receipt printed</translation>
        </message>
        <message>
            <source>Quên mật khẩu</source>
            <translation>Forgotten password</translation>
        </message>
        <message>
            <source>Tên đăng nhậ&amp;p</source>
            <translation>&amp;Login</translation>
        </message>
        <message>
            <source>Xem trên phiếu giấy; để trống nếu chưa in phiếu nào.</source>
            <translation>See the paper receipts; leave empty if none was printed.</translation>
        </message>
        <message>
            <source>{school}, {people} người, sao lưu lúc {made}. Phiếu mới sẽ tiếp theo số đã in trên giấy.</source>
            <translation>{school}, people: {people}, backed up {made}. New receipts continue after the numbers printed on paper.</translation>
        </message>
        <message>
            <source>Đặt mật khẩu và &amp;mở</source>
            <translation>Set password and &amp;open</translation>
        </message>
    </context>
    <context>
        <name>ExamplePage</name>
        <message>
            <source>&amp;Chào</source>
            <translation>&amp;Greet</translation>
        </message>
        <message>
            <source>Chi tiết</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Chào {name}</source>
            <translation>Hello {name}</translation>
        </message>
        <message>
            <source>Chưa có học sinh nào</source>
            <translation>No pupils yet</translation>
        </message>
        <message>
            <source>Chưa rõ</source>
            <translation>Not known</translation>
        </message>
        <message>
            <source>Chưa đóng</source>
            <translation>Not paid</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Ngày sinh</source>
            <translation>Born</translation>
        </message>
        <message>
            <source>Số CCCD</source>
            <translation>Personal id</translation>
        </message>
        <message>
            <source>Trang mẫu</source>
            <translation>Example page</translation>
        </message>
        <message>
            <source>Trạng thái</source>
            <translation>State</translation>
        </message>
        <message>
            <source>{count} học sinh</source>
            <translation>Pupils: {count}</translation>
        </message>
        <message>
            <source>Đã có thẻ khác</source>
            <translation>Other card</translation>
        </message>
        <message>
            <source>Đã đóng</source>
            <translation>Paid</translation>
        </message>
        <message>
            <source>Đưa danh sách của trường vào, hoặc dán cả lớp từ Excel.</source>
            <translation>Bring in the school's roster, or paste a class from Excel.</translation>
        </message>
        <message>
            <source>Đến trang &amp;Học sinh</source>
            <translation>To the page &amp;Pupils</translation>
        </message>
        <message>
            <source>Đọc &amp;lại</source>
            <translation>Read a&amp;gain</translation>
        </message>
    </context>
    <context>
        <name>FilterPopup</name>
        <message>
            <source>Lọc {column}…</source>
            <translation>Filter {column}…</translation>
        </message>
    </context>
    <context>
        <name>FilterSign</name>
        <message>
            <source>Lọc {wanted}: không có dòng nào · Esc bỏ lọc</source>
            <translation>Filter {wanted}: no rows · Esc shows all</translation>
        </message>
        <message>
            <source>Lọc {wanted}: {count} dòng · Esc bỏ lọc</source>
            <translation>Filter {wanted}, rows: {count} · Esc shows all</translation>
        </message>
    </context>
    <context>
        <name>FirstStart</name>
        <message>
            <source>&amp;Chủ tài khoản của trường</source>
            <translation>&amp;Owner of the school's account</translation>
        </message>
        <message>
            <source>&amp;Cơ quan BHXH</source>
            <translation>Insurance &amp;office</translation>
        </message>
        <message>
            <source>&amp;Hiệu trưởng</source>
            <translation>&amp;Principal</translation>
        </message>
        <message>
            <source>&amp;Họ tên của bạn</source>
            <translation>Your full &amp;name</translation>
        </message>
        <message>
            <source>&amp;Khôi phục từ bản sao lưu</source>
            <translation>&amp;Restore from a backup</translation>
        </message>
        <message>
            <source>&amp;Lớp đầu cấp</source>
            <translation>F&amp;irst grade</translation>
        </message>
        <message>
            <source>&amp;Mã cơ quan BHXH</source>
            <translation>Office &amp;code</translation>
        </message>
        <message>
            <source>&amp;Mã đơn vị (cơ quan BHXH cấp)</source>
            <translation>Unit &amp;code (from the insurance office)</translation>
        </message>
        <message>
            <source>&amp;Mật khẩu</source>
            <translation>&amp;Password</translation>
        </message>
        <message>
            <source>&amp;Mở bàn làm việc</source>
            <translation>&amp;Open the desk</translation>
        </message>
        <message>
            <source>&amp;Ngân hàng</source>
            <translation>&amp;Bank</translation>
        </message>
        <message>
            <source>&amp;Người lập</source>
            <translation>P&amp;reparer</translation>
        </message>
        <message>
            <source>&amp;Nhân viên thu</source>
            <translation>Coll&amp;ector</translation>
        </message>
        <message>
            <source>&amp;Quay lại</source>
            <translation>&amp;Back</translation>
        </message>
        <message>
            <source>&amp;Số tài khoản</source>
            <translation>Account &amp;number</translation>
        </message>
        <message>
            <source>&amp;Thủ quỹ</source>
            <translation>&amp;Cashier</translation>
        </message>
        <message>
            <source>&amp;Trường học</source>
            <translation>&amp;School</translation>
        </message>
        <message>
            <source>&amp;Tên trường</source>
            <translation>School &amp;name</translation>
        </message>
        <message>
            <source>&amp;Tên tài khoản</source>
            <translation>Account na&amp;me</translation>
        </message>
        <message>
            <source>&amp;Xem, in hoặc lưu phiếu</source>
            <translation>&amp;View, print or save the sheet</translation>
        </message>
        <message>
            <source>&amp;Địa phương hỗ trợ thêm</source>
            <translation>E&amp;xtra local support</translation>
        </message>
        <message>
            <source>Agribank chi nhánh Lạng Sơn</source>
            <translation>Agribank, Lạng Sơn branch</translation>
        </message>
        <message>
            <source>BHXH cơ sở Lạng Sơn</source>
            <translation>BHXH cơ sở Lạng Sơn</translation>
        </message>
        <message>
            <source>BHXH tỉnh Lạng Sơn</source>
            <translation>BHXH tỉnh Lạng Sơn</translation>
        </message>
        <message>
            <source>Bàn làm việc</source>
            <translation>Desk</translation>
        </message>
        <message>
            <source>Chỉ muốn xem thử, hoặc đã có bản sao lưu?</source>
            <translation>Only want to look around, or have a backup?</translation>
        </message>
        <message>
            <source>Chọn…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>Cơ quan BHXH, nhân viên thu</source>
            <translation>Insurance office, collector</translation>
        </message>
        <message>
            <source>Của trường, in trên giấy báo kèm mã QR. Trống: chỉ nộp tiền mặt.</source>
            <translation>The school's own; printed on notices with a QR code. Empty: cash only.</translation>
        </message>
        <message>
            <source>Dữ liệu được mã hóa bằng mật khẩu. Không ai mở được nếu thiếu mật khẩu hoặc phiếu khôi phục in ở bước sau.</source>
            <translation>The data are encrypted with the password. Nobody can open them without the password or the recovery sheet printed in the next step.</translation>
        </message>
        <message>
            <source>Enter: ô kế · Shift+Enter: ô trước</source>
            <translation>Enter: next field · Shift+Enter: field before</translation>
        </message>
        <message>
            <source>Ghi ở đầu Mẫu số 3 và trên phiếu thu.</source>
            <translation>Written in the head of Form 3 and on receipts.</translation>
        </message>
        <message>
            <source>Hãy in hoặc lưu phiếu rồi đánh dấu vào ô trên.</source>
            <translation>Print or save the sheet, then tick the box above.</translation>
        </message>
        <message>
            <source>Khi quên mật khẩu hoặc máy hỏng, chỉ mã này mở được dữ liệu. In hoặc lưu phiếu, cất cùng hồ sơ quan trọng, không để trong máy này.</source>
            <translation>When the password is forgotten or the machine breaks, only this code opens the data. Print or save the sheet and keep it with important papers, not on this machine.</translation>
        </message>
        <message>
            <source>Lớp c&amp;uối cấp</source>
            <translation>L&amp;ast grade</translation>
        </message>
        <message>
            <source>Lớp {grade}</source>
            <translation>Grade {grade}</translation>
        </message>
        <message>
            <source>Máy này dùng cho việc gì?</source>
            <translation>What is this machine for?</translation>
        </message>
        <message>
            <source>Mã khôi phục</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>Mã nhân &amp;viên thu</source>
            <translation>Collector co&amp;de</translation>
        </message>
        <message>
            <source>Mật khẩu &amp;lần nữa</source>
            <translation>Password a&amp;gain</translation>
        </message>
        <message>
            <source>Mật khẩu và sao lưu</source>
            <translation>Password and backup</translation>
        </message>
        <message>
            <source>Mỗi bàn làm việc chỉ hiện phần việc của mình. Chọn một lần khi bắt đầu.</source>
            <translation>Each desk shows only its own work. Chosen once, at the start.</translation>
        </message>
        <message>
            <source>Mở trường &amp;mẫu</source>
            <translation>Open the &amp;demo school</translation>
        </message>
        <message>
            <source>Ngân &amp;sách hỗ trợ</source>
            <translation>Supporting b&amp;udget</translation>
        </message>
        <message>
            <source>Ngân hàn&amp;g của trường</source>
            <translation>The school's &amp;bank</translation>
        </message>
        <message>
            <source>Ngân sách trung ương</source>
            <translation>Central budget</translation>
        </message>
        <message>
            <source>Ngân sách địa phương</source>
            <translation>Local budget</translation>
        </message>
        <message>
            <source>Người ký</source>
            <translation>Signatories</translation>
        </message>
        <message>
            <source>Nhà trường</source>
            <translation>School</translation>
        </message>
        <message>
            <source>Nên là ổ đĩa khác hoặc thẻ nhớ luôn cắm. Để trống: sao lưu cạnh dữ liệu.</source>
            <translation>Better another disk or a stick that stays plugged in. Empty: backups beside the data.</translation>
        </message>
        <message>
            <source>Năm phút để bắt đầu</source>
            <translation>Five minutes to start</translation>
        </message>
        <message>
            <source>Nơi &amp;KCB thường đăng ký (mã 5 ký tự)</source>
            <translation>Usual &amp;hospital (5 characters)</translation>
        </message>
        <message>
            <source>Phiếu khôi phục</source>
            <translation>Recovery sheet</translation>
        </message>
        <message>
            <source>Phường Đông Kinh, tỉnh Lạng Sơn</source>
            <translation>Phường Đông Kinh, tỉnh Lạng Sơn</translation>
        </message>
        <message>
            <source>Số tài khoản phụ &amp;huynh chuyển vào</source>
            <translation>Account that &amp;parents transfer to</translation>
        </message>
        <message>
            <source>Theo nghị quyết của HĐND tỉnh, nếu có.</source>
            <translation>By resolution of the provincial council, if any.</translation>
        </message>
        <message>
            <source>Thư mục &amp;sao lưu</source>
            <translation>Bac&amp;kup folder</translation>
        </message>
        <message>
            <source>Thẻ của lớp cuối cấp có hạn đến hết 30/9 năm tốt nghiệp.</source>
            <translation>Cards of the last grade end on 30/9 of the year of graduation.</translation>
        </message>
        <message>
            <source>Tiếp t&amp;ục · Ctrl+Enter</source>
            <translation>Contin&amp;ue · Ctrl+Enter</translation>
        </message>
        <message>
            <source>Trường THPT Chu Văn An</source>
            <translation>Trường THPT Chu Văn An</translation>
        </message>
        <message>
            <source>Trường do tỉnh quản lý: địa phương; do bộ quản lý: trung ương.</source>
            <translation>Run by the province: local; run by a ministry: central.</translation>
        </message>
        <message>
            <source>Tài khoản chuyên thu</source>
            <translation>Collection account</translation>
        </message>
        <message>
            <source>Tài khoản của cơ quan BHXH mà trường chuyển tiền vào. Xem trên văn bản gửi trường.</source>
            <translation>The insurance office's account that the school pays into. See the letter sent to the school.</translation>
        </message>
        <message>
            <source>Tên in dưới chỗ ký; để trống thì in dòng chấm.</source>
            <translation>Names printed below the signatures; empty prints a dotted line.</translation>
        </message>
        <message>
            <source>Tên và địa chỉ sẽ in trên mọi phiếu thu và danh sách.</source>
            <translation>Name and address are printed on every receipt and list.</translation>
        </message>
        <message>
            <source>Tên đăng nhậ&amp;p</source>
            <translation>&amp;Login</translation>
        </message>
        <message>
            <source>Tôi đã in hoặc &amp;lưu phiếu và cất ở nơi an toàn</source>
            <translation>I have printed or &amp;saved the sheet and put it in a safe place</translation>
        </message>
        <message>
            <source>Tỉn&amp;h, thành phố</source>
            <translation>&amp;Province, city</translation>
        </message>
        <message>
            <source>ssdesk · bắt đầu</source>
            <translation>ssdesk · start</translation>
        </message>
        <message>
            <source>thu BHYT học sinh, phiếu thu, danh sách Mẫu số 3</source>
            <translation>pupils' health insurance, receipts, the Form 3 list</translation>
        </message>
        <message>
            <source>Ít nhất 8 ký tự; một câu dễ nhớ là tốt nhất.</source>
            <translation>At least 8 characters; a phrase you remember is best.</translation>
        </message>
        <message>
            <source>Điền sẵn cho học sinh mới, sửa được từng em.</source>
            <translation>Filled in for new pupils, can be changed for each.</translation>
        </message>
        <message>
            <source>Điện t&amp;hoại của trường</source>
            <translation>School p&amp;hone</translation>
        </message>
        <message>
            <source>Địa &amp;chỉ</source>
            <translation>&amp;Address</translation>
        </message>
        <message>
            <source>để trống nếu không có; 5% hoặc 10000 đồng mỗi tháng</source>
            <translation>empty if none; 5% or 10000 đ a month</translation>
        </message>
    </context>
    <context>
        <name>FolderEditor</name>
        <message>
            <source>Chọn thư mục</source>
            <translation>Choose a folder</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>&amp;Lưu</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>&amp;Quay lại</source>
            <translation>&amp;Back</translation>
        </message>
        <message>
            <source>Đã đưa lại những gì gõ dở lần trước. Quay lại: bỏ hẳn.</source>
            <translation>What was half typed last time is back. Go back to drop it.</translation>
        </message>
    </context>
    <context>
        <name>GridView</name>
        <message>
            <source>Chép	Ctrl+C</source>
            <translation>Copy	Ctrl+C</translation>
        </message>
        <message>
            <source>Chọn cột…	Ctrl+Shift+L</source>
            <translation>Choose columns…	Ctrl+Shift+L</translation>
        </message>
        <message>
            <source>Lọc cột này…	Ctrl+F</source>
            <translation>Filter this column…	Ctrl+F</translation>
        </message>
    </context>
    <context>
        <name>HelpDialog</name>
        <message>
            <source>Các mục trợ giúp</source>
            <translation>Help topics</translation>
        </message>
        <message>
            <source>Trợ giúp</source>
            <translation>Help</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Trong bảng</source>
            <translation>In a grid</translation>
        </message>
        <message>
            <source>Trong hộp thoại</source>
            <translation>In a dialog</translation>
        </message>
        <message>
            <source>Trong phiếu</source>
            <translation>In a form</translation>
        </message>
        <message>
            <source>chép ra Excel</source>
            <translation>copies for Excel</translation>
        </message>
        <message>
            <source>chọn cột để xem</source>
            <translation>chooses columns</translation>
        </message>
        <message>
            <source>chọn nhiều dòng</source>
            <translation>selects several rows</translation>
        </message>
        <message>
            <source>chữ tự do</source>
            <translation>free text</translation>
        </message>
        <message>
            <source>chữ tự do, nhiều dòng được</source>
            <translation>free text, several lines allowed</translation>
        </message>
        <message>
            <source>dán khối từ Excel</source>
            <translation>pastes a block from Excel</translation>
        </message>
        <message>
            <source>hoàn tác, cho đến khi lưu</source>
            <translation>undoes, until saved</translation>
        </message>
        <message>
            <source>khi chỉ biết năm sinh</source>
            <translation>where only the year of birth is known</translation>
        </message>
        <message>
            <source>là 15/09/2009; cũng gõ được 15/9/2009 hay 15-9-2009</source>
            <translation>is 15/09/2009; 15/9/2009 and 15-9-2009 work too</translation>
        </message>
        <message>
            <source>lưu</source>
            <translation>saves</translation>
        </message>
        <message>
            <source>lọc cột đang đứng</source>
            <translation>filters the column</translation>
        </message>
        <message>
            <source>một số nguyên</source>
            <translation>a whole number</translation>
        </message>
        <message>
            <source>mở danh sách chọn</source>
            <translation>opens the choices</translation>
        </message>
        <message>
            <source>mở danh sách; ↑ ↓ chọn, gõ chữ đầu để nhảy tới</source>
            <translation>opens the list; ↑ ↓ choose, typing jumps</translation>
        </message>
        <message>
            <source>mở dòng</source>
            <translation>opens the row</translation>
        </message>
        <message>
            <source>phải có</source>
            <translation>must be filled in</translation>
        </message>
        <message>
            <source>quay lại, không làm gì</source>
            <translation>go back, do nothing</translation>
        </message>
        <message>
            <source>số tiền tính bằng đồng, không cần gõ dấu chấm</source>
            <translation>sum in đ, dots need not be typed</translation>
        </message>
        <message>
            <source>sửa ô</source>
            <translation>edits the cell</translation>
        </message>
        <message>
            <source>trợ giúp của trang đang mở</source>
            <translation>help of the page behind</translation>
        </message>
        <message>
            <source>xóa trắng ô</source>
            <translation>empties the cell</translation>
        </message>
        <message>
            <source>ô kế / ô trước</source>
            <translation>next / last field</translation>
        </message>
        <message>
            <source>ô phải xem kế tiếp / trước</source>
            <translation>next / last cell to look at</translation>
        </message>
        <message>
            <source>điền xuống</source>
            <translation>fills down</translation>
        </message>
        <message>
            <source>đánh dấu hoặc bỏ dấu</source>
            <translation>tick or untick</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>Phím trên trang này</source>
            <translation>Keys on this page</translation>
        </message>
    </context>
    <context>
        <name>ListWords</name>
        <message>
            <source>Chỉ đổi nơi khám</source>
            <translation>Only another hospital</translation>
        </message>
        <message>
            <source>Giảm</source>
            <translation>Giảm</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Mẫu</source>
            <translation>Form</translation>
        </message>
        <message>
            <source>Mức</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Ngày lập</source>
            <translation>Made on</translation>
        </message>
        <message>
            <source>Phần Giảm</source>
            <translation>Under Giảm</translation>
        </message>
        <message>
            <source>Số</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Số em</source>
            <translation>Pupils</translation>
        </message>
        <message>
            <source>Số tiền</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>Tiền</source>
            <translation>Money</translation>
        </message>
        <message>
            <source>Vì sao và cách sửa</source>
            <translation>Why and what to do</translation>
        </message>
        <message>
            <source>chờ thanh toán</source>
            <translation>awaiting payment</translation>
        </message>
        <message>
            <source>danh sách = biên lai = chuyển khoản</source>
            <translation>list = receipts = transfer</translation>
        </message>
        <message>
            <source>xem lại</source>
            <translation>look again</translation>
        </message>
        <message>
            <source>{n} em</source>
            <translation>Pupils: {n}</translation>
        </message>
        <message>
            <source>{n} em chưa khớp tiền</source>
            <translation>not matching the money: {n}</translation>
        </message>
        <message>
            <source>Đề nghị hoàn trả</source>
            <translation>Refund asked for</translation>
        </message>
        <message>
            <source>đủ tiền</source>
            <translation>paid in full</translation>
        </message>
        <message>
            <source>ở lại</source>
            <translation>stays</translation>
        </message>
    </context>
    <context>
        <name>ListsPage</name>
        <message>
            <source>&amp;Gói gửi đi</source>
            <translation>&amp;Bundles</translation>
        </message>
        <message>
            <source>&amp;In để ký</source>
            <translation>&amp;Print to sign</translation>
        </message>
        <message>
            <source>&amp;Lập danh sách</source>
            <translation>&amp;Make the list</translation>
        </message>
        <message>
            <source>&amp;Mẫu</source>
            <translation>F&amp;orm</translation>
        </message>
        <message>
            <source>&amp;Ngày lập</source>
            <translation>Made o&amp;n</translation>
        </message>
        <message>
            <source>&amp;Thẻ BHYT</source>
            <translation>&amp;Cards</translation>
        </message>
        <message>
            <source>&amp;Xem trước</source>
            <translation>Pre&amp;view</translation>
        </message>
        <message>
            <source>Biên lai</source>
            <translation>Receipts</translation>
        </message>
        <message>
            <source>Chưa lập danh sách nào. Thu đủ tiền, rồi Ctrl+Enter.</source>
            <translation>No list yet. Collect in full, then Ctrl+Enter.</translation>
        </message>
        <message>
            <source>Chưa đóng đủ</source>
            <translation>Not paid in full</translation>
        </message>
        <message>
            <source>Danh sách</source>
            <translation>List</translation>
        </message>
        <message>
            <source>Danh sách gửi cơ quan BHXH: kiểm tra, ký, in, xuất Excel</source>
            <translation>Lists to the social insurance office: check, sign, print, write as Excel</translation>
        </message>
        <message>
            <source>Danh sách sắp lập</source>
            <translation>The list to be made</translation>
        </message>
        <message>
            <source>Enter mở hồ sơ của em. Em còn lỗi chặn thì ở lại, gửi ở danh sách sau.</source>
            <translation>Enter opens the pupil. Pupils with blocking problems stay and go with the next list.</translation>
        </message>
        <message>
            <source>Hồ sơ</source>
            <translation>Submissions</translation>
        </message>
        <message>
            <source>Lập danh sách</source>
            <translation>Make the list</translation>
        </message>
        <message>
            <source>Lập {form} gồm {count} em, {money} đ. Lập rồi thì không sửa dòng nào.</source>
            <translation>Make {form}; pupils: {count}, {money} đ. Once made, no line changes.</translation>
        </message>
        <message>
            <source>Mẫu số &amp;2</source>
            <translation>Mẫu số &amp;2</translation>
        </message>
        <message>
            <source>Ngày lập quyết định mẫu nào có hiệu lực.</source>
            <translation>The date decides which form is valid.</translation>
        </message>
        <message>
            <source>Phải xem trước khi gửi</source>
            <translation>Look at before sending</translation>
        </message>
        <message>
            <source>Tiền của {differ} em chưa chuyển đủ. Lập {form} gồm {count} em, {money} đ và ghi “chờ thanh toán”?</source>
            <translation>Pupils whose money was not fully transferred: {differ}. Make {form} (pupils: {count}, {money} đ) and mark it “awaiting payment”?</translation>
        </message>
        <message>
            <source>Xuất &amp;Excel</source>
            <translation>Export &amp;Excel</translation>
        </message>
        <message>
            <source>Xuất D03+TK1</source>
            <translation>Export D03+TK1</translation>
        </message>
        <message>
            <source>Xuất Excel</source>
            <translation>Export Excel</translation>
        </message>
        <message>
            <source>{count} em vào danh sách</source>
            <translation>Pupils for the list: {count}</translation>
        </message>
        <message>
            <source>{n} em</source>
            <translation>Pupils: {n}</translation>
        </message>
        <message>
            <source>Đã chuyển</source>
            <translation>Transferred</translation>
        </message>
        <message>
            <source>Đã lưu {name}</source>
            <translation>Saved {name}</translation>
        </message>
        <message>
            <source>Đã lập</source>
            <translation>Made</translation>
        </message>
        <message>
            <source>Đã lập {form} số {number}, {people} em · F8 in để ký · F6 xuất Excel</source>
            <translation>Made {form} number {number}, pupils: {people} · F8 prints to sign · F6 exports Excel</translation>
        </message>
        <message>
            <source>Đúng theo ngày lập</source>
            <translation>Right for the date</translation>
        </message>
        <message>
            <source>Ở lại</source>
            <translation>Stays</translation>
        </message>
    </context>
    <context>
        <name>LoginCard</name>
        <message>
            <source>&amp;Bàn làm việc khác…</source>
            <translation>Another &amp;desk…</translation>
        </message>
        <message>
            <source>&amp;Mật khẩu</source>
            <translation>&amp;Password</translation>
        </message>
        <message>
            <source>&amp;Người khác, hoặc quên mật khẩu…</source>
            <translation>Somebody &amp;else, or the password is forgotten…</translation>
        </message>
        <message>
            <source>&amp;Quên mật khẩu</source>
            <translation>&amp;Forgotten password</translation>
        </message>
        <message>
            <source>Mở &amp;khóa · Enter</source>
            <translation>&amp;Unlock · Enter</translation>
        </message>
        <message>
            <source>Tên đăng nhậ&amp;p</source>
            <translation>&amp;Login</translation>
        </message>
        <message>
            <source>Đăng &amp;nhập · Enter</source>
            <translation>Log &amp;in · Enter</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Chọn năm học</source>
            <translation>Choose the school year</translation>
        </message>
        <message>
            <source>Dừng việc đang chạy</source>
            <translation>Stop the running work</translation>
        </message>
        <message>
            <source>Khóa máy</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>Phím trên trang này</source>
            <translation>Keys on this page</translation>
        </message>
        <message>
            <source>Trang sau</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>Trang trước</source>
            <translation>Page before</translation>
        </message>
        <message>
            <source>Trợ giúp</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Tìm mọi thứ</source>
            <translation>Find anything</translation>
        </message>
        <message>
            <source>Đến danh sách trang</source>
            <translation>Go to the list of pages</translation>
        </message>
        <message>
            <source>Đổi ngôn ngữ</source>
            <translation>Change language</translation>
        </message>
        <message>
            <source>Ở mọi trang</source>
            <translation>On every page</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>&amp;Lý do (được lưu lại)</source>
            <translation>&amp;Reason (is kept)</translation>
        </message>
        <message>
            <source>&amp;Quay lại</source>
            <translation>&amp;Back</translation>
        </message>
        <message>
            <source>Cần xem lại</source>
            <translation>Please look again</translation>
        </message>
        <message>
            <source>Đã &amp;xem</source>
            <translation>&amp;Seen</translation>
        </message>
    </context>
    <context>
        <name>MoneyForms</name>
        <message>
            <source>&amp;Ghi và khóa ngày</source>
            <translation>&amp;Post and close the day</translation>
        </message>
        <message>
            <source>&amp;Lý do nếu lệch</source>
            <translation>&amp;Reason for a difference</translation>
        </message>
        <message>
            <source>&amp;Lập và in lệnh</source>
            <translation>&amp;Make and print the order</translation>
        </message>
        <message>
            <source>&amp;Ngày chuyển</source>
            <translation>&amp;Transferred on</translation>
        </message>
        <message>
            <source>&amp;Ngày kiểm</source>
            <translation>&amp;Day of the count</translation>
        </message>
        <message>
            <source>&amp;Người giao</source>
            <translation>Handed over &amp;by</translation>
        </message>
        <message>
            <source>&amp;Nhận và in phiếu</source>
            <translation>&amp;Receive and print the slip</translation>
        </message>
        <message>
            <source>&amp;Nội dung chuyển</source>
            <translation>Transfer &amp;memo</translation>
        </message>
        <message>
            <source>&amp;Phiếu</source>
            <translation>&amp;Paper</translation>
        </message>
        <message>
            <source>&amp;Số tham chiếu</source>
            <translation>&amp;Reference number</translation>
        </message>
        <message>
            <source>&amp;Xem và in</source>
            <translation>&amp;Look and print</translation>
        </message>
        <message>
            <source>&amp;Đếm được</source>
            <translation>&amp;Counted</translation>
        </message>
        <message>
            <source>Chuyển {money} đ về tài khoản chuyên thu của cơ quan BHXH.</source>
            <translation>Transfer {money} đ to the insurance office's collection account.</translation>
        </message>
        <message>
            <source>Kiểm quỹ cuối ngày</source>
            <translation>Evening cash count</translation>
        </message>
        <message>
            <source>Kiểm quỹ {day} đếm được {counted} đ, thiếu {money} đ ({note}): hãy bù đủ trước khi nộp ngân hàng.</source>
            <translation>The count of {day} found {counted} đ, {money} đ short ({note}): make it up before going to the bank.</translation>
        </message>
        <message>
            <source>Kiểm quỹ {day} đếm được {counted} đ, thừa {money} đ ({note}): số thừa không thuộc lệnh này, hãy tìm xem của ai để trả lại.</source>
            <translation>The count of {day} found {counted} đ, {money} đ over ({note}): what is over is no part of this order; find out whose it is and give it back.</translation>
        </message>
        <message>
            <source>Lập lệnh chuyển</source>
            <translation>Make a transfer order</translation>
        </message>
        <message>
            <source>Lệnh số {number} mang ngày {ordered} vì quỹ hôm nay đã kiểm. Hãy ghi số tham chiếu của ngân hàng từ ngày đó.</source>
            <translation>Order {number} bears {ordered}, because today's cash is already counted. Enter the bank's reference from that day on.</translation>
        </message>
        <message>
            <source>Lệnh số {number}: ngân hàng đã chuyển</source>
            <translation>Order {number}: the bank has transferred</translation>
        </message>
        <message>
            <source>Nhận tiền lớp {name}</source>
            <translation>Receive the money of class {name}</translation>
        </message>
        <message>
            <source>Phiếu chi hoàn trả đã lập</source>
            <translation>Refunds made</translation>
        </message>
        <message>
            <source>Phiếu kiểm quỹ đã lập</source>
            <translation>Sheets of earlier counts</translation>
        </message>
        <message>
            <source>Sổ ghi {money} đ. Ghi số tờ; kiểm xong thì ngày này khóa lại.</source>
            <translation>The books say {money} đ. Enter the number of notes; after the count the day is closed.</translation>
        </message>
        <message>
            <source>Tờ {value}</source>
            <translation>Notes of {value}</translation>
        </message>
        <message>
            <source>khớp</source>
            <translation>holds</translation>
        </message>
        <message>
            <source>thiếu {money} đ</source>
            <translation>{money} đ short</translation>
        </message>
        <message>
            <source>thừa {money} đ</source>
            <translation>{money} đ over</translation>
        </message>
        <message>
            <source>{counted} · còn thiếu {rest} đ so với sổ</source>
            <translation>{counted} · {rest} đ short of the books</translation>
        </message>
        <message>
            <source>{counted} · lẻ {rest} đ không có tờ tiền, không cần lý do</source>
            <translation>{counted} · {rest} đ have no note that small; no reason needed</translation>
        </message>
        <message>
            <source>{counted} · thừa {rest} đ so với sổ</source>
            <translation>{counted} · {rest} đ over the books</translation>
        </message>
        <message>
            <source>{counted}: khớp với sổ.</source>
            <translation>{counted}: as the books say.</translation>
        </message>
        <message>
            <source>{money} đ</source>
            <translation>{money} đ</translation>
        </message>
        <message>
            <source>Đếm tiền rồi gõ số đếm được; lệch với biên lai thì được báo ngay.</source>
            <translation>Count the money and type what was counted; you are told at once where receipts differ.</translation>
        </message>
        <message>
            <source>Đếm được {money} đ</source>
            <translation>{money} đ counted</translation>
        </message>
        <message>
            <source>Để trống: mã đơn vị, tên trường, tháng.</source>
            <translation>Empty: unit code, school name, month.</translation>
        </message>
    </context>
    <context>
        <name>MoneyOnPage</name>
        <message>
            <source>&amp;Kiểm quỹ</source>
            <translation>&amp;Count cash</translation>
        </message>
        <message>
            <source>&amp;Sao kê</source>
            <translation>&amp;Statement</translation>
        </message>
        <message>
            <source>Chưa hoàn trả lần nào</source>
            <translation>Nothing was given back yet</translation>
        </message>
        <message>
            <source>Chưa kiểm quỹ lần nào</source>
            <translation>No cash was counted yet</translation>
        </message>
        <message>
            <source>Cộng = biên lai còn hiệu lực</source>
            <translation>Total = valid receipts</translation>
        </message>
        <message>
            <source>Danh sách = biên lai = chuyển khoản</source>
            <translation>List = receipts = transfer</translation>
        </message>
        <message>
            <source>Danh sách {listed} · biên lai {receipted} · lệnh chuyển {transferred}</source>
            <translation>List {listed} · receipts {receipted} · orders {transferred}</translation>
        </message>
        <message>
            <source>Giáo viên chủ nhiệm</source>
            <translation>Homeroom teacher</translation>
        </message>
        <message>
            <source>Giáo viên đang giữ</source>
            <translation>With the teachers</translation>
        </message>
        <message>
            <source>In lệnh chuyển</source>
            <translation>Print the transfer order</translation>
        </message>
        <message>
            <source>Không giáo viên nào còn giữ tiền.</source>
            <translation>No teacher holds money any more.</translation>
        </message>
        <message>
            <source>Lấy lại lệnh</source>
            <translation>Take an order back</translation>
        </message>
        <message>
            <source>Lấy lại lệnh số {number}</source>
            <translation>Take order {number} back</translation>
        </message>
        <message>
            <source>Lậ&amp;p lệnh chuyển</source>
            <translation>Make a &amp;transfer order</translation>
        </message>
        <message>
            <source>Lệnh chuyển số {number}: {money} đ</source>
            <translation>Transfer order {number}: {money} đ</translation>
        </message>
        <message>
            <source>Lệnh chuyển về tài khoản chuyên thu</source>
            <translation>Transfer order to the collection account</translation>
        </message>
        <message>
            <source>Lệnh số {number} đã có xác nhận của ngân hàng</source>
            <translation>Order {number} is confirmed by the bank</translation>
        </message>
        <message>
            <source>Lớp {name} đã giao {money} đ, phiếu số {number}</source>
            <translation>Class {name} handed over {money} đ, slip number {number}</translation>
        </message>
        <message>
            <source>Ngân &amp;hàng đã chuyển</source>
            <translation>&amp;Bank has transferred</translation>
        </message>
        <message>
            <source>Ngân hàng của trường</source>
            <translation>The school's bank</translation>
        </message>
        <message>
            <source>Nhận tiền &amp;lớp</source>
            <translation>Receive class &amp;money</translation>
        </message>
        <message>
            <source>Nộp tiền</source>
            <translation>Money on</translation>
        </message>
        <message>
            <source>Phiếu chi hoàn trả</source>
            <translation>Papers of refunds</translation>
        </message>
        <message>
            <source>Phiếu kiểm quỹ cũ</source>
            <translation>Sheets of earlier counts</translation>
        </message>
        <message>
            <source>Sẵn sàng chuyển: {money} đ của các em đã đóng đủ.</source>
            <translation>Ready to transfer: {money} đ of pupils who paid in full.</translation>
        </message>
        <message>
            <source>Thủ quỹ</source>
            <translation>Cashier</translation>
        </message>
        <message>
            <source>Trong lệnh chuyển, chờ ngân hàng</source>
            <translation>In transfer orders, waiting for the bank</translation>
        </message>
        <message>
            <source>Từ giáo viên đến thủ quỹ, từ thủ quỹ đến cơ quan BHXH</source>
            <translation>From teacher to cashier, from cashier to the insurance office</translation>
        </message>
        <message>
            <source>Từng đồng đang ở đâu</source>
            <translation>Where every dong is</translation>
        </message>
        <message>
            <source>{money} đ về lại quỹ và chờ lệnh khác. Chỉ lấy lại khi ngân hàng chưa chuyển.</source>
            <translation>{money} đ go back to the till and wait for another order. Only while the bank has not transferred them.</translation>
        </message>
        <message>
            <source>{sums}: khớp đến từng đồng.</source>
            <translation>{sums}: equal to the dong.</translation>
        </message>
        <message>
            <source>{sums}: lệch ở {count} em dưới đây.</source>
            <translation>{sums}: pupils who differ, below: {count}.</translation>
        </message>
        <message>
            <source>Đang giữ {held} đ · đã lập lệnh {sent} đ</source>
            <translation>{held} đ held · {sent} đ in orders</translation>
        </message>
        <message>
            <source>Đã kiểm quỹ {money} đ</source>
            <translation>Counted {money} đ</translation>
        </message>
        <message>
            <source>Đã lấy lại lệnh số {number}</source>
            <translation>Order {number} taken back</translation>
        </message>
    </context>
    <context>
        <name>MoneyWords</name>
        <message>
            <source>Biên lai</source>
            <translation>Receipts</translation>
        </message>
        <message>
            <source>Chiều nay thủ quỹ phải có {money} đ tiền mặt: F5 kiểm quỹ.</source>
            <translation>This evening the cashier must hold {money} đ in cash: F5 counts.</translation>
        </message>
        <message>
            <source>Danh sách</source>
            <translation>List</translation>
        </message>
        <message>
            <source>Hôm nay đã hoàn trả {money} đ ({count} phiếu): Shift+F7 in lại.</source>
            <translation>Given back today: {money} đ (papers: {count}): Shift+F7 prints them.</translation>
        </message>
        <message>
            <source>Hôm nay đã kiểm quỹ, F5 in lại phiếu; khoản thu mới ghi vào ngày mai.</source>
            <translation>Today is counted, F5 prints the sheet again; new money counts to tomorrow.</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Kiểm {day}: đếm được {money} đ ({note}); nêu ở đây đến lần kiểm khớp.</source>
            <translation>Count of {day}: {money} đ found ({note}); told here until a count agrees.</translation>
        </message>
        <message>
            <source>Lệnh chuyển</source>
            <translation>In orders</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Ngày</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Ngân hàng đã chuyển</source>
            <translation>Transferred by the bank</translation>
        </message>
        <message>
            <source>Phải giao</source>
            <translation>To hand over</translation>
        </message>
        <message>
            <source>Số</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Số tham chiếu</source>
            <translation>Reference</translation>
        </message>
        <message>
            <source>Số tiền</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>Thiếu lần trước</source>
            <translation>Short before</translation>
        </message>
        <message>
            <source>Trạng thái</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Vì sao</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>chưa vào lệnh chuyển</source>
            <translation>in no order yet</translation>
        </message>
        <message>
            <source>chờ ngân hàng</source>
            <translation>waiting for the bank</translation>
        </message>
        <message>
            <source>có trong danh sách, chưa đóng</source>
            <translation>in the list, not paid</translation>
        </message>
        <message>
            <source>có trong danh sách, đóng thiếu</source>
            <translation>in the list, paid too little</translation>
        </message>
        <message>
            <source>mới đóng một phần</source>
            <translation>part paid only</translation>
        </message>
        <message>
            <source>ngân hàng đã chuyển</source>
            <translation>transferred by the bank</translation>
        </message>
        <message>
            <source>đã lấy lại</source>
            <translation>taken back</translation>
        </message>
        <message>
            <source>đã đóng, chưa vào danh sách</source>
            <translation>paid, not in a list</translation>
        </message>
        <message>
            <source>– của các năm học trước</source>
            <translation>– of earlier school years</translation>
        </message>
        <message>
            <source>– kiểm {day}: thiếu</source>
            <translation>– counted {day}: short</translation>
        </message>
        <message>
            <source>– kiểm {day}: thừa</source>
            <translation>– counted {day}: over</translation>
        </message>
    </context>
    <context>
        <name>OnePupilSteps</name>
        <message>
            <source>Thôi đăng ký</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>Thôi đăng ký {name}. Vì sao?</source>
            <translation>Withdraw {name}. Why?</translation>
        </message>
        <message>
            <source>{name} nhận thẻ giấy</source>
            <translation>{name} gets a card on paper</translation>
        </message>
        <message>
            <source>{name} nhận thẻ điện tử</source>
            <translation>{name} gets an electronic card</translation>
        </message>
        <message>
            <source>Đã ghi cho {name}</source>
            <translation>Saved for {name}</translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>&amp;Thu tiền lớp</source>
            <translation>&amp;Collect a class</translation>
        </message>
        <message>
            <source>Ai đã có thẻ, ai đã đóng, ai còn lại</source>
            <translation>Who has a card, who has paid, who is left</translation>
        </message>
        <message>
            <source>Chưa có học sinh nào trong năm học này</source>
            <translation>No pupils in this school year yet</translation>
        </message>
        <message>
            <source>Chưa rõ</source>
            <translation>Not known</translation>
        </message>
        <message>
            <source>Chưa đóng</source>
            <translation>Not paid</translation>
        </message>
        <message>
            <source>Danh sách &amp;còn lại</source>
            <translation>&amp;Left-over list</translation>
        </message>
        <message>
            <source>Enter mở hồ sơ · mỗi em cần một lý do trước khi gửi danh sách.</source>
            <translation>Enter opens the pupil · each needs a reason before the list is sent.</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Không còn em nào chưa rõ</source>
            <translation>Nobody is unaccounted for</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Mũi tên chọn một phần, Enter mở danh sách</source>
            <translation>Arrows choose a part, Enter opens its list</translation>
        </message>
        <message>
            <source>Mọi em đều đã có thẻ, đã đóng hoặc đã đăng ký.</source>
            <translation>Every pupil has a card, has paid or is enrolled.</translation>
        </message>
        <message>
            <source>Ngày sinh</source>
            <translation>Born</translation>
        </message>
        <message>
            <source>Tham gia BHYT</source>
            <translation>Health insurance cover</translation>
        </message>
        <message>
            <source>Theo lớp</source>
            <translation>By class</translation>
        </message>
        <message>
            <source>Toàn trường {count} học sinh · đã thu {money} đ · còn phải thu {due} đ</source>
            <translation>Pupils of the whole school: {count} · collected {money} đ · still due {due} đ</translation>
        </message>
        <message>
            <source>Tổng quan năm học {year}</source>
            <translation>Overview of the school year {year}</translation>
        </message>
        <message>
            <source>Việc cần làm</source>
            <translation>To do</translation>
        </message>
        <message>
            <source>Vì sao</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>chưa hỏi</source>
            <translation>not asked</translation>
        </message>
        <message>
            <source>còn {count} em</source>
            <translation>{count} left</translation>
        </message>
        <message>
            <source>mới vào</source>
            <translation>new</translation>
        </message>
        <message>
            <source>thiếu CCCD</source>
            <translation>no personal id</translation>
        </message>
        <message>
            <source>thẻ khác chưa có giấy</source>
            <translation>other card not proven</translation>
        </message>
        <message>
            <source>thẻ khác đã hết hạn</source>
            <translation>other card has ended</translation>
        </message>
        <message>
            <source>{insured} / {pupils} em</source>
            <translation>{insured} / {pupils}</translation>
        </message>
        <message>
            <source>{left} em chưa rõ — {covered} + {school} = {known}, sĩ số {pupils}</source>
            <translation>{left} unaccounted for — {covered} + {school} = {known}, roster {pupils}</translation>
        </message>
        <message>
            <source>Đây là {shown} em đầu · F6 mở danh sách đủ {left} em.</source>
            <translation>Shown: {shown} · F6 opens the whole list, pupils: {left}.</translation>
        </message>
        <message>
            <source>Đã có thẻ khác</source>
            <translation>Other card</translation>
        </message>
        <message>
            <source>Đã đóng</source>
            <translation>Paid</translation>
        </message>
        <message>
            <source>Đưa &amp;danh sách vào</source>
            <translation>&amp;Bring in a roster</translation>
        </message>
        <message>
            <source>Đưa danh sách của trường vào từ Excel hoặc dán cả lớp. Trang này sẽ cho thấy ai đã có thẻ, ai đã đóng và ai còn lại.</source>
            <translation>Bring in the school's roster from Excel or paste a class. This page will show who has a card, who has paid and who is left.</translation>
        </message>
    </context>
    <context>
        <name>OwingWords</name>
        <message>
            <source>Không có em nào còn phải đóng khớp với “{typed}”.</source>
            <translation>Nobody who still owes matches “{typed}”.</translation>
        </message>
        <message>
            <source>{count} em khớp: {names}… Hãy gõ thêm lớp hoặc số CCCD.</source>
            <translation>Pupils that match: {count}: {names}… Add the class or the personal id.</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Báo cáo</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>Chuyển sang năm học mới</source>
            <translation>Move on to the next school year</translation>
        </message>
        <message>
            <source>Cài đặt</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Gói gửi cơ quan BHXH</source>
            <translation>Bundles to the office</translation>
        </message>
        <message>
            <source>Học sinh</source>
            <translation>Pupils</translation>
        </message>
        <message>
            <source>Hồ sơ</source>
            <translation>Submissions</translation>
        </message>
        <message>
            <source>Khóa sổ năm học</source>
            <translation>Close the school year</translation>
        </message>
        <message>
            <source>Mẫu số 2</source>
            <translation>Mẫu số 2 (declarations)</translation>
        </message>
        <message>
            <source>Nhận danh sách thẻ</source>
            <translation>Take cards in</translation>
        </message>
        <message>
            <source>Nhập chồng biên lai</source>
            <translation>Enter a stack</translation>
        </message>
        <message>
            <source>Nhập danh sách</source>
            <translation>Roster in</translation>
        </message>
        <message>
            <source>Nộp tiền</source>
            <translation>Money on</translation>
        </message>
        <message>
            <source>Phiếu thu</source>
            <translation>Receipts</translation>
        </message>
        <message>
            <source>Sao kê ngân hàng</source>
            <translation>Bank statements</translation>
        </message>
        <message>
            <source>Thẻ BHYT</source>
            <translation>Cards</translation>
        </message>
        <message>
            <source>Tổng quan</source>
            <translation>Overview</translation>
        </message>
        <message>
            <source>Đợt thu</source>
            <translation>Collection</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Gõ tên, 4 số cuối CCCD, lớp hoặc một lệnh…</source>
            <translation>Type a name, the last 4 digits of an id, a class or a command…</translation>
        </message>
        <message>
            <source>Không tìm thấy gì</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>Tìm mọi thứ</source>
            <translation>Find anything</translation>
        </message>
        <message>
            <source>lệnh</source>
            <translation>command</translation>
        </message>
        <message>
            <source>trang</source>
            <translation>page</translation>
        </message>
        <message>
            <source>↑ ↓ chọn · Enter mở · Esc đóng</source>
            <translation>↑ ↓ choose · Enter opens · Esc closes</translation>
        </message>
    </context>
    <context>
        <name>PreviewDialog</name>
        <message numerus="yes">
            <source>%n trang</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;In · Ctrl+P</source>
            <translation>&amp;Print · Ctrl+P</translation>
        </message>
        <message>
            <source>&amp;Lưu PDF</source>
            <translation>&amp;Save PDF</translation>
        </message>
        <message>
            <source>Lưu PDF</source>
            <translation>Save PDF</translation>
        </message>
        <message>
            <source>Phóng to</source>
            <translation>Larger</translation>
        </message>
        <message>
            <source>Thu nhỏ</source>
            <translation>Smaller</translation>
        </message>
        <message>
            <source>Trang {number}</source>
            <translation>Page {number}</translation>
        </message>
        <message>
            <source>Tệp PDF (*.pdf)</source>
            <translation>PDF files (*.pdf)</translation>
        </message>
        <message>
            <source>in</source>
            <translation>print</translation>
        </message>
        <message>
            <source>lên, xuống</source>
            <translation>up, down</translation>
        </message>
        <message>
            <source>lưu PDF</source>
            <translation>save PDF</translation>
        </message>
        <message>
            <source>phóng to / thu nhỏ</source>
            <translation>larger / smaller</translation>
        </message>
        <message>
            <source>trang đầu / trang cuối</source>
            <translation>first / last page</translation>
        </message>
        <message>
            <source>vừa bề ngang</source>
            <translation>fit the width</translation>
        </message>
        <message>
            <source>Đã lưu {name} vào {folder}</source>
            <translation>{name} was saved in {folder}</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Tệp PDF (*.pdf)</source>
            <translation>PDF files (*.pdf)</translation>
        </message>
    </context>
    <context>
        <name>ProfileSection</name>
        <message>
            <source>&amp;Lưu hồ sơ</source>
            <translation>&amp;Save profile</translation>
        </message>
        <message>
            <source>Chuyên trách hoặc kiêm nhiệm. Trống: chưa có.</source>
            <translation>Full time or beside other work. Empty: none yet.</translation>
        </message>
        <message>
            <source>Hồ sơ đơn vị</source>
            <translation>Profile of the desk</translation>
        </message>
        <message>
            <source>In trên phiếu thu và danh sách lập từ nay về sau; giấy tờ đã lập giữ nguyên.</source>
            <translation>Printed on receipts and lists from now on; papers already made stay as they are.</translation>
        </message>
        <message>
            <source>Nhân viên &amp;y tế trường học</source>
            <translation>School health worke&amp;r</translation>
        </message>
        <message>
            <source>Phòng hoặc góc sơ &amp;cứu</source>
            <translation>First-ai&amp;d room or corner</translation>
        </message>
        <message>
            <source>Sao lưu</source>
            <translation>Backup</translation>
        </message>
        <message>
            <source>Thư mục &amp;sao lưu thứ hai</source>
            <translation>Second bac&amp;kup folder</translation>
        </message>
        <message>
            <source>Y tế trường học</source>
            <translation>School health</translation>
        </message>
        <message>
            <source>Đã lưu hồ sơ đơn vị</source>
            <translation>Profile saved</translation>
        </message>
        <message>
            <source>Ở đâu trong trường. Trống: chưa có.</source>
            <translation>Where in the school. Empty: none yet.</translation>
        </message>
    </context>
    <context>
        <name>PupilActs</name>
        <message>
            <source>Bỏ thẻ khác</source>
            <translation>Drop other card</translation>
        </message>
        <message>
            <source>Bỏ thẻ khác của {count} em. Vì sao?</source>
            <translation>Drop the other card of the pupils chosen ({count}). Why?</translation>
        </message>
        <message>
            <source>Giữ số {number} của {name} dù trái ngày sinh hoặc giới tính. Căn cứ?</source>
            <translation>Keep number {number} of {name} although it contradicts birth date or sex. On what evidence?</translation>
        </message>
        <message>
            <source>Giữ số định danh</source>
            <translation>Keep the personal id</translation>
        </message>
        <message>
            <source>Lý do chưa tham gia</source>
            <translation>Reason for not taking part</translation>
        </message>
        <message>
            <source>Vì sao {name} chưa tham gia?</source>
            <translation>Why does {name} not take part?</translation>
        </message>
        <message>
            <source>Đã chuyển lớp {count} em</source>
            <translation>Class changed, pupils: {count}</translation>
        </message>
        <message>
            <source>Đã ghi cho {count} em</source>
            <translation>Saved, pupils: {count}</translation>
        </message>
        <message>
            <source>Đã ghi chuyển đi; em vẫn ở trong sổ năm học</source>
            <translation>Transfer out saved; the pupil stays in the books of this school year</translation>
        </message>
        <message>
            <source>Đã ghi lý do</source>
            <translation>Reason saved</translation>
        </message>
        <message>
            <source>Đã ghi thông tin lớp</source>
            <translation>Class saved</translation>
        </message>
        <message>
            <source>Đã lưu {name}</source>
            <translation>Saved {name}</translation>
        </message>
    </context>
    <context>
        <name>PupilForms</name>
        <message>
            <source>&amp;Ghi chú</source>
            <translation>&amp;Note</translation>
        </message>
        <message>
            <source>&amp;Giáo viên chủ nhiệm</source>
            <translation>&amp;Homeroom teacher</translation>
        </message>
        <message>
            <source>&amp;Giấy tờ đã xem</source>
            <translation>&amp;Paper seen</translation>
        </message>
        <message>
            <source>&amp;Họ và tên</source>
            <translation>&amp;Full name</translation>
        </message>
        <message>
            <source>&amp;Loại</source>
            <translation>&amp;Kind</translation>
        </message>
        <message>
            <source>&amp;Lý do</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>&amp;Lớp</source>
            <translation>&amp;Class</translation>
        </message>
        <message>
            <source>&amp;Mã học sinh</source>
            <translation>&amp;Pupil code</translation>
        </message>
        <message>
            <source>&amp;Mã lớp gửi BHXH</source>
            <translation>&amp;Class code for the office</translation>
        </message>
        <message>
            <source>&amp;Ngày đi</source>
            <translation>&amp;Leaves on</translation>
        </message>
        <message>
            <source>&amp;Phái</source>
            <translation>Se&amp;x</translation>
        </message>
        <message>
            <source>&amp;Số thẻ</source>
            <translation>Card n&amp;umber</translation>
        </message>
        <message>
            <source>&amp;Đối tượng</source>
            <translation>&amp;Group</translation>
        </message>
        <message>
            <source>150910 hoặc 15/9/2010 hoặc 2010</source>
            <translation>150910 or 15/9/2010 or 2010</translation>
        </message>
        <message>
            <source>Cha m&amp;ẹ</source>
            <translation>Par&amp;ent</translation>
        </message>
        <message>
            <source>Chuyển lớp · {n} em</source>
            <translation>Change class · pupils: {n}</translation>
        </message>
        <message>
            <source>Chuyển đi · {name}</source>
            <translation>Transfer out · {name}</translation>
        </message>
        <message>
            <source>Chọn…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>Dân &amp;tộc</source>
            <translation>E&amp;thnicity</translation>
        </message>
        <message>
            <source>Gõ mã hoặc tên, không cần dấu: BT, ngheo, bao tro…</source>
            <translation>Type a code or a name, tone marks or not: BT, ngheo, bao tro…</translation>
        </message>
        <message>
            <source>Lớp {name}</source>
            <translation>Class {name}</translation>
        </message>
        <message>
            <source>Mã 5 ký tự hoặc tên; để trống: nơi thường dùng</source>
            <translation>Code of 5 characters or name; empty: the usual one</translation>
        </message>
        <message>
            <source>Mã số &amp;BHYT</source>
            <translation>Insurance num&amp;ber</translation>
        </message>
        <message>
            <source>Nam</source>
            <translation>Male</translation>
        </message>
        <message>
            <source>Ngày &amp;sinh</source>
            <translation>&amp;Born</translation>
        </message>
        <message>
            <source>Nơi &amp;khám ban đầu</source>
            <translation>&amp;Registered hospital</translation>
        </message>
        <message>
            <source>Nữ</source>
            <translation>Female</translation>
        </message>
        <message>
            <source>Sang &amp;lớp</source>
            <translation>To &amp;class</translation>
        </message>
        <message>
            <source>Số định danh (&amp;CCCD)</source>
            <translation>Personal &amp;id</translation>
        </message>
        <message>
            <source>Sửa hồ sơ</source>
            <translation>Edit pupil</translation>
        </message>
        <message>
            <source>Thêm em</source>
            <translation>Add a pupil</translation>
        </message>
        <message>
            <source>Thẻ của em dùng đến hết hạn. Không xóa gì; có thể đưa em trở lại.</source>
            <translation>The card stays valid until it ends. Nothing is deleted; the pupil can be brought back.</translation>
        </message>
        <message>
            <source>Thẻ này là của {name}, không phải của em đang mở.</source>
            <translation>This card is {name}'s, not of the pupil who is open.</translation>
        </message>
        <message>
            <source>Thẻ theo đối tượng khác · {who}</source>
            <translation>Card through another group · {who}</translation>
        </message>
        <message>
            <source>Thẻ đến &amp;ngày</source>
            <translation>Card &amp;until</translation>
        </message>
        <message>
            <source>Thẻ đọc chưa chắc chắn: hãy đối chiếu họ tên và địa chỉ.</source>
            <translation>The card was not read for certain: compare name and address.</translation>
        </message>
        <message>
            <source>Tối đa 6 chữ hoặc số, dùng trong D03-TS và tờ D03+TK1.</source>
            <translation>At most 6 letters or digits, used on D03-TS and the D03+TK1 sheet.</translation>
        </message>
        <message>
            <source>{n} em</source>
            <translation>Pupils: {n}</translation>
        </message>
        <message>
            <source>Điện t&amp;hoại</source>
            <translation>P&amp;hone</translation>
        </message>
        <message>
            <source>Đã &amp;thấy thẻ hoặc giấy tờ</source>
            <translation>Card or paper was &amp;seen</translation>
        </message>
        <message>
            <source>Đã có thẻ, không đóng tại trường</source>
            <translation>Has a card, does not pay here</translation>
        </message>
        <message>
            <source>Đã thấy thẻ hoặc giấy thì em không phải đóng tại trường.</source>
            <translation>Once the card or paper was seen the pupil need not pay here.</translation>
        </message>
        <message>
            <source>Đã đọc thẻ. Hãy đối chiếu rồi lưu.</source>
            <translation>Card read. Compare, then save.</translation>
        </message>
        <message>
            <source>Đóng tại trường, được hỗ trợ cao hơn</source>
            <translation>Pays here with higher support</translation>
        </message>
        <message>
            <source>Địa chỉ</source>
            <translation>Address</translation>
        </message>
    </context>
    <context>
        <name>PupilListing</name>
        <message>
            <source>Enter hồ sơ · F2 sửa · F3 chuyển lớp · F6 lý do · F7 thẻ khác · Shift+F9 hoàn trả · Ctrl+Shift+V dán cả lớp</source>
            <translation>Enter form · F2 edit · F3 class · F6 reason · F7 other card · Shift+F9 refund · Ctrl+Shift+V paste class</translation>
        </message>
        <message>
            <source>{count} dòng chưa lưu: Ctrl+S</source>
            <translation>Lines not saved: {count}, Ctrl+S</translation>
        </message>
        <message>
            <source>{count} ô cần xem: F8</source>
            <translation>Cells to look at: {count}, F8</translation>
        </message>
    </context>
    <context>
        <name>PupilPanel</name>
        <message>
            <source>&amp;Rút lại thôi tham gia…</source>
            <translation>Take &amp;back the stop…</translation>
        </message>
        <message>
            <source>BHXH hoàn trả</source>
            <translation>Office refunds</translation>
        </message>
        <message>
            <source>BHXH đã nhận</source>
            <translation>office accepted</translation>
        </message>
        <message>
            <source>BHXH đã nhận điều chỉnh gửi {day}: {change}</source>
            <translation>The office took the correction sent {day}: {change}</translation>
        </message>
        <message>
            <source>Báo giảm</source>
            <translation>Row of Giảm</translation>
        </message>
        <message>
            <source>Cha mẹ</source>
            <translation>Parent</translation>
        </message>
        <message>
            <source>Chưa chọn em nào</source>
            <translation>No pupil chosen</translation>
        </message>
        <message>
            <source>Có thẻ đến</source>
            <translation>Card until</translation>
        </message>
        <message>
            <source>Giấy tờ</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>Khác danh sách đã gửi, cần Mẫu số 2:</source>
            <translation>Differs from the list sent, needs Mẫu số 2:</translation>
        </message>
        <message>
            <source>Mã số BHYT</source>
            <translation>Insurance number</translation>
        </message>
        <message>
            <source>Số thẻ</source>
            <translation>Card number</translation>
        </message>
        <message>
            <source>Số tiền phải đóng</source>
            <translation>Amount due</translation>
        </message>
        <message>
            <source>Số định danh được giữ vì: {reason}</source>
            <translation>The personal id is kept because: {reason}</translation>
        </message>
        <message>
            <source>T&amp;hôi tham gia / hoàn trả…</source>
            <translation>&amp;Stop / refund…</translation>
        </message>
        <message>
            <source>Thôi từ ngày</source>
            <translation>Stops from</translation>
        </message>
        <message>
            <source>Tách theo năm thẻ</source>
            <translation>Split by card year</translation>
        </message>
        <message>
            <source>bị trả lại</source>
            <translation>returned</translation>
        </message>
        <message>
            <source>chờ vào danh sách</source>
            <translation>waits for a list</translation>
        </message>
        <message>
            <source>không có</source>
            <translation>none</translation>
        </message>
        <message>
            <source>{year} · {months} tháng</source>
            <translation>{year} · months: {months}</translation>
        </message>
        <message>
            <source>Điện thoại</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Đã gửi điều chỉnh {day}: {change}</source>
            <translation>Correction sent {day}: {change}</translation>
        </message>
        <message>
            <source>Đã đóng {paid} đ, còn {due} đ</source>
            <translation>Paid {paid} đ, {due} đ left</translation>
        </message>
        <message>
            <source>Đối tượng</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>đã gửi, chờ trả lời</source>
            <translation>sent, no answer yet</translation>
        </message>
    </context>
    <context>
        <name>PupilWords</name>
        <message>
            <source>CCCD / ĐDCN</source>
            <translation>Personal id</translation>
        </message>
        <message>
            <source>Cha mẹ</source>
            <translation>Parent</translation>
        </message>
        <message>
            <source>Chưa rõ</source>
            <translation>Not known</translation>
        </message>
        <message>
            <source>Chưa đóng</source>
            <translation>Not paid</translation>
        </message>
        <message>
            <source>Dân tộc</source>
            <translation>Ethnicity</translation>
        </message>
        <message>
            <source>Ghi chú</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Hứa {day}</source>
            <translation>Pledge {day}</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Mã</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Mã học sinh</source>
            <translation>Pupil code</translation>
        </message>
        <message>
            <source>Mã số BHYT</source>
            <translation>Insurance number</translation>
        </message>
        <message>
            <source>Nam</source>
            <translation>M</translation>
        </message>
        <message>
            <source>Ngày sinh</source>
            <translation>Born</translation>
        </message>
        <message>
            <source>Nơi KCB</source>
            <translation>Hospital</translation>
        </message>
        <message>
            <source>Nữ</source>
            <translation>F</translation>
        </message>
        <message>
            <source>Phái</source>
            <translation>Sex</translation>
        </message>
        <message>
            <source>Phải đóng</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>Thẻ đến {day}</source>
            <translation>Card to {day}</translation>
        </message>
        <message>
            <source>Trạng thái</source>
            <translation>State</translation>
        </message>
        <message>
            <source>báo giảm bị trả lại</source>
            <translation>stop returned</translation>
        </message>
        <message>
            <source>bị trả lại</source>
            <translation>returned</translation>
        </message>
        <message>
            <source>thôi từ {day}</source>
            <translation>stops {day}</translation>
        </message>
        <message>
            <source>thẻ khác chưa có giấy</source>
            <translation>other card not proven</translation>
        </message>
        <message>
            <source>Điện thoại</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Đã có thẻ</source>
            <translation>Has a card</translation>
        </message>
        <message>
            <source>Đã gửi danh sách</source>
            <translation>Sent in a list</translation>
        </message>
        <message>
            <source>Đã đóng</source>
            <translation>Paid</translation>
        </message>
        <message>
            <source>Đã được nhận</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>Địa chỉ</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>đã chuyển đi</source>
            <translation>transferred out</translation>
        </message>
        <message>
            <source>đóng một phần</source>
            <translation>part paid</translation>
        </message>
    </context>
    <context>
        <name>PupilsPage</name>
        <message>
            <source>&amp;Lưu</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>&amp;Nhập danh sách</source>
            <translation>&amp;Roster in</translation>
        </message>
        <message>
            <source>Ai học lớp nào, ai đã có thẻ khác, ai phải đóng tại trường</source>
            <translation>Who is in which class, who has another card, who must pay here</translation>
        </message>
        <message>
            <source>Bỏ lọc</source>
            <translation>No filter</translation>
        </message>
        <message>
            <source>Bỏ thẻ khác</source>
            <translation>Drop other card</translation>
        </message>
        <message>
            <source>Chuyển &amp;lớp</source>
            <translation>Change &amp;class</translation>
        </message>
        <message>
            <source>Chuyển sang năm học mới</source>
            <translation>Move on to the next school year</translation>
        </message>
        <message>
            <source>Chuyển từ năm t&amp;rước</source>
            <translation>Move on from the &amp;year before</translation>
        </message>
        <message>
            <source>Chuyển đi</source>
            <translation>Transfer out</translation>
        </message>
        <message>
            <source>Chưa có học sinh nào</source>
            <translation>No pupils yet</translation>
        </message>
        <message>
            <source>D&amp;án cả lớp</source>
            <translation>P&amp;aste a class</translation>
        </message>
        <message>
            <source>Ghi lý do chưa tham gia</source>
            <translation>Reason for not taking part</translation>
        </message>
        <message>
            <source>Giữ số định danh</source>
            <translation>Keep the personal id</translation>
        </message>
        <message>
            <source>Học sinh</source>
            <translation>Pupils</translation>
        </message>
        <message>
            <source>Học sinh · {name}</source>
            <translation>Pupils · {name}</translation>
        </message>
        <message>
            <source>Lưu và sang em kế</source>
            <translation>Save and next pupil</translation>
        </message>
        <message>
            <source>LỚP</source>
            <translation>CLASS</translation>
        </message>
        <message>
            <source>Thê&amp;m em</source>
            <translation>&amp;Add pupil</translation>
        </message>
        <message>
            <source>Thêm em đầ&amp;u tiên</source>
            <translation>Add the &amp;first pupil</translation>
        </message>
        <message>
            <source>Thôi tham gia / hoàn trả…</source>
            <translation>Stop / refund…</translation>
        </message>
        <message>
            <source>Thẻ &amp;khác</source>
            <translation>&amp;Other card</translation>
        </message>
        <message>
            <source>Thẻ của {name}</source>
            <translation>Card of {name}</translation>
        </message>
        <message>
            <source>chưa rõ: chưa có thẻ, chưa đăng ký</source>
            <translation>not accounted for: no card, not enrolled</translation>
        </message>
        <message>
            <source>trong việc cần làm</source>
            <translation>of the to-do list</translation>
        </message>
        <message>
            <source>{pupils} em · {insured} đã có thẻ hoặc đã đóng · {due} chưa đóng · {left} chưa rõ</source>
            <translation>Pupils: {pupils} · with a card or paid: {insured} · not paid: {due} · unaccounted for: {left}</translation>
        </message>
        <message>
            <source>Đang lọc {count} em {what}. Esc: hiện tất cả.</source>
            <translation>Showing pupils {what}: {count}. Esc: show all.</translation>
        </message>
        <message>
            <source>Đã lưu {count} em</source>
            <translation>Pupils saved: {count}</translation>
        </message>
        <message>
            <source>Đã đưa lại {count} dòng gõ dở; Ctrl+S để lưu</source>
            <translation>{count} half-typed lines are back; Ctrl+S saves them</translation>
        </message>
        <message>
            <source>Đóng &amp;tiền</source>
            <translation>&amp;Pay</translation>
        </message>
        <message>
            <source>Đưa &amp;danh sách vào</source>
            <translation>&amp;Bring in a roster</translation>
        </message>
        <message>
            <source>Đưa tệp Excel của trường vào, hoặc chép cả lớp trong Excel rồi dán. Cột xếp thế nào cũng được; chương trình đề nghị trước, bạn chỉ xác nhận.</source>
            <translation>Bring in the school's Excel file, or copy a class in Excel and paste it. Any column order will do; the program proposes, you only confirm.</translation>
        </message>
        <message>
            <source>đã có thẻ theo đối tượng khác</source>
            <translation>has a card through another group</translation>
        </message>
        <message>
            <source>đã đóng tại trường</source>
            <translation>has paid at school</translation>
        </message>
        <message>
            <source>đã đăng ký, chưa đóng đủ</source>
            <translation>enrolled, not fully paid</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Các trang</source>
            <translation>Pages</translation>
        </message>
    </context>
    <context>
        <name>ReceiptForms</name>
        <message>
            <source>&amp;Ký hiệu</source>
            <translation>&amp;Serial</translation>
        </message>
        <message>
            <source>&amp;Loại</source>
            <translation>&amp;Kind</translation>
        </message>
        <message>
            <source>&amp;Người giữ</source>
            <translation>&amp;Holder</translation>
        </message>
        <message>
            <source>&amp;Quyển số</source>
            <translation>&amp;Book number</translation>
        </message>
        <message>
            <source>&amp;Từ số</source>
            <translation>&amp;From number</translation>
        </message>
        <message>
            <source>&amp;Đến số</source>
            <translation>&amp;To number</translation>
        </message>
        <message>
            <source>Chương trình in</source>
            <translation>Printed by the program</translation>
        </message>
        <message>
            <source>Cơ quan BHXH in sẵn</source>
            <translation>Pre-printed by the insurance office</translation>
        </message>
        <message>
            <source>Đăng ký quyển biên lai</source>
            <translation>Register a receipt book</translation>
        </message>
    </context>
    <context>
        <name>ReceiptPanel</name>
        <message>
            <source>Chuyển khoản</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>Chưa có biên lai nào ở đây</source>
            <translation>No receipts here yet</translation>
        </message>
        <message>
            <source>Hình thức</source>
            <translation>Tender</translation>
        </message>
        <message>
            <source>Hủy vì: {reason}</source>
            <translation>Void because: {reason}</translation>
        </message>
        <message>
            <source>Ngày</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Người nộp</source>
            <translation>Payer</translation>
        </message>
        <message>
            <source>Tiền mặt</source>
            <translation>Cash</translation>
        </message>
        <message>
            <source>thu một phần</source>
            <translation>part payment</translation>
        </message>
        <message>
            <source>{n} lần</source>
            <translation>{n}×</translation>
        </message>
        <message>
            <source>ĐÃ HỦY</source>
            <translation>VOID</translation>
        </message>
        <message>
            <source>Đã in</source>
            <translation>Printed</translation>
        </message>
        <message>
            <source>đã thu</source>
            <translation>collected</translation>
        </message>
    </context>
    <context>
        <name>ReceiptWords</name>
        <message>
            <source>Chuyển khoản</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>Hình thức</source>
            <translation>Tender</translation>
        </message>
        <message>
            <source>Học sinh</source>
            <translation>Pupils</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Ngày</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Người nộp</source>
            <translation>Payer</translation>
        </message>
        <message>
            <source>Số</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Số tiền</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>Tiền mặt</source>
            <translation>Cash</translation>
        </message>
        <message>
            <source>Trạng thái</source>
            <translation>State</translation>
        </message>
        <message>
            <source>chưa in</source>
            <translation>not printed</translation>
        </message>
        <message>
            <source>còn {n}</source>
            <translation>{n} left</translation>
        </message>
        <message>
            <source>hết</source>
            <translation>none left</translation>
        </message>
        <message>
            <source>thiếu {n}</source>
            <translation>{n} missing</translation>
        </message>
        <message>
            <source>Đã hủy</source>
            <translation>Void</translation>
        </message>
        <message>
            <source>Đã in</source>
            <translation>Printed</translation>
        </message>
        <message>
            <source>đã in</source>
            <translation>printed</translation>
        </message>
    </context>
    <context>
        <name>ReceiptsPage</name>
        <message>
            <source>&amp;Hủy</source>
            <translation>&amp;Void</translation>
        </message>
        <message>
            <source>&amp;Hủy biên lai</source>
            <translation>&amp;Void the receipt</translation>
        </message>
        <message>
            <source>&amp;In</source>
            <translation>&amp;Print</translation>
        </message>
        <message>
            <source>&amp;Quyển mới</source>
            <translation>&amp;New book</translation>
        </message>
        <message>
            <source>30 ngày qua</source>
            <translation>Last 30 days</translation>
        </message>
        <message>
            <source>Bảng kê sử dụng quyển</source>
            <translation>Statement of the book</translation>
        </message>
        <message>
            <source>Chưa có quyển biên lai nào</source>
            <translation>No receipt book yet</translation>
        </message>
        <message>
            <source>Enter xem · F8 in A5 · Shift+F8 hai biên lai một tờ A4 · Shift+↑↓ chọn nhiều · F6 bảng kê quyển · Ctrl+F tìm</source>
            <translation>Enter shows · F8 prints A5 · Shift+F8 two on A4 · Shift+↑↓ selects several · F6 statement of the book · Ctrl+F finds</translation>
        </message>
        <message>
            <source>Hôm nay</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Hủy biên lai</source>
            <translation>Void a receipt</translation>
        </message>
        <message>
            <source>Hủy biên lai {number}, {money} đ của {payer}. Vì sao?</source>
            <translation>Void receipt {number}, {money} đ of {payer}. Why?</translation>
        </message>
        <message>
            <source>In hai liên A4</source>
            <translation>Print two on A4</translation>
        </message>
        <message>
            <source>NGÀY · QUYỂN</source>
            <translation>DAY · BOOK</translation>
        </message>
        <message>
            <source>Nhập &amp;chồng biên lai</source>
            <translation>Enter a &amp;stack</translation>
        </message>
        <message>
            <source>Phiếu thu</source>
            <translation>Receipts</translation>
        </message>
        <message>
            <source>Tìm, in lại, hủy có lý do, nhập chồng biên lai in sẵn</source>
            <translation>Find, reprint, void with a reason, enter a stack of pre-printed receipts</translation>
        </message>
        <message>
            <source>{count} biên lai, {void} đã hủy · {money} đ</source>
            <translation>Receipts: {count}, void: {void} · {money} đ</translation>
        </message>
        <message>
            <source>Đã ghi quyển {name}</source>
            <translation>Saved book {name}</translation>
        </message>
        <message>
            <source>Đã hủy {number}; số này vẫn nằm trong quyển</source>
            <translation>Voided {number}; the number stays in its book</translation>
        </message>
        <message>
            <source>Đón&amp;g</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>Đóng quyển</source>
            <translation>Close the book</translation>
        </message>
        <message>
            <source>Đóng quyển đang xem: các số còn lại không dùng nữa.</source>
            <translation>Close the book shown: its remaining numbers are not used any more.</translation>
        </message>
        <message>
            <source>Đăng ký dải số cơ quan BHXH cấp: quyển in sẵn, hoặc dải số để chương trình in. Mỗi số dùng một lần, không sót số nào.</source>
            <translation>Register the range the insurance office gave: a pre-printed book, or a range for the program to print. Each number is used once, none is left out.</translation>
        </message>
        <message>
            <source>Đăng ký quyển đầ&amp;u tiên</source>
            <translation>Register the &amp;first book</translation>
        </message>
    </context>
    <context>
        <name>ReportView</name>
        <message>
            <source>Đối chiếu</source>
            <translation>Checked sums</translation>
        </message>
    </context>
    <context>
        <name>ReportWords</name>
        <message>
            <source>Chưa tham gia</source>
            <translation>Left over</translation>
        </message>
        <message>
            <source>Còn phải đóng</source>
            <translation>Still owing</translation>
        </message>
        <message>
            <source>Cả năm trên một tờ cho hiệu trưởng, mọi tổng đều được đối chiếu.</source>
            <translation>The whole year on one paper for the principal, every sum checked.</translation>
        </message>
        <message>
            <source>Em hẹn đóng hoặc đóng dở, quá hẹn trước; mỗi lớp một trang để nhắc.</source>
            <translation>Who pledged or paid a part, the late ones first; a page a class to remind them.</translation>
        </message>
        <message>
            <source>Em nào cũng có trong danh sách hộ gia đình; Ctrl+O chọn tệp.</source>
            <translation>Pupils who also stand in a household list; Ctrl+O chooses the file.</translation>
        </message>
        <message>
            <source>Hai dòng có thể là cùng một em: cùng số, hoặc tên và ngày sinh gần giống.</source>
            <translation>Two lines that may be one child: a number in common, or names and birth dates nearly the same.</translation>
        </message>
        <message>
            <source>Kinh phí quỹ BHYT chuyển về trường: mọi em có thẻ, tách theo năm.</source>
            <translation>What the insurance fund gives back to the school: all pupils with a card, split by year.</translation>
        </message>
        <message>
            <source>Kinh phí y tế trường</source>
            <translation>School health fund</translation>
        </message>
        <message>
            <source>Mỗi lớp bao nhiêu em đã có thẻ, đã đóng, chưa đóng, chưa tham gia.</source>
            <translation>How many pupils of each class have a card, have paid, still owe, are left over.</translation>
        </message>
        <message>
            <source>Mỗi lớp một trang cho giáo viên chủ nhiệm: ai còn phải đóng bao nhiêu.</source>
            <translation>A page a class for its homeroom teacher: who still owes how much.</translation>
        </message>
        <message>
            <source>Nhắc đóng tiếp</source>
            <translation>Follow-up</translation>
        </message>
        <message>
            <source>Phát thẻ BHYT</source>
            <translation>Cards to hand out</translation>
        </message>
        <message>
            <source>Tham gia theo lớp</source>
            <translation>Participation by class</translation>
        </message>
        <message>
            <source>Thẻ của từng lớp, có chỗ ký nhận; mỗi lớp một trang.</source>
            <translation>The cards of each class with room to sign; a page a class.</translation>
        </message>
        <message>
            <source>Tiền mặt và chuyển khoản từng ngày, trừ khoản trả lại; chọn được ngày.</source>
            <translation>Cash and transfers day by day, less what was given back; for the days you choose.</translation>
        </message>
        <message>
            <source>Tiền theo ngày</source>
            <translation>Money by day</translation>
        </message>
        <message>
            <source>Trùng trong trường</source>
            <translation>Twice in the school</translation>
        </message>
        <message>
            <source>Trùng với hộ gia đình</source>
            <translation>Also in a household</translation>
        </message>
        <message>
            <source>Tên từng em chưa ai rõ, theo lớp, có chỗ ghi kết quả hỏi thăm.</source>
            <translation>Every pupil nobody accounts for, by class, with room for what came of asking.</translation>
        </message>
        <message>
            <source>Tổng hợp năm học</source>
            <translation>Year's summary</translation>
        </message>
        <message>
            <source>chênh {count} {unit}</source>
            <translation>{count} {unit} differ</translation>
        </message>
        <message>
            <source>khớp</source>
            <translation>holds</translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message>
            <source>&amp;Chọn tệp</source>
            <translation>&amp;Choose file</translation>
        </message>
        <message>
            <source>&amp;In</source>
            <translation>&amp;Print</translation>
        </message>
        <message>
            <source>&amp;Khoảng ngày</source>
            <translation>&amp;Days</translation>
        </message>
        <message>
            <source>&amp;Từ ngày</source>
            <translation>&amp;From</translation>
        </message>
        <message>
            <source>&amp;Xem</source>
            <translation>&amp;Show</translation>
        </message>
        <message>
            <source>BÁO CÁO</source>
            <translation>REPORTS</translation>
        </message>
        <message>
            <source>Báo cáo</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>Danh sách (*.xlsx *.xls *.ods *.csv *.txt)</source>
            <translation>Lists (*.xlsx *.xls *.ods *.csv *.txt)</translation>
        </message>
        <message>
            <source>Danh sách hộ gia đình</source>
            <translation>Household list</translation>
        </message>
        <message>
            <source>Khoảng ngày</source>
            <translation>Days</translation>
        </message>
        <message>
            <source>Khóa sổ &amp;năm học</source>
            <translation>Close the &amp;year</translation>
        </message>
        <message>
            <source>Xem, in để ký, xuất Excel</source>
            <translation>Look, print to sign, write as Excel</translation>
        </message>
        <message>
            <source>Xuất &amp;Excel</source>
            <translation>Export &amp;Excel</translation>
        </message>
        <message>
            <source>Xuất Excel</source>
            <translation>Export Excel</translation>
        </message>
        <message>
            <source>số liệu đến {time} ngày {day}</source>
            <translation>figures as of {time} on {day}</translation>
        </message>
        <message>
            <source>Đã lưu {name}</source>
            <translation>Saved {name}</translation>
        </message>
        <message>
            <source>Đế&amp;n ngày</source>
            <translation>&amp;To</translation>
        </message>
    </context>
    <context>
        <name>Roles</name>
        <message>
            <source>Chỉ xem</source>
            <translation>Read only</translation>
        </message>
        <message>
            <source>Quản trị</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>Thủ quỹ</source>
            <translation>Cashier</translation>
        </message>
        <message>
            <source>Việc này chỉ dành cho: {roles}. Hãy nhờ người có vai trò đó.</source>
            <translation>Only for: {roles}. Ask somebody of that role.</translation>
        </message>
        <message>
            <source>Văn thư</source>
            <translation>Clerk</translation>
        </message>
    </context>
    <context>
        <name>RolloverPage</name>
        <message>
            <source>&amp;Chuyển năm học</source>
            <translation>&amp;Move on</translation>
        </message>
        <message>
            <source>&amp;Không học tiếp</source>
            <translation>Does &amp;not come back</translation>
        </message>
        <message>
            <source>&amp;Lấy lại</source>
            <translation>&amp;Take back</translation>
        </message>
        <message>
            <source>Bỏ danh sách năm học mới vừa chuyển; năm cũ còn nguyên.</source>
            <translation>Drops the new year's roster just made; the old year stays as it is.</translation>
        </message>
        <message>
            <source>Ch&amp;uyển</source>
            <translation>M&amp;ove</translation>
        </message>
        <message>
            <source>Chuyển sang năm học mới</source>
            <translation>Move on to the next school year</translation>
        </message>
        <message>
            <source>Chưa có danh sách nào để chuyển</source>
            <translation>No roster to move on yet</translation>
        </message>
        <message>
            <source>Các lớp lên một bậc, lớp cuối ra trường; chưa lưu gì khi còn xem</source>
            <translation>Classes move up one grade, the last grade leaves; nothing is stored while you look</translation>
        </message>
        <message>
            <source>Các lớp {olds} sẽ gộp thành lớp {name}. Hãy xem lại tên lớp mới.</source>
            <translation>The classes {olds} would become one class {name}. Look at the new names again.</translation>
        </message>
        <message>
            <source>F2 sửa tên lớp mới; để trống là cả lớp ra trường.</source>
            <translation>F2 changes the new name; empty means that the whole class leaves.</translation>
        </message>
        <message>
            <source>F7 ở lại lớp · F6 không học tiếp · bấm lần nữa để bỏ · Shift+↑↓ chọn nhiều em</source>
            <translation>F7 repeats the grade · F6 does not come back · again to undo · Shift+↑↓ several pupils</translation>
        </message>
        <message>
            <source>Lấy lại lần chuyển</source>
            <translation>Take the last move back</translation>
        </message>
        <message>
            <source>Lớp nào lên lớp nào</source>
            <translation>Which class becomes which</translation>
        </message>
        <message>
            <source>Lớp {names} không mang số khối nên giữ tên cũ. Hãy xem lại.</source>
            <translation>The class {names} has no grade in its name, so the name is kept. Look at it again.</translation>
        </message>
        <message>
            <source>Nhập &amp;danh sách học sinh</source>
            <translation>&amp;Bring in a roster</translation>
        </message>
        <message>
            <source>Nhập danh sách của năm học đang chạy. Cuối năm, trang này đưa mọi lớp lên một bậc trong một bước, thẻ khác còn hạn đi theo từng em.</source>
            <translation>Bring in the roster of the running year. At its end this page moves every class up in one step; cards of other groups that still hold go along.</translation>
        </message>
        <message>
            <source>Năm học {year} còn đang chạy; thường chỉ chuyển từ tháng 5 trở đi.</source>
            <translation>School year {year} is still running; one usually rolls over from May on.</translation>
        </message>
        <message>
            <source>Về trang học sinh</source>
            <translation>To the pupils</translation>
        </message>
        <message>
            <source>{count} em vào danh sách năm học {year}. Tiền và hồ sơ năm cũ giữ nguyên; lấy lại được khi chưa làm gì trên năm mới.</source>
            <translation>Pupils who come onto the roster of {year}: {count}. Money and lists of the old year stay; it can be taken back while nothing was done in the new one.</translation>
        </message>
        <message>
            <source>{count} em đã vào năm học {year}</source>
            <translation>Pupils in the school year {year} now: {count}</translation>
        </message>
        <message>
            <source>{old} → {new}: {up} em lên lớp · {stay} ở lại · {leave} ra trường · {known} đã có</source>
            <translation>{old} → {new}: {up} move up · {stay} repeat · {leave} leave · {known} there already</translation>
        </message>
        <message>
            <source>Đã lấy lại lần chuyển năm học</source>
            <translation>The move was taken back</translation>
        </message>
        <message>
            <source>Ở &amp;lại lớp</source>
            <translation>&amp;Repeats</translation>
        </message>
    </context>
    <context>
        <name>RolloverWords</name>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Lớp cũ</source>
            <translation>Old class</translation>
        </message>
        <message>
            <source>Lớp mới</source>
            <translation>New class</translation>
        </message>
        <message>
            <source>Năm học mới</source>
            <translation>New year</translation>
        </message>
        <message>
            <source>Số em</source>
            <translation>Pupils</translation>
        </message>
        <message>
            <source>Thẻ khác đi theo</source>
            <translation>Card that goes along</translation>
        </message>
        <message>
            <source>không hạn</source>
            <translation>no end</translation>
        </message>
        <message>
            <source>lên lớp</source>
            <translation>moves up</translation>
        </message>
        <message>
            <source>ra trường</source>
            <translation>leaves</translation>
        </message>
        <message>
            <source>đã có</source>
            <translation>there already</translation>
        </message>
        <message>
            <source>ở lại lớp</source>
            <translation>repeats</translation>
        </message>
    </context>
    <context>
        <name>RosterInPage</name>
        <message>
            <source>&amp;Dán</source>
            <translation>&amp;Paste</translation>
        </message>
        <message>
            <source>&amp;Dán từ Excel</source>
            <translation>&amp;Paste from Excel</translation>
        </message>
        <message>
            <source>&amp;Lấy lại</source>
            <translation>&amp;Take back</translation>
        </message>
        <message>
            <source>&amp;Ngày vào trường</source>
            <translation>&amp;Joining day</translation>
        </message>
        <message>
            <source>&amp;Nhập vào</source>
            <translation>&amp;Bring in</translation>
        </message>
        <message>
            <source>&amp;Xem đủ các em này</source>
            <translation>See t&amp;hem all</translation>
        </message>
        <message>
            <source>&amp;Để ở ngoài, nhập phần còn lại</source>
            <translation>&amp;Leave out, bring in the rest</translation>
        </message>
        <message>
            <source>Chưa có lần nhập nào để lấy lại</source>
            <translation>No roster to take back yet</translation>
        </message>
        <message>
            <source>Chọn &amp;tệp</source>
            <translation>Choose &amp;file</translation>
        </message>
        <message>
            <source>Chọn tệp củ&amp;a trường…</source>
            <translation>&amp;Choose the school's file…</translation>
        </message>
        <message>
            <source>Cột nào là gì</source>
            <translation>Which column is what</translation>
        </message>
        <message>
            <source>Cột xếp thế nào cũng được, mất số 0 hay ngày gõ kiểu nào cũng đọc được. Chương trình cho xem trước dòng nào mới, dòng nào đổi, dòng nào phải sửa; nhập xong vẫn lấy lại được cả lần nhập.</source>
            <translation>Any column order, lost zeros or date spelling can be read. The program shows first which lines are new, which change and which need mending; afterwards the whole roster can still be taken back.</translation>
        </message>
        <message>
            <source>Danh sách học sinh</source>
            <translation>Roster</translation>
        </message>
        <message>
            <source>Danh sách từ Excel, nguyên như trường đang có</source>
            <translation>A roster from Excel, just as the school has it</translation>
        </message>
        <message>
            <source>Em không có trong tệp</source>
            <translation>Pupils the file leaves out</translation>
        </message>
        <message>
            <source>Khối đã dán</source>
            <translation>Pasted block</translation>
        </message>
        <message>
            <source>Lưu tệp đánh dấu &amp;lỗi</source>
            <translation>Save the &amp;marked file</translation>
        </message>
        <message>
            <source>Lưu tệp đánh dấu lỗi</source>
            <translation>Save the marked file</translation>
        </message>
        <message>
            <source>Lấy lại lần nhậ&amp;p trước</source>
            <translation>&amp;Take the last roster back</translation>
        </message>
        <message>
            <source>Lấy lại lần nhập</source>
            <translation>Take the roster back</translation>
        </message>
        <message>
            <source>Lỗi và cách sửa</source>
            <translation>Problems and what to do</translation>
        </message>
        <message>
            <source>Ngày vào trường của em mới</source>
            <translation>Joining day of newcomers</translation>
        </message>
        <message>
            <source>Nhập danh sách</source>
            <translation>Roster in</translation>
        </message>
        <message>
            <source>Phải xem</source>
            <translation>To look at</translation>
        </message>
        <message>
            <source>Về trang học sinh</source>
            <translation>To the pupils</translation>
        </message>
        <message>
            <source>Xem trước từng dòng; chưa lưu gì cho đến khi bạn đồng ý</source>
            <translation>Look at each line first; nothing is stored until you agree</translation>
        </message>
        <message>
            <source>danh-sach-danh-dau-loi.xlsx</source>
            <translation>roster-with-problems.xlsx</translation>
        </message>
        <message>
            <source>{bad} dòng phải sửa. Nhập {good} dòng còn lại và để {bad} dòng này ở ngoài?</source>
            <translation>Lines to mend: {bad}. Bring in the other {good} and leave out these {bad}?</translation>
        </message>
        <message>
            <source>{count} chỗ phải xem · {healed} ô đọc giúp · Enter đến dòng</source>
            <translation>To look at: {count} · cells put right: {healed} · Enter goes to the row</translation>
        </message>
        <message>
            <source>{file}, nhập lúc {at}: {new} em mới, {changed} em đổi. Lấy lại cả lần này?</source>
            <translation>{file}, brought in {at}: {new} new, {changed} changed. Take all of it back?</translation>
        </message>
        <message>
            <source>{file}: {rows} dòng · {new} mới · {changed} đổi · {same} như cũ · {bad} dòng phải sửa</source>
            <translation>{file}: rows: {rows} · new: {new} · changed: {changed} · as before: {same} · to mend: {bad}</translation>
        </message>
        <message>
            <source>Đang ghi danh sách…</source>
            <translation>Storing the roster…</translation>
        </message>
        <message>
            <source>Đang đọc danh sách…</source>
            <translation>Reading the roster…</translation>
        </message>
        <message>
            <source>Đã lưu {name}</source>
            <translation>Saved {name}</translation>
        </message>
        <message>
            <source>Đã lấy lại; danh sách như trước lần nhập</source>
            <translation>Taken back; the roster is as it was before</translation>
        </message>
        <message>
            <source>Đã nhập: {new} em mới, {changed} em đổi, {out} dòng để ngoài</source>
            <translation>Brought in; new: {new}, changed: {changed}, lines left out: {out}</translation>
        </message>
        <message>
            <source>Đã đề nghị sẵn; sai cột nào thì chọn lại, lần sau sẽ nhớ.</source>
            <translation>Proposed already; change a wrong column, it will be remembered.</translation>
        </message>
        <message>
            <source>Đã đọc giúp</source>
            <translation>Put right</translation>
        </message>
        <message>
            <source>Đọc theo phông &amp;cũ</source>
            <translation>Read as in the &amp;old font</translation>
        </message>
        <message>
            <source>Đổi n&amp;gày…</source>
            <translation>Change the &amp;day…</translation>
        </message>
        <message>
            <source>“{field}” đã lấy khỏi cột {column}; cột ấy nay bỏ qua</source>
            <translation>“{field}” was taken from column {column}, which is left out now</translation>
        </message>
    </context>
    <context>
        <name>RosterWords</name>
        <message>
            <source>(bỏ qua)</source>
            <translation>(leave out)</translation>
        </message>
        <message>
            <source>CCCD / ĐDCN</source>
            <translation>Personal id</translation>
        </message>
        <message>
            <source>Cha mẹ</source>
            <translation>Parent</translation>
        </message>
        <message>
            <source>Chữ đệm</source>
            <translation>Middle name</translation>
        </message>
        <message>
            <source>Danh sách gõ bằng phông cũ ({font}): {samples}. Chưa đổi chữ nào.</source>
            <translation>The list was typed for an old font ({font}): {samples}. Nothing was changed yet.</translation>
        </message>
        <message>
            <source>Dân tộc</source>
            <translation>Ethnicity</translation>
        </message>
        <message>
            <source>Dòng</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>Ghi chú</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Giới tính</source>
            <translation>Sex</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Họ và đệm</source>
            <translation>Family and middle name</translation>
        </message>
        <message>
            <source>Không đọc trang: {sheets}</source>
            <translation>Sheets not read: {sheets}</translation>
        </message>
        <message>
            <source>Lớp</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Mã học sinh</source>
            <translation>Pupil code</translation>
        </message>
        <message>
            <source>Mã số BHXH/BHYT</source>
            <translation>Insurance number</translation>
        </message>
        <message>
            <source>Mức</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Nam</source>
            <translation>Male</translation>
        </message>
        <message>
            <source>Nam (đánh dấu)</source>
            <translation>Male (mark)</translation>
        </message>
        <message>
            <source>Ngày (sinh)</source>
            <translation>Day (of birth)</translation>
        </message>
        <message>
            <source>Ngày sinh</source>
            <translation>Born</translation>
        </message>
        <message>
            <source>Ngày vào trường</source>
            <translation>Joining day</translation>
        </message>
        <message>
            <source>Nhận ra nhờ</source>
            <translation>Known by</translation>
        </message>
        <message>
            <source>Năm sinh</source>
            <translation>Year of birth</translation>
        </message>
        <message>
            <source>Năm sinh nam</source>
            <translation>Year of birth, male</translation>
        </message>
        <message>
            <source>Năm sinh nữ</source>
            <translation>Year of birth, female</translation>
        </message>
        <message>
            <source>Nơi KCB ban đầu</source>
            <translation>Registered hospital</translation>
        </message>
        <message>
            <source>Nữ</source>
            <translation>Female</translation>
        </message>
        <message>
            <source>Nữ (đánh dấu)</source>
            <translation>Female (mark)</translation>
        </message>
        <message>
            <source>Phái</source>
            <translation>Sex</translation>
        </message>
        <message>
            <source>Sẽ</source>
            <translation>Will</translation>
        </message>
        <message>
            <source>Số thẻ BHYT</source>
            <translation>Card number</translation>
        </message>
        <message>
            <source>Số thứ tự</source>
            <translation>Running number</translation>
        </message>
        <message>
            <source>Số định danh (CCCD)</source>
            <translation>Personal id</translation>
        </message>
        <message>
            <source>Tháng (sinh)</source>
            <translation>Month (of birth)</translation>
        </message>
        <message>
            <source>Thẻ có giá trị từ</source>
            <translation>Card valid from</translation>
        </message>
        <message>
            <source>Thẻ có giá trị đến</source>
            <translation>Card valid to</translation>
        </message>
        <message>
            <source>Trang tính</source>
            <translation>Sheet</translation>
        </message>
        <message>
            <source>Tên</source>
            <translation>Given name</translation>
        </message>
        <message>
            <source>Vào trường</source>
            <translation>Joined</translation>
        </message>
        <message>
            <source>Vì sao và cách sửa</source>
            <translation>Why and what to do</translation>
        </message>
        <message>
            <source>có từ năm trước, nhận ra nhờ {what}</source>
            <translation>here since last year, known by {what}</translation>
        </message>
        <message>
            <source>cột {column}: </source>
            <translation>column {column}: </translation>
        </message>
        <message>
            <source>họ tên, ngày sinh</source>
            <translation>name and birth date</translation>
        </message>
        <message>
            <source>mã số BHXH</source>
            <translation>insurance number</translation>
        </message>
        <message>
            <source>mới</source>
            <translation>new</translation>
        </message>
        <message>
            <source>như cũ</source>
            <translation>the same</translation>
        </message>
        <message>
            <source>nên xem</source>
            <translation>look</translation>
        </message>
        <message>
            <source>phải sửa</source>
            <translation>to mend</translation>
        </message>
        <message>
            <source>số định danh</source>
            <translation>personal id</translation>
        </message>
        <message>
            <source>{count} em chưa có lớp</source>
            <translation>Pupils without a class: {count}</translation>
        </message>
        <message>
            <source>{count} em lấy giới tính theo số định danh</source>
            <translation>Pupils whose sex is taken from the personal id: {count}</translation>
        </message>
        <message>
            <source>{count} em mới vào lớp đã có danh sách, tính vào trường từ {day}.</source>
            <translation>Newcomers to classes already there, counting from {day}: {count}.</translation>
        </message>
        <message>
            <source>{count} em trong sổ không có trong tệp: {names}</source>
            <translation>Pupils in the books but not in the file: {count}: {names}</translation>
        </message>
        <message>
            <source>{count} mã số lấy từ số thẻ</source>
            <translation>Numbers taken from card numbers: {count}</translation>
        </message>
        <message>
            <source>{count} ngày đọc từ số của Excel</source>
            <translation>Dates read from Excel's numbers: {count}</translation>
        </message>
        <message>
            <source>{count} số được trả lại số 0 ở đầu</source>
            <translation>Numbers given their leading 0 back: {count}</translation>
        </message>
        <message>
            <source>{count} số định danh nằm ở cột mã số BHYT</source>
            <translation>{count} personal ids stand in the column of insurance numbers</translation>
        </message>
        <message>
            <source>{count} ô có chữ gần giống (Ð) được sửa</source>
            <translation>Cells with a look-alike letter (Ð) mended: {count}</translation>
        </message>
        <message>
            <source>{count} ô có dấu rời được ghép lại</source>
            <translation>Cells with loose tone marks mended: {count}</translation>
        </message>
        <message>
            <source>{count} ô có ký tự ẩn được bỏ đi</source>
            <translation>Cells freed of invisible signs: {count}</translation>
        </message>
        <message>
            <source>{count} ô có nhiều số điện thoại, lấy số đầu</source>
            <translation>Cells with several phones, the first taken: {count}</translation>
        </message>
        <message>
            <source>{count} ô để trống lớp lấy lớp của dòng trên (dòng {rows})</source>
            <translation>Empty classes taken from the row above: {count} (row {rows})</translation>
        </message>
        <message>
            <source>Ô</source>
            <translation>Cell</translation>
        </message>
        <message>
            <source>Đang ghi</source>
            <translation>Stored</translation>
        </message>
        <message>
            <source>Điện thoại</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Địa chỉ</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Đọc là</source>
            <translation>Read as</translation>
        </message>
        <message>
            <source>Đổi gì</source>
            <translation>What changes</translation>
        </message>
        <message>
            <source>đọc giúp</source>
            <translation>put right</translation>
        </message>
        <message>
            <source>đổi</source>
            <translation>changed</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>&amp;Lưu hồ sơ</source>
            <translation>&amp;Save profile</translation>
        </message>
        <message>
            <source>Bàn khác</source>
            <translation>Other desks</translation>
        </message>
        <message>
            <source>Cài đặt</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Giao diện</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Hồ sơ đơn vị</source>
            <translation>Profile of the desk</translation>
        </message>
        <message>
            <source>Hồ sơ đơn vị, tài khoản, sao lưu, giao diện</source>
            <translation>Profile of the desk, accounts, backup, appearance</translation>
        </message>
        <message>
            <source>MỤC</source>
            <translation>SECTION</translation>
        </message>
        <message>
            <source>Sao lưu</source>
            <translation>Backup</translation>
        </message>
        <message>
            <source>Tài khoản</source>
            <translation>Accounts</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Bản sao lưu (*.zip)</source>
            <translation>Backups (*.zip)</translation>
        </message>
        <message>
            <source>Mở bàn làm việc</source>
            <translation>Open the desk</translation>
        </message>
        <message>
            <source>Phiếu khôi phục</source>
            <translation>Recovery sheet</translation>
        </message>
        <message>
            <source>Thư mục của bàn làm việc</source>
            <translation>Folder of the desk</translation>
        </message>
        <message>
            <source>Đang dựng trường mẫu…</source>
            <translation>Building the demo school…</translation>
        </message>
        <message>
            <source>Đã khóa</source>
            <translation>Locked</translation>
        </message>
    </context>
    <context>
        <name>SigningUp</name>
        <message>
            <source>Không còn em nào để đăng ký trong đợt này.</source>
            <translation>There is nobody left to sign up in this round.</translation>
        </message>
        <message>
            <source>{count} em của {classes} lớp chưa đăng ký, tổng phải đóng {money} đ. {skipped} em được bỏ qua vì đã có thẻ hoặc đã đăng ký.</source>
            <translation>Pupils not signed up: {count}, classes: {classes}, owing {money} đ in all. Left out, with a card or signed up already: {skipped}.</translation>
        </message>
        <message>
            <source>Đang tính…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>Đang đăng ký…</source>
            <translation>Enrolling…</translation>
        </message>
        <message>
            <source>Đã đăng ký {made} em; {skipped} em đã có thẻ khác hoặc đã đăng ký</source>
            <translation>Enrolled, pupils: {made}; with another card or enrolled already: {skipped}</translation>
        </message>
        <message>
            <source>Đăng &amp;ký cả trường</source>
            <translation>Si&amp;gn up the school</translation>
        </message>
        <message>
            <source>Đăng ký cả trường?</source>
            <translation>Sign up the whole school?</translation>
        </message>
    </context>
    <context>
        <name>StackPage</name>
        <message>
            <source>&amp;Ghi cả chồng</source>
            <translation>&amp;Post the stack</translation>
        </message>
        <message>
            <source>&amp;Ngày trên biên lai</source>
            <translation>&amp;Day on the papers</translation>
        </message>
        <message>
            <source>&amp;Quyển</source>
            <translation>&amp;Book</translation>
        </message>
        <message>
            <source>&amp;Tổng cộng tay</source>
            <translation>&amp;Total by hand</translation>
        </message>
        <message>
            <source>Biên lai in sẵn đã viết tay: theo thứ tự số, vào cả chồng hoặc không tờ nào</source>
            <translation>Pre-printed receipts written by hand: in order of their numbers, the whole stack or none</translation>
        </message>
        <message>
            <source>Còn lệch</source>
            <translation>Still differs</translation>
        </message>
        <message>
            <source>Cả chồng</source>
            <translation>The stack</translation>
        </message>
        <message>
            <source>Cộng chồng biên lai bằng máy tính tay trước khi nhập.</source>
            <translation>Add the stack up by hand before you enter it.</translation>
        </message>
        <message>
            <source>Cộng tay</source>
            <translation>By hand</translation>
        </message>
        <message>
            <source>Gõ tên không dấu, thêm lớp nếu trùng · để trống số tiền là thu đủ · F8 ô cần xem</source>
            <translation>Names without tone marks, the class if two are alike · no amount means all that is due · F8 faults</translation>
        </message>
        <message>
            <source>Học sinh (tên, lớp, CCCD)</source>
            <translation>Pupil (name, class, ID)</translation>
        </message>
        <message>
            <source>Hỏng vì</source>
            <translation>Spoilt because</translation>
        </message>
        <message>
            <source>Không có quyển in sẵn nào còn số</source>
            <translation>No pre-printed book has numbers left</translation>
        </message>
        <message>
            <source>Không đọc được số tiền này.</source>
            <translation>This amount cannot be read.</translation>
        </message>
        <message>
            <source>Người nộp</source>
            <translation>Payer</translation>
        </message>
        <message>
            <source>Nhập chồng biên lai</source>
            <translation>Enter a stack</translation>
        </message>
        <message>
            <source>Số</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Số biên lai chỉ gồm chữ số.</source>
            <translation>A receipt number has digits only.</translation>
        </message>
        <message>
            <source>Số tiền</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>Về phiếu thu</source>
            <translation>Back to receipts</translation>
        </message>
        <message>
            <source>{count} tờ đã nhập</source>
            <translation>Papers entered: {count}</translation>
        </message>
        <message>
            <source>{text}; còn thiếu số {numbers}</source>
            <translation>{text}; numbers still missing: {numbers}</translation>
        </message>
        <message>
            <source>Đã ghi {count} tờ</source>
            <translation>Papers posted: {count}</translation>
        </message>
        <message>
            <source>Đã đưa lại {count} tờ gõ dở; Ctrl+Enter để ghi</source>
            <translation>{count} half-typed papers are back; Ctrl+Enter posts them</translation>
        </message>
        <message>
            <source>Đăng ký quyển biên lai cơ quan BHXH đã in sẵn, rồi nhập chồng biên lai ở đây.</source>
            <translation>Register a book that the office printed, then enter its stack here.</translation>
        </message>
        <message>
            <source>Đến trang &amp;Phiếu thu</source>
            <translation>To &amp;receipts</translation>
        </message>
    </context>
    <context>
        <name>StatementForms</name>
        <message>
            <source>&amp;Dòng đầu tiên có số liệu</source>
            <translation>&amp;First row of data</translation>
        </message>
        <message>
            <source>&amp;Mã giao dịch</source>
            <translation>&amp;Reference</translation>
        </message>
        <message>
            <source>&amp;Ngày</source>
            <translation>&amp;Day</translation>
        </message>
        <message>
            <source>&amp;Tiền vào</source>
            <translation>Money &amp;in</translation>
        </message>
        <message>
            <source>&amp;Đọc lại</source>
            <translation>Read &amp;again</translation>
        </message>
        <message>
            <source>Cột nào là gì?</source>
            <translation>Which column is which?</translation>
        </message>
        <message>
            <source>Không tự nhận ra các cột của {file}. Chọn một lần, lần sau chương trình nhớ.</source>
            <translation>The columns of {file} are not known. Choose them once; next time they are remembered.</translation>
        </message>
        <message>
            <source>Nội &amp;dung</source>
            <translation>&amp;Memo</translation>
        </message>
        <message>
            <source>không có</source>
            <translation>none</translation>
        </message>
    </context>
    <context>
        <name>StatementPage</name>
        <message>
            <source>&amp;Ghi biên lai</source>
            <translation>Write &amp;receipts</translation>
        </message>
        <message>
            <source>&amp;Mở sao kê</source>
            <translation>&amp;Open statement</translation>
        </message>
        <message>
            <source>&amp;Quyển biên lai</source>
            <translation>Receipt &amp;book</translation>
        </message>
        <message>
            <source>Chưa có quyển do chương trình in. Đăng ký ở trang Phiếu thu trước.</source>
            <translation>No book of program-printed receipts yet. Register one on the Receipts page first.</translation>
        </message>
        <message>
            <source>Chưa có sao kê nào</source>
            <translation>No statement yet</translation>
        </message>
        <message>
            <source>Chờ xem</source>
            <translation>To look at</translation>
        </message>
        <message>
            <source>Ctrl+Enter nhận vào · Esc thôi, không ghi gì</source>
            <translation>Ctrl+Enter takes it in · Esc stops, nothing is stored</translation>
        </message>
        <message>
            <source>Còn chờ xem</source>
            <translation>Still to look at</translation>
        </message>
        <message>
            <source>Còn {n} dòng chờ cho biết là tiền của ai</source>
            <translation>Lines waiting for somebody to say whose money they are: {n}</translation>
        </message>
        <message>
            <source>Còn {rest} đ chưa biết của ai. Hãy ghi ở cột bên phải.</source>
            <translation>{rest} đ belong to nobody yet. Say what they are in the column on the right.</translation>
        </message>
        <message>
            <source>Dòng này đã xong. Ctrl+Z để bỏ chữ vừa gõ.</source>
            <translation>This line is done. Ctrl+Z takes back what you typed.</translation>
        </message>
        <message>
            <source>Gõ tên không dấu · hai em: anh 10a1 + bao 11a2 · Enter nhận em được đoán · F8 dòng cần xem</source>
            <translation>Type a name without tone marks · two pupils: anh 10a1 + bao 11a2 · Enter takes the pupil guessed · F8 next line to look at</translation>
        </message>
        <message>
            <source>Mở sao &amp;kê</source>
            <translation>Open a &amp;statement</translation>
        </message>
        <message>
            <source>Mở sao kê ngân hàng</source>
            <translation>Open a bank statement</translation>
        </message>
        <message>
            <source>Sao kê (*.xlsx *.xls *.ods *.csv *.txt)</source>
            <translation>Statements (*.xlsx *.xls *.ods *.csv *.txt)</translation>
        </message>
        <message>
            <source>Sao kê ngân hàng</source>
            <translation>Bank statements</translation>
        </message>
        <message>
            <source>Sẽ ghi</source>
            <translation>Will be posted</translation>
        </message>
        <message>
            <source>Tiền phụ huynh chuyển khoản, khớp theo mã giấy báo</source>
            <translation>What parents transferred, matched by the notice's code</translation>
        </message>
        <message>
            <source>Tải tệp của ngân hàng về máy (XLSX, XLS, ODS, CSV hoặc TXT) rồi mở sao kê. Dòng nào mang mã giấy báo thì tự khớp; dòng còn lại gõ tên học sinh. Một dòng không bao giờ ghi hai lần.</source>
            <translation>Download the bank's file (XLSX, XLS, ODS, CSV or TXT), then open the statement. Lines that bear a notice's code match by themselves; for the others type the pupil's name. A line is never posted twice.</translation>
        </message>
        <message>
            <source>Về trang Nộp tiền</source>
            <translation>Back to Money on</translation>
        </message>
        <message>
            <source>Vừa gõ</source>
            <translation>Just typed</translation>
        </message>
        <message>
            <source>Xong {n} dòng, ghi {money} đ</source>
            <translation>Lines done: {n}, {money} đ posted</translation>
        </message>
        <message>
            <source>{file}: xem trước, chưa ghi gì</source>
            <translation>{file}: a preview, nothing stored yet</translation>
        </message>
        <message>
            <source>{n} biên lai</source>
            <translation>Receipts: {n}</translation>
        </message>
        <message>
            <source>{n} dòng</source>
            <translation>Lines: {n}</translation>
        </message>
        <message>
            <source>Đã ghi {n} biên lai, {money} đ; còn {open} dòng chờ xem</source>
            <translation>Receipts written: {n}, {money} đ; lines still to look at: {open}</translation>
        </message>
        <message>
            <source>Đã nhận từ trước</source>
            <translation>Came in before</translation>
        </message>
    </context>
    <context>
        <name>StatementWords</name>
        <message>
            <source>Có thể là {who}
vì khớp: {why}
Enter: nhận em này</source>
            <translation>May be {who}
because of: {why}
Enter: take this</translation>
        </message>
        <message>
            <source>Của em nào (tên, lớp)</source>
            <translation>Whose (name, class)</translation>
        </message>
        <message>
            <source>Học sinh</source>
            <translation>Pupils</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Ngày</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Nội dung chuyển khoản</source>
            <translation>Memo</translation>
        </message>
        <message>
            <source>Phần không của em nào</source>
            <translation>Part that is nobody's</translation>
        </message>
        <message>
            <source>Số tiền</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>không có mã</source>
            <translation>no code</translation>
        </message>
        <message>
            <source>lớp</source>
            <translation>class</translation>
        </message>
        <message>
            <source>mã giấy báo lệch một chữ số</source>
            <translation>a notice's code with one slip</translation>
        </message>
        <message>
            <source>mã lạ</source>
            <translation>unknown code</translation>
        </message>
        <message>
            <source>một phần</source>
            <translation>a part</translation>
        </message>
        <message>
            <source>nhiều mã</source>
            <translation>several codes</translation>
        </message>
        <message>
            <source>nhận rồi</source>
            <translation>came before</translation>
        </message>
        <message>
            <source>thừa tiền</source>
            <translation>too much</translation>
        </message>
        <message>
            <source>tên</source>
            <translation>given name</translation>
        </message>
        <message>
            <source>đã ghi</source>
            <translation>posted</translation>
        </message>
        <message>
            <source>đã đóng rồi</source>
            <translation>paid already</translation>
        </message>
        <message>
            <source>đúng mã giấy báo</source>
            <translation>the notice's code</translation>
        </message>
        <message>
            <source>đúng số tiền</source>
            <translation>the very amount</translation>
        </message>
        <message>
            <source>để riêng</source>
            <translation>set aside</translation>
        </message>
        <message>
            <source>đủ họ tên</source>
            <translation>whole name</translation>
        </message>
        <message>
            <source>đủ tiền</source>
            <translation>paid in full</translation>
        </message>
        <message>
            <source>→ {name} {class_name}: {money} đ</source>
            <translation>→ {name} {class_name}: {money} đ</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Ctrl+L khóa</source>
            <translation>Ctrl+L lock</translation>
        </message>
        <message>
            <source>Dừng</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Tiến độ</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>Đang làm…</source>
            <translation>Working…</translation>
        </message>
    </context>
    <context>
        <name>Stopping</name>
        <message>
            <source>Rút lại việc thôi tham gia</source>
            <translation>Take back the stop</translation>
        </message>
        <message>
            <source>{name} chưa đăng ký, chưa nộp tiền: không có gì để thôi hoặc hoàn trả</source>
            <translation>{name} is not signed up and has paid nothing: nothing to stop or refund</translation>
        </message>
        <message>
            <source>{name} sẽ tham gia tiếp như cũ. Vì sao rút lại?</source>
            <translation>{name} goes on as before. Why take it back?</translation>
        </message>
        <message>
            <source>{name} đã ở phần Giảm của danh sách gửi đi, không rút lại được</source>
            <translation>{name} stands under Giảm on a list already made; it cannot be taken back</translation>
        </message>
        <message>
            <source>Đã ghi thôi tham gia từ {day}; danh sách sau ghi em vào phần Giảm</source>
            <translation>Stop from {day} noted; the next list carries it under Giảm</translation>
        </message>
        <message>
            <source>Đã ghi thôi tham gia từ {day}; danh sách sau đề nghị hoàn trả {money} đ</source>
            <translation>Stop from {day} noted; the next list asks for a refund of {money} đ</translation>
        </message>
        <message>
            <source>Đã hoàn trả {money} đ cho {name}, phiếu {number}</source>
            <translation>Gave {money} đ back to {name}, paper {number}</translation>
        </message>
        <message>
            <source>Đã rút lại; em tham gia tiếp như cũ</source>
            <translation>Taken back; the pupil goes on as before</translation>
        </message>
    </context>
    <context>
        <name>StoppingForms</name>
        <message>
            <source>&amp;Căn cứ</source>
            <translation>&amp;Evidence</translation>
        </message>
        <message>
            <source>&amp;Ghi thôi tham gia</source>
            <translation>&amp;Note the stop</translation>
        </message>
        <message>
            <source>&amp;Hình thức</source>
            <translation>&amp;Way</translation>
        </message>
        <message>
            <source>&amp;Lý do</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>&amp;Người nhận tiền</source>
            <translation>Re&amp;ceiver</translation>
        </message>
        <message>
            <source>&amp;Số tài khoản</source>
            <translation>Account &amp;number</translation>
        </message>
        <message>
            <source>&amp;Tài khoản nhận (chủ, số, ngân hàng)</source>
            <translation>&amp;Account (holder, number, bank)</translation>
        </message>
        <message>
            <source>Chuyển khoản</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>Chuyển trường, thôi học</source>
            <translation>Moved or left school</translation>
        </message>
        <message>
            <source>Chủ &amp;tài khoản</source>
            <translation>Acc&amp;ount holder</translation>
        </message>
        <message>
            <source>Có thẻ theo nhóm đứng trước</source>
            <translation>Has a card of an earlier group</translation>
        </message>
        <message>
            <source>Em chưa vào danh sách gửi BHXH: trường trả lại đủ {money} đ và em ra khỏi đợt thu.</source>
            <translation>Not on a list yet: the school gives all {money} đ back and the pupil leaves the round.</translation>
        </message>
        <message>
            <source>Em qua đời</source>
            <translation>Died</translation>
        </message>
        <message>
            <source>Em đã có trong danh sách gửi BHXH: danh sách sau ghi em vào phần Giảm, cơ quan BHXH trả tiền thẳng vào tài khoản gia đình.</source>
            <translation>Already on a list: the next one carries the pupil under Giảm, and the office pays straight into the family's account.</translation>
        </message>
        <message>
            <source>Hoàn trả và &amp;in phiếu</source>
            <translation>Give back and pr&amp;int</translation>
        </message>
        <message>
            <source>Hoàn trả · {name}</source>
            <translation>Refund · {name}</translation>
        </message>
        <message>
            <source>N&amp;gày trả</source>
            <translation>&amp;Day</translation>
        </message>
        <message>
            <source>Ngày đầu của thẻ mới, ngày quyết định, ngày qua đời hoặc ngày đi.</source>
            <translation>First day of the new card, day of the decision, of death or of leaving.</translation>
        </message>
        <message>
            <source>Ngân &amp;hàng</source>
            <translation>Ban&amp;k</translation>
        </message>
        <message>
            <source>Thôi tham gia · {name}</source>
            <translation>Stop · {name}</translation>
        </message>
        <message>
            <source>Tiền lấy từ: {places}. Theo biên lai {receipts}.</source>
            <translation>Taken from: {places}. Receipts {receipts}.</translation>
        </message>
        <message>
            <source>Tiền mặt</source>
            <translation>Cash</translation>
        </message>
        <message>
            <source>Từ &amp;ngày</source>
            <translation>&amp;From</translation>
        </message>
        <message>
            <source>Tỷ lệ NSNN hỗ trợ &amp;mới (%)</source>
            <translation>New &amp;state support (%)</translation>
        </message>
        <message>
            <source>có thẻ hộ nghèo từ 01/09, chuyển trường…</source>
            <translation>has a card as poor since 01/09, moved…</translation>
        </message>
        <message>
            <source>giáo viên chủ nhiệm đang giữ</source>
            <translation>with the homeroom teacher</translation>
        </message>
        <message>
            <source>quỹ tiền mặt</source>
            <translation>cash</translation>
        </message>
        <message>
            <source>số thẻ mới, số quyết định, giấy báo tử…</source>
            <translation>number of the card or decision, death certificate…</translation>
        </message>
        <message>
            <source>tài khoản của trường</source>
            <translation>the school's account</translation>
        </message>
        <message>
            <source>Được ngân sách hỗ trợ thêm</source>
            <translation>The state supports more</translation>
        </message>
    </context>
    <context>
        <name>TodoWords</name>
        <message>
            <source>Không có việc nào đang chờ.</source>
            <translation>Nothing is waiting.</translation>
        </message>
        <message>
            <source>còn {days} ngày</source>
            <translation>days left: {days}</translation>
        </message>
        <message>
            <source>cần làm</source>
            <translation>to do</translation>
        </message>
        <message>
            <source>hôm nay</source>
            <translation>today</translation>
        </message>
        <message>
            <source>quá {days} ngày</source>
            <translation>days late: {days}</translation>
        </message>
        <message>
            <source>xong</source>
            <translation>done</translation>
        </message>
        <message>
            <source>{count} dòng bị trả lại, phải sửa rồi gửi lại</source>
            <translation>Lines that came back, to be mended and sent again: {count}</translation>
        </message>
        <message>
            <source>{count} dòng giảm bị trả lại: sửa hoặc rút lại</source>
            <translation>Rows of “Giảm” returned, to mend or take back: {count}</translation>
        </message>
        <message>
            <source>{count} em chưa có số định danh (CCCD)</source>
            <translation>Pupils without a personal id: {count}</translation>
        </message>
        <message>
            <source>{count} em chưa có thẻ, cũng chưa đăng ký tại trường</source>
            <translation>Pupils with no card who have not signed up at school: {count}</translation>
        </message>
        <message>
            <source>{count} em chưa đóng đồng nào, hạn {day}: {amount} đồng</source>
            <translation>Pupils who have paid nothing, due {day}: {count}, {amount} đ</translation>
        </message>
        <message>
            <source>{count} em có số định danh cần đối chiếu</source>
            <translation>Pupils with a personal id to compare: {count}</translation>
        </message>
        <message>
            <source>{count} em khai có thẻ khác, chưa thấy giấy tờ</source>
            <translation>Pupils who say they have another card, not proven: {count}</translation>
        </message>
        <message>
            <source>{count} em khác với danh sách đã gửi: cần Mẫu số 2</source>
            <translation>Pupils who differ from what was sent, declaration needed: {count}</translation>
        </message>
        <message>
            <source>{count} em mới đóng một phần, còn {amount} đồng</source>
            <translation>Pupils who paid in part: {count}, {amount} đ left</translation>
        </message>
        <message>
            <source>{count} em quá ngày hẹn đóng, còn {amount} đồng</source>
            <translation>Pupils past their promised day: {count}, {amount} đ left</translation>
        </message>
        <message>
            <source>{count} em thôi tham gia, chờ đưa vào danh sách: hoàn trả {amount} đồng</source>
            <translation>Stopping, waiting for a list: {count}, {amount} đ to be refunded</translation>
        </message>
        <message>
            <source>{count} em đã hẹn đóng, sớm nhất {day}, {amount} đồng</source>
            <translation>Pupils who have promised: {count}, the earliest {day}, {amount} đ</translation>
        </message>
        <message>
            <source>{count} em đã đóng đủ, chưa vào danh sách: {amount} đồng</source>
            <translation>Pupils who paid in full and are in no list: {count}, {amount} đ</translation>
        </message>
        <message>
            <source>{count} thẻ giấy đã về, chưa phát</source>
            <translation>Cards on paper that wait to be handed out: {count}</translation>
        </message>
        <message>
            <source>{count} thẻ đối tượng khác hết hạn trước khi hết đợt, sớm nhất {day}</source>
            <translation>Cards of other groups that end before the round: {count}, the first on {day}</translation>
        </message>
        <message>
            <source>{count} thẻ đối tượng khác sắp hết hạn, sớm nhất {day}</source>
            <translation>Other cards that end soon: {count}, the earliest {day}</translation>
        </message>
        <message>
            <source>đang chờ</source>
            <translation>waiting</translation>
        </message>
    </context>
    <context>
        <name>ToldOffice</name>
        <message>
            <source>{n} em</source>
            <translation>Pupils: {n}</translation>
        </message>
        <message>
            <source>Đã lưu. {who} đã gửi cơ quan BHXH: cần Mẫu số 2 (Hồ sơ, F3)</source>
            <translation>Saved. {who} was sent to the office already: Mẫu số 2 is needed (Submissions, F3)</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Chọn năm học (Ctrl+Y)</source>
            <translation>Choose the school year (Ctrl+Y)</translation>
        </message>
        <message>
            <source>Ngôn ngữ: đổi sang tiếng Anh</source>
            <translation>Language: change to Vietnamese</translation>
        </message>
        <message>
            <source>Năm học {year}</source>
            <translation>School year {year}</translation>
        </message>
        <message>
            <source>Năm học {year} · đã khóa</source>
            <translation>School year {year} · closed</translation>
        </message>
        <message>
            <source>Trợ giúp của trang này</source>
            <translation>Help for this page</translation>
        </message>
        <message>
            <source>Tìm học sinh, lớp, phiếu thu, lệnh…</source>
            <translation>Find a pupil, class, receipt, command…</translation>
        </message>
        <message>
            <source>Tìm mọi thứ (Ctrl+K)</source>
            <translation>Find anything (Ctrl+K)</translation>
        </message>
        <message>
            <source>{year} · đã khóa</source>
            <translation>{year} · closed</translation>
        </message>
    </context>
    <context>
        <name>Workings</name>
        <message>
            <source>Cơ quan BHXH hoàn trả</source>
            <translation>The office pays back</translation>
        </message>
        <message>
            <source>Hỗ trợ khác</source>
            <translation>Other support</translation>
        </message>
        <message>
            <source>NSNN hỗ trợ</source>
            <translation>State support</translation>
        </message>
        <message>
            <source>NSĐP hỗ trợ</source>
            <translation>Local support</translation>
        </message>
        <message>
            <source>Người tham gia đóng</source>
            <translation>Participant pays</translation>
        </message>
        <message>
            <source>Số tháng chưa dùng</source>
            <translation>Months not used</translation>
        </message>
        <message>
            <source>Số tiền phải đóng</source>
            <translation>Amount due</translation>
        </message>
        <message>
            <source>tháng</source>
            <translation>months</translation>
        </message>
    </context>
    <context>
        <name>YearClosePage</name>
        <message>
            <source>&amp;Khóa</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>&amp;Khóa năm học</source>
            <translation>&amp;Close the year</translation>
        </message>
        <message>
            <source>&amp;Mở lại</source>
            <translation>&amp;Open again</translation>
        </message>
        <message>
            <source>&amp;Tổng hợp năm học</source>
            <translation>The year's &amp;summary</translation>
        </message>
        <message>
            <source>Còn {n} việc chưa xong. Vì sao vẫn khóa?</source>
            <translation>Things still open: {n}. Why close it all the same?</translation>
        </message>
        <message>
            <source>Có danh sách rồi, trang này kể việc còn lại trước khi khóa sổ cuối năm.</source>
            <translation>Once there is a roster, this page tells what is left before the year is closed.</translation>
        </message>
        <message>
            <source>Enter đến nơi làm việc ấy.</source>
            <translation>Enter goes where it is settled.</translation>
        </message>
        <message>
            <source>Khóa năm học {year}?</source>
            <translation>Close the school year {year}?</translation>
        </message>
        <message>
            <source>Khóa rồi thì không thu, không đăng ký, không đổi danh sách của năm ấy nữa; trả lời của cơ quan BHXH và xác nhận của ngân hàng vẫn nhận được. Mở lại cần lý do, lý do được giữ.</source>
            <translation>Once closed, nothing of that year is collected, signed up or changed; answers of the office and confirmations of the bank still come in. Opening it again needs a reason, which is kept.</translation>
        </message>
        <message>
            <source>Khóa sổ năm học</source>
            <translation>Close the school year</translation>
        </message>
        <message>
            <source>Mở lại năm học {year}. Vì sao?</source>
            <translation>Open the school year {year} again. Why?</translation>
        </message>
        <message>
            <source>Năm học</source>
            <translation>School year</translation>
        </message>
        <message>
            <source>Năm học này chưa có học sinh</source>
            <translation>This school year has no pupils yet</translation>
        </message>
        <message>
            <source>Năm học {year}: còn {n} việc</source>
            <translation>School year {year}: things left: {n}</translation>
        </message>
        <message>
            <source>Năm học {year}: mọi việc đã xong</source>
            <translation>School year {year}: everything is done</translation>
        </message>
        <message>
            <source>Trước khi khóa</source>
            <translation>Before closing</translation>
        </message>
        <message>
            <source>Việc còn lại của năm, rồi khóa để không gì đổi nữa</source>
            <translation>What is left of the year, then close it so that nothing changes</translation>
        </message>
        <message>
            <source>Về báo cáo</source>
            <translation>Back to the reports</translation>
        </message>
        <message>
            <source>{who} khóa {when}</source>
            <translation>closed by {who}, {when}</translation>
        </message>
        <message>
            <source>{who} mở lại {when}</source>
            <translation>opened again by {who}, {when}</translation>
        </message>
        <message>
            <source>Đã khóa năm học {year}</source>
            <translation>School year {year} closed</translation>
        </message>
        <message>
            <source>Đã mở lại {year}</source>
            <translation>{year} is open again</translation>
        </message>
        <message>
            <source>Đến trang &amp;Học sinh</source>
            <translation>To the page &amp;Pupils</translation>
        </message>
        <message>
            <source>đang mở</source>
            <translation>open</translation>
        </message>
        <message>
            <source>đã khóa</source>
            <translation>closed</translation>
        </message>
    </context>
</TS>
