"""Exams, their committees, quoted titles, launches."""

import pytest


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Kết quả [PROG:kỳ thi THPT quốc gia 2017 cao nhất năm 2016].", [("kỳ thi THPT quốc gia 2017", "PROG")]),
        ("Ban chỉ đạo [PROG:kỳ thi THPT quốc gia 2017] họp.", [("Ban chỉ đạo kỳ thi THPT quốc gia 2017", "ORG")]),
        ("xét bằng kết quả thi THPTQG năm 2018 thôi", [("thi THPTQG năm 2018", "PROG")]),
        (
            'hưởng ứng cuộc vận động "Mỗi thầy cô một tấm gương" do Sở mở',
            [('cuộc vận động "Mỗi thầy cô một tấm gương"', "PROG")],
        ),
        ('hưởng ứng chương trình "nặng" ấy', []),
        ("dự [PROG:chương trình ]' Ý tưởng '", []),
        ('dự Chương trình "[PROG:Em yêu sách" năm 2017]', [('Chương trình "Em yêu sách" năm 2017', "PROG")]),
        ("tới Lễ ra quân [PROG:Chương trình Hè xanh]", [("Lễ ra quân Chương trình Hè xanh", "PROG")]),
        ("đội hình “[PROG:Em yêu sách”] của trường", [("Em yêu sách", "PROG")]),
        ("dự [PROG:cuộc thi “Em yêu sách]” ở huyện", [("cuộc thi “Em yêu sách”", "PROG")]),
        ('dự [PROG:cuộc thi "Em yêu sách]" ở huyện', [('cuộc thi "Em yêu sách"', "PROG")]),
    ],
)
def test_a_programme_has_its_head_and_its_whole_title(mended, marked, expected):
    assert mended(marked) == expected
