"""What leads up to a body's name, what the name runs on into, words cut in their middle."""

import pytest


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("tại [ORG:Bệnh viện bệnh viện Nhi Lạc An]", [("bệnh viện Nhi Lạc An", "ORG")]),
        ("[ORG:Tân Tổng thống Hàn Quốc] họp.", [("Hàn Quốc", "LOC")]),
        ("[ORG:Khoa Khoa học xã hội] họp.", [("Khoa Khoa học xã hội", "ORG")]),
        ("Ở [ORG:ĐH Mỏ Địa] chất, điểm thấp.", [("ĐH Mỏ Địa chất", "ORG")]),
        ("Sau đó, [ORG:Sở Nội vụ] đã họp.", [("Sở Nội vụ", "ORG")]),
        ("[ORG:UBND tỉnh tặng Bằng] khen.", [("UBND tỉnh", "ORG")]),
        ("[ORG:Khoa Toán 45] sinh viên, [ORG:Khoa Lý 6 sinh viên].", [("Khoa Toán", "ORG"), ("Khoa Lý", "ORG")]),
        ("kết tủa [LOC:Al]([ORG:OH]) 3 và [ORG:BaSO] 4", []),
        ("Ảnh: [ORG:VTV) Lạc An] có", [("VTV", "ORG")]),
        ("[ORG:Vụ Hợp tác quốc tế sáp nhập thành Cục] mới", [("Vụ Hợp tác quốc tế", "ORG")]),
        ("Ủy viên [ORG:Trung ương Đảng khóa X, XI] kể", [("Trung ương Đảng", "ORG")]),
        ("[ORG:Phòng GD-ĐT quận] này họp", [("Phòng GD-ĐT", "ORG")]),
        ("[ORG:Sở Y tế (SYT]) họp.", [("Sở Y tế", "ORG")]),
        ("[ORG:Bộ Ngoại giao Lào] họp.", [("Bộ Ngoại giao Lào", "ORG")]),
        ("[ORG:Sở Y tế] (SYT) [LOC:tỉnh Bình An] nói", [("Sở Y tế (SYT) tỉnh Bình An", "ORG")]),
    ],
)
def test_a_body_ends_where_its_name_does(mended, marked, expected):
    assert mended(marked) == expected
