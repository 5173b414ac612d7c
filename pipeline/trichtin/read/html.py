"""HTML to pages: one block of the page a line, in the order of the document, with what the markup says of each.

GD&TĐ and its sister papers use one content management system, whose class names we know (``article__title``,
``article__sapo``, ``article__body`` …). Every other site goes through trafilatura, which tells the article's lines.
Boxes that are not the article stay in the text as lines with a hint, so that nothing is lost silently.
"""

from __future__ import annotations

import logging
import re

import lxml.html
from lxml import etree
from lxml.html import HtmlElement as Element

from trichtin.read.blocks import HEADINGS, NOTE_PART, Block, Measure, Survey, Walk, names, survey
from trichtin.read.metadata import Metadata, read_metadata
from trichtin.read.page import Hint, Page, ReadError, normalise

Kind = str  # of a hint; "" for none
# The parts of an article in the CMS, by class. cms-… are the names that its papers share under their own designs.
TITLE = re.compile(r"(?:^|\s)(?:article__title|cms-title|article__header)(?:$|\s)")
LEAD = re.compile(r"(?:^|\s)(?:article__sapo|cms-desc|article__summary)(?:$|\s)")
BODY = re.compile(r"(?:^|\s)(?:article__body|cms-body)(?:$|\s)")
KNOWN_CMS = re.compile(r"class=[\"'][^\"']{0,200}(?:article__title|article__body|cms-body)")
# Boxes of any site, by words in their class, id or type. A name is matched from the beginning of a word.
START = r"(?:^|[^a-z])"
END = r"(?:$|[^a-z])"
RELATED = re.compile(
    START
    + r"(?:relate|recommend|suggest|sidebar|lien-?quan|tin-?lien|tin-?khac|box-tin|read-?more|most-?(?:read|view)|"
    r"inner-article|c-box|zone--|timeline|popular|trending|xem-?nhieu|doc-?nhieu)"
)
CHROME = re.compile(
    START
    + r"(?:comment|binh-?luan|social|share|sharing|breadcrumb|toolbar|advert|quang-?cao|podcast|audio|footer|navbar|"
    r"paging|pagination|newsletter|subscribe|copyright|cookie|hashtag|keyword)"
    r"|" + START + r"(?:ads?|tags?|menu|nav|action|login)" + END
)
NOTE = re.compile(START + r"(?:notebox|cms-note|inset)")
BYLINE = re.compile(START + r"(?:authors?|byline)" + END)
CAPTION = re.compile(r"caption|image__desc|img-?desc")
TIME = re.compile(START + r"(?:time|date|datetime|meta)" + END)
HTML_START = re.compile(
    r"\s*(?:<!doctype html|<html|<\?xml[^>]{0,100}\?>\s*<html|<head|<body|<article|<div)", re.IGNORECASE
)
LINK_LEAD = re.compile(r"(?:xem thêm|đọc thêm|tin liên quan|[\W_])*", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.!?:;…])\s|\n")
SENTENCE_MARKS = '.!?…:;”"»)'
PROSE = 60  # characters from which a block may be a paragraph rather than a link or a label
LARGEST_SHARE = 0.4  # of the text that a box can hold; what holds more is the frame of the page
LONGEST_HEADING = 60
LONGEST_BYLINE = 40
SHORTEST_TEASER = 20
LARGEST_JUDGED = 3_000_000  # characters of HTML; of more, trafilatura takes many seconds


def looks_like_html(text: str) -> bool:
    """Tell whether a text is HTML, by its beginning."""
    return bool(HTML_START.match(text[:2000]))


def read_html(html: str, name: str, source: str) -> Page:
    """Read one HTML page.

    Args:
        html: the page's source.
        name: the page's id.
        source: where it was read from, for errors.

    Returns:
        The page; ``text`` has one block a line, white space inside a block collapsed, the cells of a table's row
        joined by `` | ``.

    Raises:
        ReadError: there is no text in it, or it nests its elements deeper than can be read.
    """
    tree = _parse(html, source)
    body = tree.find("body")
    root = body if body is not None else tree
    metadata = read_metadata(tree)
    marked = _mark_cms(root) if KNOWN_CMS.search(html) else None
    blocks = marked if marked is not None else _mark_other(root, html, metadata)
    lines: list[str] = []
    hints: list[Hint] = []
    position = 0
    for kind, raw in blocks:
        text = normalise(raw)
        if not text:
            continue
        if kind:
            hints.append(Hint(position, position + len(text), kind))
        lines.append(text)
        position += len(text) + 1
    if not lines:
        raise ReadError(
            source, "has no text. Check that the page was saved whole (some sites need a browser to fill it)"
        )
    text = "\n".join(lines)
    title = next((text[h.start : h.end] for h in hints if h.kind == "title"), None) or metadata.title
    return Page(name, source, text, title, metadata.published, metadata.url, metadata.author, hints)


