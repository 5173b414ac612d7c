"""Train the education classifier from raw news with weak labels, and from annotated articles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from trichtin.filter.education import LONGEST, EducationClassifier, features
from trichtin.train.settings import settings

# Words that name the actors and acts of education. An article dense with them, in its title and lead too, is taken
# for an education article; one almost without them is not; those between are left out of the weak labels.
ACTORS = re.compile(
    r"học sinh|giáo viên|sinh viên|giảng viên|thí sinh|tuyển sinh|giáo dục|học bổng|nhà trường|hiệu trưởng|lớp học"
    r"|trường (?:đh|đại học|thpt|thcs|tiểu học|mầm non|cao đẳng|trung học)|gd&đt|gd-đt|gdđt|học phí|năm học|môn thi|điểm thi"
    r"|sách giáo khoa|đào tạo|thạc sĩ|phụ huynh"
)
# Words of crime and accident: where they outweigh the words of education, what befell a pupil or teacher is the story.
EVENTS = re.compile(
    r"công an|nạn nhân|tử vong|đuối nước|thi thể|tai nạn|hung thủ|đâm chết|hiếp dâm|xâm hại|bắt giữ|tạm giam|cảnh sát|khởi tố"
    r"|cấp cứu|mất tích|tự tử|cướp|ma túy|điều tra viên|thiệt mạng|bệnh viện|ca sĩ|diễn viên|hoa hậu|cầu thủ|trận đấu|bí thư"
)
DENSE, SPARSE = 4.0, 1.8  # words of education in 1,000 characters
WEIGHT_OF_GOLD, PRECISION, LEAST, FOLDS, PENALTY = (
    settings("education")[key] for key in ("weight_of_gold", "precision", "lowest_threshold", "folds", "penalty")
)


def weak_label(title: str, lead: str, body: str) -> bool | None:
    """Return a label by the density of education words, or None where it does not tell.

    Dense in education, in the head too: about it. Sparse, or outweighed by words of crime, accident, show and party: not.
    """
    head = f"{title} {lead}".lower()
    text = f"{head} {body}".lower()[:LONGEST]
    if len(text) < 400:
        return None
    density = len(ACTORS.findall(text)) * 1000 / len(text)
    events = len(EVENTS.findall(text)) * 1000 / len(text)
    in_head = len(ACTORS.findall(head))
    if density >= DENSE and in_head >= 2 and density > 2 * events:
        return True
    if density <= SPARSE and in_head == 0:
        return False
    if events > density and len(EVENTS.findall(head)) >= 1 and in_head <= 2:
        return False
    return None


def train_education(weak: Iterable[tuple[str, bool]], gold: Iterable[dict[str, Any]]) -> EducationClassifier:
    """Train on weakly labelled texts and on annotated articles, which weigh more.

    The threshold is the lowest at which ``PRECISION`` of what is called education is, in five-fold cross-validation.

    Args:
        weak: texts and their weak labels.
        gold: annotated articles (``text``, ``education``).

    Returns:
        The classifier.
    """
    texts, labels, weights = [], [], []
    for text, label in weak:
        texts.append(text)
        labels.append(label)
        weights.append(1.0)
    for article in gold:
        texts.append(article["text"])
        labels.append(bool(article["education"]))
        weights.append(WEIGHT_OF_GOLD)
    rows, told, weight = features(texts), np.array(labels), np.array(weights)
    out = np.zeros(len(told))
    for fold in range(FOLDS):
        held = np.arange(len(told)) % FOLDS == fold
        out[held] = _fit(rows[~held], told[~held], weight[~held]).predict_proba(rows[held])[:, 1]
    model = _fit(rows, told, weight)
    return EducationClassifier(
        model.coef_[0].astype(np.float32), float(model.intercept_[0]), threshold_for(out, told, PRECISION)
    )


def _fit(rows: Any, labels: Any, weights: Any) -> LogisticRegression:
    return LogisticRegression(C=PENALTY, max_iter=300).fit(rows, labels, sample_weight=weights)


def threshold_for(scores: Any, labels: Any, precision: float) -> float:
    """Return the lowest score from which so large a share is right; ``LEAST`` at least, since weak labels are easy."""
    order = np.argsort(-scores)
    right = np.cumsum(labels[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(right >= precision)
    return max(LEAST, float(scores[order][good[-1]])) if len(good) else 0.5
