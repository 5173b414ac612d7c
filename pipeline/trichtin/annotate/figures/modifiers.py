"""What makes a figure more or less than it says: ``khoảng``, ``hơn``, ``tối đa``; and what a rate is per."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichtin.annotate.figures.phrases import phrases
from trichtin.annotate.figures.words_before import ends_with

# Words that may stand between the modifier and the number.
_GAPS = phrases(
    """là, có, từ, đến, tới, cả, được, đạt, phải, phải có, phải đạt, chỉ, ở mức, mức, ngưỡng, mốc, thêm, đủ, khoảng, trong, số, cho, em được, mình được,
    cũng, tổng cộng"""
)
_SHORT_GAPS = phrases("ngưỡng, mốc, mức, con số, cả, tới, từ, gấp")
_LOOSE = {
    **dict.fromkeys(
        phrases(
            """không dưới, không ít hơn, không thấp hơn, ít nhất, tối thiểu, không nhỏ hơn, chí ít, không kém, lớn hơn hoặc bằng,
            hơn hoặc bằng"""
        ),
        "ge",
    ),
    **dict.fromkeys(
        phrases(
            """không quá, tối đa, không vượt quá, không hơn, không nhiều hơn, nhiều nhất, không cao hơn, chậm nhất, không lớn hơn,
            nhỏ hơn hoặc bằng, bé hơn hoặc bằng"""
        ),
        "le",
    ),
    **dict.fromkeys(
        phrases("khoảng, khoảng chừng, chừng, ước tính, ước, ước chừng, ước đạt, xấp xỉ, tầm, vào khoảng"),
        "approx",
    ),
}
_TIGHT = {
    "trên dưới": "approx",
    **dict.fromkeys(
        phrases("chưa đến, chưa tới, chưa đầy, chưa được, không đến, không tới, không đầy, dưới, chưa quá"), "lt"
    ),
    **dict.fromkeys(phrases("gần, ngót, gần như, cỡ, suýt soát"), "approx"),
    **dict.fromkeys(phrases("hơn, trên, quá, vượt, vượt quá, vượt mức, nhiều hơn, lớn hơn"), "gt"),
}
_COMPARED = phrases(
    """
    cao, thấp, ít, nhiều, lớn, nhỏ, kém, nhanh, chậm, dài, ngắn, sớm, muộn, già, trẻ, đắt, rẻ, nặng,
    nhẹ, tốt, xa, sâu, rộng, hẹp, lâu, thua
    """
)
# "dài hơn 300 m", "cao hơn 1,1 m": how much it is, not how much more than another.
_EXTENTS = phrases("dài, rộng, cao, sâu, nặng")
_WITHIN = phrases(
    "rơi vào khoảng, nằm trong khoảng, nằm ở khoảng, dao động trong khoảng, dao động khoảng, trong khoảng từ"
)
_BASES = phrases("dựa, cứ, thông, ngồi, đứng, nằm, đặt, viết, in, đăng, chạy")
_CHANGES_AFTER = re.compile(r"\s*(?:điểm\s)?(?:đến|tới|lên|xuống|còn|sang|[-–,;]\s?\d)")
_UPWARDS = re.compile(r"(?:\s+[^\W\d_]+){0,4}?\s+trở\s+(?P<way>lên|xuống)\b")


def _without_gap(words: Sequence[str], gaps: frozenset[str]) -> Sequence[str]:
    for size in (2, 1):
        if len(words) > size and " ".join(words[-size:]) in gaps:
            return words[:-size]
    return words


def _modifier(words: Sequence[str], names: dict[str, str]) -> str | None:
    for size in range(min(5, len(words)), 0, -1):
        if name := names.get(" ".join(words[-size:])):
            return name
    return None


def modifier_of(
    text: str, end: int, words: Sequence[str], kind: str, *, exact: bool, ranged: bool = False
) -> str | None:
    """Return ``approx``, ``gt``, ``lt``, ``ge`` or ``le`` when the words around a figure say so.

    Args:
        text: the article.
        end: where the figure ends.
        words: those before it.
        kind: its kind.
        ranged: the figure is a range.
        exact: the number is small and spelled out: ``trên hai lĩnh vực`` is about where, not how many.
    """
    upwards = _UPWARDS.match(text, end)
    if upwards:
        return "ge" if upwards["way"] == "lên" else "le"
    if not words:
        return None
    last = words[-1]
    before = words[-2] if len(words) > 1 else ""
    is_extent = kind in ("measure", "duration") and before in _EXTENTS
    if last == "hơn" and before in _COMPARED and not is_extent and (len(words) < 3 or words[-3] != "không"):
        return None
    if last == "trên" and before in _BASES:
        return None
    if last == "từ" and kind == "score" and not ranged and not _CHANGES_AFTER.match(text, end):
        return "ge"  # "nhận hồ sơ từ 18 điểm"
    if ranged and (ends_with(words, _WITHIN, 3) or ends_with(words[:-1], _WITHIN, 3)):
        return None
    if last == "trên" and len(words) > 1 and words[-2].isdigit():
        return None  # "đứng thứ 3 trên 20 nước"
    if exact and last in ("trên", "dưới"):
        return None
    if kind == "age" and last == "ngoài":
        return "gt"
    short = _without_gap(words, _SHORT_GAPS)
    return (
        _modifier(words, _LOOSE)
        or _modifier(words, _TIGHT)
        or _modifier(short, _TIGHT)
        or _modifier(_without_gap(words, _GAPS), _LOOSE)
        or _modifier(_without_gap(short, _GAPS), _LOOSE)
    )


_RATE = re.compile(
    r"\s?/\s?(?P<slash>(?:1\s+)?[^\W\d_]+(?:\s(?:sinh|học|chỉ|kỳ|khóa|viên|nhắn|vuông|đầu người))?)"
    r"|\s+(?:mỗi|một|trên\s+một)\s+(?P<word>năm\s+học|năm|tháng|tuần|ngày|giờ|người|học\s+sinh|em|tín\s+chỉ|học\s+kỳ|môn|tiết|buổi"
    r"|suất|km|kg|m2|lượt)(?!\w)",
    re.IGNORECASE,
)


def rate_after(text: str, end: int) -> str | None:
    """Return what a rate is per (``tháng`` in ``1,2 triệu đồng/tháng``), or None."""
    match = _RATE.match(text, end)
    return (match["slash"] or match["word"]).strip() if match else None
