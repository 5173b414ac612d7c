"""An article's paragraphs, photos and sub-headings as news sites print them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from trichtin.filter.lines import SENTENCE_BREAK
from trichtin.train.outlets import PLACES
from trichtin.train.picker import Labelled, Picker

LEVELS = (
    "Mầm non|Tiểu học|THCS|THPT|Tổng cộng|Giáo dục thường xuyên|Toán|Ngữ văn|Tiếng Anh|Vật lý|Hóa học|Sinh học|Tin học|Học bạ|Giải Nhất|Giải Nhì"
    "|Giải Ba|Giải Khuyến khích|Công lập|Ngoài công lập|Hệ đại trà|Chất lượng cao|Biên chế|Hợp đồng|Học phí|Tiền ăn|Đồng phục|Buổi sáng|Buổi chiều"
).split("|")
ROW_UNITS = (
    "||| điểm| học sinh| triệu đồng| chỉ tiêu| thí sinh| đồng| đồng/tháng|%| suất| lớp| tiết| giáo viên| tỉ đồng| em"
).split("|")
INTERVIEW = 0.92  # style from which a page's paragraphs are mostly questions and answers


def captions(lead: str, pick: Picker, rng: random.Random) -> list[Labelled]:
    """A photo under the lead: its caption is often the lead once more, often printed twice."""
    roll = rng.random()
    if roll < 0.28 and lead:
        copy = [("caption-", lead)] * rng.choice((1, 2, 2))
        return copy + ([("chrome-", pick.credit())] if rng.random() < 0.25 else [])
    if roll < 0.4 and len(lead) > 60:
        words = lead.rstrip(".").split()
        start = rng.randint(0, max(len(words) - 8, 0))
        part = " ".join(words[start : start + rng.randint(7, 18)])
        part = part[:1].upper() + part[1:] + rng.choice((".", ""))
        tail = _credit_tail(pick, rng) if rng.random() < 0.85 else ""
        return _printed(part + tail, rng, again=0.4)
    if roll < 0.46:
        return [("chrome-", pick.credit())]
    return []


def photo(caption: str, pick: Picker, rng: random.Random) -> list[Labelled]:
    """A photo of a story in photos, with its caption and at times its credit."""
    out = [("caption", caption)]
    if rng.random() < 0.15:
        out.append(("chrome-", pick.credit()))
    return out


def caption_of(paragraph: str, pick: Picker, rng: random.Random) -> list[Labelled]:
    """A photo in the body, whose caption says a part of the paragraph above it."""
    sentence = SENTENCE_BREAK.split(paragraph)[0]
    tail = _credit_tail(pick, rng) if rng.random() < 0.75 else ""
    if len(sentence) >= 220:
        return []
    words = sentence.rstrip(".").split()
    cut = " ".join(words[: rng.randint(6, max(7, len(words)))])
    text = cut + ("." if rng.random() < 0.5 else "") + tail
    return _printed(text, rng, again=0.15)


def _credit_tail(pick: Picker, rng: random.Random) -> str:
    """A caption's end, which says who took the photo."""
    if rng.random() < 0.3:
        return rng.choice((" - ", " ")) + pick.credit()
    name = pick.name()
    return rng.choice((" Ảnh: {}", " (Ảnh: {})", ". (Ảnh: {})", " - Ảnh: {}", " - Ảnh {}")).format(
        name.upper() if rng.random() < 0.25 else name
    )


def _printed(caption: str, rng: random.Random, *, again: float) -> list[Labelled]:
    """A caption, at times printed once more; ``again`` says how often."""
    return [("caption", caption), *([("caption-", caption)] if rng.random() < again else [])]


