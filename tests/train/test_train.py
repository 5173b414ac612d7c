import json
import random
import re
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trichtin.annotate.entities.component import EntityTagger
from trichtin.cli import main
from trichtin.filter.labeller import LABELS
from trichtin.filter.lines import SENTENCE_BREAK, split_lines
from trichtin.filter.similarity import BUCKETS, SENSES, Rows, Words
from trichtin.train.adverts import NOTICES, TRADES, fill
from trichtin.train.articles import Article, article_of, paragraphs_of
from trichtin.train.education import weak_label
from trichtin.train.filter import compose_pages, leaked_facts, line_scores, read_pages
from trichtin.train.labelled import LabelledPage, read_labelled_pages
from trichtin.train.names import mine_names, name_syllables
from trichtin.train.outlets import COMMENTS, PAGE_COMMENTS, draw_outlet
from trichtin.train.pages import FAMILIES, HELD_OUT_FAMILIES, compose
from trichtin.train.phrases import mine_phrases
from trichtin.train.senses import sense_weights


@pytest.fixture(scope="module")
def gold(root):
    return [
        json.loads(line)
        for line in (root / "corpus" / "gold" / "samples.jsonl").read_text(encoding="utf-8").splitlines()
    ]


@pytest.fixture(scope="module")
def articles(gold):
    out = []
    for article in gold:
        kept = [(kind, article["text"][s:e]) for s, e, kind, keep in article["lines"] if keep]
        parts = {kind: [text for k, text in kept if k == kind] for kind in ("title", "lead", "body")}
        out.append(Article(parts["title"][0], parts["lead"][0], tuple(parts["body"])))
    return out


@pytest.mark.parametrize("family", FAMILIES)
def test_composed_pages_have_a_label_a_line_and_one_title(articles, family):
    for seed in range(30):
        page = compose(articles[seed % 20], articles[20:], random.Random(seed), family)
        assert len(split_lines(page.text)) == len(page.labels)
        assert set(page.labels) <= set(LABELS) and page.labels.count("title") == 1
        assert any(label.endswith("-") for label in page.labels) or family == "clean"
    assert page.text == compose(articles[29 % 20], articles[20:], random.Random(29), family).text


def test_every_advertisement_comment_and_notice_is_whole_once_its_blanks_are_filled():
    rng = random.Random(1)
    texts = [text for trade in TRADES.values() for text in trade] + COMMENTS + NOTICES
    assert len(TRADES) > 100 and len(texts) == len(set(texts)) > 1000
    for text in texts:
        filled = fill(text, rng)
        assert "{" not in filled and filled.strip() == filled
        assert len(filled) > (2 if text in COMMENTS else 5), 'a reader may say no more than "hay"'


def test_what_is_held_out_for_measuring_stands_on_no_page_that_is_trained_on():
    def ads(part):
        return {ad for seed in range(300) for ad in draw_outlet(random.Random(seed), part).ads}

    learned = {text for trade in list(TRADES)[1::2] for text in TRADES[trade]}
    assert ads("held out").isdisjoint(ads("training")) and learned.isdisjoint(ads("all"))


def test_what_no_site_prints_stands_on_no_page_to_measure_on(articles):
    def lone_leads(outlet):
        """Leads of other articles that stand between two paragraphs without their titles."""
        pages = [compose(articles[k % 20], articles[20:], random.Random(k), "middle", outlet) for k in range(60)]
        leads = {article.lead for article in articles}
        return [
            line.text
            for page in pages
            for line, before, label in zip(split_lines(page.text)[1:], page.labels, page.labels[1:], strict=False)
            if (before, label) == ("body", "related-") and any(line.text.endswith(lead) for lead in leads)
        ]

    easy = draw_outlet(random.Random(1), "held out", hard=False)
    assert not lone_leads(easy) and lone_leads(replace(easy, lone_leads=1.0))
    assert easy.foreign_comments == easy.lone_leads == easy.news_as_adverts == easy.told_by_photos == 0


