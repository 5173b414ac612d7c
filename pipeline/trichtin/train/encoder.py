"""Train the encoder of words on raw news: foretell each word from those around it (sampled softmax).

NumPy alone; one core takes about 45 minutes for 59 million words. The same input and seed give the same encoder but for
the order in which a machine adds numbers up.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from trichtin.annotate.entities.encoder import DIGITS, LOOKS, OFFSETS, REACH, Encoder, look
from trichtin.annotate.tokenizer import TOKEN
from trichtin.train.settings import settings

_OWN = settings("encoder")
WIDTH, HIDDEN, BATCH, STEPS = (_OWN[key] for key in ("width", "hidden", "batch", "steps"))
SAMPLES, LEAST, FREQUENT, HIDE = (_OWN[key] for key in ("samples", "least", "frequent", "hide"))
RATE, EMBEDDING_RATE, END_RATE = (_OWN[key] for key in ("rate", "embedding_rate", "end_rate"))
SEED = _OWN["seed"]
TOLD_EVERY = 1000  # steps

Matrix = np.ndarray[Any, Any]


def train_encoder(
    lines: Callable[[], Iterable[str]], steps: int = STEPS, tell: Callable[[str], None] = lambda line: None
) -> Encoder:
    """Train on paragraphs.

    Args:
        lines: a function that gives the corpus's paragraphs afresh each time it is called (it is read twice).
        steps: batches of 2,048 words.
        tell: is given a line of progress now and then.
    """
    rng = np.random.default_rng(SEED)
    words, sequence = _numbered(lines)
    size = len(words)
    looks = np.arange(size)
    looks[len(LOOKS) :] = [LOOKS.index(look(word)) for word in words[len(LOOKS) :]]
    counts = np.bincount(sequence, minlength=size).astype(np.float64)
    counts[0] = 0
    sampled = counts**0.75 / (counts**0.75).sum()
    cumulated = np.cumsum(sampled)
    expected = np.log(sampled * SAMPLES + 1e-9).astype(np.float32)
    passing = np.minimum(1, np.sqrt(FREQUENT / (counts / counts.sum() + 1e-12)))
    places = np.flatnonzero(sequence)

    def normal(*shape: int, scale: float) -> Matrix:
        return (rng.standard_normal(shape) * scale).astype(np.float32)

    embedding, targets = Table(normal(size, WIDTH, scale=0.1)), Table(normal(size, WIDTH, scale=0.05))
    inputs = len(OFFSETS) * WIDTH
    layers = [
        Layer(normal(inputs, HIDDEN, scale=inputs**-0.5), np.zeros(HIDDEN, np.float32)),
        Layer(normal(HIDDEN, WIDTH, scale=HIDDEN**-0.5), np.zeros(WIDTH, np.float32)),
    ]
    batches = _batches(places, sequence, passing, rng)
    mean = 0.0
    for step in range(1, steps + 1):
        rate = max(1 - step / steps, END_RATE)
        at = next(batches)
        around = sequence[at[:, None] + OFFSETS]
        around = _within_paragraph(np.where(rng.random(around.shape) < HIDE, looks[around], around))
        inside = embedding.rows[around].reshape(BATCH, -1)
        before = inside @ layers[0].weights + layers[0].bias
        hidden = np.maximum(before, 0)
        foretold = hidden @ layers[1].weights + layers[1].bias

        right = sequence[at]
        others = np.searchsorted(cumulated, rng.random(SAMPLES)).clip(0, size - 1)
        loss, for_foretold, for_right, for_others = _softmax(
            foretold, targets.rows[right], targets.rows[others], expected[right], expected[others], right, others
        )
        for_hidden = (for_foretold / BATCH) @ layers[1].weights.T
        for_hidden[before <= 0] = 0
        for_inside = (for_hidden @ layers[0].weights.T).reshape(-1, WIDTH) * BATCH
        layers[1].learn(hidden, for_foretold / BATCH, RATE * rate, step)
        layers[0].learn(inside, for_hidden, RATE * rate, step)
        embedding.learn(around.ravel(), for_inside, EMBEDDING_RATE * rate)
        targets.learn(np.append(others, right), np.concatenate([for_others, for_right]), EMBEDDING_RATE * rate)
        embedding.rows[0] = 0
        mean += (loss - mean) * (0.02 if step > 1 else 1)
        if step % TOLD_EVERY == 0:
            tell(f"step {step} of {steps}, loss {mean:.3f}")
    hidden_layer, output_layer = ((layer.weights, layer.bias) for layer in layers)
    return Encoder(words, embedding.rows, hidden_layer, output_layer)


class Layer:
    """Weights and bias, learned by Adam."""

    def __init__(self, weights: Matrix, bias: Matrix) -> None:
        self.weights, self.bias = weights, bias
        self.means = [np.zeros_like(weights), np.zeros_like(bias)]
        self.squares = [np.zeros_like(weights), np.zeros_like(bias)]

    def learn(self, inputs: Matrix, gradient: Matrix, rate: float, step: int) -> None:
        """Take one step; ``gradient`` is that of the layer's outputs."""
        for k, (values, slope) in enumerate(((self.weights, inputs.T @ gradient), (self.bias, gradient.sum(axis=0)))):
            self.means[k] += 0.1 * (slope - self.means[k])
            self.squares[k] += 0.01 * (slope * slope - self.squares[k])
            spread = np.sqrt(self.squares[k] / (1 - 0.99**step)) + 1e-8
            values -= rate * (self.means[k] / (1 - 0.9**step)) / spread


