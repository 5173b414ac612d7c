"""Heads, kinds, levels and numbers of schools, and lists of schools."""

import pytest


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Học sinh THPT chuyên [PER:Lê Văn Bảy] đoạt giải.", [("THPT chuyên Lê Văn Bảy", "ORG")]),
        ("Học tại trường [ORG:Đại học Bình An].", [("trường Đại học Bình An", "ORG")]),
        ("Chủ nhóm lớp [ORG:mầm non Bình An] nói.", [("nhóm lớp mầm non Bình An", "ORG")]),
        ("Các cơ sở [ORG:mầm non Bình An], Hòa Lạc.", [("mầm non Bình An", "ORG")]),
        ("Nhiều trường [ORG:THPT Bình An], Hòa Lạc.", [("THPT Bình An", "ORG")]),
        ("ở trường THCS – [ORG:THPT Bình An].", [("trường THCS – THPT Bình An", "ORG")]),
        ("Lớp 11 [ORG:Trường THPT Bình An] 3 qua tin nhắn", [("Trường THPT Bình An 3", "ORG")]),
        ("[ORG:Trường THPT Bình An] 3 giáo viên nghỉ.", [("Trường THPT Bình An", "ORG")]),
        ("[ORG:Trường THPT Bình An 3] tới 4 tháng", [("Trường THPT Bình An", "ORG")]),
        ("[ORG:Trường Tiểu học số 2 xã Bình An] họp", [("Trường Tiểu học số 2 xã Bình An", "ORG")]),
        (
            "của các [ORG:Trường THCS Ngô Văn Lục], [LOC:Lạc An] và Trung Phú đã tới",
            [("Trường THCS Ngô Văn Lục", "ORG"), ("Lạc An", "ORG"), ("Trung Phú", "ORG")],
        ),
        (
            "Phụ huynh chọn 3 trường công lập là [LOC:Minh Khoa], Tuổi Thơ và [PER:Lê Văn Sáu], gần nhà.",
            [("Minh Khoa", "ORG"), ("Tuổi Thơ", "ORG"), ("Lê Văn Sáu", "ORG")],
        ),
    ],
)
def test_a_school_has_its_head_and_its_number(mended, marked, expected):
    assert mended(marked) == expected
