"""Advertisements that stand between an article's lines, by trade; whole trades are held out when measuring.

They lie in ``texts/adverts.txt``, a heading a trade; their blanks are filled by :func:`fill`. Half of
the advertisements on a page bear a label ("Quảng cáo"). All texts are ours.
"""

from __future__ import annotations

import random
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
LABELS = (
    "Quảng cáo|ADVERTISEMENT|Tài trợ|Nội dung tài trợ|QC|[Quảng cáo]|Thông tin doanh nghiệp|Bài viết được tài trợ|QUẢNG CÁO|Tin tài trợ"
    "|Thông tin quảng cáo|Nhà tài trợ"
).split("|")

# Invented brands and streets.
BRANDS = (
    "Hai Bà Trưng|Giải Phóng|Lý Thường Kiệt|Tràng Thi|Ánh Dương|Sao Mai|Minh Long|An Phú|Hoa Sen|Thiên Ân|Phúc Lộc|Green Home|Nam Cường|Bảo Tín"
    "|Việt Xanh|Đại Cát|Happy Kids|Mộc Lan|Tân Tiến|Hải Đăng"
).split("|")


def read_trades() -> dict[str, list[str]]:
    """Return the advertisements of each trade, in the file's order."""
    trades: dict[str, list[str]] = {}
    for line in read_texts("adverts"):
        if line.startswith("## "):
            lines = trades.setdefault(line[3:], [])
        else:
            lines.append(line)
    return trades


def read_texts(name: str) -> list[str]:
    """Return the lines of a file of ``texts`` that are not empty."""
    return [line for line in (TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line]


def fill(pattern: str, rng: random.Random, **more: str) -> str:
    """Return a text with its blanks filled at random; ``more`` gives those that a page knows itself."""
    blanks: dict[str, object] = {
        "n": rng.randint(1, 9),
        "m": rng.randint(10, 99),
        "s": rng.randint(10, 59),
        "d": f"{rng.randint(1, 28):02d}",
        "mo": f"{rng.randint(1, 12):02d}",
        "y": rng.randint(2015, 2026),
        "h": f"{rng.randint(0, 23):02d}",
        "mi": f"{rng.randint(0, 59):02d}",
        "street": rng.choice(BRANDS),
        "name": "Minh Hà",
        "initials": "N.T",
        "section": "Giáo dục",
        "paper": "GD&TĐ",
    }
    return pattern.format(**blanks | more)


TRADES = read_trades()
NOTICES = read_texts("notices")  # of the paper to its readers
# What stands on composed pages must be unheard of: how offers are worded is learned from the other trades and notices.
PAGE_TRADES, PAGE_NOTICES = list(TRADES)[::2], NOTICES[::2]
LEARNED = [text for trade in list(TRADES)[1::2] for text in TRADES[trade]] + NOTICES[1::2]
