"""Units that follow a number in Vietnamese news: money, percent, marks, time, age and physical measures."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in the text: what kind of figure it makes, its canonical name, and where it ends."""

    kind: str
    name: str
    end: int


def _table(kind: str, lines: str) -> dict[str, tuple[str, str]]:
    """Read lines ``canonical: form, form`` into a map from form to kind and canonical name."""
    forms: dict[str, tuple[str, str]] = {}
    for line in lines.strip().splitlines():
        name, _, listed = line.strip().partition(":")
        for form in [name, *listed.split(",")]:
            if form.strip():
                forms[form.strip().lower()] = (kind, name)
    return forms


# Currency codes are those of ISO 4217.
_MONEY = _table(
    "money",
    """
    VND: đồng, vnđ, đồng việt nam, đ, ₫
    USD: đô la mỹ, đôla mỹ, đô-la mỹ, đô mỹ, đô la, đôla, đô-la, đô, us$, $, usd mỹ, mỹ kim, dollar
    EUR: euro, €, ơ-rô, ơ rô
    GBP: bảng anh, bảng, £
    JPY: yên nhật, yen nhật, yên, yen
    CNY: nhân dân tệ, ndt, tệ, rmb
    KRW: won, won hàn quốc
    AUD: đô la úc, đô la australia, đôla úc, aud
    CAD: đô la canada, đôla canada
    SGD: đô la singapore, đôla singapore, s$
    NZD: đô la new zealand
    TWD: đài tệ, đô la đài loan
    HKD: đô la hồng kông, đô la hong kong
    RUB: rúp, ruble, rub
    THB: baht, bạt
    CHF: franc thụy sĩ
    INR: rupee, rupi
    IDR: rupiah
    MYR: ringgit
    SEK: krona
    """,
)
_TIME = _table(
    "duration",
    """
    năm học:
    năm:
    tháng:
    tuần: tuần lễ
    ngày: ngày đêm, ngày làm việc, hôm
    giờ: giờ đồng hồ, tiếng đồng hồ, tiếng, h
    phút: phút đồng hồ
    giây:
    thập kỷ: thập kỉ, thập niên
    thế kỷ: thế kỉ
    quý:
    """,
)
_MEASURE = _table(
    "measure",
    """
    km: kilômét, ki-lô-mét, kilomet, kilômet, ki lô mét, cây số
    m: mét
    cm: xăng-ti-mét, centimet, xentimét, xăng ti mét
    mm: milimét, mi-li-mét, milimet
    nm:
    km2: km², km vuông, kilômét vuông, ki-lô-mét vuông
    m2: m², mét vuông, m vuông
    cm2: cm²
    m3: m³, mét khối, khối nước
    cm3: cm³
    ha: hecta, héc ta, héc-ta, hécta
    sào:
    kg: kilôgam, ki-lô-gam, kilogram, ki lô gam, cân, ký, kí
    g: gam, gram, gr
    mg: miligam, mi-li-gam
    tấn:
    tạ:
    yến:
    lạng:
    lít:
    ml: mililít, mi-li-lít
    độ C: °c, ºc, oc, độ c, ⁰c
    độ F: °f
    độ: độ richter, độ richte
    km/h: km/giờ, kilomet/giờ
    m/s:
    GB:
    MB:
    TB:
    Mbps:
    Gbps:
    inch: inches, inch.
    W:
    kW:
    MW: megawatt
    kWh:
    V: vôn
    Hz:
    mol:
    calo: kcal, kalo
    hải lý:
    dặm:
    feet:
    mã lực:
    đi-ốp: điốp, diop, đi ốp, đi - ốp, dp
    """,
)
_OTHER = {
    "%": ("percent", "%"),
    "phần trăm": ("percent", "%"),
    "điểm phần trăm": ("percent", "%"),
    "điểm %": ("percent", "%"),
    "‰": ("percent", "‰"),
    "phần nghìn": ("percent", "‰"),
    "tuổi": ("age", "tuổi"),
    "tháng tuổi": ("age", "tháng tuổi"),
    "ngày tuổi": ("age", "ngày tuổi"),
    "tuần tuổi": ("age", "tuần tuổi"),
    "điểm": ("score", "điểm"),
}
FORMS: dict[str, tuple[str, str]] = _MONEY | _TIME | _MEASURE | _OTHER
_FORM = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(FORMS, key=len, reverse=True))
_UNIT = re.compile(rf"(?P<gap>\s{{0,8}})(?P<form>{_FORM})(?P<close>(?<=\w)(?!\w)|(?<!\w))", re.IGNORECASE)
_MOLAR = re.compile(r"\s?M(?![\w²])")
# What follows shows that the word is no unit: "5 đồng chí", "3 điểm trường", "2 tiếng Anh", "6 năm tù" is one.
_NOT_UNIT = {
    "đồng": re.compile(r"\s+(?:chí|nghiệp|bào|phạm|minh|đội|tác giả|bọn|giải|hương|hạng|dao|loạt|thời|ý|xu|tính)\b"),
    "đô": re.compile(r"\s+(?:thị|vật|đốc)\b"),
    "tiếng": re.compile(
        r"\s+(?:anh|pháp|nhật|trung|việt|hàn|đức|nga|hoa|nổ|súng|kêu|mẹ|nói|dân tộc|khác|động)\b", re.IGNORECASE
    ),
    "độ": re.compile(r"\s+(?:tuổi|dài|cao|rộng|sâu|khó|tin|phân|chính)\b"),
    "quý": re.compile(r"\s+(?:khách|vị|phụ|thầy|báo|ông|bà|độc)\b"),
    "cân": re.compile(r"\s+(?:bằng|đối|nhắc|não)\b"),
    "ký": re.compile(r"\s+(?:tự|hiệu|kết|túc|sự|giả|ức)\b"),
    "kí": re.compile(r"\s+(?:tự|hiệu|kết|túc|sự|giả|ức)\b"),
    "yến": re.compile(r"\s+(?:tiệc|sào|oanh)\b"),
    "lạng": re.compile(r"\s+sơn\b", re.IGNORECASE),
    "tạ": re.compile(r"\s+(?:ơn|tội|thế)\b|\s*[A-ZĐ]"),
    "năm": re.compile(r"\s+(?:\d{4}|mươi)\b"),
    "m": re.compile(r"\s?\d"),
    "g": re.compile(r"['’]"),
    "v": re.compile(r"\."),
    "tuần": re.compile(r"\s+(?:hoàn|tra|tự|san|báo)\b"),
    "giờ": re.compile(r"\s+g\b"),
    "tệ": re.compile(r"\s+(?:nạn|hại|nhất|hơn)\b"),
    "bảng": re.compile(r"\s+(?:điểm|giá|đấu|xếp|vàng|thống|tổng|kê|lương|hiệu|màu|câu|cân|chữ|mã|số|đồ|phấn|viết)\b"),
    "yên": re.compile(r"\s+(?:bái|thành|bình|tâm|ngựa|dũng|định|phong|hòa|mô|thế|lạc|khánh)\b", re.IGNORECASE),
    "thế kỷ": re.compile(r"\s+(?:[XVI]+|\d)"),
    "thế kỉ": re.compile(r"\s+(?:[XVI]+|\d)"),
    "sào": re.compile(r"\s+huyệt\b"),
}
# Units whose letters mean something else when the case differs (5G, 12A, lớp 6V).
_CASED = {"g": "g", "m": "m", "v": "V", "w": "W", "h": "h", "đ": "đ", "hz": "Hz", "gr": "gr"}
# Parts of a compound measure: the smaller unit and how many of it make the larger.
SMALLER: dict[str, tuple[str, int]] = {
    "năm": ("tháng", 12),
    "tuần": ("ngày", 7),
    "tháng": ("ngày", 30),
    "ngày": ("giờ", 24),
    "giờ": ("phút", 60),
    "phút": ("giây", 60),
    "m": ("cm", 100),
    "km": ("m", 1000),
    "kg": ("g", 1000),
    "độ": ("phút", 60),
    "tuổi": ("tháng", 12),
}


