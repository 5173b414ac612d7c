"""The cue lexicon of quote attribution: reporting verbs and phrases of Vietnamese news.

The division of the task into cue, source and content is that of Pareti's attribution relations (PARC 3) and of
Citron, the quote extraction of BBC News Labs. The verbs were compiled by us from what stands, in Vietnamese news,
between a person or an organisation and a colon, an opening or a closing quotation mark.
"""

from __future__ import annotations

import re

# Verbs that take a bare clause: "ông A cho biết nhà trường sẽ …".
_CLAUSE = """
cho biết|cho biết thêm|cho hay|cho hay thêm|cho rằng|nói rằng|khẳng định|khẳng định lại|khẳng định thêm
tái khẳng định|nhấn mạnh|nhấn mạnh thêm
thừa nhận|nhận định|nhìn nhận|lưu ý|nêu rõ|nói rõ|ghi rõ|chỉ rõ|tuyên bố|tiết lộ|nhận xét|kết luận|xác nhận
khuyến cáo|cảnh báo|dự báo|dự đoán
quả quyết|cam kết|cam đoan|thông tin thêm|nói thêm|chia sẻ thêm|chỉ ra|lập luận|tin rằng|hy vọng|hi vọng|mong rằng
mong muốn|kỳ vọng|kì vọng
tin tưởng|nghĩ rằng|thấy rằng|bày tỏ lo ngại|bày tỏ mong muốn|bày tỏ hy vọng|tố cáo|tố cao|tuyên bố rằng|cáo buộc
đe dọa|đe doạ|khai nhận|thú nhận|cho là
ước tính|đưa tin|thông báo|quan niệm|nhớ ra|nhẩm tính|loan báo|nêu quan điểm|lý giải|lí giải|giải thích|phân tích
lo ngại|bộc bạch
khẳng định rõ|thông báo rõ|chia sẻ rằng|tiết lộ thêm|phân trần|trần tình|nhấn mạnh lại|cho biết rõ|giãi bày|bật mí
hé lộ|tâm niệm|phản ảnh|thú thật|bày tỏ lo lắng|bày tỏ băn khoăn|bày tỏ quan ngại|bày tỏ nguyện vọng
bày tỏ tin tưởng|bày tỏ kỳ vọng|đặt nghi vấn|phỏng đoán|chẩn đoán|ngỏ ý|hứa hẹn|khăng khăng|thêm rằng|nói như đinh đóng cột
nhất trí|đánh giá rằng|phản ánh rằng|tường trình
đưa ra ý kiến|đặt ra thắc mắc|đặt ra câu hỏi|băn khoăn lo lắng|giãi bày|diễn giải|dẫn giải|đồng quan điểm|loan tin
nêu ý kiến|nêu thực tế|nêu thực trạng|đưa ra nhận định|đưa ra quan điểm|đưa ra đề xuất|đưa ra lời khuyên|nói chắc
"""
# Verbs that are as often a plain verb or a noun: a mark, "rằng" or the form of a clause must follow.
_MARKED = """
chia sẻ|nói|kể|kể lại|kể tiếp|kể thêm|nêu|viết|ghi|hỏi|hỏi lại|đáp|đáp lại|đáp lời|mong|tố|đánh giá|thông tin
báo cáo|công bố|quy định|quy định rõ|xác định
phản ánh|nhắc lại|hứa|đề cập|phát biểu|bày tỏ|lo lắng|tự hào|khen|khen ngợi|chê|đùa|nói đùa|nói vui|kêu|kêu ca|thốt
thốt lên|reo lên|hét lên
lên tiếng|thẳng thắn|cảm nhận|mở đầu|suy nghĩ|tổng kết|thống kê|trình bày|trả lời|mô tả|miêu tả|đăng tải|phản đối
phủ nhận|dọa|nhận thấy
nhớ lại|hồi tưởng|băn khoăn|tâm sự|trăn trở|bức xúc|than thở|phàn nàn|thổ lộ|trải lòng|thuật lại|bình luận
đặt câu hỏi|thắc mắc|phản bác|đính chính
nói tiếp|tiếp lời|góp ý|nêu ý kiến|bày tỏ quan điểm|khai|khai rằng|tố giác|ví von|nghi ngờ|phỏng đoán|tính toán|thanh minh
biện minh|phản hồi|hồi đáp|phúc đáp|tường thuật
chúc mừng|gợi ý|hài hước|dẫn lời|tranh luận|chất vấn|trấn an|đồng tình|ca ngợi|phê phán|chỉ trích|lên án|hồ hởi
phấn khởi|xúc động|nghẹn ngào|lo sợ|ngạc nhiên
nêu vấn đề|đặt vấn đề|khái quát|so sánh|chốt lại|vui mừng|thở dài|nói như vậy|bảo|dẫn chứng|quan ngại|ngậm ngùi
xót xa|hóm hỉnh|phân bua|thủ thỉ|châm biếm|cảm thán
trăn trở|trình báo|tóm tắt|khoe|rầu rĩ|bày tỏ sự|ghi nhận|đáp trả|gào lên|tự hỏi|nói thẳng|nhắn|nhắn tin|chú thích
gạt đi|tiếc nuối|hô to|chia sẻ tiếp|khai báo|thông cáo|than|trao đổi|đoán|đồng ý|tư vấn|giải đáp|thống nhất|hẹn|thêm
trách mắng|mắng|trách|quát|gào|gật gù|thì thầm|nhắn gửi|động viên|tâm đắc|bất bình|đúc kết|kết lại|chốt|nhấn giọng|cười nói
nhắc đi nhắc lại|có đoạn|có đoạn viết|tiết lộ với|bộc lộ|lý luận|biện luận|tranh cãi|thở than|khóc kể|mếu máo|phát thông báo|ra thông báo|ra tuyên bố|ra thông cáo|đưa ra thông báo|phản pháo
"""
# Orders, requests and wishes: what follows is what the source wants done.
_ORDER = """
yêu cầu|đề nghị|kiến nghị|đề xuất|chỉ đạo|giao|giao nhiệm vụ|nhắc nhở|nhắc|kêu gọi|khuyến nghị|ra lệnh|quán triệt
nghiêm cấm|đòi|đôn đốc|chỉ thị|để nghị|lệnh|ra chỉ thị|phát lệnh|khuyên nhủ|răn dạy|nhắn gửi|mong mỏi|cầu mong
ra văn bản|ra công văn|ký văn bản|ký công văn|dặn|dặn dò|căn dặn|nhắn nhủ|gửi gắm|khuyên|khuyên rằng|khuyến khích
động viên|thúc giục|hướng dẫn|chấn chỉnh
"""


