import pytest

from trichtin.annotate.links.ids import entity_id, fold
from trichtin.annotate.links.places import load_places


@pytest.mark.parametrize(
    "label, names",
    [
        ("ORG", ["Bộ GD&ĐT", "Bộ GD-ĐT", "Bộ GDĐT", "Bộ Giáo dục và Đào tạo", "bộ Giáo dục & Đào tạo"]),
        ("ORG", ["Trường ĐH Tây Bắc", "Trường Đại học Tây Bắc", "ĐH Tây Bắc"]),
        ("ORG", ["Sở GD&ĐT tỉnh Lạng Sơn", "Sở GD-ĐT Lạng Sơn"]),
        ("ORG", ["UBND tỉnh Hòa Bình", "Ủy ban nhân dân tỉnh Hoà Bình"]),
        ("ORG", ["Ban Kinh tế TƯ", "Ban Kinh tế T.Ư", "Ban Kinh tế TW", "Ban Kinh tế Trung ương"]),
        ("LOC", ["TP HCM", "TPHCM", "TP.HCM", "Thành phố Hồ Chí Minh", "Tp. Hồ Chí Minh"]),
        ("LOC", ["Mỹ", "Hoa Kỳ"]),
        ("LOC", ["tỉnh Lạng Sơn", "Lạng Sơn"]),
        ("PER", ["Trần Thị Hoà", "Trần Thị Hòa"]),
    ],
)
def test_spellings_of_one_name_share_an_id(label, names):
    assert len({entity_id(label, name) for name in names}) == 1


def test_different_bodies_keep_different_ids():
    names = ["Bộ GD&ĐT", "Sở GD&ĐT Hà Nội", "Sở GD&ĐT Hà Nam", "Phòng GD&ĐT quận Ba Đình", "Trường THPT Ba Đình"]
    assert len({entity_id("ORG", name) for name in names}) == len(names)


def test_a_word_is_no_abbreviation_because_its_letters_are_the_same():
    assert entity_id("ORG", "Trường mầm non tư thục Hoa Cà") == "org:mam-non-tu-thuc-hoa-ca"
    assert entity_id("ORG", "Bộ Kế hoạch và Đầu tư") == "org:bo-ke-hoach-va-dau-tu"
    assert entity_id("ORG", "CA huyện Pà Sin") == entity_id("ORG", "Công an huyện Pà Sin")


def test_fold_is_blind_to_tone_marks_case_and_punctuation():
    assert fold("Đắk Lắk – TP. Buôn Ma Thuột!") == "dak lak tp buon ma thuot"


def test_every_old_province_is_in_one_of_the_34_of_2025():
    places = load_places()
    old = set(places.provinces.values())
    assert len(old) == 63
    assert len({places.after_2025(name) for name in old}) == 34
    assert places.after_2025("Hà Giang") == "Tuyên Quang"


def test_a_district_name_that_several_provinces_share_has_no_province():
    assert load_places().province_of("huyen chau thanh") is None
    assert load_places().province_of("quan hai ba trung") == "Hà Nội"