def test_pages_to_measure_on_bear_as_much_in_sentences_around_the_article_as_those_labelled_by_hand(articles, root):
    def in_sentences(pages):
        """Return how many whole sentences of other articles, and of the page's furniture, a page bears."""
        counts = {"related-": 0, "chrome-": 0}
        for page in pages:
            for line, label in zip(split_lines(page.text), page.labels, strict=True):
                if label in counts and len(line.text) >= 60 and line.text.endswith((".", "!", "?", "…")):
                    counts[label] += 1
        return np.array([counts["related-"], counts["chrome-"]]) / len(pages)

    by_hand = in_sentences(
        [
            page
            for name in ("1", "2", "3", "test")
            for page in read_labelled_pages(root / "corpus" / "gold" / f"layouts_{name}.jsonl")
        ]
    )
    measured, crowded = (
        in_sentences(compose_pages(articles, 300, 1, HELD_OUT_FAMILIES, "held out", hard=0.0, crowded=crowded))
        for crowded in (False, True)
    )
    assert (measured > 0.75 * by_hand).all() and (measured < 2 * by_hand).all()
    assert crowded[0] > 2 * measured[0]


def test_pages_labelled_by_hand_are_read_with_a_label_a_line(root, tmp_path):
    samples = root / "corpus" / "gold" / "samples.jsonl"
    pages = read_labelled_pages(samples)
    assert len(pages) == 39 and all(page.labels.count("title") == 1 and page.weight > 1 for page in pages)
    assert {"lead", "body", "caption-", "byline-", "related-", "chrome-"} <= {x for page in pages for x in page.labels}
    rows = samples.read_text(encoding="utf-8").splitlines()
    without_its_last_line = json.loads(rows[1])
    without_its_last_line["lines"].pop()
    unknown_kind = json.loads(rows[1])
    unknown_kind["lines"][2][2] = "weather"
    for damaged in (without_its_last_line, unknown_kind, {"id": "x", "text": "Một trang"}, ["Một trang"]):
        (tmp_path / "pages.jsonl").write_text("\n".join([rows[0], json.dumps(damaged)]), encoding="utf-8")
        with pytest.raises(ValueError, match=r"pages\.jsonl, line 2: not a page whose every line is labelled"):
            read_labelled_pages(tmp_path / "pages.jsonl")


class AllKept:
    """A labeller that takes every line for the article's but those that it is told."""

    def __init__(self, *foreign):
        self.foreign = foreign

    def label(self, lines):
        title, *rest = ("related-" if line.text in self.foreign else "body" for line in lines)
        return [title.replace("body", "title"), *rest], [1.0] * len(lines)


def test_the_facts_that_leak_from_composed_pages_are_counted():
    body = "Ngày 5/9/2020, 120 học sinh của Trường THPT Chu Văn An (Hà Nội) dự lễ khai giảng năm học mới."
    teaser = "Ngày 7/9/2021, 350 học sinh của Trường THPT Kim Liên nhận học bổng từ Hội Khuyến học Hà Nội."
    text = f"Lễ khai giảng giản dị ở một trường Hà Nội\n{body}\n{teaser}"
    page = LabelledPage(text, ("title", "body", "related-"))
    everything, filtered = read_pages(AllKept(), [page]), read_pages(AllKept(teaser), [page])
    leaked, rightful = leaked_facts(everything, [page])
    assert leaked >= 3 and rightful >= 3
    assert leaked_facts(filtered, [page]) == (0, rightful)
    assert line_scores(filtered, [page]) == (1.0, 1.0, 0.0)
    assert line_scores(everything, [page])[2] == 100.0


def test_a_lead_a_title_and_a_comment_are_known_by_their_words(articles):
    learned, unseen = articles[:-10], articles[-10:]
    words = Words(np.ones(BUCKETS, dtype=np.float32), sense_weights(learned))

    def sense(name, texts):
        return Rows(texts, words).senses[:, SENSES.index(name)].mean()

    bodies = [text for article in unseen for text in article.paragraphs]
    assert sense("lead", [article.lead for article in unseen]) > sense("lead", bodies)
    assert sense("title", [article.title for article in unseen]) > sense("title", [body[:60] for body in bodies])
    comments = [fill(text, random.Random(1)) for text in PAGE_COMMENTS]
    assert sense("comment", comments) > sense("comment", bodies) + 0.5


def test_a_body_of_one_line_is_cut_into_paragraphs_that_lose_nothing():
    body = " ".join(f"Câu thứ {k} kể chuyện lớp học ở bản xa." for k in range(40))
    parts = paragraphs_of(body, random.Random(1))
    assert len(parts) > 5 and " ".join(parts) == body


