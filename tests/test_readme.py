"""What the README shows works, word for word."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from article import ID
from commands import BIN
from conftest import ALONE, ROOT

from accords_data.model import tables
from accords_data.seeds.rules import RULES

README = (ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(language: str, page: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)


def _sessions() -> list[tuple[str, str]]:
    """Return each command that a page shows with what it shows of the output."""
    pages = [README, *(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))]
    blocks = [block for page in pages for block in _blocks("console", page)]
    steps = [step for block in blocks for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(command, shown) for command, _, shown in (step.partition("\n") for step in steps)]


@pytest.mark.parametrize("code", _blocks("python"))
def test_a_python_snippet_runs_and_prints(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "KAZ" in done.stdout or "Kazakhstan" in done.stdout


def test_there_are_python_snippets() -> None:
    assert len(_blocks("python")) == 3


def _sentences(page: str) -> list[str]:
    """Return the sentences of the prose of `page`, each piece of inline code as one word."""
    prose = re.sub(r"^ *```.*?^ *```$", "\n", page, flags=re.DOTALL | re.MULTILINE)
    prose = re.sub(r"^\|.*$|^#+ .*$", "\n", prose, flags=re.MULTILINE)
    prose = re.sub(r"`[^`]+`", "code", prose)
    paragraphs = re.split(r"\n\s*\n|\n(?=(?:[-*]|[0-9]+\.) )", prose)
    joined = [" ".join(paragraph.split()).removeprefix("- ") for paragraph in paragraphs]
    return [sentence for paragraph in joined for sentence in re.split(r"(?<=[.!?])\W*\s", paragraph) if sentence]


def test_no_sentence_of_the_readme_has_more_than_25_words() -> None:
    sentences = _sentences(README)
    assert len(sentences) > 60
    assert [sentence for sentence in sentences if len(re.findall(r"[^\s]*\w[^\s]*", sentence)) > 25] == []


def test_the_options_of_the_readme_keep_zeros_and_the_code_of_namibia(tmp_path: Path) -> None:
    (options,) = re.findall(r'countries\.csv",\n(.*?)\n\)', README, re.DOTALL)
    place = tmp_path / "countries.csv"
    place.write_text('"iso_alpha2","iso_numeric"\n"NA","048"\n,\n', encoding="utf-8")
    read = pd.read_csv(place, **eval(f"dict({options})"))  # noqa: S307 - what the README shows, as it stands there
    assert read.to_dict("records")[0] == {"iso_alpha2": "NA", "iso_numeric": "048"}
    assert read.iloc[1].isna().all()
    assert duckdb.read_csv(str(place)).fetchall() == [("NA", "048"), (None, None)]


def test_the_r_snippet_reads_a_file_that_is_there() -> None:
    (code,) = _blocks("r")
    (path,) = re.findall(r'"(.*?)"', code)
    assert (ROOT / path).is_file()


def test_the_summary_is_what_the_export_says(real: Path) -> None:
    (told,) = _blocks("text")
    done = subprocess.run([Path(sys.executable).parent / "accords-export"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, told)
    assert real.is_dir()


@pytest.mark.parametrize(("command", "shown"), _sessions())
def test_a_session_is_shown_as_the_command_shows_it(command: str, shown: str) -> None:
    """Where ``...`` stands alone on a line, lines are left out; without it, the whole output is shown."""
    words = command.removeprefix(".venv/bin/").split()
    done = subprocess.run(
        [Path(sys.executable).parent / words[0], *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    if "...\n" not in shown:
        assert done.stdout == shown
    place = 0
    for part in shown.split("...\n"):
        place = done.stdout.find(part, place)
        assert place >= 0, part


def test_there_are_sessions_in_the_readme_and_in_the_pages() -> None:
    assert len(_sessions()) >= 12


def test_the_two_commands_are_single_lines_that_need_nothing_else() -> None:
    commands = [block.strip() for block in _blocks("sh")]
    assert len(commands) == 2
    for command in commands:
        assert "\n" not in command
        assert "sudo" not in command
        assert "export " not in command


def test_every_command_of_the_table_exists() -> None:
    named = re.findall(r"^\| `(accords[a-z-]*(?: [a-z]+)?)", README, re.MULTILINE)
    assert len(named) == 20
    for command in named:
        program, *rest = command.split()
        path = Path(sys.executable).parent / program
        assert subprocess.run([path, *rest, "--help"], env=os.environ, capture_output=True, check=False).returncode == 0


def test_the_yaml_snippet_stands_in_the_seeds() -> None:
    (snippet,) = re.findall(r"   ```yaml\n(.*?)   ```", README, re.DOTALL)
    lines = [line[3:] for line in snippet.splitlines()[1:]]
    record = (ROOT / "seeds" / "countries" / "KAZ.yaml").read_text(encoding="utf-8")
    for line in lines:
        assert line.split(": ", 1)[-1].strip('"') in record


def test_the_recipe_of_the_content_digest_gives_the_one_of_the_manifest() -> None:
    text = (ROOT / "docs" / "release.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    manifest = json.loads((ROOT / "exports" / "manifest.json").read_text(encoding="utf-8"))
    (told,) = [table["content_digest"] for table in manifest["tables"] if table["name"] == "meetings"]
    assert (done.returncode, done.stdout.strip()) == (0, told), done.stderr


def test_the_sql_of_the_data_dictionary_runs() -> None:
    text = (ROOT / "exports" / "README.md").read_text(encoding="utf-8")
    queries = re.findall(r"^```sql\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert len(queries) > 10
    filled = 0
    for query in queries:
        with duckdb.connect() as connection:
            rows = connection.execute(query.replace("'parquet/", f"'{ROOT}/exports/parquet/")).fetchall()
        filled += bool(rows)
    assert filled > 10


def test_the_sql_of_the_page_on_the_record_gives_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    queries = _blocks("sql", (ROOT / "docs" / "record.md").read_text(encoding="utf-8"))
    assert len(queries) == 4
    with duckdb.connect() as connection:
        assert all(connection.execute(query).fetchall() for query in queries)


def test_the_data_dictionary_explains_every_column_and_every_value() -> None:
    text = (ROOT / "exports" / "README.md").read_text(encoding="utf-8")
    checked = 0
    for table in tables.all_tables():
        (part,) = re.findall(rf"^### {table.name}\n(.*?)^##", text, re.DOTALL | re.MULTILINE)
        for column in table.columns:
            assert f"| `{column.name}` |" in part
            checked += 1
            for value in column.vocabulary or ():
                assert f"| `{value}` | {value.meaning} |" in text
    for rule, (_, explanation) in RULES.items():
        assert f"| `{rule}` | {explanation} |" in text
    assert checked > 100


def test_the_readme_leads_from_a_text_file_to_a_released_row_in_under_ten_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command runs as it is written, in an empty folder that holds nothing but the text."""
    (block,) = re.findall(
        r"^```bash\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    commands = [line for line in block.splitlines() if line and not line.startswith("#")]
    assert 5 < sum(1 + command.count(" && ") for command in commands) < 10
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{BIN}:/usr/bin:/bin")
    shutil.copy(ALONE / "sources" / f"{ID}.txt", "article.txt")
    for command in commands:
        done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stderr)
    import pyarrow.parquet as pq

    rows = pq.read_table("exports/parquet/announced.parquet").to_pylist()
    assert [(row["country"], row["date"]) for row in rows] == [("KAZ", "2025-11-06")]
    assert Path("coverage/index.html").is_file()
    assert list(Path("dist").glob("*.zip"))
