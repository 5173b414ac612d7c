"""People: who is named, with which titles, in which post of which organisation.

The post is that of the mention which says most of it; the members of a list share theirs. Later mentions
("ông Hoan") are joined to the full name by its tail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from trichtin.annotate import extensions
from trichtin.annotate.entities.known_bodies import is_paper
from trichtin.annotate.links.ids import person_id
from trichtin.annotate.people.article_bodies import Article
from trichtin.annotate.people.post import FAMILY, LEARNER, Post
from trichtin.annotate.people.posts import post_of
from trichtin.annotate.people.posts_in_article import in_article
from trichtin.annotate.people.roles import ADDRESS_END, MINOR
from trichtin.facts import Person

__all__ = ["annotate_people", "find_people", "group_mentions"]

OWN_SCHOOL = re.compile(r"\s?\((?:trường|TH|THCS|THPT|ĐH|đại học|học viện|cao đẳng)(?!\w)", re.IGNORECASE)
LIST_LINK = re.compile(
    r"(?:\s?\([^()\n]{1,120}\)|,?\s\d{1,2}\stuổi|,\s(?:SN|sinh năm)\s\d{4})?\s?(?:,|;|và|cùng|,\s?và)\s(?:(?:em"
    r"|cháu|bạn|ông|bà|cô|thầy|anh|chị|cô gái|chàng trai|bà cụ)\s)?",
    re.IGNORECASE,
)
TOGETHER = re.compile(r",?\s(?:[-–]\s|\()?(?:cùng|đều)\s")
# "Tân Hiệu trưởng" is Hiệu trưởng; "tân sinh viên" is a post by itself.
NEWLY = re.compile(r"^tân\s(?!(?:sinh viên|học sinh|thủ khoa|binh|cử nhân)(?!\w))", re.IGNORECASE)


def find_people(doc: Doc) -> list[Person]:
    """Return the people whom the article profiles, in the order of their first mention.

    Args:
        doc: an article whose ``ents`` hold PER and ORG mentions.

    Returns:
        One person a name with titles, role and organisation, empty where the article does not say;
        ``aliases`` are the shorter forms by which later sentences call the person.
    """
    article = Article(doc)
    posts = {mention.start: _profiled(post_of(article, mention)) for mention in article.persons}
    _share_in_lists(article, posts)
    people: list[Person] = []
    for mentions in group_mentions(article.persons):
        name = max((m.text for m in mentions), key=len)
        own = [posts[mention.start] for mention in mentions]
        best = max(own, key=lambda post: post.weight)
        titles = next((post.titles for post in own if post.titles), [])
        role, organization = in_article(article, best, own, mentions)
        if not (role or organization or titles):
            continue
        aliases = {called(article.text, mention) for mention in mentions} - {name}
        people.append(Person(person_id(name), name, titles, role, organization, sorted(aliases)))
    return people


def _profiled(post: Post) -> Post:
    """Leave out what says nothing of a person's work: the paper behind a byline, a place in a family."""
    if not post.role and is_paper(post.organization):
        post.organization = ""
    post.role = NEWLY.sub("", post.role)
    if post.role.lower() in FAMILY:
        post.role, post.shared = "", False
    return post


