from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "corpus" / "samples"


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES


@pytest.fixture(scope="session")
def nlp():
    import trichtin

    return trichtin.load()


# Written for the tests: the build of a page of the paper, with a box of another story behind it.
PAGE = """Gần 3 nghìn giáo viên mầm non học cách phòng cháy

GD&TĐ - Đại diện Trường Cao đẳng Sư phạm Sông Vàng cho biết, gần 3000 giáo viên mầm non đã học xong khóa phòng cháy.

Gần 3000 giáo viên mầm non đã học xong khóa phòng cháy.
Gần 3000 giáo viên mầm non đã học xong khóa phòng cháy.

TS Đào Thị Nhài - Hiệu trưởng Trường Cao đẳng Sư phạm Sông Vàng đánh giá cao tinh thần của các cô giáo vùng xa.

Theo thống kê của ban tổ chức, 96,5% học viên đạt yêu cầu. Khóa học kéo dài 5 ngày, kết thúc ngày 12/6/2023.

ThS Lâm Văn Khởi – Phó Hiệu trưởng Trường Cao đẳng Sư phạm Sông Vàng - cho rằng, các trường cần diễn tập mỗi học kỳ.

“Chúng tôi sẽ đến tận điểm trường lẻ để tập huấn lại. Giáo viên nào chưa đạt sẽ được học thêm” - ThS Lâm Văn Khởi nhấn mạnh.

Tin tiêu điểm

Đừng bỏ lỡ

Minh họa/INT

Giá dầu bốc cháy

GD&TĐ - Gói hỗ trợ vừa được Quốc hội Na Uy thông qua hôm 3/4 trị giá 12,5 tỷ USD cho Ukraine.
"""


@pytest.fixture(scope="session")
def page() -> str:
    return PAGE


@pytest.fixture(scope="session")
def record(page):
    import trichtin

    return trichtin.extract(page, id="song-vang", source="song-vang.txt")