def _entries(block: str) -> frozenset[str]:
    return frozenset(entry.strip() for line in block.split("\n") for entry in line.split("|") if entry.strip())


CLAUSE_CUES = _entries(_CLAUSE)
MARKED_CUES = _entries(_MARKED)
ORDER_CUES = _entries(_ORDER)
CUES = CLAUSE_CUES | MARKED_CUES | ORDER_CUES
# Orders whose verb is as often plain ("giao lưu", "khuyến khích học tập"): they need the form of a clause.
PLAIN_ORDERS = _entries("""
giao|nhắc|khuyến khích|động viên|hướng dẫn|chấn chỉnh|lệnh|răn dạy|khuyên|dặn|đòi|gửi gắm|quán triệt|đôn đốc
""")
# Verbs that answer the question "what was said" with nothing but a quotation or a colon.
SPEECH_ONLY = _entries("""
chất vấn|động viên|khen|chê|tổng kết|tóm tắt|so sánh|chúc mừng|ca ngợi|phê phán|chỉ trích|lên án|phản đối|trấn an
tâm sự
thở dài|ngạc nhiên|phấn khởi|vui mừng|xúc động|nghẹn ngào|lo lắng|lo sợ|hồ hởi|tự hào|đùa|ngậm ngùi|xót xa
than|thêm|hẹn|trách mắng|mắng|trách|quát|gào|gật gù|thì thầm|tâm đắc|bất bình|chốt|kết lại|cười nói|mếu máo|có đoạn
rầu rĩ|tiếc nuối|đăng tải|phúc đáp|bảo|viết|ghi|hỏi|đáp|kêu|nhắn|công bố|bức xúc|thốt|ghi nhận|lên tiếng
""")

