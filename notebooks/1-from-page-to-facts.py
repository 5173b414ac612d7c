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
# # 1. From page to facts
#
# **What does Trích Tin keep of one page, what does it drop, and can every fact be found again in the text?**
#
# The page is one of the bundled samples, written by us in the style of *Giáo dục & Thời đại*: an article between a menu, hot
# news, a repeated caption and teasers. To look at a page of your own, change `PAGE`.

# %%
from IPython.display import HTML
from spacy import displacy

import trichtin

PAGE = "../corpus/samples/01-principals-training.txt"

(page,) = trichtin.read([PAGE])
record = trichtin.extract(page)
tables = trichtin.to_frames([record])
text = record["text"]

# %% [markdown]
# ## What was dropped, and why
#
# Every line of the page is a block with a kind. Facts come from kept blocks only.

# %%
blocks = tables["blocks"].assign(line=[text[b.start : b.end][:90] for b in tables["blocks"].itertuples()])
blocks[["kind", "keep", "score", "line"]].style.format({"score": "{:.2f}"}).hide(axis="index").apply(
    lambda row: ["color: #999" if not row["keep"] else "" for _ in row], axis=1
).set_uuid("blocks")

# %% [markdown]
# ## Every fact in its place
#
# Offsets are code points into the page's text, so that spaCy's displaCy can show them as they are. Entities first:

# %%
COLOURS = {"PER": "#d8c3ee", "ORG": "#bfd9ee", "LOC": "#c9e6c3", "DOC": "#f3e2a9", "PROG": "#f6c9b0"}
entities = [{"start": e["start"], "end": e["end"], "label": e["label"]} for e in record["entities"]]
HTML(
    displacy.render(
        {"text": text, "ents": entities, "title": None},
        style="ent",
        manual=True,
        jupyter=False,
        options={"colors": COLOURS},
    )
)

# %% [markdown]
# Then figures, dates and quotes, which may stand inside one another:

# %%
tables["figures"][["text", "kind", "value", "max", "unit", "modifier", "of", "score"]].round(2)

# %%
tables["quotes"][["speaker", "cue", "kind", "text", "score"]].round(2)

# %%
tables["people"][["name", "titles", "role", "organization", "aliases"]]

# %%
tables["dates"][["text", "iso"]]

# %% [markdown]
# ## Answer

# %%
found = {name: len(tables[name]) for name in ("entities", "figures", "dates", "quotes", "people")}
dropped = tables["blocks"].query("not keep")
for kind in ("entities", "figures", "dates", "quotes"):
    for fact in tables[kind].itertuples():
        assert text[fact.start : fact.end] == fact.text
        assert not ((dropped["start"] <= fact.start) & (fact.start < dropped["end"])).any()
print(f"{len(tables['blocks'])} lines, {len(dropped)} dropped;", ", ".join(f"{n} {name}" for name, n in found.items()))
print("Every fact is at its offsets, and none lies in a dropped line.")

# %% [markdown]
# **Limits.** The filter and the tagger are trained; on real pages they err at times (notebook 5 says how often). A score is the
# probability that a figure or quote is right; entities and people carry none.
