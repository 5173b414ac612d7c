"""Documents with numbers, laws, heads without a name."""

import pytest


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Theo quy định của [ORG:Luật Đấu] thầu hiện hành.", [("Luật Đấu thầu", "DOC")]),
        ("theo [DOC:quy chế] mới, [DOC:Quy chế thi]", [("Quy chế thi", "DOC")]),
        ("theo thông báo số 84 ngày 3/2 và Luật Giáo dục", [("thông báo số 84", "DOC"), ("Luật Giáo dục", "DOC")]),
        ("xử lý kỷ luật công chức, dạy luật dân sự, theo luật Viên chức", [("luật Viên chức", "DOC")]),
        ("bàn [PROG:dự án Luật Kiến trúc] hôm qua", [("Luật Kiến trúc", "DOC")]),
        ("tờ giấy thông báo chiều 25/6 ghi rõ", []),
        ("theo kế hoạch tháng 5/2018 sẽ họp", []),
        ("quy định tại Thông tư số 17/2012/TT-BGDĐT đã rõ", [("Thông tư số 17/2012/TT-BGDĐT", "DOC")]),
        ("theo công văn số 301/BGDĐT - GDMN về ăn uống", [("công văn số 301/BGDĐT - GDMN", "DOC")]),
        ("Theo Công văn số 15/SGDĐT-VP ngày 3/2", [("Công văn số 15/SGDĐT-VP", "DOC")]),
        ("thực hiện Nghị quyết 29 về đổi mới", [("Nghị quyết 29", "DOC")]),
    ],
)
def test_a_document_has_a_name_or_a_number(mended, marked, expected):
    assert mended(marked) == expected
