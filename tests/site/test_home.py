"""The first page."""

import re
import subprocess
import sys
from pathlib import Path

from commands import run
from conftest import EXPORTS
from sites import pages, real, site

from accords_data.model import tables
from accords_data.site import home


def test_the_first_page_offers_each_table_in_three_formats_with_its_size_and_checksum() -> None:
    manifest = real().manifest
    page = pages()["index.html"]
    sums = [told["title"] for told in page.all("code") if "title" in told]
    offered = [told["href"] for told in page.all("a") if "download" in told]
    wanted = [
        manifest.file(path)
        for table in manifest.tables
        for path in (f"parquet/{table.name}.parquet", f"csv/{table.name}.csv", table.json_file)
    ]
    assert offered == [f"release/{entry.path}" for entry in wanted if entry is not None]
    assert sums == [f"SHA-256 {entry.sha256}" for entry in wanted if entry is not None]
    assert all(f"{entry.bytes:,} bytes" in page.text for entry in wanted if entry is not None)
    assert all(site()[f"release/{name}"] == content for name, content in real().content.files.items())
    assert len(offered) == 3 * len(tables.all_tables())


def test_a_snippet_runs_in_the_folder_of_the_site(tmp_path: Path) -> None:
    run("site", str(EXPORTS), "--out", str(tmp_path / "site"))
    for program in ("DuckDB", "pandas"):
        command = [sys.executable, "-c", home.SNIPPETS[program]]
        done = subprocess.run(command, cwd=tmp_path / "site", capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "2020-08-13" in done.stdout
    for code in home.SNIPPETS.values():
        (path,) = re.findall(r"release/[a-z/.]+", code)
        assert path in site()