def _parse(html: str, source: str) -> Element:
    # Bytes, since lxml refuses a text that declares an encoding of its own.
    parser = lxml.html.HTMLParser(recover=True, huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(source, f"is no HTML that can be read ({error}). Get a whole copy of it") from error
    # libxml2 stops, and drops the rest, where elements nest 2048 deep.
    if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
        raise ReadError(source, "nests its elements deeper than 2048, as no real page does. Save the article as text")
    return tree


def _mark_cms(root: Element) -> list[tuple[Kind, str]] | None:
    """Return the blocks of a page of the known CMS, None where it holds no article.

    What stands before the title is the paper's head; what stands after the body's end is not the article.
    """
    anchors = _find_anchors(root)
    if anchors is None:
        return None
    frame = {e for anchor in anchors for e in anchor.iterancestors()} | set(anchors)
    candidates = _find_boxes(root, frame)
    measured = survey(root, set(candidates))
    own = _settle(candidates, measured) | anchors
    blocks = list(Walk(root, measured.rows, own).blocks())
    parts = [block.part for block in blocks]
    first = next((k for k, part in enumerate(parts) if part in ("title", "lead", "body")), 0)
    in_body = [k for k, part in enumerate(parts) if part in ("body", "caption")]
    last = in_body[-1] if in_body else len(blocks)
    return [(_cms_kind(block, k, first, last), block.text) for k, block in enumerate(blocks)]


def _cms_kind(block: Block, k: int, first: int, last: int) -> Kind:
    heading = block.tag in HEADINGS and len(block.text) < LONGEST_HEADING
    if block.part == "related-" and heading:
        return "heading-"
    if block.part == "body":
        if _is_teaser(block):
            return "related-"
        if block.tag in HEADINGS:
            return "heading"
        # The last line may be the byline, which the text tells better than the markup.
        if k == last and len(block.text) <= LONGEST_BYLINE and block.text[-1].isalnum() and block.tag != "tr":
            return ""
        return "body"
    if block.part == NOTE_PART:
        return ""
    if block.part:
        return block.part
    if k < first:
        return "chrome-"
    if k < last:
        return ""  # between title and body: most often the lead of a design that we do not know
    return "heading-" if heading else "related-"


def _find_anchors(root: Element) -> dict[Element, Kind] | None:
    """Return the article's title, lead and body (those it has), None where there is neither title nor body."""
    title = lead = None
    bodies = []
    for element in root.iter("h1", "h2", "h3", "div", "p", "section", "article", "span"):
        shown = element.get("class")
        if not shown:
            continue
        if BODY.search(shown):
            bodies.append(element)
        elif title is None and TITLE.search(shown):
            title = element
        elif lead is None and LEAD.search(shown):
            lead = element
    lengths = survey(root, set(bodies)).measures if len(bodies) > 1 else {}
    # Of several the first with an article's text: endless pages put other articles behind it.
    body = next((b for b in bodies if lengths[b].text > 200), bodies[0]) if lengths else bodies[0] if bodies else None
    anchors = {e: kind for e, kind in ((title, "title"), (lead, "lead"), (body, "body")) if e is not None}
    return anchors if title is not None or body is not None else None


def _find_boxes(root: Element, frame: set[Element]) -> dict[Element, Kind]:
    """Return the elements whose tag or class says that they are a box, a caption or a byline, with the kind."""
    found: dict[Element, Kind] = {}
    for element in root.iter():
        if element in frame or element is root:
            continue
        tag = element.tag
        if tag in ("nav", "footer"):
            found[element] = "chrome-"
        elif tag == "figcaption":
            found[element] = "caption"
        elif tag == "time":
            found[element] = "chrome-"
        elif element.get("class") or element.get("id") or element.get("type"):
            name = names(element)
            if NOTE.search(name):
                found[element] = NOTE_PART
            elif RELATED.search(name):
                found[element] = "related-"
            elif CHROME.search(name):
                found[element] = "chrome-"
            elif BYLINE.search(name):
                found[element] = "byline-"
            elif CAPTION.search(name):
                found[element] = "caption"
            elif TIME.search(name):
                found[element] = "chrome-"
            elif BODY.search(name):
                found[element] = "related-"  # another article's
        if tag == "aside" and element not in found:
            found[element] = NOTE_PART
    return found


def _settle(candidates: dict[Element, Kind], measured: Survey) -> dict[Element, Kind]:
    """Return the elements named as boxes that are some: not the frame of the page, nor a note of the article's own."""
    own = {}
    for element, kind in candidates.items():
        size = measured.measures.get(element, Measure(0, 0))
        if size.text <= LARGEST_SHARE * measured.total:
            own[element] = "related-" if kind == NOTE_PART and 2 * size.linked > size.text else kind
    return own


def _is_teaser(block: Block) -> bool:
    """Tell whether a block is nothing but a link to another story."""
    lead = LINK_LEAD.match(block.text)
    rest = sum(map(len, block.text[lead.end() if lead else 0 :].split()))
    return block.linked >= max(SHORTEST_TEASER, rest)


def _mark_other(root: Element, html: str, metadata: Metadata) -> list[tuple[Kind, str]]:
    """Return the blocks of any other site, told apart by trafilatura and by the names of boxes.

    Whole paragraphs that trafilatura takes for the article, with no link in them and in no box, are the article; what else
    it takes has no hint but where the markup gives one: the filter stage judges it by its text. So does what trafilatura leaves out between the article's first and last line, unless it is a list of
    links. The rest is marked as not the article. When trafilatura finds nothing, only boxes are marked.
    """
    heading = _find_heading(root, metadata)
    frame = set(heading.iterancestors()) | {heading} if heading is not None else set()
    candidates = _find_boxes(root, frame)
    measured = survey(root, set(candidates))
    own = _settle(candidates, measured)
    if heading is not None:
        own[heading] = "title"
    blocks = list(Walk(root, measured.rows, own).blocks())
    told = _article_sentences(html)
    article = [k for k, block in enumerate(blocks) if not block.part.endswith("-") and _is_told(block.text, told)]
    if not article:
        return [("" if block.part == NOTE_PART else block.part, block.text) for block in blocks]
    title = next((k for k, block in enumerate(blocks) if block.part == "title"), article[0])
    first, last = min(title, article[0]), article[-1]
    chosen = set(article)
    out: list[tuple[Kind, str]] = []
    given: set[Kind] = set()
    for k, block in enumerate(blocks):
        small = block.tag in HEADINGS and len(block.text) < LONGEST_HEADING
        if block.part and block.part != NOTE_PART:
            kind = "heading-" if block.part == "related-" and small else block.part
        elif k < first:
            kind = "chrome-"
        elif k > last:
            kind = "heading-" if small else "related-"
        elif _is_teaser(block) or (k not in chosen and 2 * block.linked > len(block.text)):
            kind = "related-"
        elif k in chosen and k > first and _is_prose(block):
            kind = "lead" if "lead" not in given and "body" not in given else "body"
        else:
            kind = ""
        given.add(kind)
        out.append((kind, block.text))
    return out


def _is_prose(block: Block) -> bool:
    """Tell whether a block is a paragraph: whole sentences, no link in it, in no box."""
    return not block.part and block.linked == 0 and len(block.text) >= PROSE and block.text[-1] in SENTENCE_MARKS


def _find_heading(root: Element, metadata: Metadata) -> Element | None:
    """Return the element with the article's title: the first ``h1`` that says what the metadata say, or the first."""
    headings = list(root.iter("h1"))
    wanted = _key(metadata.title or "")
    for element in headings[:20]:
        if wanted and _key("".join(element.itertext())) == wanted:
            return element
    return headings[0] if headings else None


def _article_sentences(html: str) -> set[str]:
    """Return the sentences of what trafilatura takes for the article, as keys."""
    if len(html) > LARGEST_JUDGED:
        return set()
    import trafilatura  # slow to import, and most batches are text

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs as errors what we settle here
    try:
        found = trafilatura.extract(html, include_comments=False, include_tables=True, favor_recall=True)
    except Exception:  # it recurses: a page may nest deeper than it can go
        found = None
    return {_key(sentence) for sentence in SENTENCE_END.split(found or "")} - {""}


def _is_told(text: str, told: set[str]) -> bool:
    """Tell whether most of a block is among the sentences, which may stand in other lines there."""
    if _key(text) in told:
        return True
    sentences = [_key(sentence) for sentence in SENTENCE_END.split(text)]
    return 2 * sum(len(s) for s in sentences if s in told) > sum(map(len, sentences)) > 0


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
