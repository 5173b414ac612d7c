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
# # 3. Counting teachers, pupils and money
#
# **How many teachers, pupils and how much money do articles speak of, where, and how surely?**
#
# Ranges and modifiers (*hơn*, *khoảng*, *ít nhất*) are drawn as what they are; the same press release in ten papers counts once.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

import trichtin
from trichtin.charts.plots import COLOURS, style, tile_map

style()
DATASET = trichtin.extract_dataset(["../corpus/samples"], "../out/notebooks")  # or: DATASET = "path/to/your/dataset"
DERIVED = "../corpus/derived/education.parquet"

data = trichtin.load_dataset(DATASET)
firsts = set(data.clusters["cluster_id"]) or set(data.articles["id"])
figures = data.figures[data.figures["id"].isin(firsts)]  # one article of each cluster of near-duplicates
real = pd.read_parquet(DERIVED).query("kind == 'figure'")
print(f"{len(figures)} figures in the data set; {len(real)} in {real['article'].nunique()} real articles")

# %% [markdown]
# ## Ranges and modifiers as they are
#
# Figures of teachers in the data set: a bar is a range, an arrow an open end, a hollow mark an approximate figure.


# %%
def draw_figures(frame: pd.DataFrame, title: str) -> None:
    frame = frame.sort_values("value").reset_index(drop=True)
    _, ax = plt.subplots(figsize=(8, 0.32 * len(frame) + 1))
    for k, row in frame.iterrows():
        last = row["value"] if pd.isna(row["max"]) else row["max"]
        ax.plot([row["value"], last], [k, k], color=COLOURS[0], linewidth=5, solid_capstyle="butt")
        modifier = "" if pd.isna(row["modifier"]) else row["modifier"]
        marker = {"gt": ">", "ge": ">", "lt": "<", "le": "<"}.get(modifier, "o")
        hollow = "white" if modifier == "approx" else COLOURS[0]
        ax.plot(row["value"], k, marker=marker, markerfacecolor=hollow, color=COLOURS[0], markersize=8)
    ax.set_xscale("log")
    ax.set_yticks(range(len(frame)), [str(of)[:45] for of in frame["of"].fillna(frame["unit"])])
    ax.set_title(title)
    ax.set_xlabel("số người (thang log); ▸ hơn, ít nhất   ◂ dưới   ○ khoảng")
    plt.show()


teachers = figures[figures["unit"].fillna("").str.contains("giáo viên")].head(25)
open_ended = teachers["modifier"].notna().mean()
draw_figures(teachers, f"{open_ended:.0%} con số về giáo viên trong bài mẫu là “hơn”, “khoảng”, “ít nhất”")

# %% [markdown]
# ## By unit and topic, over time
#
# Time is the year named in the figure's own sentence.

# %%
TOPICS = {
    "giáo viên": "giáo viên|thầy cô|giảng viên",
    "học sinh, sinh viên": "học sinh|sinh viên|thí sinh|trẻ|em$",
    "đồng (tiền)": "VND",
}
topic = pd.Series(pd.NA, index=real.index, dtype="object")
for name, pattern in TOPICS.items():
    topic[real["unit"].fillna("").str.contains(pattern, regex=True)] = name
real = real.assign(topic=topic)
counts = (
    real.dropna(subset=["topic", "year"])
    .query("2010 <= year <= 2020")
    .groupby(["year", "topic"])
    .size()
    .unstack(fill_value=0)
)
ax = counts[list(TOPICS)].plot(marker="o")
peak = counts.sum(axis=1).idxmax()
first = counts[list(TOPICS)].sum().idxmax()
ax.set_title(f"Con số nói về năm {int(peak)} nhiều nhất; đếm nhiều nhất: {first}")
ax.set_xlabel("năm nêu trong câu")
ax.set_ylabel("số con số")
ax.legend(title="", frameon=False)
plt.show()

# %%
money = real.query("type == 'money' and unit == 'VND' and value > 0")
_, ax = plt.subplots()
ax.hist(np.log10(money["value"]), bins=np.arange(3, 15, 0.25), color=COLOURS[1])
ticks = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
ax.set_xticks(
    ticks,
    ["10 nghìn", "100 nghìn", "1 triệu", "10 tr", "100 tr", "1 tỷ", "10 tỷ", "100 tỷ", "1 nghìn tỷ", "10 nghìn tỷ"],
    rotation=40,
)
ax.set_title(
    f"Số tiền hay gặp nhất: khoảng {money['value'].median() / 1e6:,.0f} triệu đồng (trung vị)".replace(",", ".")
)
ax.set_ylabel("số lần nêu")
plt.show()

# %% [markdown]
# ## By province, on the map of 63 and of 34

# %%
_, axes = plt.subplots(1, 2, figsize=(13, 9.5))
people_counts = real[real["topic"].isin(["giáo viên", "học sinh, sinh viên"])]
old, new = people_counts["province"].value_counts(), people_counts["province_2025"].value_counts()
tile_map(
    old,
    provinces="63",
    title=f"63 tỉnh thành (trước 7/2025)\n{old.index[0]} nhiều nhất: {old.iloc[0]}",
    unit="con số",
    ax=axes[0],
)
tile_map(
    new,
    provinces="34",
    title=f"34 tỉnh thành (từ 7/2025)\n{new.index[0]} nhiều nhất: {new.iloc[0]}",
    unit="con số",
    ax=axes[1],
)
plt.show()

# %% [markdown]
# ## Answer

# %%
share = real["modifier"].notna().mean()
ranges = real["max"].notna().mean()
duplicates = 1 - len(firsts) / len(data.articles)
print(f"{real['topic'].value_counts().to_dict()}")
print(
    f"{share:.0%} of the figures are modified (hơn, khoảng …), {ranges:.1%} are ranges: a plain sum of them would mislead."
)
print(f"{duplicates:.0%} of the data set's articles are near-duplicates of another and were left out.")

# %% [markdown]
# **Limits.** A figure's province is that of its own sentence, so figures without a named place are not on the map; what is counted is how
# often the news counts, not how many teachers there are. Years before and after the corpora come from comparisons and plans.
