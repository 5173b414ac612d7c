"""Inputs and outputs elsewhere than on the disk: S3 by fsspec, and the archives of web crawls."""

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import helpers

from trichtin.batch.run import Batch, run


@pytest.fixture(scope="module")
def bucket():
    """A local S3 server with one bucket; yields the environment that reaches it."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    known = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    before = {key: os.environ.get(key) for key in known}
    os.environ.update(known)
    boto3.client("s3").create_bucket(Bucket="press")
    yield
    for key, value in before.items():
        os.environ.pop(key) if value is None else os.environ.update({key: value})
    server.stop()


@pytest.mark.slow
def test_from_s3_to_s3_gives_what_the_disk_gives(bucket, tmp_path, samples):
    import fsspec
    import pyarrow.parquet as pq

    store = fsspec.filesystem("s3")
    source = helpers.pages(tmp_path / "pages.jsonl", samples, 1)
    store.put(str(source), "press/in/pages.jsonl")
    store.put(str(samples / "05-school-inspection.txt"), "press/in/05-school-inspection.txt")
    batch = {"inputs": ["s3://press/in"], "output": "s3://press/out", "shard": 4}
    counts = helpers.finish(helpers.start(**batch, workers=2))
    assert counts["articles"] == 14 and counts["failed"] == 0
    again = helpers.finish(helpers.start(**batch))
    assert again["unchanged"] == 14 and again.get("articles", 0) == 0
    run(Batch([str(source), str(samples / "05-school-inspection.txt")], str(tmp_path / "local")))
    local = helpers.tables(tmp_path / "local")
    for table in ("figures", "quotes", "entities_canonical"):
        remote = pq.read_table(f"press/out/{table}", filesystem=store).to_pylist()
        assert sorted(map(_known, remote)) == sorted(map(_known, local[table])), table


def _known(row):
    return str([value for key, value in sorted(row.items()) if key not in ("id", "cluster_id")])


@pytest.mark.slow
def test_a_second_run_on_a_set_in_s3_is_told_that_it_is_taken(bucket, tmp_path, samples):
    from trichtin.batch.folder import DatasetFolder, TakenError

    first = DatasetFolder("s3://press/taken")
    first.lock()
    with pytest.raises(TakenError, match="s3://press/taken: is taken by process"):
        DatasetFolder("s3://press/taken").lock()
    first.unlock()
    DatasetFolder("s3://press/taken").lock()


def test_a_bucket_that_does_not_exist_is_named(bucket, tmp_path, capsys):
    from trichtin.cli import main

    assert main(["extract", "s3://nobody/pages", "-o", str(tmp_path / "set")]) in (1, 2)
    told = capsys.readouterr().err + str(helpers.errors(tmp_path / "set"))
    assert "s3://nobody/pages" in told and "Traceback" not in told


def test_pages_of_a_web_archive_are_extracted_with_their_address(tmp_path, samples):
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    body = (samples / "05-school-inspection.txt").read_text()
    title, *rest = [line for line in body.splitlines() if line.strip()]
    html = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>" + "".join(
        f"<p>{line}</p>" for line in rest
    )
    with (tmp_path / "crawl.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for url, text, kind in (
            ("https://bao.example/bai-1", html + "</article></body></html>", "text/html"),
            ("https://bao.example/anh.png", "\x89PNG", "image/png"),
        ):
            headers = StatusAndHeaders("200 OK", [("Content-Type", f"{kind}; charset=utf-8")], protocol="HTTP/1.0")
            record = writer.create_warc_record(url, "response", io.BytesIO(text.encode()), http_headers=headers)
            writer.write_record(record)
    counts = run(Batch([str(tmp_path / "crawl.warc.gz")], str(tmp_path / "set")))
    assert counts["articles"] == 1 and counts["figures"] >= 1
    (article,) = helpers.tables(tmp_path / "set")["articles"]
    assert article["url"] == "https://bao.example/bai-1" and title in article["text"]


def test_a_broken_web_archive_is_named(tmp_path, samples):
    (tmp_path / "half.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\nnonsense")[:-9])
    (tmp_path / "empty.warc.gz").write_bytes(gzip.compress(b""))
    archives = [str(tmp_path / name) for name in ("half.warc.gz", "empty.warc.gz")]
    counts = run(Batch([*archives, str(samples / "05-school-inspection.txt")], str(tmp_path / "set")))
    assert counts["articles"] == 1 and counts["failed"] == 2
    half, empty = (error["message"] for error in helpers.errors(tmp_path / "set"))
    assert "half.warc.gz" in half and "ends too early" in half
    assert "empty.warc.gz" in empty and "holds no HTML page" in empty
