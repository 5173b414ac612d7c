"""Train the classifier of tokens over the encoder's vectors (scikit-learn's multilayer perceptron)."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from trichtin.annotate.encoder import Encoder, Matrix
from trichtin.annotate.token_classifier import TAGS, TokenClassifier

SETTINGS = {
    "hidden_layer_sizes": (160,),
    "alpha": 1e-3,
    "batch_size": 256,
    "learning_rate_init": 1e-3,
    "max_iter": 8,
    "random_state": 0,
}


def train_token_classifier(encoder: Encoder, rows: Sequence[Matrix], tags: Sequence[Sequence[str]]) -> TokenClassifier:
    """Train on the inputs (:func:`trichtin.annotate.token_classifier.inputs_of`) and BIO tags of articles."""
    inputs = np.concatenate(list(rows))
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + 1e-3
    # Every tag occurs, so that the columns are those of TAGS on however few articles.
    inputs = np.concatenate([(inputs - mean) / spread, np.zeros((len(TAGS), inputs.shape[1]))]).astype(np.float32)
    labels = np.array([TAGS.index(tag) for article in tags for tag in article] + list(range(len(TAGS))))
    model = MLPClassifier(**SETTINGS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the rounds are chosen by measuring
        model.fit(inputs, labels)
    first = model.coefs_[0] / spread[:, None]
    layers = [(first, model.intercepts_[0] - mean @ first), *zip(model.coefs_[1:], model.intercepts_[1:], strict=True)]
    return TokenClassifier(encoder, [(w.astype(np.float32), b.astype(np.float32)) for w, b in layers])
