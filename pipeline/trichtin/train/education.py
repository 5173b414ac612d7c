"""Train the education classifier from raw news with weak labels, and from annotated articles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from trichtin.filter.education import LONGEST, EducationClassifier, vectorizer

# Words that name the actors and acts of education. An article dense with them, in its title and lead too, is taken
# for an education article; one almost without them is not; those between are left out of the weak labels.
ACTORS = re.compile(
    r"học sinh|giáo viên|sinh viên|giảng viên|thí sinh|tuyển sinh|giáo dục|học bổng|nhà trường|hiệu trưởng|lớp học"
    r"|trường (?:đh|đại học|thpt|thcs|tiểu học|mầm non|cao đẳng|trung học)|gd&đt|gd-đt|gdđt|học phí|năm học|môn thi|điểm thi"
    r"|sách giáo khoa|đào tạo|thạc sĩ|phụ huynh"
)
DENSE, SPARSE = 5.0, 0.6  # such words in 1,000 characters
WEIGHT_OF_GOLD = 20.0


def weak_label(title: str, lead: str, body: str) -> bool | None:
    """Return a label by the density of education words, or None where it does not tell."""
    head = f"{title} {lead}".lower()
    text = f"{head} {body}".lower()[:LONGEST]
    if len(text) < 400:
        return None
    density = len(ACTORS.findall(text)) * 1000 / len(text)
    in_head = len(ACTORS.findall(head))
    if density >= DENSE and in_head >= 1:
        return True
    if density <= SPARSE and in_head == 0:
        return False
    return None


def train_education(
    weak: Iterable[tuple[str, bool]], gold: Iterable[dict[str, Any]], *, threshold: float = 0.5
) -> EducationClassifier:
    """Train on weakly labelled texts and on annotated articles, which weigh more.

    Args:
        weak: texts and their weak labels.
        gold: annotated articles (``text``, ``education``).
        threshold: the probability from which the label is true.

    Returns:
        The classifier.
    """
    texts, labels, weights = [], [], []
    for text, label in weak:
        texts.append(text[:LONGEST])
        labels.append(label)
        weights.append(1.0)
    for article in gold:
        texts.append(article["text"][:LONGEST])
        labels.append(bool(article["education"]))
        weights.append(WEIGHT_OF_GOLD)
    rows = vectorizer().transform(texts)
    model = LogisticRegression(C=10.0, class_weight="balanced", max_iter=300)
    model.fit(rows, labels, sample_weight=weights)
    return EducationClassifier(model.coef_[0].astype(np.float32), float(model.intercept_[0]), threshold)