@pytest.mark.parametrize(
    "sentence",
    [
        "Chiều 5/9, UBND TP. HCM họp với PGS. TS. Lương Bá Thiệp về việc mở thêm trường.",
        "Em Q. H. N. cùng ông N. V. Tứ đến St. Petersburg dự kỳ thi.",
    ],
)
def test_no_sentence_ends_in_an_abbreviation(sentence):
    assert SENTENCE_BREAK.split(f"{sentence} Sau đó đoàn trở về.") == [sentence, "Sau đó đoàn trở về."]


@pytest.mark.parametrize(
    "authors",
    [
        "Quốc Tiệp (tổng hợp)",
        "TTXVN/Tin Tức",
        "Vũ Anh (Theo IRNA)",
        "Đồ hoạ: BBC.",
        "Tin và ảnh: Lò Seo Pao",
        "* Bài viết thể hiện quan điểm riêng của tác giả",
    ],
)
def test_a_raw_article_ends_before_its_authors_and_its_captions_stand_between_its_paragraphs(authors):
    prose = [f"Câu chuyện thứ {k} ở bản Pà Sin kể về cô giáo trẻ ngày ngày vượt suối đến lớp." * 2 for k in range(5)]
    caption = "Học sinh trường Pà Sin trong giờ ra chơi - Ảnh: SEO PAO"
    article = article_of(
        "Cô giáo vượt suối", "Lead.", "\n".join([*prose, caption, authors, "Dòng lạc lõng."]), random.Random(1)
    )
    assert sorted(article.paragraphs) == sorted([*prose, caption]) and article.paragraphs[-1] == prose[-1]
    pages = [compose(article, [article] * 12, random.Random(k)) for k in range(20)]
    labels = {
        label
        for page in pages
        for line, label in zip(split_lines(page.text), page.labels, strict=True)
        if line.text == caption and label != "related-"  # the article below is the same here
    }
    assert labels == {"caption"}


def test_what_an_article_says_twice_is_kept_once(articles):
    twice = replace(articles[0], paragraphs=(articles[0].paragraphs[0], *articles[0].paragraphs))
    for seed in range(40):
        page = compose(twice, articles[20:], random.Random(seed))
        kept = [
            line.text
            for line, label in zip(split_lines(page.text), page.labels, strict=True)
            if not label.endswith("-") and len(line.text) > 40
        ]
        assert len(kept) == len(set(kept))


@pytest.mark.parametrize(
    "furniture",
    ["Video: Lễ khai giảng ở Pà Sin", ">> Cô giáo vượt suối", "20 giờ 25 phút, ngày 5/9/2026"],
)
def test_links_and_stamps_of_a_raw_article_are_none_of_its_paragraphs(furniture):
    prose = [f"Câu chuyện thứ {k} ở bản Pà Sin kể về cô giáo trẻ ngày ngày vượt suối đến lớp." * 2 for k in range(5)]
    article = article_of("Cô giáo vượt suối", "Lead.", "\n".join([*prose[:2], furniture, *prose[2:]]), random.Random(1))
    assert article.paragraphs == tuple(prose)


def test_a_page_bears_what_shares_it_and_the_papers_address_once(articles):
    outlet = replace(draw_outlet(random.Random(1)), share=("Gửi cho bạn bè",), footers=("Bản đồ của trang",))
    texts = [compose(articles[0], articles[20:], random.Random(seed), "tail-bare", outlet).text for seed in range(10)]
    texts += [compose(articles[0], articles[20:], random.Random(seed), "tail", outlet).text for seed in range(60)]
    assert any("Bản đồ của trang" in text for text in texts) and any("Gửi cho bạn bè" in text for text in texts)
    assert all(text.count("Bản đồ của trang") <= 1 for text in texts)


def test_a_reader_does_not_comment_twice_in_the_same_words(articles):
    outlet = replace(draw_outlet(random.Random(1), hard=False), comments=("Thêm {n} lớp", "Bớt {n} lớp", "Giữ {n} lớp"))
    for seed in range(200):
        text = compose(articles[0], articles[20:], random.Random(seed), "tail", outlet).text
        assert all(len(re.findall(rf"{word} \d lớp", text)) <= 1 for word in ("Thêm", "Bớt", "Giữ"))


