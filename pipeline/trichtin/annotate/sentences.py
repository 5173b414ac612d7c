"""Sentences of Vietnamese news: where a tagger may cut a paragraph without cutting a name or a number."""

from __future__ import annotations

from collections.abc import Iterator

from trichtin.annotate.tokenizer import TOKEN

ENDERS = frozenset(".!?…")
CLOSING = frozenset('"”»’)]')
OPENING = frozenset('"“«‘([-–•*')
# "TP. Hồ Chí Minh", "ThS. Lan", "Nguyễn V. A": a full stop after these ends no sentence.
ABBREVIATIONS = frozenset(
    [
        "tp",
        "t.p",
        "tx",
        "tt",
        "ts",
        "ths",
        "gs",
        "pgs",
        "cn",
        "ks",
        "bs",
        "đ",
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "no",
        "tr",
        "p",
        "q",
        "h",
        "x",
        "nxb",
        "th",
        "v",
        "vs",
    ]
)
LONGEST_SENTENCE = 600

Token = tuple[int, str]


def sentences(text: str) -> Iterator[list[Token]]:
    """Yield the sentences of a text as lists of ``(offset, token)``, white space left out.

    A line end always ends a sentence. Sentences of more than 600 tokens (tables, broken pages) are cut there, so
    that the work on any text is linear.
    """
    sentence: list[Token] = []
    ended = False
    for match in TOKEN.finditer(text):
        word = match.group()
        if word.isspace():
            if "\n" in word and sentence:
                yield sentence
                sentence, ended = [], False
            continue
        if sentence and (
            (ended and (word[0].isupper() or word[0].isdigit() or word in OPENING)) or len(sentence) >= LONGEST_SENTENCE
        ):
            # The mark must be followed by white space: "2.5", "tuyensinh.edu.vn" go on.
            if text[match.start() - 1].isspace():
                yield sentence
                sentence = []
            ended = False
        if word in ENDERS:
            before = sentence[-1][1] if sentence else ""
            short = before.lower() in ABBREVIATIONS or (len(before) == 1 and before.isupper())
            ended = not (word == "." and short)
        elif word not in CLOSING:
            ended = False
        sentence.append((match.start(), word))
    if sentence:
        yield sentence
