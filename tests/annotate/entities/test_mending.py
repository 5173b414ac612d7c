"""Rules that mend the tagger's mentions, each on a sentence of our own."""

from itertools import pairwise

import pytest

from trichtin.annotate.entities.mending import mend

SYLLABLES = {"Võ": "S2", "Bưởi": "G1", "Văn": "M2", "Đàm": "S2", "Quang": "M2", "Nguyễn": "S2"}


def mended(marked: str) -> list[tuple[str, str]]:
    """Mend mentions given as ``[ORG:text]`` in a sentence; return what comes out."""
    text, found = "", []
    rest = marked
    while "[" in rest:
        before, _, rest = rest.partition("[")
        label, _, rest = rest.partition(":")
        name, _, rest = rest.partition("]")
        text += before
        found.append((len(text), len(text) + len(name), label))
        text += name
    text += rest
    return [(text[a:b], label) for a, b, label in mend(text, found, SYLLABLES)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Chủ tịch [ORG:UBND quận Bình An Đàm Quang Bưởi] nói.",
            [("UBND quận Bình An", "ORG"), ("Đàm Quang Bưởi", "PER")],
        ),
        ("Thứ trưởng [ORG:Bộ GDĐT Võ Văn Bưởi] nói.", [("Bộ GDĐT", "ORG"), ("Võ Văn Bưởi", "PER")]),
        (
            "[ORG:Bộ GD&ĐT và UBND TP Hà Nội] đã họp.",
            [("Bộ GD&ĐT", "ORG"), ("UBND TP Hà Nội", "ORG")],
        ),
        ("Tổng thống [PER:Mỹ Donald Wexler] nói.", [("Mỹ", "LOC"), ("Donald Wexler", "PER")]),
        (
            "Gồm [ORG:Đại học Lạc An Đại học Tài nguyên và Môi trường Học viện Bình Hòa].",
            [("Đại học Lạc An", "ORG"), ("Đại học Tài nguyên và Môi trường", "ORG"), ("Học viện Bình Hòa", "ORG")],
        ),
        ("[ORG:Trường Đại học Lạc An] họp.", [("Trường Đại học Lạc An", "ORG")]),
        ("bay [LOC:Hà Nội - Nha Trang] rồi về", [("Hà Nội", "LOC"), ("Nha Trang", "LOC")]),
        ("tới [LOC:Bà Rịa - Vũng Tàu] rồi về", [("Bà Rịa - Vũng Tàu", "LOC")]),
        ("[ORG:Hội đồng thi Trường THPT Võ Văn Bưởi] họp", [("Hội đồng thi Trường THPT Võ Văn Bưởi", "ORG")]),
        ("[ORG:Vụ Tổ chức cán bộ] họp", [("Vụ Tổ chức cán bộ", "ORG")]),
        ("[ORG:Công ty Thiết bị trường học Bình An] bán", [("Công ty Thiết bị trường học Bình An", "ORG")]),
        ("tới [LOC:TP Phan Rang - Tháp Chàm] rồi về", [("TP Phan Rang - Tháp Chàm", "LOC")]),
        ("Ảnh: [ORG:VGP/Võ Bưởi]", [("VGP", "ORG"), ("Võ Bưởi", "PER")]),
        (
            'hưởng ứng cuộc vận động "Mỗi thầy cô một tấm gương" do Sở mở',
            [('cuộc vận động "Mỗi thầy cô một tấm gương"', "PROG")],
        ),
        ('hưởng ứng chương trình "nặng" ấy', []),
        ("dự [PROG:chương trình ]' Ý tưởng '", []),
        ("theo [DOC:quy chế] mới, [DOC:Quy chế thi]", [("Quy chế thi", "DOC")]),
        ("theo thông báo số 84 ngày 3/2 và Luật Giáo dục", [("thông báo số 84", "DOC"), ("Luật Giáo dục", "DOC")]),
        ("theo kế hoạch tháng 5/2018 sẽ họp", []),
        ("[PER:Võ Minh Bưởi] kể. [PER:Võ Minh] Bưởi lên lớp.", [("Võ Minh Bưởi", "PER"), ("Võ Minh Bưởi", "PER")]),
        (
            "Cô giáo [ORG:mầm non Võ Thị Bưởi] kể. [PER:Võ Thị Bưởi] nói.",
            [("Võ Thị Bưởi", "PER"), ("Võ Thị Bưởi", "PER")],
        ),
        ("mỗi [ORG:Sở GD&ĐT] in đề trong mười ngày", []),
        ("quy định tại Thông tư số 17/2012/TT-BGDĐT đã rõ", [("Thông tư số 17/2012/TT-BGDĐT", "DOC")]),
        ("theo công văn số 301/BGDĐT - GDMN về ăn uống", [("công văn số 301/BGDĐT - GDMN", "DOC")]),
        ("[PER:Võ Lan Anh] dạy tiếng Anh cho Anh.", [("Võ Lan Anh", "PER"), ("Anh", "PER")]),
        ("[ORG:UBND huyện Nguyễn Văn Bưởi] họp.", [("UBND huyện Nguyễn Văn Bưởi", "ORG")]),
        ("Học tại trường [ORG:Đại học Bình An].", [("trường Đại học Bình An", "ORG")]),
        ("Nhiều trường [ORG:THPT Bình An], Hòa Lạc.", [("THPT Bình An", "ORG")]),
        ("Lớp 11 [ORG:Trường THPT Bình An] 3 qua tin nhắn", [("Trường THPT Bình An 3", "ORG")]),
        ("[ORG:Trường THPT Bình An] 3 giáo viên nghỉ.", [("Trường THPT Bình An", "ORG")]),
        ("[ORG:UBND tỉnh tặng Bằng] khen.", [("UBND tỉnh", "ORG")]),
        ("[ORG:Khoa Toán 45] sinh viên, [ORG:Khoa Lý 6 sinh viên].", [("Khoa Toán", "ORG"), ("Khoa Lý", "ORG")]),
        ("ở trường THCS – [ORG:THPT Bình An].", [("trường THCS – THPT Bình An", "ORG")]),
        ("[ORG:Trường THPT Bình An 3] tới 4 tháng", [("Trường THPT Bình An", "ORG")]),
        ("[ORG:Trường Tiểu học số 2 xã Bình An] họp", [("Trường Tiểu học số 2 xã Bình An", "ORG")]),
        ("[PER:Anh Võ Văn Bưởi] kể. [PER:Anh Thư] cười.", [("Võ Văn Bưởi", "PER"), ("Anh Thư", "PER")]),
        ("kết tủa [LOC:Al]([ORG:OH]) 3 và [ORG:BaSO] 4", []),
        ("[ORG:Ban Giám hiệu] họp với [ORG:Ban Giám hiệu Trường Bình An]", [("Trường Bình An", "ORG")]),
        ("ở [LOC:quận 3], [LOC:10]", [("quận 3", "LOC"), ("10", "LOC")]),
        ("có điểm [LOC:10] và điểm 9", []),
        ("[ORG:Sở Y tế (SYT]) họp.", [("Sở Y tế", "ORG")]),
        ('dự Chương trình "[PROG:Em yêu sách" năm 2017]', [('Chương trình "Em yêu sách" năm 2017', "PROG")]),
        ("tới Lễ ra quân [PROG:Chương trình Hè xanh]", [("Lễ ra quân Chương trình Hè xanh", "PROG")]),
        ("đội hình “[PROG:Em yêu sách”] của trường", [("Em yêu sách", "PROG")]),
        ("dự [PROG:cuộc thi “Em yêu sách]” ở huyện", [("cuộc thi “Em yêu sách”", "PROG")]),
        ('dự [PROG:cuộc thi "Em yêu sách]" ở huyện', [('cuộc thi "Em yêu sách"', "PROG")]),
        ("[ORG:Bộ Ngoại giao Lào] họp.", [("Bộ Ngoại giao Lào", "ORG")]),
        ("Theo các [ORG:Sở GD&ĐT], đề khó.", []),
        ("Theo [ORG:Sở GD&ĐT], đề khó.", [("Sở GD&ĐT", "ORG")]),
        ("Nạn nhân là [LOC:Châu Thị Bưởi N]. và bạn.", [("Châu Thị Bưởi N.", "PER")]),
        ("Bà [PER:Võ T.T]. bị bắt", [("Võ T.T.", "PER")]),
        ("Theo Công văn số 15/SGDĐT-VP ngày 3/2", [("Công văn số 15/SGDĐT-VP", "DOC")]),
        ("thực hiện Nghị quyết 29 về đổi mới", [("Nghị quyết 29", "DOC")]),
        ("tung tin lên facebook hôm qua", [("facebook", "ORG")]),
        ("[ORG:Sở Y tế] (SYT) [LOC:tỉnh Bình An] nói", [("Sở Y tế (SYT) tỉnh Bình An", "ORG")]),
        ("[PER:Võ Văn Bưởi] khóc. Khi đó, Bưởi chạy đi.", [("Võ Văn Bưởi", "PER"), ("Bưởi", "PER")]),
        ("[PER:Võ Văn Bưởi] đến. Chợ Bưởi đông.", [("Võ Văn Bưởi", "PER")]),
    ],
)
def test_a_mention_is_mended(marked: str, expected: list[tuple[str, str]]) -> None:
    assert mended(marked) == expected


def test_nothing_overlaps_on_hostile_text() -> None:
    text = "Nghị quyết 29/2013/NQ-TW " * 200
    found = mend(text, [(k, k + 12, "ORG") for k in range(0, 4000, 25)], SYLLABLES)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
