"""What a number counts: the noun that follows it, from a list of the nouns that Vietnamese news counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from trichtin.annotate.figures.phrases import phrases
from trichtin.resources import models_dir

LONGEST_NOUN = 4
_SYLLABLE = re.compile(r"(?P<gap>[^\S\n]{1,8}|[ \t]?\n[ \t]?|)(?P<word>[^\W\d_]+(?:[&-][^\W\d_]+)*)")
# "hai tân thứ trưởng", "3 cựu sinh viên": the noun comes after.
# "200 từ và", "3 từ khóa" are words; "từ" before anything else is "from".
_AFTER_WORDS = phrases(
    "mới, vựng, khóa, khoá, tiếng, và, nói, để, là, thì, cho, trở, đầu, cuối, có, nhưng, được, ngữ, viết, kể"
)
_PREFIXES = phrases("tân, cựu, nguyên, nữ, nam, phó, trưởng, siêu, tổng, nhà, vị, ngôi, bậc")
_CLASSIFIERS = phrases(
    """
    chiếc, cái, cuốn, quyển, bức, tấm, tờ, căn, ngôi, tòa, toà, con, quả, bộ, suất, lượt, đầu, cây, dãy, vị,
    bài, đội, nhóm, khối, lớp, phòng
    """
)
# Nouns that keep their capital where they are counted ("20 Sở GD&ĐT", "50 Thạc sĩ").
_CAPITAL = phrases(
    """
    sở, phòng, phòng gd&đt, phòng gd-đt, sở gd&đt, sở gd-đt, phòng giáo dục, sở giáo dục, bộ, ban, thạc sĩ, tiến
    sĩ, giáo sư, phó giáo sư, gs, pgs, ts, ths, ncs, nhà giáo, huân chương, huy chương, huy chương vàng, huy
    chương bạc, huy chương đồng, hcv, hcb, hcđ, bằng khen, giấy khen, bằng, hs, sv, gv, cbgv, cbql, clb, đại
    biểu, giải, giải nhất, giải nhì, giải ba, giải khuyến khích, tỉnh, thành phố, công ty, trung tâm, danh hiệu,
    quyết định, học viện, viện, khoa, hội đồng, cử nhân, đảng viên, chi bộ, đoàn viên, trường, trường đh, trường
    thpt, trường thcs, quỹ, bảo vật, bộ trưởng, thứ trưởng, vụ, cục, khu, chi đoàn, quận, huyện, hđt, csgt,
    cscđ, dn, vđv, hlv, nghị định, thông tư, chính phủ, cmnd, cccd, cđcs, nv, đbqh, cđv, phó chủ tịch, chủ tịch, pct,
    bí thư, phó bí thư, giám đốc, phó giám đốc, hiệu trưởng, phó hiệu trưởng, trưởng phòng
    """
)
# After a number these begin a clause or go on with it; they are never what is counted.
_NOT_NOUNS = phrases(
    """
    ai, anh ấy, bao, chiếm, bao gồm, bên cạnh, bằng, bị, biết, bởi, bỏ, cả, các, cách đây, càng, cần, chắc,
    chẳng, chấm, chỉ, cho, chưa, chứ, có, còn, cũng, cùng, cứ, của, dành, do, dù, dùng, dưới, đã, đang, đâu,
    đây, để, đều, đến, đề nghị, đi, đó, đồng thời, đối, được, đưa, gần, gặp, giảm, giữa, gồm, hãy, hay, hết,
    hiện, hoặc, hơn, khá, khác, khi, khiến, không, là, lại, làm, lên, liên tiếp, liên tục, liền, luôn, mà, mấy,
    mình, mới, mỗi, mở, nào, này, năm, nay, nên, nếu, ngay, nghĩa, ngoài, nhằm, như, nhưng, những, nhận, nhiều,
    nhất, nhờ, nữa, ở, phải, qua, quá, ra, rằng, rất, rồi, sang, sao, sau, sẽ, so, suốt, tại, tăng, tất, tập,
    thay, thành, theo, thì, thôi, thuộc, thường, tiếp, tới, trên, trở, trong, trước, từ, từng, tức, tuy, và,
    vào, vẫn, vậy, về, vì, với, vừa, việc, xảy, xong, xuống, y, ước, tương, trung bình, cao, thấp, lớn, nhỏ,
    ngày, tháng, tuần, chiều, sáng, tối, trưa, giờ, phút, hôm, lúc, mang, nằm, đạt, nói, thấy, muốn, được biết,
    đúng, sớm, muộn, đầu tiên, trực tiếp, gọi, tham, tham gia, diễn, tổ chức, chính, chung, riêng, cụ, quyết,
    hoàn, duy nhất, thế kỷ, thế kỉ, ban hành, chia, thi, công bố, thông qua, phát, bắt, tên là, tốt, đẹp, rộng, dài, nặng, sâu, xanh, đỏ,
    vàng, trắng, đen, một, hai, ba, bốn, sáu, bảy, tám, chín, mười, chục, trăm, nghìn, ngàn, vạn, triệu, tỷ, tỉ,
    lần lượt, lần thứ, lan, tôi, ta, chúng, họ, nó, hắn, tùy, tuỳ
    """
)


@dataclass(frozen=True, slots=True)
class Noun:
    """The counted noun: where it stands, and whether the list knows it."""

    start: int
    end: int
    known: bool


@cache
def counted_nouns() -> frozenset[str]:
    """Return the nouns that news counts, in small letters (``models/figures/counted_nouns.txt``)."""
    lines = (models_dir() / "figures" / "counted_nouns.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def syllables_after(text: str, position: int, limit: int = 6) -> list[re.Match[str]]:
    """Return up to ``limit`` syllables that follow with nothing but white space between them.

    A line end is crossed only at the start (a number and its noun parted by the page), before a small letter.
    """
    found: list[re.Match[str]] = []
    while len(found) < limit:
        match = _SYLLABLE.match(text, position)
        if not match or (found and not match["gap"]):
            break
        if "\n" in match["gap"] and (found or match["word"][0].isupper()):
            break
        if not match["gap"] and text[position - 1 : position].isalnum():
            break  # "5sáng": letters glued to the number
        found.append(match)
        position = match.end()
    return found


def noun_after(text: str, position: int) -> Noun | None:
    """Return the noun that a number ending at ``position`` counts.

    The longest entry of the list that matches wins, with a prefix (``tân``, ``cựu``) or a classifier (``chiếc``,
    ``cuốn``) before it. A word that the list does not know is guessed to be a noun of up to two syllables, unless
    it is a word that goes on with the clause; then, and before a name, the answer is None.
    """
    syllables = syllables_after(text, position)
    if not syllables:
        return None
    words = [match["word"] for match in syllables]
    low = [word.lower() for word in words]
    size = _longest(low)
    if low[0] == "từ" and len(low) > 1 and low[1] not in _AFTER_WORDS:
        return None  # "3 từ" are words; "điểm 10 từ thầy cô" goes on with the clause
    if low[0] in _PREFIXES | _CLASSIFIERS and len(low) > 1 and words[1][0].islower():
        more = _longest(low[1:])
        if more and 1 + more > size and (size or low[0] in _PREFIXES):
            size = 1 + more
    start = syllables[0].start("word")
    if size == 1 and len(low) > 1 and " ".join(low[:2]) in _NOT_NOUNS:
        return None  # "năm đầu tiên" counts no heads
    if size:
        phrase = " ".join(low[:size])
        if words[0][0].isupper() and phrase not in _CAPITAL:
            return None
        return Noun(start, syllables[size - 1].end(), True)
    if words[0][0].isupper() or low[0] in _NOT_NOUNS or " ".join(low[:2]) in _NOT_NOUNS or len(words[0]) < 2:
        return None
    size = 2 if len(words) > 1 and words[1][0].islower() and low[1] not in _NOT_NOUNS and len(words[1]) > 1 else 1
    return Noun(start, syllables[size - 1].end(), False)


def _longest(low: list[str]) -> int:
    nouns = counted_nouns()
    for size in range(min(LONGEST_NOUN, len(low)), 0, -1):
        if " ".join(low[:size]) in nouns:
            return size
    return 0


def phrase_end(text: str, position: int, limit: int = 14) -> int:
    """Return where the noun phrase ends whose noun ends at ``position``: before the clause's verb or a mark.

    A rough limit, by the words that go on with a clause; ``của`` and ``thuộc`` go on with the phrase.
    """
    before, previous = position, ""
    for count, match in enumerate(syllables_after(text, position, limit)):
        word = match["word"].lower()
        if not match["gap"] or "\n" in match["gap"]:
            break
        if word in ("này", "khác"):
            return match.end()
        if word in _NOT_NOUNS and word not in _INSIDE:
            # "thực hiện", "trực tiếp": the word that ends the phrase is half of a verb; its other half goes too.
            return before if count and previous in _HALVES else position
        before, previous, position = position, word, match.end()
    return before if previous in _LINKS else position


_HALVES = phrases("thực, xuất, trực, liên, biểu, phát, hoàn, hình, công, trở, chính, tiếp, của, thuộc")
_LINKS = phrases("của, thuộc, và")
_INSIDE = phrases(
    """
    của, thuộc, lớn, nhỏ, cao, thấp, thi, chính, chung, riêng, tốt, vàng, xanh, đỏ, trắng, đen, một, hai, ba,
    năm
    """
)