class Table:
    """A vector a word, learned by Adagrad with one rate a word."""

    def __init__(self, rows: Matrix) -> None:
        self.rows = rows
        self.squares = np.full(len(rows), 1e-3, np.float32)

    def learn(self, numbers: Matrix, gradients: Matrix, rate: float) -> None:
        """Take one step for the words that the gradients are of; a word may be there more than once."""
        unique, inverse = np.unique(numbers, return_inverse=True)
        sums = csr_matrix(
            (np.ones(len(numbers), np.float32), (inverse, np.arange(len(numbers)))), shape=(len(unique), len(numbers))
        )
        slope = sums @ gradients
        self.squares[unique] += (slope * slope).mean(axis=1)
        self.rows[unique] -= rate * slope / np.sqrt(self.squares[unique])[:, None]


def _softmax(
    foretold: Matrix,
    right: Matrix,
    others: Matrix,
    expected_right: Matrix,
    expected_others: Matrix,
    right_numbers: Matrix,
    other_numbers: Matrix,
) -> tuple[float, Matrix, Matrix, Matrix]:
    """Return the mean loss of telling the right words from the others, and the gradients of the three matrices."""
    scores = foretold @ others.T - expected_others
    own = (foretold * right).sum(axis=1) - expected_right
    scores[right_numbers[:, None] == other_numbers[None, :]] = -30  # a word is not told from itself
    most = np.maximum(scores.max(axis=1), own)
    scores = np.exp(scores - most[:, None])
    likely = np.exp(own - most)
    total = scores.sum(axis=1) + likely
    loss = float((np.log(total) - (own - most)).mean())
    scores /= total[:, None]
    own_slope = (likely / total - 1)[:, None]
    return loss, scores @ others + own_slope * right, own_slope * foretold, scores.T @ foretold


def _numbered(lines: Callable[[], Iterable[str]]) -> tuple[list[str], Matrix]:
    """Return the vocabulary and the whole corpus as numbers, paragraphs apart by pads."""
    counts: Counter[str] = Counter()
    for line in lines():
        counts.update(_words(line))
    words = [*LOOKS, *(word for word, count in counts.most_common() if count >= LEAST)]
    index = {word: number for number, word in enumerate(words)}
    numbers = array("i", [0] * REACH)
    for line in lines():
        numbers.extend(index[word] if word in index else index[look(word)] for word in _words(line))
        numbers.extend([0] * REACH)
    return words, np.frombuffer(numbers, dtype=np.int32)


def _words(line: str) -> list[str]:
    return [DIGITS.sub("0", word) for word in TOKEN.findall(line) if not word.isspace()]


def _batches(places: Matrix, sequence: Matrix, passing: Matrix, rng: np.random.Generator) -> Iterator[Matrix]:
    """Yield batches of places without end, each round in another order, most frequent words at times left out."""
    held = np.zeros(0, dtype=np.int64)
    while True:
        order = rng.permutation(len(places))
        for start in range(0, len(order), BATCH):
            some = places[order[start : start + BATCH]]
            held = np.append(held, some[rng.random(len(some)) < passing[sequence[some]]])
            if len(held) >= BATCH:
                yield held[:BATCH]
                held = held[BATCH:]


def _within_paragraph(around: Matrix) -> Matrix:
    """Return the surroundings with pads for all that lies behind a pad, seen from the word."""
    left, right = around[:, :REACH], around[:, REACH:]
    beyond_left = np.cumsum((left == 0)[:, ::-1], axis=1)[:, ::-1] > 0
    beyond_right = np.cumsum(right == 0, axis=1) > 0
    return np.concatenate([np.where(beyond_left, 0, left), np.where(beyond_right, 0, right)], axis=1)
