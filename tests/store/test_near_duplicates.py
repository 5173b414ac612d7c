"""One press release in several papers is one cluster; two reports of one event are not."""

import time

from trichtin.store.near_duplicates import cluster, cluster_sketches, sketch

RELEASE = (
    "Sáng 12/5, Sở Giáo dục và Đào tạo tỉnh Hà Giang tổ chức hội nghị tổng kết việc dạy học hai buổi một ngày ở các trường"
    " tiểu học vùng cao. Theo báo cáo, toàn tỉnh có 312 điểm trường dạy đủ hai buổi, tăng 45 điểm so với năm học trước."
    " Bà Hoàng Thị Lụa, Phó Giám đốc Sở, cho biết khó khăn lớn nhất là thiếu giáo viên tiếng Anh và tin học. “Chúng tôi đã"
    " đề nghị tỉnh cho hợp đồng thêm 120 giáo viên”, bà Lụa nói. Các phòng giáo dục huyện kiến nghị sớm có hướng dẫn chi trả"
    " tiền dạy thêm giờ, đồng thời bổ sung kinh phí sửa chữa phòng học ở những điểm trường xa trung tâm xã. Hội nghị cũng"
    " bàn cách tổ chức bữa ăn trưa cho học sinh ở lại trường, việc mà nhiều phụ huynh mong muốn từ lâu."
)
OTHER_PAPER = (
    "Hà Giang còn 45 điểm trường chưa dạy được hai buổi mỗi ngày vì không đủ thầy cô. Tại cuộc họp cuối năm học diễn ra ở"
    " thành phố, lãnh đạo ngành giáo dục địa phương thừa nhận tình trạng ấy kéo dài nhiều năm. Một hiệu trưởng ở Đồng Văn kể"
    " trường bà phải ghép ba lớp vào một phòng, giáo viên dạy Toán kiêm luôn môn Tin. Phụ huynh thì xin cho con ở lại ăn trưa"
    " để khỏi đi bộ bốn lượt một ngày trên đường núi. Ngành hứa tuyển thêm người trước tháng chín, khi năm học mới bắt đầu."
)


def test_what_is_shortened_retitled_or_led_in_otherwise_is_the_same():
    sentences = RELEASE.split(". ")
    found = cluster(
        [
            ("other", OTHER_PAPER),
            ("release", RELEASE),
            ("retitled", "Hà Giang tổng kết dạy học hai buổi\n" + RELEASE),
            ("shortened", ". ".join(sentences[:-1])),
            ("led", "GD&TĐ - Nhiều kiến nghị được nêu ra.\n" + ". ".join(sentences[1:])),
        ]
    )
    assert found == {k: "other" if k == "other" else "release" for k in found}


def test_case_and_tone_marks_make_no_other_article():
    assert sketch(RELEASE.upper()) == sketch(RELEASE)


def test_what_is_too_short_is_like_nothing():
    assert sketch("Tin vắn trong ngày.") is None
    assert cluster_sketches([None, sketch(RELEASE), None, sketch(RELEASE)]) == [0, 1, 2, 1]


def test_one_text_a_thousand_times_takes_no_more_than_its_share():
    mark, other = sketch(RELEASE), sketch(OTHER_PAPER)
    few = time.perf_counter()
    cluster_sketches([mark, other] * 500)
    few = time.perf_counter() - few
    many = time.perf_counter()
    assert set(cluster_sketches([mark, other] * 5000)) == {0, 1}
    assert time.perf_counter() - many < 40 * few, "ten times the articles must not take a hundred times as long"