def paragraph_lines(paragraph: str, rng: random.Random, pick: Picker, style: float) -> list[Labelled]:
    """A paragraph as news sites print it: whole, as a list, as short lines, as question and answer."""
    roll = rng.random()
    sentences = SENTENCE_BREAK.split(paragraph)
    if style < 0.08 and len(sentences) > 1:  # every sentence a line
        return [("body", sentence) for sentence in sentences]
    if roll < 0.04 and len(parts := _parts(paragraph)) > 3:
        sign = rng.choice(("- ", "• ", "+ ", "* ", ""))
        if not sign or rng.random() < 0.5:
            parts = [part[:1].upper() + part[1:] for part in parts]
        return [("body", sign + part + rng.choice((";", "", "."))) for part in parts[:8]]
    if roll < 0.08:
        return [("body", sentence) for sentence in sentences]
    if style > 0.8 and len(sentences) > 1 and (roll < 0.11 or (style > INTERVIEW and roll < 0.5)):  # an interview
        question = rng.choice(("PV: ", "- ", "Phóng viên: ", "- PV: ", "", "Hỏi: ", "* ", "Thưa ông, ", "Thưa bà, "))
        question += sentences[0].rstrip(".") + "?"
        answer = rng.choice(("", "- ", f"Ông {pick.name()}: ", f"Bà {pick.name()}: ")) + " ".join(sentences[1:])
        return [("body", question), ("body", answer)]
    if roll < 0.13:  # figures or names, one a line
        return [("body", paragraph), *(("body", row) for row in _rows(paragraph, pick, rng))]
    if roll < 0.155 and len(sentences[0]) < 90 and len(sentences) > 1:
        return [("body", sentences[0]), ("body", " ".join(sentences[1:]))]
    return [("body", paragraph)]


def _parts(paragraph: str) -> list[str]:
    """Return what stands between a paragraph's commas and is of three words or more, as a list has it."""
    parts = (part.strip() for part in re.split(r"[;,]\s", paragraph))
    return [part for part in parts if part.count(" ") > 1 and part.count("(") == part.count(")")]


def _rows(paragraph: str, pick: Picker, rng: random.Random) -> list[str]:
    """Rows of a list, table or timetable: who, what or when, and its numbers, who it is or what happens."""
    when = rng.choice(("{h} giờ {mi}", "{h}h{mi}", "Ngày {d}/{mo}", "{d}/{mo}", "Thứ {n}", "Bài {n}", "Tiết {n}"))
    group = rng.choice(("Điểm thi số", "Đợt", "Phòng", "Nhóm", "Lớp", "Khối", "Giải", "Bảng"))
    what = rng.choice(
        (
            pick.name,
            lambda: "THPT " + pick.name(),
            lambda: rng.choice(PLACES),
            lambda: phrase_of(paragraph, rng),
            lambda: phrase_of(paragraph, rng, most=4),
            lambda: rng.choice(LEVELS),
            lambda: pick.fill([when]),
            lambda: f"{group} {rng.randint(1, 12)}",
        )
    )
    said = rng.choice((pick.name, lambda: phrase_of(paragraph, rng), lambda: rng.choice(LEVELS)))
    sign = rng.choice(("- ", "+ ", "", "", "• ", "# ", "a) "))
    unit = rng.choice(ROW_UNITS)
    between = rng.choice((": ", ": ", " – ", " - ", ", ", " "))
    columns, thousands = rng.choice((0, 0, 1, 1, 1, 2, 3)), rng.random() < 0.15
    end = rng.choice(("", "", "", ";", "."))
    rows = []
    for k in range(rng.randint(3, 7)):
        numbers = [
            str(rng.randint(5, 400)) + (f".{rng.randint(100, 999)}" if thousands else "") for _ in range(columns)
        ]
        row = what() + between + (rng.choice((" – ", " ", "; ")).join(numbers) + unit if columns else said()) + end
        rows.append({"# ": f"{k + 1}. ", "a) ": f"{'abcdefg'[k]}) "}.get(sign, sign) + row)
    return list(dict.fromkeys(rows))


def subheading(paragraphs: Sequence[str], rng: random.Random) -> str:
    """A phrase of what follows, as a sub-heading sums it up."""
    text = rng.choice(("", "", "", "1. ", "II. ", "- ")) + phrase_of(rng.choice(paragraphs), rng)
    return text + rng.choice(("", "", "", "", "?", ":"))


def phrase_of(paragraph: str, rng: random.Random, most: int = 11) -> str:
    """Return three to ``most`` words of a paragraph that stand together in it."""
    phrases = [phrase.split() for phrase in re.split(r"[,.;:?!“”\"()]\s?", paragraph)]
    phrases = [words for words in phrases if len(words) >= 3] or [paragraph.split()]
    words = rng.choice(phrases)[: rng.randint(3, most)]
    text = " ".join(words).strip(" “”\"'-–,.")
    return text[:1].upper() + text[1:]