def test_names_are_mined_with_the_heads_before_them():
    lines = ["Hôm nay ông Lò Văn Sấu về huyện Pà Sin thăm thầy Lò Văn Sấu."] * 10
    names = mine_names(lines, minimum=5)
    assert names["Lò Văn Sấu"] == (20, 20, 0, 0) and names["Pà Sin"] == (10, 0, 10, 0)
    assert name_syllables(names)["Lò"] == (20, 0, 0)


def test_long_names_end_where_the_text_goes_on_freely():
    ends = ["tuyển sinh", "mở lớp", "khai giảng", "họp báo", "nhận bằng", "đón khách", "xây nhà", "trao quà"] * 4
    lines = [f"Sáng nay, Học viện Báo chí và Truyền hình {end} tại cơ sở mới." for end in ends]
    assert "Học viện Báo chí và Truyền hình" in mine_phrases(lines)["ORG"]


def test_weak_labels_leave_the_doubtful_out():
    school = "Học sinh và giáo viên nhà trường dự tuyển sinh, thí sinh làm bài thi tại trường THPT. " * 8
    market = "Giá vàng tăng mạnh khiến người mua xếp hàng trước cửa tiệm từ sáng sớm đến chiều muộn. " * 8
    assert weak_label("Tuyển sinh lớp 10", "Học sinh", school) is True
    assert weak_label("Giá vàng", "Thị trường", market) is False
    assert weak_label("Giá vàng", "Học sinh", market) is None
    assert weak_label("Ngắn", "", "Quá ngắn.") is None


@pytest.mark.slow
def test_every_model_is_rebuilt_by_one_command_and_the_same_twice(root, gold, articles, tmp_path, capsys):
    rows = [
        {"id": str(k), "title": a.title, "lead": a.lead, "body": "\n".join(a.paragraphs)}
        for k, a in enumerate(articles * 12)
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "news.parquet")
    few = gold[:16]  # half of the samples: everything is trained twice, and the confidence five times more
    lines = (json.dumps(article, ensure_ascii=False) for article in few)
    (tmp_path / "gold.jsonl").write_text("\n".join(lines), encoding="utf-8")
    arguments = ["train", "--gold", str(tmp_path / "gold.jsonl"), "--corpus", str(tmp_path / "news.parquet")]
    arguments += ["--held-out", str(root / "corpus" / "gold" / "samples.jsonl")]
    for folder in ("one", "two"):
        assert main([*arguments, "--pages", "60", "--encoder-steps", "30", "-o", str(tmp_path / folder)]) == 0
    files = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file())
    assert {"places.json", "lexicon.json.gz", "model.crfsuite", "model.npz", "config.cfg"} <= {f.name for f in files}
    for file in files:
        if file.suffix == ".npz":  # NumPy's archives carry the time of their making
            one, two = (np.load(tmp_path / folder / file) for folder in ("one", "two"))
            assert one.files == two.files and all(np.array_equal(one[name], two[name]) for name in one.files), file
        else:
            assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes(), file
    said = re.search(r"39 labelled by hand: F1 ([\d.]+) of dropped, ([\d.]+) of kept", capsys.readouterr().err)
    assert said and min(map(float, said.groups())) > 0.8, "they are read by a filter that did not learn from them"
    tagger = EntityTagger.from_folder(tmp_path / "one" / "vi_trichtin_news" / "trichtin_entities")
    right = sum((e["start"], e["end"], e["label"]) in set(tagger.find(g["text"])) for g in few for e in g["entities"])
    assert right > 0.8 * sum(len(g["entities"]) for g in few), "the tagger knows at least what it was trained on"


def test_gold_whose_texts_are_missing_is_wrong_usage(root, tmp_path, capsys):
    pq.write_table(pa.table({"id": ["x"], "title": ["a"], "lead": ["b"], "body": ["c"]}), tmp_path / "c.parquet")
    code = main(
        ["train", "--gold", str(root / "corpus" / "gold" / "baomoi.jsonl"), "--corpus", str(tmp_path / "c.parquet")]
    )
    assert code == 2 and "not in the corpus given" in capsys.readouterr().err