def _share_in_lists(article: Article, posts: dict[int, Post]) -> None:
    """Give the members of a list ("các em A, B và C (lớp 12A1)") the post that one of them has."""
    pairs = list(zip(article.persons, article.persons[1:], strict=False))
    links = [bool(LIST_LINK.fullmatch(article.text, a.end_char, b.start_char)) for a, b in pairs]
    for (one, two), linked in zip(pairs, links, strict=True):
        giver, taker = posts[one.start], posts[two.start]
        if linked and not taker.role and not taker.organization and giver.role and giver.shared:
            taker.role, taker.shared = giver.role, True
            if not OWN_SCHOOL.match(article.text, two.end_char):  # one that the tagger missed
                taker.organization = giver.organization
        elif linked and not taker.role and giver.shared and LEARNER.match(giver.role):
            taker.role, taker.shared = giver.role, True  # "học sinh lớp 12 là A (trường B), C (trường D)"
    for (one, two), linked in zip(reversed(pairs), reversed(links), strict=True):
        giver, taker = posts[two.start], posts[one.start]
        if linked and taker.role == giver.role and not taker.organization and giver.organization and taker.shared:
            taker.organization = giver.organization  # "2 sinh viên gồm A và B (học Trường C)"
        if (
            linked
            and LEARNER.match(taker.role)
            and LEARNER.match(giver.role)
            and "lớp" in giver.role
            and "lớp" not in taker.role
        ):
            taker.role = giver.role  # "hai nữ sinh là A và B, học sinh lớp 9"
            taker.organization = giver.organization or taker.organization
        weak = not taker.organization and (not taker.role or bool(MINOR.match(taker.role)))
        if linked and weak and not giver.shared and TOGETHER.match(article.text, two.end_char):
            taker.role, taker.organization = giver.role, giver.organization  # "ông A và bà B, cùng là …"
        if linked and not taker.role and not taker.organization and LEARNER.match(giver.role):
            taker.role, taker.organization = giver.role, giver.organization


def group_mentions(mentions: Sequence[Span]) -> list[list[Span]]:
    """Group the mentions of one person.

    A shorter form joins the last longer name before it that ends with it ("ông Hoan"); a short form that comes before
    its full name, as in a title, joins the only later name that ends with it.

    Args:
        mentions: PER spans in the order of the text.

    Returns:
        One list of mentions a person, in the order of the first mention.
    """
    groups: list[list[Span]] = []
    names: list[tuple[str, ...]] = []  # the fullest name of each group, in syllables
    by_tail: dict[tuple[str, ...], int] = {}  # every ending of a name to the last group that has it
    for mention in mentions:
        words = tuple(mention.text.casefold().rstrip(".").split())
        home = by_tail.get(words)
        if home is None:  # a fuller form of a name that was short so far, given name alone left out
            home = next(
                (by_tail[words[k:]] for k in range(1, len(words) - 1) if _is_name(by_tail, names, words[k:])), None
            )
        if home is None:
            groups.append([])
            names.append(words)
            home = len(groups) - 1
        groups[home].append(mention)
        if len(words) > len(names[home]):
            names[home] = words
        for k in range(len(names[home])):
            by_tail[names[home][k:]] = home
    return _join_early_short(groups, names)


def _is_name(by_tail: dict[tuple[str, ...], int], names: list[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    return words in by_tail and names[by_tail[words]] == words


def _join_early_short(groups: list[list[Span]], names: list[tuple[str, ...]]) -> list[list[Span]]:
    """Join a short form that comes before its full name (in the title) to the only later group it can mean."""
    longer: dict[tuple[str, ...], list[int]] = {}
    for k, name in enumerate(names):
        for length in (1, 2):
            if len(name) > length:
                longer.setdefault(name[-length:], []).append(k)
    out: list[list[Span]] = []
    for k, group in enumerate(groups):
        later = [j for j in longer.get(names[k], ())[-2:] if j > k]
        if len(names[k]) <= 2 and len(later) == 1:
            groups[later[0]][:0] = group
        else:
            out.append(group)
    return out


def called(text: str, mention: Span) -> str:
    """Return the mention with its form of address: ``ông Hoan``."""
    match = ADDRESS_END.search(text, max(0, mention.start_char - 16), mention.start_char)
    return text[match.start() if match else mention.start_char : mention.end_char]


@Language.component("trichtin_people", requires=["doc.ents"], assigns=["doc._.people"])
def annotate_people(doc: Doc) -> Doc:
    """spaCy component: set ``doc._.people`` from the PER and ORG entities of the document."""
    extensions.register()
    doc._.people = find_people(doc)
    return doc
