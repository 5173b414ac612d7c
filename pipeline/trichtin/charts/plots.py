"""Matplotlib with a style for print: Vietnamese letters, few lines, colours that the colour-blind tell apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from trichtin.charts.provinces import Map, load_map, short

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Okabe and Ito 2008, "Color Universal Design".
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")


def style() -> None:
    """Set Matplotlib's defaults for the notebooks; DejaVu Sans, which it ships with, has all Vietnamese letters."""
    import warnings

    import matplotlib as mpl
    from cycler import cycler

    warnings.filterwarnings("ignore", message="IProgress not found")  # a progress bar that notebooks can do without
    mpl.rcParams.update(
        {
            "font.family": "DejaVu Sans",
            "axes.prop_cycle": cycler(color=COLOURS),
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.titlelocation": "left",
            "axes.titleweight": "bold",
            "axes.titlesize": 12,
            "figure.figsize": (8, 4.2),
            "figure.dpi": 80,
            "savefig.bbox": "tight",
            "svg.hashsalt": "trichtin",
        }
    )


def tile_map(
    values: Mapping[str, float], *, provinces: Map = "63", title: str = "", unit: str = "", ax: Any = None
) -> Axes:
    """Draw a tile a province, darker for more.

    Args:
        values: a number a province; provinces without one stay white.
        provinces: the map of before July 2025 (63) or of today (34).
        title: of the plot.
        unit: of the numbers, for the colour bar.
        ax: the axes to draw on; None makes new ones.

    Returns:
        The axes.
    """
    import matplotlib.pyplot as plt
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import LogNorm, Normalize

    tiles = load_map().tiles[provinces]
    if ax is None:
        _, ax = plt.subplots(figsize=(6.5, 9))
    known = {name: float(value) for name, value in values.items() if name in tiles and value > 0}
    most, least = max(known.values(), default=1.0), min(known.values(), default=1.0)
    # Capitals are named a hundred times as often as the rest: a plain scale would show them only.
    norm = LogNorm(least, most) if most > 20 * least else Normalize(0, most)
    colours = plt.get_cmap("cividis_r")
    for name, (column, row) in tiles.items():
        value = known.get(name)
        colour = colours(norm(value)) if value is not None else (1.0, 1.0, 1.0, 1.0)
        ax.add_patch(plt.Rectangle((column, row), 0.94, 0.94, facecolor=colour, edgecolor="#999999", linewidth=0.6))
        dark = value is not None and sum(colour[:3]) < 1.5
        number = f"\n{value:g}" if value is not None else ""
        text = f"{short(name)}{number}"
        ax.text(
            column + 0.47, row + 0.47, text, ha="center", va="center", fontsize=7, color="white" if dark else "black"
        )
    ax.set_xlim(0, max(column for column, _ in tiles.values()) + 1)
    ax.set_ylim(max(row for _, row in tiles.values()) + 1, 0)
    ax.set_aspect("equal")
    ax.axis("off")
    ax.set_title(title)
    if known:
        ax.figure.colorbar(ScalarMappable(norm, colours), ax=ax, shrink=0.4, label=unit)
    return ax
