"""Advertisements that stand between an article's lines, by trade; whole trades are held out when measuring.

Their labels ("Quảng cáo") are in ``LABELS``; half of the advertisements bear none. The texts are ours. Blanks as in
``train/outlets.py``.
"""

from __future__ import annotations

LABELS = (
    "Quảng cáo|ADVERTISEMENT|Tài trợ|Nội dung tài trợ|QC|[Quảng cáo]|Thông tin doanh nghiệp|Bài viết được tài trợ|QUẢNG CÁO|Tin tài trợ"
    "|Thông tin quảng cáo|Nhà tài trợ"
).split("|")

TRADES: dict[str, tuple[str, ...]] = {
    "language schools": (
        "Trung tâm ngoại ngữ {street} khai giảng lớp mới ngày {d}/{mo}, giảm {n}0% học phí cho học viên đăng ký sớm.",
        "Khóa học tiếng Anh trực tuyến giảm {n}0%",
        "Học thử miễn phí hai buổi tại Anh ngữ {street}, cam kết đầu ra bằng văn bản.",
        "Luyện IELTS cùng giáo viên bản ngữ - Kiểm tra trình độ miễn phí",
    ),
    "property": (
        "Mua ngay căn hộ {street}, chỉ từ {n},{h} tỷ đồng",
        "Dự án {street} mở bán đợt cuối, thanh toán trước {m}% nhận nhà ngay, hỗ trợ vay lãi suất 0% trong {n} tháng.",
        "Đất nền ven biển sổ đỏ lâu dài, chiết khấu đến {n}% cho khách hàng đặt chỗ trước ngày {d}/{mo}.",
        "Cho thuê văn phòng trung tâm quận {n}, giá từ {m} USD/m2. LH: 09{m}{s}{m}{s}",
    ),
    "colleges": (
        "Trường cao đẳng {street} tuyển sinh {m}0 chỉ tiêu, nhận hồ sơ đến hết ngày {d}/{mo}/{y}. Hotline: 09{m}{s}{m}{s}.",
        "Ưu đãi học phí đến {n}0%",
        "Cơ hội nhận laptop {m} triệu đồng khi nhập học sớm",
        "Đại học quốc tế {street} dành {m} suất học bổng toàn phần cho tân sinh viên, đăng ký tại website của trường.",
        "Xét tuyển học bạ đợt {n} - Đăng ký trực tuyến, nhận kết quả sau {h} giờ",
    ),
    "health": (
        "Bí quyết giảm {n} kg trong {h} ngày",
        "Viên uống {street} hỗ trợ xương khớp, sản phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh.",
        "Mất ngủ lâu năm, ngủ ngon trở lại nhờ bài thuốc này",
        "Nha khoa {street} tặng gói làm trắng răng trị giá {n} triệu đồng cho {m} khách hàng đầu tiên.",
        "Bác sĩ chỉ cách hết đau lưng sau {n} tuần, xem ngay",
    ),
    "books": (
        "Siêu thị sách {street} ưu đãi đến {n}0% cho học sinh có thẻ, áp dụng từ {d}/{mo}.",
        "Giảm giá sách giáo khoa, đặt hàng qua hotline 1900 {n}{m}{s}",
        "Đặt mua báo giấy tại đây",
        "Bộ sách luyện thi vào lớp 10 có video giải chi tiết, giao hàng toàn quốc, đổi trả trong {n} ngày.",
    ),
    "study abroad": (
        "Đăng ký tư vấn du học miễn phí ngay hôm nay",
        "Triển lãm du học {street} ngày {d}/{mo}: gặp trực tiếp đại diện {m} trường, miễn phí phí ghi danh.",
        "Du học nghề Đức, lương {m} triệu đồng/tháng, bao đậu visa",
        "Công ty {street} tuyển {m} du học sinh hệ vừa học vừa làm tại Nhật Bản, hỗ trợ {n}0% chi phí ban đầu.",
    ),
    "banks": (
        "Vay tiêu dùng không thế chấp, giải ngân trong {n} giờ",
        "Ngân hàng {street} tặng ngay {m}0.000 đồng khi mở tài khoản trực tuyến trong tháng {n}.",
        "Gửi tiết kiệm online lãi suất đến {n},{m}%/năm, thêm cơ hội trúng xe hơi",
        "Bảo hiểm nhân thọ {street}: an tâm cho con tới trường chỉ với {m}.000 đồng mỗi ngày.",
    ),
    "shops": (
        "Tủ lạnh, máy giặt giảm sốc cuối tuần, trả góp 0%",
        "Siêu thị điện máy {street} khai trương chi nhánh thứ {n}, tặng quà cho {m}0 khách đến sớm nhất.",
        "Laptop sinh viên giá từ {n},{m} triệu - Thu cũ đổi mới, trợ giá {n}00.000 đồng",
        "Máy lọc không khí chính hãng, bảo hành {m} tháng, miễn phí vận chuyển nội thành.",
        "Nhập mã {initials}{m} giảm thêm {n}0.000 đồng cho đơn hàng đầu tiên",
    ),
    "travel": (
        "Tour hè trọn gói {n} ngày {n} đêm chỉ từ {n}.{m}0.000 đồng",
        "Đặt phòng khách sạn {street} trước ngày {d}/{mo} để nhận ưu đãi đi ba tính hai.",
        "Săn vé máy bay giá rẻ dịp lễ, khởi hành từ {d}/{mo}",
    ),
    "children": (
        "Trại hè tiếng Anh {street} nhận học viên từ {n} đến {m} tuổi, phụ huynh đăng ký sớm được giảm {n}00.000 đồng.",
        "Lập trình cho trẻ em: một buổi học thử, không thu phí",
        "Sữa {street} giúp bé cao lớn mỗi ngày, mua {n} hộp tặng một balo.",
        "Tìm gia sư giỏi tại nhà, liên hệ cô {name}, 09{m}{s}{m}{s}",
    ),
    "jobs": (
        "Tuyển gấp {m} nhân viên kinh doanh, lương cứng {n} triệu đồng, không cần kinh nghiệm",
        "Tập đoàn {street} tuyển cộng tác viên làm việc tại nhà, thu nhập {m} triệu đồng/tháng, inbox để biết thêm chi tiết.",
        "Xuất khẩu lao động Nhật Bản đơn hàng mới tháng {n}",
    ),
    "software": (
        "Phần mềm quản lý trường học {street} - Dùng thử {m} ngày",
        "Tải ứng dụng {street} để ôn thi mọi lúc mọi nơi, tặng {n} ngày dùng bản đầy đủ.",
        "Thiết kế website trọn gói giá rẻ, bàn giao sau {n} ngày",
        "Camera lớp học thông minh, lắp đặt miễn phí trong tháng {n}",
    ),
    "insurance": (
        "Bảo hiểm học sinh {street}: đóng {m}.000 đồng mỗi năm, được chi trả viện phí đến {n}0 triệu đồng.",
        "An tâm chờ tuổi hưu cùng gói tích lũy của {street}",
        "Xe máy của bạn đã có bảo hiểm chưa? Mua qua mạng, nhận giấy chứng nhận sau {n} phút.",
    ),
    "cars": (
        "Đại lý {street} giao ngay xe đời {y}, hỗ trợ lệ phí trước bạ {m}0%, tặng camera hành trình.",
        "Lái thử mẫu xe điện mới tại phòng trưng bày {street}, nhận quà cho cả gia đình.",
        "Xe tay ga cho nữ sinh, tiết kiệm xăng, giá chỉ {m} triệu",
    ),
    "phones": (
        "Gói cước sinh viên: {m} GB mỗi tháng, gọi nội mạng thả ga, soạn tin SV{n} gửi {m}{s}.",
        "Điện thoại pin {n}.{m}0 mAh, dùng ba ngày không cần sạc",
        "Đổi máy cũ lấy máy mới ở {street}, bù thêm chưa tới {n} triệu đồng.",
    ),
    "food": (
        "Cà phê {street} mua một tặng một vào thứ {n} hằng tuần cho khách mang thẻ sinh viên.",
        "Mì ly {street} vị mới, ăn là ghiền!",
        "Đặt cơm trưa văn phòng trên ứng dụng {street}, giao trong {m} phút, món nóng như mới nấu.",
        "Nước mắm truyền thống {street}: chắt chiu vị biển trong từng giọt.",
    ),
    "cosmetics": (
        "Kem dưỡng {street} giúp da sáng mịn sau {n} tuần sử dụng đều đặn.",
        "Rụng tóc sau sinh? Dầu gội thảo dược này được {m}.000 mẹ bỉm tin dùng.",
        "Spa {street} trị mụn tuổi dậy thì, trả lại làn da tự tin cho các bạn trẻ.",
    ),
    "clinics": (
        "Bệnh viện mắt {street} mổ cận bằng công nghệ mới, ra về trong ngày, trả trước {m}%.",
        "Tiêm vắc xin tại {street}: không chờ đợi, có phòng chơi cho trẻ.",
        "Phòng khám {street} nhận khám sức khỏe cho giáo viên và nhân viên theo đoàn, xuất hóa đơn trong ngày.",
        "Thuốc xịt mũi {street} dùng được cho trẻ từ {n} tháng tuổi. Đọc kỹ hướng dẫn sử dụng trước khi dùng.",
    ),
    "furniture": (
        "Bàn học thông minh {street} chống gù, chống cận, điều chỉnh theo chiều cao của bé.",
        "Nội thất {street} xả kho cuối năm, sofa còn từ {n} triệu.",
        "Quạt điều hòa hơi nước mát sâu, tiết kiệm điện, phù hợp phòng trọ dưới {m} m2.",
    ),
    "agriculture": (
        "Phân bón {street} cho mùa vàng bội thu, bà con gọi là có.",
        "Giống sầu riêng hạt lép ghép {n} năm tuổi, cây khỏe, cam kết đúng giống, ship tận vườn.",
    ),
    "entertainment": (
        "Đại nhạc hội {street} ngày {d}/{mo}: vé từ {n}00.000 đồng, {m} ca sĩ góp mặt.",
        "Xem trọn bộ phim hot trên {street} không quảng cáo, thử {n} ngày đầu 0 đồng.",
        "Sân chơi trượt băng {street} mở cửa cả tuần, trẻ dưới 1 m vào cửa tự do.",
    ),
    "law and paper work": (
        "Văn phòng luật {street} nhận tư vấn thừa kế, ly hôn, tranh chấp đất; gặp luật sư ngay trong ngày.",
        "Dịch thuật công chứng lấy ngay, {m} thứ tiếng, nhận hồ sơ du học giá tốt.",
        "Thành lập công ty trọn gói {n}00.000 đồng, có giấy phép sau {n} ngày làm việc.",
    ),
    "lotteries and games": (
        "Cào là trúng: mỗi lon nước {street} là một cơ hội nhận xe {n} chỗ.",
        "Tải game {street}, nhận code {m} kim cương",
        "Giải đặc biệt đang chờ chủ nhân: {m} tỷ đồng, quay số lúc 18h hằng ngày.",
    ),
    "uniforms": (
        "May đồng phục học sinh {street}: vải thoáng, bền màu, may đo tại trường, trả hàng đúng hẹn.",
        "Balo chống gù {street}, nhẹ hơn {n}00 g, bảo vệ cột sống cho con.",
        "Giày thể thao học sinh giảm còn {m}9.000 đồng",
    ),
    "workshops": (
        "Khóa học kỹ năng sống {street}: {n} ngày trong quân ngũ, con tự lập hơn sau một mùa hè.",
        "Lớp vẽ {street} cho người bận rộn, tối thứ {n} hằng tuần, màu và giấy đã có sẵn.",
        "Dạy lái xe hạng B2 kèm một thầy một trò, bao đỗ, đón học viên ở quận {n}.",
        "Bí kíp dạy con nên người của mẹ Nhật, sách mới ra mắt tại {street}.",
    ),
    "charity appeals": (
        "Mỗi tin nhắn góp {m}.000 đồng cho quỹ Áo ấm {street}. Cú pháp: AOAM gửi {m}{s}.",
        "Mọi giúp đỡ xin gửi về tòa soạn, ghi rõ ủng hộ mã số {m}{s}.",
    ),
}
