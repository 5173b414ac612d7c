"""Quotes by "Đó là khẳng định của X": a sentence that says whose words stood in the sentence, or the title, before."""

from __future__ import annotations

import re

from trichtin.annotate.quotes.content import trim
from trichtin.annotate.quotes.reading import Reading
from trichtin.annotate.quotes.source_verbless import subject_after

THAT_IS = re.compile(
    r"(?:Đó|Đây|Trên đây)\s(?:cũng\s|chính\s)?là\s(?:những\s|một trong những\s|một\s)?(?:nội dung\s"
    r"|lời\s|ý kiến\s|quan điểm\s|điều\s|câu\s|đề\s)?(?P<cue>khẳng định|chia sẻ|nhận định|phát biểu"
    r"|ý kiến|lời|đề xuất|yêu cầu|nhấn mạnh|tâm sự|thông tin|chỉ đạo|quan điểm|cho biết|nói|khuyến cáo"
    r"|cảnh báo|lưu ý|mong muốn|nhận xét|bộc bạch)[^.\n“\"]{0,40}?\scủa\s",
    re.IGNORECASE,
)


def read_that_is(reading: Reading, index: int, start: int, end: int) -> bool:
    """Read "Đó là khẳng định của X" behind the words themselves (a quotation or the title)."""
    match = THAT_IS.match(reading.text, start, end)
    if match is None or index == 0:
        return False
    source = subject_after(reading.sources, match.end(), end, reading.last)
    if source is None:
        return False
    before = reading.units[index - 1]
    if before[0] < reading.done and reading.quotes and reading.quotes[-1].start >= before[0]:
        return False
    quotation = next((q for q in reading.quotations if q.opening >= before[0] - 1 and q.after <= start), None)
    in_title = any(s <= before[0] < e for s, e in reading.titles)
    if quotation is None and not in_title:
        return False
    begin, stop = (quotation.start, quotation.end) if quotation else before
    if in_title and quotation is None:
        colon = reading.text.find(": ", begin, min(stop, begin + 40))
        begin = colon + 2 if colon > 0 else begin
    begin, stop = trim(reading.text, begin, stop)
    return reading.add(begin, stop, "direct" if quotation else "indirect", source, match["cue"], 0.75 * source.score)


def is_announced(reading: Reading, index: int) -> bool:
    """Tell whether the next sentence says whose words these were."""
    return index + 1 < len(reading.units) and THAT_IS.match(reading.text, *reading.units[index + 1]) is not None
