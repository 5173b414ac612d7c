"""Head words of Vietnamese names: the generic words that open the name of an organisation, place, document
or event, and the words of address and rank that stand before a person's name.

Compiled by us from the naming rules of Vietnamese public administration and schools; lower case, one space
between syllables. A head says what kind of name may follow, never that one does: the model decides.
"""

from __future__ import annotations

ORG_HEADS = frozenset(
    """
    trường|trường đại học|trường cao đẳng|trường trung cấp|trường tiểu học|trường mầm non|trường mẫu giáo
    trường thpt|trường thcs|trường th|trường ptdtbt|trường ptdtnt|trường mn|trường đh|trường cđ|trường quốc tế
    trường liên cấp|trường phổ thông|trường học viện|trường trung học|trường ptth|trường ptcs|trường phân hiệu
    đại học|đh|cao đẳng|cđ|học viện|hv|viện|nhạc viện|phân hiệu|phân viện|khoa|tổ|bộ môn|trung tâm|tt
    bộ|sở|phòng|cục|vụ|tổng cục|chi cục|ban|ủy ban|uỷ ban|ubnd|hđnd|hội đồng|hội đồng nhân dân|ủy ban nhân dân
    uỷ ban nhân dân|thành ủy|tỉnh ủy|huyện ủy|quận ủy|đảng ủy|thành đoàn|tỉnh đoàn|huyện đoàn|quận đoàn|đoàn
    đoàn thanh niên|hội|hội sinh viên|hội khuyến học|hội liên hiệp|liên đoàn|liên hiệp|hiệp hội|công đoàn
    văn phòng|văn phòng chính phủ|thanh tra|thanh tra bộ|công an|cảnh sát|quân đội|quân khu|bộ đội|đồn biên phòng
    tòa án|toà án|viện kiểm sát|viện ksnd|tand|bệnh viện|bv|công ty|cty|tập đoàn|tổng công ty|ngân hàng|quỹ|hãng
    doanh nghiệp|xí nghiệp|nhà máy|nhà xuất bản|nxb|báo|tạp chí|đài|đài truyền hình|kênh|nhà trẻ|nhóm trẻ
    câu lạc bộ|clb|đội|đội tuyển|mặt trận tổ quốc|mttq|đại sứ quán|lãnh sự quán|tổng lãnh sự quán|tổ chức
    hệ thống|cơ sở|cơ quan|đảng|đảng bộ|quốc hội|chính phủ|ban chấp hành|ban chỉ đạo|ban giám hiệu|hội đồng thi
    thư viện|bảo tàng|nhà hát|nhà thiếu nhi|cung thiếu nhi|khách sạn|siêu thị|nhà hàng|chùa|mạng|mạng xã hội
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
) - {""}
LOC_HEADS = frozenset(
    """
    tỉnh|thành phố|tp|t.p|thủ đô|quận|q|huyện|thị xã|tx|phường|p|xã|thị trấn|tt|thôn|bản|làng|ấp|buôn|khóm|xóm
    khu phố|tổ dân phố|đường|phố|ngõ|ngách|đại lộ|quốc lộ|tỉnh lộ|sông|suối|hồ|biển|vịnh|đảo|quần đảo|núi|đèo
    cầu|sân bay|ga|bến xe|cảng|công viên|sân vận động|svđ|quảng trường|chợ|nước|bang|vùng|miền|khu vực|châu
    khu đô thị|khu công nghiệp|cửa khẩu|bán đảo|cao nguyên|đồng bằng|bãi biển|đền
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
) - {""}
DOC_HEADS = frozenset(
    """
    luật|bộ luật|hiến pháp|pháp lệnh|nghị định|nghị quyết|thông tư|thông tư liên tịch|quyết định|chỉ thị
    công văn|văn bản|văn bản số|công điện|thông báo|kế hoạch|hướng dẫn|quy chế|quy định|quy chuẩn|điều lệ|đề án
    dự thảo|dự án luật|kết luận|tờ trình|báo cáo|công ước|hiệp định|tuyên bố|sắc lệnh|chiến lược|chuẩn|sách trắng
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
) - {""}
PROG_HEADS = frozenset(
    """
    kỳ thi|kì thi|cuộc thi|hội thi|hội thảo|hội nghị|hội trại|hội khỏe phù đổng|ngày hội|lễ hội|lễ|lễ kỷ niệm
    lễ khai giảng|lễ trao giải|chương trình|chương trình học bổng|học bổng|dự án|đề án|giải|giải thưởng|giải vô địch
    cúp|phong trào|chiến dịch|cuộc vận động|tuần lễ|tháng|diễn đàn|triển lãm|olympic|tọa đàm|toạ đàm|festival
    liên hoan|danh hiệu|huân chương|huy chương|bằng khen|kỷ niệm chương|hành trình|mùa hè xanh|tiếp sức mùa thi
    thi thpt|thi tốt nghiệp|thi thpt quốc gia|đại hội|gameshow|game show|tiết mục|nghĩa vụ|cuộc cách mạng|đợt
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
) - {""}
PERSON_HEADS = frozenset(
    """
    ông|bà|anh|chị|em|thầy|cô|cháu|bác|chú|cậu|bé|gs|ts|ths|pgs|gs.ts|pgs.ts|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ
    giáo sư|phó giáo sư|ngưt|ngnd|nsưt|nsnd|nhà giáo|nhà báo|nhà văn|nhà thơ|luật sư|bác sĩ|bác sỹ|bs|kỹ sư|ks
    nhạc sĩ|ca sĩ|nghệ sĩ|diễn viên|mc|thiếu tướng|trung tướng|đại tướng|thượng tướng|đại tá|thượng tá|trung tá
    thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|hiệu trưởng
    phó hiệu trưởng|trưởng phòng|phó phòng|trưởng ban|phó ban|bộ trưởng|thứ trưởng|thủ tướng|phó thủ tướng
    tổng thống|bí thư|phó bí thư|tổng bí thư|viện trưởng|cục trưởng|vụ trưởng|trưởng khoa|tổng giám đốc
    phó trưởng phòng|chánh văn phòng|chánh thanh tra|chủ nhiệm|giáo viên|giảng viên|học sinh|sinh viên|thí sinh
    nam sinh|nữ sinh|phụ huynh|đồng chí|đ/c|vợ|chồng|mẹ|cha|bố|con|bạn|cụ|huấn luyện viên|hlv|cầu thủ|tiền đạo
    bị cáo|bị can|nghi phạm|đối tượng|nạn nhân|á hậu|hoa hậu|chiến sĩ|liệt sĩ|tác giả|đạo diễn|thủ môn|tiền vệ
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
) - {""}

HEADS: dict[str, frozenset[str]] = {
    "ORG": ORG_HEADS,
    "LOC": LOC_HEADS,
    "DOC": DOC_HEADS,
    "PROG": PROG_HEADS,
    "PER": PERSON_HEADS,
}
LONGEST_HEAD = max(len(head.split()) for heads in HEADS.values() for head in heads)


def _by_first_word() -> dict[str, list[tuple[int, list[str], list[str]]]]:
    """Return for each word that opens heads: (length, words, labels) of those heads, longest first."""
    labels: dict[str, list[str]] = {}
    for label, heads in HEADS.items():
        for head in heads:
            labels.setdefault(head, []).append(label)
    index: dict[str, list[tuple[int, list[str], list[str]]]] = {}
    for head, found in labels.items():
        words = head.split()
        index.setdefault(words[0], []).append((len(words), words, found))
    for entries in index.values():
        entries.sort(key=lambda entry: -entry[0])
    return index


BY_FIRST_WORD = _by_first_word()


def find_heads(words: list[str]) -> list[tuple[int, int, str]]:
    """Return ``(start, end, label)`` for each head among the lower-cased words, longest first, left to right.

    A word that opens heads of several kinds (``tt``, ``đề án``) is returned once for each kind.
    """
    found: list[tuple[int, int, str]] = []
    position = 0
    while position < len(words):
        for length, head, labels in BY_FIRST_WORD.get(words[position], ()):
            if words[position : position + length] == head:
                found.extend((position, position + length, label) for label in labels)
                position += length
                break
        else:
            position += 1
    return found
