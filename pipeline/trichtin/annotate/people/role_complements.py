"""The words behind the head of a post that belong to it: "giám đốc tuyển sinh và hỗ trợ tài chính"."""

from __future__ import annotations

import re

from trichtin.annotate.people.article_bodies import Article

# What ends the words behind the head of a post: a mark, an owner, a verb.
COMPLEMENT_STOP = re.compile(
    r"\s{0,2}(?:[,.;:()\n“”\"–—-]|$)|\s(?:của|tại|ở|thuộc|trong|trên|nhà trường|cho (?:biết|hay|rằng)|nói|chia sẻ"
    r"|khẳng định|nhận (?:xét|định)"
    r"|kể|tâm sự|bày tỏ|phát biểu|nhấn mạnh|lưu ý|giải thích|phân tích|đánh giá|trả lời|bộc bạch|thông tin thêm"
    r"|thông báo|tiết lộ|xác nhận"
    r"|đã|đang|sẽ|cũng|vừa|từng|thừa nhận|đề nghị|yêu cầu|tỏ ra|xúc động|bức xúc)(?!\w)",
    re.IGNORECASE,
)
COMPLEMENT_WORD = re.compile(
    r"\s(?!(?:là|có|bị|được|cho|cùng|khi|vì|do|nếu|thì|mà|nhưng|nên|để|với|theo|đến|tới|từ|ra|vào|lên|xuống|đi|về|làm"
    r"|nhận|rời|gửi|đưa|như|bằng|các|những"
    r"|một|(?<!thứ )(?:hai|ba)|không|chưa|còn|lại|mới|sau|trước|rất|nhiều|gồm|người|dưới|đạt|giành|đoạt|tham gia|sinh năm"
    r"|thường xuyên|luôn|phụ trách)(?!\w))([^\W_][\w&-]*)"
)
COMPLEMENT = re.compile(rf"(?:(?!{COMPLEMENT_STOP.pattern}){COMPLEMENT_WORD.pattern}){{1,7}}", re.IGNORECASE)
OWN_COMPLEMENT = re.compile(
    r"(?:\s(?:tổ|khối|bộ môn|khoa|chuyên trách|thứ nhất|của|thường trực|văn phòng)){1,2}(?:\s[\w&-]+){0,2}"
)
# Posts that say their field before a name: "chuyên gia mỹ phẩm A", "giám đốc sáng tạo A".
SPECIALIST = re.compile(
    r"(?:phó )?(?:tổng )?giám đốc|chuyên gia|chuyên viên|nhân viên|nghiên cứu viên|kỹ thuật viên|nhà (?:khoa học"
    r"|nghiên cứu)|cố vấn|ca s[ĩỹ]"
    r"|đặc phái viên|trợ lý|diễn viên|giáo sư|nghệ sĩ|đạo diễn|phóng viên|hoa hậu|á hậu|người mẫu|bình luận viên",
    re.IGNORECASE,
)
ANAPHORIC = re.compile(r"\s(?:này|trên|nói trên|đó|kia|ấy)(?![\w])(?!\s(?:địa bàn|mạng|toàn))")
EPITHET = re.compile(
    r"\s(?:đầu tiên|duy nhất|xinh đẹp|tài năng|kỳ cựu|gạo cội|quá cố|trẻ tuổi|trẻ|nổi tiếng|xuất sắc|tiêu biểu|người (?:Mỹ|Anh|Pháp|Đức|Nga|Nhật|Việt))"
)
WORKS_AT = re.compile(
    r"(?:^\shọc(?!\s(?:sinh|viên|vụ|liệu|đường))|\s(?:đang |hiện |theo )+học|\shọc(?=\s(?:tại|ở)\s)"
    r"|(?<!cao)(?<!khoa)(?<![Tt]iểu)(?<![Tt]rung)(?<!phạm)(?<![Tt]in)(?<![Vv]ăn)(?<![Tt]oán)"
    r"(?<![Hh]óa)(?<![Hh]oá)(?<!Sinh)(?<!đô thị)(?<!lý)(?<!hội)(?<!sử)(?<!luật)(?<!lý)(?<!hội)(?<!sử)(?<!luật)(?<![Dd]ược)(?<!\sY)\shọc$)(?:\s(?:tại"
    r"|ở))?(?=\s|$)"
    r"|\s(?:cho|ra)$|\s(?:(?:đang |hiện )?(?:công tác|làm việc|giảng dạy)(?:\s(?:tại|ở|trong)(?=\s)|$)|của|tại|ở|thuộc|trong|tới"
    r"|đến)(?=\s|$)"
)


def complement_end(article: Article, end: int, limit: int) -> int:
    """Return where the words end that say what a post is for: "giám đốc tuyển sinh và hỗ trợ tài chính"."""
    text = article.text
    position = end
    for _ in range(8):
        if position >= limit or COMPLEMENT_STOP.match(text, position, min(len(text), limit + 24)):
            return position
        word = COMPLEMENT_WORD.match(text, position, limit)
        if word is None or ANAPHORIC.match(text, position):
            return end
        begin = word.start(1)
        if begin in article.org_by_start or begin in article.place_by_start:
            return position
        if begin in article.person_by_start:
            return end
        position = word.end()
    return end


def complement_in(between: str) -> str:
    """Return the part of the words between a post and its organisation that belongs to the post."""
    complement = re.match(r"(?:\s[^\s,()–—-]{1,12}){1,12}", between)
    return WORKS_AT.split(complement.group())[0].rstrip() if complement else ""
