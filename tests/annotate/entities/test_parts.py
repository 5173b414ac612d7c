"""Mentions that ran together."""

import pytest


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Chủ tịch [ORG:UBND quận Bình An Đàm Quang Bưởi] nói.",
            [("UBND quận Bình An", "ORG"), ("Đàm Quang Bưởi", "PER")],
        ),
        ("Thứ trưởng [ORG:Bộ GDĐT Võ Văn Bưởi] nói.", [("Bộ GDĐT", "ORG"), ("Võ Văn Bưởi", "PER")]),
        ("[ORG:Bộ GD&ĐT và UBND TP Hà Nội] đã họp.", [("Bộ GD&ĐT", "ORG"), ("UBND TP Hà Nội", "ORG")]),
        (
            "theo [ORG:Trường ĐH Lạc An - ĐH Quốc gia Bình Hòa] cho biết",
            [("Trường ĐH Lạc An", "ORG"), ("ĐH Quốc gia Bình Hòa", "ORG")],
        ),
        (
            "Trưởng phòng [ORG:ĐH Bách khoa Hà Nội Võ Văn Bưởi] nói",
            [("ĐH Bách khoa Hà Nội", "ORG"), ("Võ Văn Bưởi", "PER")],
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
        ("[ORG:UBND huyện Nguyễn Văn Bưởi] họp.", [("UBND huyện Nguyễn Văn Bưởi", "ORG")]),
    ],
)
def test_names_that_ran_together_are_parted(mended, marked, expected):
    assert mended(marked) == expected
