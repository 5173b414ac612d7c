# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 4. Where the news looks
#
# **Which provinces, school levels, programmes and documents does education news look at, and who appears with whom?**

# %%
import itertools
from collections import Counter

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd

import trichtin
from trichtin.charts.plots import COLOURS, style, tile_map

style()
DATASET = trichtin.extract_dataset(["../corpus/samples"], "../out/notebooks")  # or: DATASET = "path/to/your/dataset"
DERIVED = "../corpus/derived/education.parquet"

data = trichtin.load_dataset(DATASET)
real = pd.read_parquet(DERIVED).query("kind == 'entity'")
articles = real["article"].nunique()
print(f"{len(data.entities)} mentions in the data set; {len(real)} things of {articles} real articles")

# %% [markdown]
# ## Provinces
#
# The data set at hand, then the real articles: in how many articles a place or body of the province is named.

# %%
here = data.entities.dropna(subset=["province"]).groupby("province", observed=True)["id"].nunique()
there = real.dropna(subset=["province"]).groupby("province")["article"].nunique().sort_values(ascending=False)
capitals = there[["Hà Nội", "Hồ Chí Minh"]].sum() / there.sum()
_, axes = plt.subplots(1, 2, figsize=(13, 9.5))
tile_map(here, title="Bài mẫu", unit="bài", ax=axes[0])
tile_map(
    there,
    title=f"Hà Nội và TP.HCM chiếm {capitals:.0%} số lượt\n{articles} bài về giáo dục, 2016–2019",
    unit="bài",
    ax=axes[1],
)
plt.show()

# %% [markdown]
# ## School levels

# %%
LEVELS = {
    "mầm non": r"mầm non|mẫu giáo|nhà trẻ",
    "tiểu học": r"tiểu học",
    "THCS": r"thcs|trung học cơ sở",
    "THPT": r"thpt|trung học phổ thông",
    "đại học, cao đẳng": r"đại học|\bđh|cao đẳng|\bcđ|học viện",
    "dạy nghề": r"trung cấp|\bnghề",
}
bodies = real.query("type == 'ORG'")
levels = pd.Series(
    {
        name: bodies.loc[bodies["name"].fillna("").str.lower().str.contains(pattern), "article"].nunique()
        for name, pattern in LEVELS.items()
    }
)
ax = levels.sort_values().plot.barh(color=COLOURS[2])
ax.set_title(f"Báo nhìn vào {levels.idxmax()}: {levels.max() / articles:.0%} số bài nêu tên một trường")
ax.set_xlabel("số bài nêu tên trường thuộc cấp")
plt.show()

# %% [markdown]
# ## Programmes and documents


# %%
def most(kind: str, number: int = 12) -> pd.DataFrame:
    found = (
        real[real["type"] == kind]
        .groupby("thing")
        .agg(name=("name", lambda s: s.mode().get(0)), articles=("article", "nunique"))
    )
    return found.sort_values("articles", ascending=False).head(number).reset_index(drop=True)


most("PROG")

# %%
most("DOC")

# %% [markdown]
# ## Who appears with whom
#
# People and bodies named in the same articles; a line from three shared articles on.

# %%
things = real[real["type"].isin(["PER", "ORG"])]
common = things["thing"].value_counts().head(60).index
named = things.drop_duplicates("thing").set_index("thing")["name"]
pairs = Counter()
for _, group in things[things["thing"].isin(common)].groupby("article")["thing"]:
    pairs.update(itertools.combinations(sorted(set(group)), 2))
graph = nx.Graph()
graph.add_weighted_edges_from((a, b, n) for (a, b), n in pairs.items() if n >= 3)
graph = graph.subgraph(max(nx.connected_components(graph), key=len)).copy()
degree = dict(graph.degree(weight="weight"))
keep = sorted(degree, key=degree.get, reverse=True)[:32]
graph = graph.subgraph(keep)
place = nx.spring_layout(graph, seed=4, k=1.1, iterations=200)
_, ax = plt.subplots(figsize=(11, 8))
colours = [COLOURS[3] if node.startswith("per:") else COLOURS[4] for node in graph]
nx.draw_networkx_edges(
    graph, place, ax=ax, edge_color="#bbbbbb", width=[0.3 + graph[a][b]["weight"] ** 0.5 / 3 for a, b in graph.edges]
)
nx.draw_networkx_nodes(
    graph, place, ax=ax, node_size=[40 + 6 * degree[node] ** 0.8 for node in graph], node_color=colours
)
nx.draw_networkx_labels(graph, place, {node: named[node][:28] for node in graph}, font_size=7, ax=ax)
centre = max(graph, key=degree.get)
ax.set_title(f"{named[centre]} đứng giữa: cùng bài với {graph.degree(centre)} trong {len(graph) - 1} tên khác")
ax.axis("off")
plt.show()

# %% [markdown]
# ## Over time
#
# When the data set at hand has dates of publication, this counts articles a month that name each of the commonest provinces.

# %%
dated = data.articles.dropna(subset=["year"])
if len(dated):
    joined = dated[["id", "year"]].merge(
        data.entities.dropna(subset=["province"])[["id", "province"]].drop_duplicates()
    )
    print(joined.groupby("year").size())
else:
    years = data.dates.dropna(subset=["year"]).groupby("year")["id"].nunique()
    ax = years[years.index >= 2000].plot.bar(color=COLOURS[5])
    ax.set_title("Năm được nhắc tới trong các bài mẫu")
    ax.set_ylabel("số bài")
    plt.show()

# %% [markdown]
# ## Answer

# %%
print(
    f"Hà Nội and TP.HCM get {capitals:.0%} of all mentions by article; the ten least named provinces get",
    f"{there.tail(10).sum() / there.sum():.1%}.",
)
print(
    "School levels by articles:",
    ", ".join(f"{name} {n / articles:.0%}" for name, n in levels.sort_values(ascending=False).items()),
)

# %% [markdown]
# **Limits.** A school without its province in name or text is on no tile. Programmes and documents are the entities we find least well
# (notebook 5). The network shows who is written about together, not who works together.
