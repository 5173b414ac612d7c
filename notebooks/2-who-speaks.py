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
# # 2. Who speaks in education news?
#
# **Whom do the papers quote: ministry, department, school, or parents and pupils? Directly, or in the paper's words?**
#
# The answer is drawn twice: on the bundled samples, which show that it runs, and on a derived table of real articles of 2016 to
# 2019 (`corpus/derived/`, facts without text). For your own data set change `DATASET`.

# %%
import matplotlib.pyplot as plt
import pandas as pd

import trichtin
from trichtin.charts.plots import COLOURS, style

style()
DATASET = trichtin.extract_dataset(["../corpus/samples"], "../out/notebooks")  # or: DATASET = "path/to/your/dataset"
DERIVED = "../corpus/derived/education.parquet"

data = trichtin.load_dataset(DATASET)
people = data.people.drop_duplicates(["id", "person_id"])
quotes = data.quotes.merge(
    people[["id", "person_id", "role", "organization"]],
    left_on=["id", "speaker_id"],
    right_on=["id", "person_id"],
    how="left",
)
quotes = quotes.rename(columns={"speaker": "name", "kind": "type", "cue": "verb"})
real = pd.read_parquet(DERIVED).query("kind == 'quote'")
print(f"{len(quotes)} quotes in the data set, {len(real)} in {real['article'].nunique()} real articles")

# %% [markdown]
# ## By level
#
# A speaker's level is read from the organisation and role; what tells neither is *khác* (other).

# %%
LEVELS = {
    "Bộ, Chính phủ": r"\bbộ\b|bộ trưởng|chính phủ|quốc hội|thủ tướng|\bvụ\b|\bcục\b",
    "Sở, tỉnh": r"\bsở\b|ubnd tỉnh|ubnd thành phố|ubnd tp|tỉnh ủy|hđnd",
    "Phòng, huyện, xã": r"\bphòng gd|phòng giáo dục|\bhuyện\b|\bquận\b|\bxã\b|\bphường\b",
    "Đại học, viện": r"đại học|\bđh\b|học viện|cao đẳng|\bcđ\b|\bviện\b",
    "Trường phổ thông": r"thpt|thcs|tiểu học|mầm non|trường|hiệu trưởng|giáo viên",
    "Phụ huynh, học sinh": r"phụ huynh|học sinh|sinh viên|thí sinh|cha mẹ|\bem\b|\bmẹ\b|\bbố\b",
}


def level(row) -> str:
    told = " ".join(str(part).lower() for part in (row.organization, row.role, row.name) if isinstance(part, str))
    import re

    return next((name for name, pattern in LEVELS.items() if re.search(pattern, told)), "khác")


def by_level(frame: pd.DataFrame) -> pd.DataFrame:
    levels = [level(row) for row in frame[["organization", "role", "name"]].itertuples(index=False)]
    order = [*LEVELS, "khác"]
    return pd.crosstab(pd.Series(levels, name="level"), frame["type"].astype(str).to_numpy()).reindex(
        order, fill_value=0
    )


def draw_levels(table: pd.DataFrame, source: str) -> None:
    known = table.drop(index="khác")
    shares = known.sum(axis=1) / known.to_numpy().sum()
    top = shares.idxmax()
    columns = [name for name in ("direct", "mixed", "indirect") if name in table]
    names = {"direct": "trực tiếp", "mixed": "lẫn lộn", "indirect": "gián tiếp"}
    ax = table[columns].rename(columns=names).iloc[::-1].plot.barh(stacked=True, color=COLOURS[:3], width=0.75)
    ax.set_title(f"{top}: {shares[top]:.0%} số phát ngôn biết rõ cấp\n{source}")
    ax.set_xlabel("số phát ngôn")
    ax.set_ylabel("")
    ax.legend(title="", frameon=False)
    plt.show()


draw_levels(by_level(quotes), "bài mẫu của Trích Tin")

# %%
real_levels = by_level(real)
draw_levels(real_levels, f"{real['article'].nunique()} bài về giáo dục, 2016–2019")

# %% [markdown]
# ## Most quoted people and institutions

# %%
names = real[real["thing"].fillna("").str.startswith("per:")]
top = names.groupby("thing").agg(name=("name", "first"), quotes=("article", "size"), articles=("article", "nunique"))
top.sort_values(["articles", "quotes"], ascending=False).head(15).reset_index(drop=True)

# %%
bodies = real.dropna(subset=["organization_id"]).groupby("organization_id")
spoken_for = bodies.agg(name=("organization", lambda s: s.dropna().mode().get(0, "")), quotes=("article", "size"))
spoken_for[spoken_for["name"] != ""].sort_values("quotes", ascending=False).head(15).reset_index(drop=True)

# %% [markdown]
# ## Verbs: the papers judge with them

# %%
verbs = real["verb"].dropna().value_counts().head(18).sort_values()
ax = verbs.plot.barh(color=COLOURS[0], figsize=(8, 5.5))
ax.set_title(
    f"“{verbs.index[-1]}” dẫn đầu: {verbs.iloc[-1] / real['verb'].notna().sum():.0%} số phát ngôn có động từ dẫn"
)
ax.set_xlabel("số phát ngôn")
plt.show()

# %% [markdown]
# ## Over time
#
# The corpora carry no date of publication, so time here is the year that a quote's own sentence names. In a data set of your own,
# `articles.year` is the year of publication.

# %%
years = real.dropna(subset=["year"]).query("2012 <= year <= 2020")
share = years.assign(direct=years["type"].isin(["direct", "mixed"])).groupby("year")["direct"].agg(["mean", "size"])
ax = share["mean"].mul(100).plot(marker="o")
ax.set_ylim(0, 100)
ax.set_xticks(share.index, [f"{int(y)}\n({n})" for y, n in share["size"].items()])
ax.set_title(f"Nói trực tiếp chiếm {share['mean'].mean():.0%} ở những câu có nêu năm")
ax.set_ylabel("% phát ngôn trực tiếp hoặc lẫn lộn")
ax.set_xlabel("năm nêu trong câu (số phát ngôn)")
plt.show()

# %% [markdown]
# ## Answer

# %%
known = real_levels.drop(index="khác")
shares = (known.sum(axis=1) / known.to_numpy().sum()).sort_values(ascending=False)
direct = real["type"].isin(["direct", "mixed"]).mean()
print(
    "Of the quotes whose speaker's level is known:", ", ".join(f"{name} {share:.0%}" for name, share in shares.items())
)
print(f"{direct:.0%} of all quotes are given in the speaker's own words, wholly or in part.")

# %% [markdown]
# **Limits.** Speakers without a post in the article are *khác*; a quote's speaker is right in about eight of ten cases (notebook 5);
# the corpora are what two aggregators kept, not a sample of all papers.
