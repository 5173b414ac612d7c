"""A search database of the sample pages, with dates of publication and one hostile article among them."""

import json

import pytest

from trichtin.batch.run import Batch, run
from trichtin.search import build_index

HOSTILE = (
    '<script>window.hurt=1</script> "><img src=x onerror="window.hurt=2"> họp báo\n'
    "GD&TĐ - <style>body{display:none}</style> Ông Nguyễn <b onmouseover='window.hurt=3'>Văn</b> Hại, Hiệu trưởng Trường"
    " THPT {{ 7*7 }} {% raw %}, cho biết trường có 12 giáo viên.\n"
    "“</p><script>window.hurt=4</script> Chúng tôi thiếu 45 giáo viên</textarea>”, ông Hại nói."
    " Trang của trường ở javascript:window.hurt=5 và =cmd|' /C calc'!A0 đã hỏng."
)


@pytest.fixture(scope="session")
def facts_db(samples, tmp_path_factory):
    folder = tmp_path_factory.mktemp("serve")
    with (folder / "pages.jsonl").open("w", encoding="utf-8") as stream:
        for k, sample in enumerate(sorted(samples.glob("*.txt"))):
            row = {
                "id": sample.stem,
                "text": sample.read_text(encoding="utf-8"),
                "url": f"https://bao{k % 3}.example/{sample.stem}",
                "published": f"20{16 + k % 4}-{k % 12 + 1:02}-05",
            }
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        row = {"id": "<hostile>&\"'", "text": HOSTILE, "url": "javascript:window.hurt=6", "published": "2018-01-02"}
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    run(Batch([str(folder / "pages.jsonl")], str(folder / "set")))
    build_index(folder / "set", folder / "facts.db")
    return folder / "facts.db"