# Longer words that begin with a cue, or end with one, and report nothing.
_NOT_BEFORE = {
    "khen": "thưởng|chê",
    "nói": "chuyện|chung|riêng|dối|tục|xấu|năng|suông|leo|ngọng|lắp|nhiều|ít",
    "kể": "từ|cả|trên|chuyện",
    "tố": "tụng|chất",
    "đề nghị": "luận",
    "ghi": "danh|hình|âm|bàn|điểm|chép|nhớ|công",
    "viết": "bài|tắt|văn|thuê|tay",
    "hỏi": "thăm|han|cưới|mua",
    "giao": "lưu|thông|dịch|tiếp|thừa|nộp|hữu|thoa|mùa|đấu",
    "bảo": "vệ|đảm|hiểm|mẫu|tàng|tồn|trì|hành|lãnh|hộ|mật|dưỡng|quản|trợ|an|toàn|lưu|ban",
    "mong": "manh|ước|chờ|đợi",
    "nêu": "gương|cao",
    "thông tin": "tuyển sinh|liên lạc|cá nhân|chi tiết|học",
    "xác định": "rõ danh tính",
    "than": "thở|khóc|vãn|đá|phiền",
    "thêm": "nữa|vào|một|các|nhiều|những|\\d|cho|về|thông tin",
    "lệnh": "cấm|bắt|truy|khám|giới|ngừng bắn|trừng phạt",
    "chốt": "danh sách|phương án|số|hạ|chặn|lại vấn đề",
    "trao đổi": "với|thêm|về|kinh nghiệm|học|giữa|nhanh|cùng",
    "gào": "thét",
    "tư vấn": "tuyển|hướng|tâm|mùa|học|du|viên|pháp|cho|về",
    "khai": "giảng|trương|mạc|thác|báo|trừ|hoang|sinh|thông|hội|quật|tử|mở|phá|đao|vị|hóa|man|cuộc",
}
_NOT_AFTER = {
    "tố": "khởi |truy ",
    "nói": "tiếng ",
    "đòi": "đua ",
    "đùa": "trêu |nô |chơi ",
    "than": "thở |khóc |bằng |mỏ ",
    "lệnh": "sắc |mệnh |hiệu |pháp |ra |khẩu |lập ",
    "thêm": "làm |học |dạy |biết |có |hay |nói |rõ |chia sẻ |bổ sung |tăng |càng |cho biết |thông tin |cho hay |đóng |thu |tìm |mua ",
    "chốt": "then |cửa |điểm ",
    "đoán": "phán |chẩn |dự |phỏng |chuẩn |tiên ",
    "hẹn": "hứa |lỗi |cuộc |có |hò ",
    "lưu ý": "đáng |cần ",
    "bảo": "đảm |dự |thông |cảnh ",
    "giao": "ngoại |chuyển |bàn ",
    "kêu": "van ",
    "khai": "triển |công |khoanh ",
}


def _pattern(cue: str) -> str:
    behind = "".join(f"(?<!{word})" for word in _NOT_AFTER.get(cue, "").split("|") if word)
    ahead = f"(?!\\s(?:{_NOT_BEFORE[cue]})(?!\\w))" if cue in _NOT_BEFORE else ""
    return behind + re.escape(cue).replace("\\ ", " ") + ahead


def _by_initial(cues: frozenset[str]) -> str:
    """Return an alternation in groups by initial letter, longest first, so that most groups fail at one look."""
    groups: dict[str, list[str]] = {}
    for cue in sorted(cues, key=lambda cue: (-len(cue), cue)):
        groups.setdefault(cue[0], []).append(_pattern(cue))
    return "|".join(
        f"(?=[{initial}{initial.upper()}])(?:{'|'.join(group)})" for initial, group in sorted(groups.items())
    )


_ANY_CUE = _by_initial(CUES)
# "cho báo chí hay", "cho VietNamNet biết": the one who is told stands inside the cue.
_TOLD = r"cho\s(?:[^\s,.;:“”\"()]+(?:\.\w+)?\s){1,4}?(?:biết|hay)"
CUE = re.compile(rf"(?<![\w&])(?=[^\W\d_])(?:{_ANY_CUE}|{_TOLD})(?![\w&])", re.IGNORECASE)
TOLD = re.compile(_TOLD, re.IGNORECASE)


def lemma(cue: str) -> str:
    """Return the entry of the lexicon that a cue of the text is: lower case, "cho báo chí hay" as "cho hay"."""
    cue = cue.casefold()
    if cue not in CUES and TOLD.fullmatch(cue):
        return "cho " + cue.rsplit(None, 1)[-1]
    return cue