def unit_after(text: str, position: int) -> Unit | None:
    """Return the unit that starts at or just after ``position``, or None.

    A line end may stand between number and unit, but not before a capital, where a new line of the page begins.
    """
    molar = _MOLAR.match(text, position)
    if molar and re.search(r"\d[.,]\d+$", text[max(0, position - 6) : position]):
        return Unit("measure", "M", molar.end())
    match = _UNIT.match(text, position)
    if not match:
        return None
    form = " ".join(match["form"].lower().split())
    if "\n" in match["gap"] and match["form"][0].isupper():
        return None
    if match["gap"] and match["form"].istitle() and len(form) > 3 and FORMS[form][0] == "duration":
        return None  # a sentence begins: "ASEAN 2017 Giây phút …"
    if form in _CASED and match["form"] != _CASED[form]:
        return None
    exception = _NOT_UNIT.get(form)
    if exception and exception.match(text, match.end()):
        return None
    if form == "bảng" and not re.search(
        r"(?:nghìn|ngàn|triệu|tỷ|tỉ|\d\.\d{3})\Z", text[max(0, position - 8) : position]
    ):
        return None  # boards and tables, but for large amounts
    if len(form) == 1 and form.isalpha() and len(match["gap"]) > 1:
        return None
    kind, name = FORMS[form]
    return Unit(kind, name, match.end())
