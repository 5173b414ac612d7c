"""Words and phrases that make or break the source of a quote: pronouns, posts, bodies, what stands beside a name.

Compiled by us; the expressions are used by the ``source_`` modules beside it.
"""

from __future__ import annotations

import re

MALE = frozenset({"ông", "anh", "thầy", "chú", "cậu", "bác", "ngài", "nam"})
FEMALE = frozenset({"bà", "chị", "cô", "cô giáo", "dì", "nữ"})
YOUNG = frozenset({"em", "cháu", "bé"})
PRONOUN = re.compile(
    r"(?:chính\s|bản thân\s|còn\s|vị\s|người\s)?(?P<word>ông|bà|anh|chị|cô giáo|cô|thầy giáo|thầy|em"
    r"|cháu|bác|chú|cậu|cụ|ngài)(?:\s(?:ấy|này|ta|nói trên))?$",
    re.IGNORECASE,
)
DEMONSTRATIVE = re.compile(
    r"^(?:vị|nữ|nam|người|viên|ông|bà|thầy|cô|em|tân)?\s?(?P<role>\S[^,]{0,40}?)\s(?:này|nói trên|trên"
    r"|kể trên|ấy)$",
    re.IGNORECASE,
)
SHORT_BODY = re.compile(
    r"^(?:phía\s|về phía\s|lãnh đạo\s)?(?P<head>sở|bộ|phòng|cục|vụ|ban|nhà trường|trường|học viện|viện"
    r"|công ty|tập đoàn|trung tâm|cơ quan|đơn vị|tờ báo|tòa|ủy ban|uỷ ban|hội|tổ chức|hãng tin|hãng"
    r"|thanh tra|công an|cơ quan công an|cơ quan điều tra|cơ quan cảnh sát điều tra|báo)"
    r"(?:\s(?:này|trên|nói trên|kể trên))?$",
    re.IGNORECASE,
)
# A person described by no name; the first words of such a phrase.
DESCRIBED = re.compile(
    r"(?:cả (?:hai|ba|bốn|\d+)(?!\w)|(?:(?:một trong (?:số )?(?:những|các|hai|ba|\d+)|một|hai|ba|bốn|nhiều|các|những|số đông|đa số"
    r"|đa phần|phần đông|phần lớn|không ít|khá nhiều|một số|một vài|vài|hầu hết|hàng (?:loạt|trăm|nghìn|ngàn|chục|triệu)"
    r"|đông đảo|mọi|rất nhiều|đại đa số|tất cả(?: các)?|toàn thể|tập thể|các bậc|có tới|\d[\d.,]*%?)\s)?"
    r"(?:phụ huynh|lãnh đạo|đại diện|chánh|chàng trai|cô gái|chàng|nàng|thanh niên|giới chức|giới|chuyên gia|học sinh|sinh viên|thí sinh|giáo viên"
    r"|thầy cô|giảng viên|bạn|người|cán bộ|nhà|cư dân|dân|cộng đồng|dư luận|nữ|nam|cô|thầy|anh|chị|ông"
    r"|bà|em|cháu|hiệu trưởng|hiệu phó|phó|giám đốc|tổng bí thư|tổng giám đốc"
    r"|trưởng|chủ|thứ trưởng|bộ trưởng|thủ tướng|tổng thống|bí thư|viện trưởng|vụ trưởng|cục trưởng"
    r"|phát ngôn viên|quan chức|viên|bác sĩ|luật sư|nhân chứng|nạn nhân|gia đình|bố|mẹ|cha|vợ|chồng"
    r"|con|hàng xóm|tài khoản|cổ động viên|khán giả|độc giả"
    r"|nguồn tin|cơ quan|công an|cảnh sát|ban|tòa|hội đồng|báo|tờ|hãng|truyền thông|ý kiến|thành viên"
    r"|nhân viên|bảo vệ|tác giả|đồng chí|vị|đội|nhóm|trường|đoàn|tổ|phía|tân|cựu|nguyên|thủ khoa|tỉnh"
    r"|thành phố|huyện|chính quyền|chính phủ|nước|quân đội|doanh nghiệp|công ty|đơn vị|lực lượng"
    r"|bị cáo|bị can|đối tượng|nghi phạm|tài xế|diễn viên|ca sĩ|đạo diễn|nghệ sĩ|fan|netizen|dân mạng"
    r"|đồng nghiệp|khách|du khách|hành khách|bà con|ngư dân|nông dân|kỹ sư|giáo sư|tiến sĩ"
    r"|huấn luyện viên|hlv|cầu thủ|đội trưởng|thanh tra|sĩ quan|điều tra viên|vđv|bên|chúng|kiểm toán"
    r"|giám khảo|cử tri|chỉ huy|thủ lĩnh|phiến quân|họ hàng|nhà chức trách|bạn trẻ|mạng xã hội|cổ đông|chủ tịch|chủ nhiệm|ngành|hđxx|ủy ban|uỷ ban|bạn đọc|đảng|phe|nguyên đơn|bị đơn|y tá|điều dưỡng|ngân hàng|nxb|trang|website"
    r"|cơ sở|câu lạc bộ|clb|quỹ|cuộc khảo sát|nghiên cứu|khảo sát|hắn|gã|nghi can|thủ phạm|kẻ|gv|hs|sv|công chức|lái xe"
    r"|lao động|công nhân|tiểu thương|hộ|cử nhân|du học sinh|học viên|thạc sĩ|nghiên cứu sinh|tổ chức|dự thảo|đề án|quy định"
    r"|quy chế|nghị định|thông tư|luật|nhà sản xuất|nhà mạng|siêu mẫu|người mẫu|hoa hậu|nghị sĩ|lính|binh sĩ|cảnh sát trưởng"
    r"|phó|nhà trường|bệnh viện|hội|hiệp hội|ubnd|hđnd|sở|bộ|phòng|cục|vụ|viện|quốc hội|trung tâm"
    r"|các)(?!\w))",
    re.IGNORECASE,
)
# Those who are described by a person of whom they are kin or speak: "mẹ em A", "luật sư của ông B".
_CALLED = (
    r"(?:\s(?:em|cháu|bé|anh|chị|ông|bà|cô|thầy|bạn|học sinh|nữ sinh|nam sinh|sinh viên|nạn nhân|bị cáo"
    r"|tổng thống))"
)
RELATION = re.compile(
    r"(?<!\w)(?:(?:(?:phía )?gia đình|người nhà|người thân|bố|mẹ|cha|vợ|chồng|con|cha mẹ|bố mẹ|anh trai|chị gái|em trai"
    rf"|em gái|bà nội|ông nội|bà ngoại|ông ngoại|hàng xóm)(?:\s(?:của|đẻ|ruột)){{0,2}}{_CALLED}{{0,3}}"
    rf"|(?:phụ huynh|đại diện|lãnh đạo)(?:\scủa{_CALLED}{{0,3}}|{_CALLED}{{1,3}})"
    r"|(?:luật sư(?: bào chữa)?|phát ngôn viên|người phát ngôn|trợ lý|bạn|bạn thân|đồng nghiệp|nhóm"
    r"|học trò|thầy|cô|em|con)"
    rf"\s(?:của|cho){_CALLED}{{0,3}})\s?$",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"\s*(?:(?:tuy nhiên|tuy vậy|tuy thế|trong khi đó|trong khi|ngoài ra|bên cạnh đó|do đó|do vậy"
    r"|vì vậy|vì thế|theo đó|đồng thời|cùng ngày|cùng lúc|trước đó|sau đó|mới đây|mới nhất|gần đây"
    r"|hiện nay|hiện|mặc dù|dù|nhưng|và|song|thế nhưng"
    r"|đặc biệt|cụ thể|thậm chí|qua đó|từ đó|về phần mình|về phần|về phía|riêng|còn|nói về|ban đầu|bước đầu|chính(?!\s(?:quyền|phủ|sách|trị))"
    r"|ngay cả|cả|khi đó|lúc đó|tại đây|đến nay|tiếp đó|cuối cùng|cũng|tuy|bởi|vì|nếu|rằng|thì|mà|nên"
    r"|rồi|sau cùng|nhân dịp này|dịp này|đáp lại|ngược lại|trái lại|đáng chú ý|tương tự|thêm vào đó"
    r"|hơn nữa|quả thật|thực tế|một lần nữa|chia sẻ thêm|có(?=\s(?:nhiều|một số|không ít|rất nhiều|người)\s)|năm ngoái|năm nay|vừa qua|hôm qua|hôm nay"
    r"|chiều nay|sáng nay|tối qua|chiều qua|sáng qua|tối nay)(?!\w)"
    r"|(?:(?:sáng|trưa|chiều|tối|đêm|khuya|rạng sáng|vào|đến|cũng trong|trong|hồi|lúc|từ|tính đến"
    r"|khoảng)\s){0,3}(?:ngày|hôm|tháng|năm|thứ|mùng|\d{1,2}\s?(?:h"
    r"|giờ)\d{0,2})?\s?\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{2,4})?(?!\d)"
    r"|(?:sáng|trưa|chiều|tối|đêm)\s(?:ngày\s|hôm\s)?\d{1,2}(?!\d)"
    r")[\s,]*",
    re.IGNORECASE,
)
ADVERB = re.compile(
    r"\s(?:đã|đang|vừa|cũng|lại|còn|từng|vẫn|luôn|đều|thì|mới|tiếp tục|chính thức|thẳng thắn|liên tục"
    r"|nhiều lần|một lần nữa|có|rất|ngay|trực tiếp|vừa mới|cùng|mạnh mẽ|bức xúc|buồn bã|vui vẻ"
    r"|xúc động|nghẹn ngào|hồ hởi|phấn khởi|dứt khoát|khéo léo"
    r"|công khai|chỉ|tự tin|tự hào|hài hước|chia sẻ và|phát biểu|lên tiếng|trả lời|bất ngờ|nhanh chóng"
    r"|không ngần ngại|bộc bạch|trao đổi và|cười|lo lắng|chua xót|rưng rưng|ngậm ngùi|xót xa|sau đó"
    r"|trước đó|và|nói|nhấn mạnh|đồng thời|đến)$",
    re.IGNORECASE,
)
BOUNDARY = re.compile(
    r"(?<!\d),|,(?!\d)|[;:()\[\]…“”\"«»?!]|\s[-–—]|[-–—]\s|\s(?:và|nhưng|đồng thời|khi|rằng|song|để|sau khi|trước khi|nên"
    r"|vì|do|thì)(?=\s)",
    re.IGNORECASE,
)
# A post between a person's name and a body's: set off by commas, without a verb of its own.
POST_BETWEEN = re.compile(
    r"(?:\s?\([^()]{1,40}\))?(?:\s?,|\s[-–—])\s(?:(?!\s(?:đã|sẽ|đang|có|được|bị|cho|và|còn|nói|thì|là)\s)[^.;:“”\"\n]){0,110}",
    re.IGNORECASE,
)
APPOSITION = re.compile(
    r"\s*(?:(?:hiện\s|hiện là\s|là\s|nguyên\s|đang\s|hiện đang\s|cũng là\s|vốn là\s|một\s|một trong\s"
    r"|cựu\s|kiêm\s|đồng\s|người\s|nhà\s|vị\s|tân\s|nữ\s|nam\s|công tác|làm việc|học|giảng dạy"
    r"|phụ trách|đến từ|thuộc|tại|của|ở\s|ngụ|trú|quê|sinh năm|SN|trưởng|phó|quyền|thành viên|tác giả"
    r"|bí danh|tên|giấu tên|lớp|khoa|bộ môn|phòng|ban|đơn vị|đồng chủ|chuyên|chủ|mẹ|bố|cha|vợ|chồng"
    r"|con|anh trai|đồng minh|đồng sáng lập|hoa khôi|phụ huynh|học sinh|sinh viên|giáo viên|giảng viên|cán bộ|HS|SV|tổ)"
    r"|\d{1,3}(?:\s?tuổi)?\s*$)",
    re.IGNORECASE,
)
TO_SOMEONE = re.compile(
    r"(?<!\w)(?:với|cho|gửi|của|về|từ|đối với|gặp|gọi|gọi cho|đến|tới|và|cùng|mời|bởi|hỏi|theo|nhờ|tặng|vụ"
    r"|việc|bị|được|do|giữa)\s(?:\S{1,12}\s){0,4}$",
    re.IGNORECASE,
)
OBJECT = re.compile(
    r"(?:^|\s)(?:với|cho|gửi|của|về|từ|đến|tới|và|cùng|bởi|theo|tại|ở|trong|thuộc|do|bị|được|vào|trước|học|làm|ra|là|nơi"
    r"|giữa|qua|các|những|nhiều|một số)\s(?:\S{1,12}\s){0,2}$",
    re.IGNORECASE,
)
TAIL_PRONOUN = re.compile(
    r"(?<!của)(?<!với)(?<!cho)(?<!các)(?<!những)(?<!sinh)(?<!về)(?<!hai)(?<!giáo)(?<!và)\s(?P<word>ông|bà|anh|chị|cô)$"
)
PREPOSITION = re.compile(
    r"\s*(?:tại|trong|ở|theo|trước|sau|liên quan|trao đổi|chia sẻ|trả lời|nói|phát biểu|về|với|từ|khi"
    r"|để|ngay|xung quanh|nhận|qua|thông qua|đánh giá|lý giải|giải thích|bàn|đề cập|nhìn|cùng|bằng"
    r"|nhằm|ngoài|gửi|kết luận|do|vì|việc|xác nhận|trả lời|làm việc|thay mặt|cho rằng|đặt|góp ý"
    r"|chỉ đạo|chứng kiến|nhớ|dưới|bên lề|lo|chung|đối với|căn cứ|thực hiện|dẫn|lưu ý|trên|nhân(?!\s(?:chứng|viên|dân|vật))|đến"
    r"|khẳng định|tâm sự|kể|hỏi|đồng tình|mong|tham dự|tới dự|dự|hưởng ứng|đại diện cho|rất|bày tỏ"
    r"|nhận định|nhận xét|phân tích|bình luận|thông tin|được|bị|là|đây là|đó là|điều|không(?!\s(?:ít|chỉ))|chưa"
    r"|có)(?!\w)",
    re.IGNORECASE,
)
CLAUSE_VERB = re.compile(
    r"\s(?:đã|đang|vừa|cũng|lại|còn|từng|vẫn|luôn|đều|thì|mới|sẽ|có(?!\s(?:con|cháu|thẩm quyền"
    r"|liên quan|mặt|trách nhiệm|nhu cầu|nguyện vọng|kinh nghiệm|tên|uy tín|thâm niên))|cho|chờ|đứng|đến|khi|sau"
    r"|trước|giấu|không|chưa|phát biểu|trao đổi|nói|trả lời|lên tiếng|bày tỏ|ngày|hôm|sáng|chiều|tối"
    r"|tiếp tục|bức xúc|lo|rất|là|đi|ra|gửi|dẫn|viết|qua|vào|nhấn mạnh|xúc động|thẳng thắn|chính thức"
    r"|chia sẻ|gọi|liên tục|đồng loạt|mạnh mẽ|thất vọng|nghẹn|phấn khởi|hồ hởi|buồn|tỏ ra|nhận)(?=\s)",
    re.IGNORECASE,
)
AUTHORITY = re.compile(
    r"(?:bộ|sở|ubnd|ủy ban|uỷ ban|phòng|cục|vụ|công an|chính phủ|văn phòng|thanh tra|ban chỉ đạo)(?!\w)", re.IGNORECASE
)
DOCUMENT = re.compile(
    r"\s*(?:(?:trong|tại|theo|ở|qua)\s)?(?:nội dung\s|bản\s|bức\s|một\s|các\s|dự thảo\s)?(?:công văn"
    r"|văn bản|văn thư|tờ trình|thông báo|thông cáo|báo cáo|chỉ thị|công điện|quyết định|thông tư"
    r"|nghị quyết|kết luận|biên bản|tuyên bố|thư|hướng dẫn|nghị định|quy chế|đơn|cáo trạng|bản án"
    r"|thông tin từ|nguồn tin từ|tin từ|thông tin của|số liệu|thống kê)(?!\w)",
    re.IGNORECASE,
)
DATELINE = re.compile(r"\s*(?:GD&TĐ|[A-ZĐ][\w&Đ.]{1,14}(?:\s\w{1,10})?)\s?[-–—]\s")
SAYS_SOMETHING = re.compile(r"\s(?:là|đã|sẽ|cần|phải|nên|không|chưa|vẫn|có thể|được|bị|rất|cũng|còn|chỉ)\s")
NOT_DESCRIBED = re.compile(
    r"(?:cô|thầy|anh|chị|em|nhà|người|con|bạn|phía|các|nhiều|một số|những|nước|viên|bên|chủ|phó|trưởng|vị"
    r"|chúng|chúng tôi|tôi|điều|việc)$",
    re.IGNORECASE,
)
# "They" are the group or the body that spoke last.
THEY = re.compile(r"(?:(?:và|thì|còn|bọn)\s)?họ", re.IGNORECASE)
SOMEBODY = re.compile(r"(?:vị|người|ông|bà|anh|chị|cô|nữ|nam)\s(?:này|ấy|nói trên)", re.IGNORECASE)
# A body of which another is a unit: "Cục A, Bộ B".
PARENT = re.compile(r"(?:Bộ|Sở|UBND|Ủy ban|Uỷ ban|Đại học|ĐH|Trường|Công an|Tổng cục|Chính phủ)(?!\w)", re.IGNORECASE)
# Nothing but a form of address or a post between the beginning of a sentence and a name.
SENTENCE_START = re.compile(r"(?:^|\n|[.!?”\"]\s)(?:[^\W\d_]+\.?\s){0,4}$")
SURNAMES = frozenset(
    [
        *("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"),
        *("Dương", "Lý", "Đào", "Đinh", "Trịnh", "Mai", "Trương", "Lâm", "Đoàn", "Tạ", "Cao", "Lưu", "Chu", "Hà"),
    ]
)
# A definite description of one person who has been named: a classifier or an epithet, then a noun; no number.
PARAPHRASE = re.compile(
    r"(?!(?:nữ|nam|vị|người|cô|chàng|bà|ông|cậu)\s(?:dân|nhà|thân|phát ngôn|đại diện|khác|nào|ta|lao động|học|xem|dùng|bệnh)(?!\w))"
    r"(?:vị|tân|người đứng đầu|người mẹ|người cha|người thầy|người giáo viên|ông chủ|nhà giáo"
    r"|(?P<m>nam\s(?!sinh\slớp)|ông bố|chàng|chàng trai|cậu bé|cậu học trò|người đàn ông|người bố)"
    r"|(?P<f>nữ\s|bà mẹ|cô gái|cô bé|cô học trò|nàng|người phụ nữ|cô giáo)"
    r"|thiên tài|thần đồng|(?:phó\s)?giáo sư trẻ)(?!\w)",
    re.IGNORECASE,
)
