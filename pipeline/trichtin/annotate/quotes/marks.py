"""Quotation marks: which ones belong together.

News text mixes “ ”, « », ‘ ’ and the ASCII marks, forgets closing marks and turns them round. The pairing is one
pass over the marks of a text with a stack, after the role of each mark has been read from its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTATION_MARKS = "“”„‟\"«»‘’'"
OPENING = frozenset("“„‟«")
CLOSING = frozenset("”»")
SINGLE = frozenset("‘’'")
DEEPEST = 3  # speech within speech; more open marks than this are typing errors
LONGEST = 6000  # characters; a longer stretch between two marks is a lost mark, no quotation
_MARK = re.compile(rf"[{QUOTATION_MARKS}\n]")


@dataclass(slots=True)
class Quotation:
    """A quoted stretch: ``text[start:end]`` lies between the marks; ``closed`` is false when the end is a guess."""

    start: int
    end: int
    closed: bool = True

    @property
    def opening(self) -> int:
        """The offset of the opening mark."""
        return self.start - 1

    @property
    def after(self) -> int:
        """The offset behind the closing mark."""
        return self.end + 1 if self.closed else self.end


@dataclass(slots=True)
class _Open:
    at: int
    single: bool
    line: int


def pair_marks(text: str) -> list[Quotation]:
    """Return the outermost quoted stretches of a text, in order, without overlap.

    A stretch may run over paragraphs, when each further paragraph opens with a mark again or when the closing mark
    comes before any other opening one. An opening mark without a partner runs to the end of its line, or to the
    next stretch on it; such a stretch is not ``closed``. The work is linear in the text.
    """
    found: list[Quotation] = []
    stack: list[_Open] = []
    lost: list[int] = []
    line, line_start = 0, 0
    spoken = 0  # the last line on which speech opened
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if mark == "\n":
            line, line_start = line + 1, at + 1
            continue
        if stack and at - stack[0].at > LONGEST:
            lost.extend(opened.at for opened in stack)
            stack.clear()
        role = _role(text, at, mark, stack)
        if role == "open":
            if stack and stack[-1].line != line and at - line_start < 4 and not text[line_start:at].strip():
                if line - spoken <= 1:  # each paragraph of a long speech opens with a mark of its own
                    spoken = line
                    continue
                lost.extend(opened.at for opened in stack)  # narrative lies between: another speech
                stack.clear()
            if len(stack) == DEEPEST:  # the outermost has lost its closing mark
                lost.append(stack.pop(0).at)
            stack.append(_Open(at, mark in SINGLE, line))
            spoken = line
        elif role == "close" and stack:
            while len(stack) > 1 and stack[-1].single != (mark in SINGLE):
                lost.append(stack.pop().at)
            if stack[-1].single == (mark in SINGLE):
                found.append(Quotation(stack.pop().at + 1, at))
    lost.extend(opened.at for opened in stack)
    return _outermost(text, found, lost)


def _role(text: str, at: int, mark: str, stack: list[_Open]) -> str:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    starts = (before.isspace() or before in "([-–—/:,.“\"'") and not after.isspace() and after not in ".,;:)!?-–—"
    ends = not before.isspace() and not after.isalnum()
    if mark in SINGLE:
        if mark == "‘" or (starts and (before.isspace() or before in '“"') and not any(s.single for s in stack)):
            return "open"
        return "close" if ends and any(s.single for s in stack) else "apostrophe"
    if mark in OPENING:
        return "close" if stack and ends and not starts else "open"
    if mark in CLOSING:
        return "open" if starts and before.isspace() and after.isalnum() else "close"
    if starts != ends:
        return "open" if starts else "close"
    return "close" if stack else "open"


def _outermost(text: str, found: list[Quotation], lost: list[int]) -> list[Quotation]:
    """Keep the outermost stretches; give a lost opening mark the rest of its line, up to the next stretch."""
    found.sort(key=lambda q: (q.start, -q.end))
    outer: list[Quotation] = []
    for quotation in found:
        if not outer or quotation.start > outer[-1].end:
            outer.append(quotation)
    result: list[Quotation] = []
    k = 0
    line_end = -1
    for position in sorted(lost):
        while k < len(outer) and outer[k].start <= position:
            result.append(outer[k])
            k += 1
        if result and result[-1].after > position:
            continue
        if line_end < position:
            line_end = text.find("\n", position)
            line_end = len(text) if line_end < 0 else line_end
        end = min(line_end, outer[k].opening if k < len(outer) else line_end, position + LONGEST)
        if text[position + 1 : end].strip():
            result.append(Quotation(position + 1, end, closed=False))
    result.extend(outer[k:])
    return result
