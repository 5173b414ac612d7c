"""Scores of figures and quotes: probabilities that order facts as a reader would."""

import trichtin
from trichtin.annotate.confidence import calibrate_quotes, quote_features
from trichtin.annotate.logistic import Logistic
from trichtin.facts import Quote
from trichtin.train.confidence import calibration_error, fit, reliability

PAGE = """Trường vùng cao thiếu giáo viên
Ông Lò Văn Khảm, Hiệu trưởng Trường THCS Nậm Sin, nói: “Chúng tôi còn thiếu 12 giáo viên và 300 bộ bàn ghế cho năm học tới.”
Theo kế hoạch, lớp học sẽ mở, có người cho rằng việc ấy khó.
"""


def test_scores_are_probabilities_and_a_plain_quote_is_surer_than_a_vague_one() -> None:
    quotes = trichtin.extract(PAGE)["quotes"]
    plain = next(q for q in quotes if q["speaker"] == "Lò Văn Khảm")
    assert 0.7 < plain["score"] < 1
    assert all(0 < q["score"] <= plain["score"] for q in quotes)
    assert all(0.8 < figure["score"] < 1 for figure in trichtin.extract(PAGE)["figures"])


def test_a_model_gives_the_score_and_unknown_features_count_nothing() -> None:
    quote = Quote(0, 10, "lớp sẽ mở ra", "indirect", "Lò Văn Khảm", "cho biết", "per:lo-van-kham", 0.9)
    features = quote_features(quote)
    assert "source=per:" in features and "cue=clause" in features
    calibrate_quotes([quote], Logistic({"source=per:": 1.0}, 0.0))
    assert quote.score == 0.731


def test_calibration_of_a_perfect_and_of_a_boastful_model() -> None:
    honest = [(0.75, True)] * 3 + [(0.75, False)]
    boastful = [(0.95, True)] + [(0.95, False)] * 3
    assert reliability(honest) == [(0.75, 0.75, 4)]
    assert calibration_error(honest) == 0
    assert round(calibration_error(boastful), 2) == 0.7


def test_the_regression_learns_which_facts_are_right() -> None:
    model = fit([(["a"], True)] * 30 + [(["b"], False)] * 30)
    assert model.probability(["a"]) > 0.8 > 0.2 > model.probability(["b"])