# Words in front that make a noun, a purpose, a passive, a denial or a mere possibility of the verb.
NO_REPORT = re.compile(
    r"(?<!\w)(?:được|bị|để|nhằm|việc|sự|lời|những|các|mọi|nhiều|một số|theo|với|không|chưa|chẳng|đừng"
    r"|hãy|phải|cần|nên|sẽ|có thể|đáp ứng|nhận|vì|bản|mức"
    r"|cách|giấy|bảng|hệ thống|ban|tự|tiêu chí|nhu cầu|quá trình|công tác|thực hiện|hoàn thành|căn cứ"
    r"|bài|nhóm|phiếu|đạt|dù|nếu|qua|từ|về|khỏi"
    r"|muốn|mục|lễ|bài báo|đưa ra|đúng|hội đồng|tổ|kênh|nguồn|tiếng|tin|làm|hiệu quả|hoạt động|đã có"
    r"|theo như|quy|chuẩn|sẵn sàng|cùng|tham gia)\s$",
    re.IGNORECASE,
)
# "đã có kiến nghị", "hàng loạt yêu cầu": a noun, unless a colon follows.
NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:có|hàng loạt|ra|nhiều|loạt|bản|một|đưa|gửi|nêu"
    r"|về|trước|số|từng|cấp|xin|chờ|nghe)\s$",
    re.IGNORECASE,
)
# Nouns of writing in front keep the verb a report: "có văn bản đề nghị …", "trong công văn yêu cầu …".
WRITING = (
    r"(?:công văn|văn bản|văn thư|tờ trình|đơn|thư|thông báo|thông cáo|báo cáo|chỉ thị|công điện"
    r"|quyết định|thông tư|nghị quyết|kết luận|biên bản|bản kết luận|tuyên bố|thông điệp|bức thư|tin nhắn)"
)
THEO = re.compile(r"(?<!\w)theo(?=\s)", re.IGNORECASE)
# "Theo …" that names no source.
THEO_NO_SOURCE = re.compile(
    r"(?:đó|dõi|đuổi|học|kịp|hướng|dạng|kiểu|từng|nhóm|khối|ngành|thứ tự|đúng|sau|chân|mẫu|hình thức"
    r"|phương thức|phương án|quy chế|luật|điều|khoản"
    r"|kế hoạch|lịch|lộ trình|tiến độ|nguyên tắc|tinh thần|nghị|thông tư|quyết định|xu|truyền thống"
    r"|phong tục|tiêu chuẩn|tiêu chí|chương trình|yêu cầu|nhu cầu"
    r"|nguyện vọng|đề nghị|lời mời|dự kiến|diễn biến|thông lệ|mức|tỷ lệ|tỉ lệ|thang|diện|chế độ"
    r"|mô hình|đề án|đề xuất|danh sách|cách|đường|chủ|em ruột|ý|công thức|phổ|số|thời|điểm|kinh nghiệm"
    r"|đơn|phân công|kết quả"
    r"|chỉ|hợp đồng|chuyên|năm|tháng|ngày|tuần|giờ|mùa|đoàn|lệnh|sự|việc|trình tự|công nghệ|nghề|đạo"
    r"|thể|phong|bảng|giá|hạn|cùng|tổ hợp|tuyến|địa|khu|vùng|quan sát|tìm|mong|định|pháp|hồ|tục)(?!\w)",
    re.IGNORECASE,
)
# "Theo báo cáo của X", "theo thông tin từ X": the noun says what kind of statement, the source stands behind it.
THEO_STATEMENT = re.compile(
    r"(?:(?:nội dung|bản|số liệu|một|các|những|kết quả|nguồn)\s){0,2}(?:kết luận|báo cáo|thông tin"
    r"|thông báo|thông cáo|quy định|phản ánh|đánh giá|nhận định|nhận xét|chia sẻ|thống kê|số liệu"
    r"|phân tích|khảo sát"
    r"|nghiên cứu|lời|lời kể|lời khai|quan điểm|ý kiến|tin|tin tức|khuyến cáo|dự báo|giải thích"
    r"|lý giải|tìm hiểu|xác nhận|tiết lộ|ghi nhận|điều tra|hướng dẫn|tính toán|công bố|đại diện"
    r"|trình bày|bình luận|tường trình|nguồn tin|giới thiệu|tâm sự|công văn|văn bản|cáo trạng|bản án"
    r"|kết quả điều tra|kết quả xác minh)"
    r"(?:\s(?:ban đầu|sơ bộ|mới nhất|chính thức|riêng|nhanh|bước đầu|kể|khai|điều tra|thanh tra"
    r"|kiểm tra|xác minh|chung)){0,2}"
    r"(?P<link>\s(?:của|từ|do|trên|tại|bởi)\s)?",
    re.IGNORECASE,
)
# "Theo kế hoạch của Sở A, …": the noun names no source, but its owner does.
THEO_OWNED = re.compile(r"[^,.;:\n“”\"]{2,70}?\s(?:của|từ|do)\s(?:(?:ông|bà|anh|chị|thầy|cô)\s)?", re.IGNORECASE)
# "Thông tin từ Sở A, …" does what "Theo Sở A, …" does.
NEWS_FROM = re.compile(
    r"(?:thông tin|nguồn tin|tin|xác minh|tìm hiểu|số liệu|thống kê|ghi nhận|báo cáo)"
    r"(?:\s(?:ban đầu|mới nhất|bước đầu|nhanh|riêng|thống kê|chính thức)){0,2}\stừ\s",
    re.IGNORECASE,
)
