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
# # 5. How good is it?
#
# **How often are the facts right, for which kind, and what do the worst errors look like?**
#
# Three measurements: `corpus/accuracy.json`, made with `trichtin evaluate` on 30 annotated real articles that no model was trained on
# (their texts may not be given away, so the figures are kept in a file); the bundled sample pages with their gold, measured here and now
# (the page filter learned from their lines; the README has the figures of one that did not); and the scores' calibration.

# %%
import json
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import trichtin
from trichtin.charts.plots import COLOURS, style
from trichtin.evaluate import evaluate, right_figures, right_quotes

style()
kept = json.loads(Path("../corpus/accuracy.json").read_text(encoding="utf-8"))
gold = [json.loads(line) for line in Path("../corpus/gold/samples.jsonl").read_text(encoding="utf-8").splitlines()]

# %% [markdown]
# ## By kind of fact, on real articles

# %%
NAMES = {
    "PER": "người",
    "ORG": "cơ quan",
    "LOC": "nơi chốn",
    "DOC": "văn bản",
    "PROG": "chương trình",
    "figures value": "con số",
    "dates": "ngày tháng",
    "quotes IoU 0.8 + speaker": "phát ngôn đúng người nói",
    "people name+role+organisation": "nhân vật, chức vụ, cơ quan",
}
measures = pd.DataFrame(kept["measures"]).T.loc[list(NAMES)]
order = measures["f1"].sort_values()
ax = order.rename(NAMES).plot.barh(color=[COLOURS[0] if f1 >= 0.8 else COLOURS[5] for f1 in order], figsize=(8, 4.5))
for place, (name, f1) in enumerate(order.items()):
    ax.text(f1 + 0.005, place, f"{f1:.2f}  (n={int(measures.loc[name, 'gold'])})", va="center", fontsize=9)
ax.set_xlim(0, 1.15)
ax.set_title("Con số và ngày tháng gần như luôn đúng; tên chương trình còn yếu")
ax.set_xlabel("F1 trên 30 bài thật chưa dùng để huấn luyện")
plt.show()

# %% [markdown]
# Beside a naive method (every number; text in quotation marks, last name before it) and underthesea's `ner` on the same articles:

# %%
beside = pd.DataFrame(
    {
        "Trích Tin": {
            name: measures["f1"].get(name)
            for name in ("figures value", "quotes IoU 0.8 + speaker", "PER", "ORG", "LOC")
        },
        "naive": kept["baseline"],
        "underthesea ner": kept["underthesea_ner"],
    }
).loc[["figures value", "quotes IoU 0.8 + speaker", "PER", "ORG", "LOC"]]
beside.round(2)

# %% [markdown]
# ## By outlet

# %%
outlets = pd.DataFrame(
    {
        paper: {name: v["f1"] for name, v in found.items() if isinstance(v, dict)}
        for paper, found in kept["by_outlet"].items()
    }
)
ax = outlets.plot.bar(rot=0, color=COLOURS)
worst = (outlets.max(axis=1) - outlets.min(axis=1)).idxmax()
ax.set_title(
    "GD&TĐ và các báo khác: khác nhau nhiều nhất ở " + {"entities strict": "tên riêng"}.get(worst, "phát ngôn")
)
ax.set_ylabel("F1")
ax.set_ylim(0, 1.05)
ax.legend(
    [f"{paper} ({kept['by_outlet'][paper]['articles']} bài)" for paper in outlets], frameon=False, loc="lower right"
)
plt.show()

# %% [markdown]
# ## Learning curve of the entity tagger

# %%
curve = pd.DataFrame(kept["learning_curve"])
ax = curve.plot(x="articles", y="f1", marker="o", legend=False)
ax.set_ylim(0.7, 0.9)
ax.axhline(kept["measures"]["entities strict"]["f1"], color=COLOURS[2], linestyle="--")
ax.text(50, kept["measures"]["entities strict"]["f1"] + 0.003, "cùng các quy tắc sửa tên", color=COLOURS[2])
ax.set_title("Thêm bài chú giải vẫn có ích, nhưng ít dần")
ax.set_xlabel("số bài huấn luyện")
ax.set_ylabel("F1, nghiêm ngặt")
plt.show()

# %% [markdown]
# ## What a score means
#
# Figures and quotes of the sample pages, by score: how many were right.

# %%
records = list(trichtin.extract_many(trichtin.read(["../corpus/samples"])))
by_id = {record["id"]: record for record in records}
rows = []
for article in gold:
    record = by_id[article["id"]]
    for kind, right in (("figures", right_figures), ("quotes", right_quotes)):
        rows += [
            (kind, fact["score"], ok) for fact, ok in zip(record[kind], right(article[kind], record[kind]), strict=True)
        ]
scored = pd.DataFrame(rows, columns=["kind", "score", "right"])
scored["bin"] = pd.cut(scored["score"], [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
_, ax = plt.subplots(figsize=(5, 5))
ax.plot([0, 1], [0, 1], color="#999999", linewidth=1)
for (kind, frame), colour in zip(scored.groupby("kind"), COLOURS, strict=False):
    points = frame.groupby("bin", observed=True).agg(
        score=("score", "mean"), right=("right", "mean"), n=("right", "size")
    )
    ax.scatter(
        points["score"],
        points["right"],
        s=points["n"] * 3,
        color=colour,
        label={"figures": "con số", "quotes": "phát ngôn"}[kind],
        alpha=0.8,
    )
ax.set_xlim(0.3, 1.02)
ax.set_ylim(0.3, 1.02)
gap = (scored["score"].mean() - scored["right"].mean()) * 100
ax.set_title(f"Độ tin cậy lệch {gap:+.0f} điểm so với thực tế trên bài mẫu")
ax.set_xlabel("độ tin cậy")
ax.set_ylabel("tỷ lệ đúng")
ax.legend(frameon=False)
plt.show()

# %% [markdown]
# ## The sample pages, and the worst errors

# %%
result = evaluate(gold, records)
pd.DataFrame(
    {name: {"P": s.precision, "R": s.recall, "F1": s.f1, "gold": s.gold} for name, s in result.scores.items()}
).T.round(3)

# %%
for kind, errors in result.errors.items():
    print(f"— {kind}: {len(errors)}")
    for values in errors[:4]:
        print("   ", " | ".join(str(value)[:70] for value in values))

# %% [markdown]
# ## Answer

# %%
m = kept["measures"]
print(f"Figures {m['figures value']['f1']:.2f} and dates {m['dates']['f1']:.2f} can be used as they are;")
print(f"quotes with their speaker {m['quotes IoU 0.8 + speaker']['f1']:.2f}: check the sentence before printing;")
print(
    f"entities {m['entities strict']['f1']:.2f} by exact extent, people with role and body {m['people name+role+organisation']['f1']:.2f}."
)

# %% [markdown]
# **Limits.** Thirty articles are few: a figure of 0.85 over 140 quotes has an interval of about ±0.06. Annotators differ too, most on
# the extent of lower-case bodies and programmes. The sample pages were written by us and are easier than real ones.
