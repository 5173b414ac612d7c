"""The wheel, installed in a clean virtual environment with no checkout near, extracts just as well."""

import json
import subprocess
import sys
import venv

import pytest


@pytest.mark.slow
def test_an_installed_wheel_extracts_what_the_checkout_extracts(root, tmp_path, page, record):
    def pip(python, *arguments):
        command = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
        assert done.returncode == 0, done.stderr

    pip(sys.executable, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path / "dist"), str(root))
    (wheel,) = (tmp_path / "dist").glob("trichtin-*.whl")
    assert wheel.stat().st_size < 60 * 2**20
    venv.create(tmp_path / "venv", with_pip=True)
    python = str(tmp_path / "venv" / "bin" / "python")
    pip(python, "install", "-c", str(root / "constraints.txt"), str(wheel))
    done = subprocess.run(
        [str(tmp_path / "venv" / "bin" / "trichtin"), "extract", "-", "-o", "-"],
        input=page.encode(),
        capture_output=True,
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    for key in ("text", "blocks", "entities", "figures", "dates", "quotes", "people"):
        assert found[key] == record[key]
    load = "import spacy; print(spacy.load('vi_trichtin_news').meta['name'])"
    done = subprocess.run([python, "-c", load], capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout.strip() == "trichtin_news", done.stderr
