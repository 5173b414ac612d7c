"""Train the classifier of tokens over the encoder's vectors: the mean of a few of scikit-learn's perceptrons."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from trichtin.annotate.entities.encoder import Encoder, Matrix
from trichtin.annotate.entities.token_classifier import TAGS, TokenClassifier
from trichtin.train.settings import settings

_OWN = settings("token_classifier")
NETWORKS = _OWN["networks"]
SETTINGS = {key: value for key, value in _OWN.items() if key != "networks"}


def train_token_classifier(encoder: Encoder, rows: Sequence[Matrix], tags: Sequence[Sequence[str]]) -> TokenClassifier:
    """Train on the inputs (:func:`trichtin.annotate.entities.token_classifier.inputs_of`) and BIO tags of articles.

    The networks' scores are averaged, which makes of them a single network with their hidden layers side by side.
    """
    inputs = np.concatenate(list(rows))
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + 1e-3
    # Every tag occurs, so that the columns are those of TAGS on however few articles.
    inputs = np.concatenate([(inputs - mean) / spread, np.zeros((len(TAGS), inputs.shape[1]))]).astype(np.float32)
    labels = np.array([TAGS.index(tag) for article in tags for tag in article] + list(range(len(TAGS))))
    networks = []
    for seed in range(NETWORKS):
        network = MLPClassifier(**SETTINGS, random_state=seed)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # the rounds are chosen by measuring
            networks.append(network.fit(inputs, labels))
    first = np.concatenate([network.coefs_[0] for network in networks], axis=1) / spread[:, None]
    bias = np.concatenate([network.intercepts_[0] for network in networks]) - mean @ first
    second = np.concatenate([network.coefs_[1] for network in networks]) / NETWORKS
    layers = [(first, bias), (second, np.mean([network.intercepts_[1] for network in networks], axis=0))]
    return TokenClassifier(encoder, [(w.astype(np.float32), b.astype(np.float32)) for w, b in layers])
