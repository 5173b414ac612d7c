"""The encoder of words and the classifier of tokens over it."""

import numpy as np
import pytest

from trichtin.annotate.entities.component import CLASSIFIER_FILE, entities_dir
from trichtin.annotate.entities.encoder import LOOKS, REACH, Encoder, look
from trichtin.annotate.entities.token_classifier import TAGS, TokenClassifier
from trichtin.annotate.sentences import sentences


@pytest.fixture(scope="module")
def shipped():
    return TokenClassifier.load(entities_dir() / CLASSIFIER_FILE)


def tags(classifier, text):
    split = list(sentences(text))
    rows = np.concatenate(classifier.probabilities(text, split))
    words = [word for tokens in split for _, word in tokens]
    return dict(zip(words, [TAGS[k] for k in rows.argmax(axis=1)], strict=True))


def test_every_token_has_probabilities_of_all_tags(shipped):
    text = "Bà Lò Thị Sẻn dạy ở xã Pà Cò.\nTrường có 12 lớp."
    split = list(sentences(text))
    rows = shipped.probabilities(text, split)
    assert [r.shape for r in rows] == [(len(tokens), len(TAGS)) for tokens in split]
    assert np.allclose(np.concatenate(rows).sum(axis=1), 1, atol=1e-5)
    assert shipped.probabilities("", []) == []


def test_a_word_that_nobody_has_seen_is_known_by_its_surroundings(shipped):
    assert tags(shipped, "Cháu quê ở huyện Xurbok, tỉnh Lào Cai.")["Xurbok"].endswith("LOC")
    assert tags(shipped, "Ông Xurbok cho biết trường đã mở cửa.")["Xurbok"].endswith("PER")


def test_surroundings_end_with_the_paragraph(shipped):
    one = shipped.encoder.encode([["Ông", "Lan", "nói"]])[1]
    two = shipped.encoder.encode([["tỉnh"], ["Ông", "Lan", "nói"], ["huyện"]])[1]
    assert np.allclose(one, two[1:4], atol=1e-3)


def test_rare_words_are_known_by_their_looks():
    assert [look(w) for w in ("2017", "–", "THPT", "B", "Hà", "PTDTbt", "trường", "embassyofireland")] == list(
        LOOKS[1:]
    )
    size = len(LOOKS)
    rows = np.eye(size, dtype=np.float32)
    hidden = np.zeros((2 * REACH * size, 2), np.float32), np.zeros(2, np.float32)
    output = np.zeros((2, size), np.float32), np.zeros(size, np.float32)
    encoder = Encoder(LOOKS, rows, hidden, output)
    assert encoder.encode([["Zyqxk"]])[0].argmax() == LOOKS.index("<Abc>")


def test_what_is_saved_is_read_again(shipped, tmp_path):
    shipped.save(tmp_path / "classifier.npz")
    again = TokenClassifier.load(tmp_path / "classifier.npz")
    text = "Sở GD&ĐT Hà Nội họp sáng nay."
    split = list(sentences(text))
    assert np.array_equal(shipped.probabilities(text, split)[0], again.probabilities(text, split)[0])
