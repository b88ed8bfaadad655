"""The order of the house: imports go one way, and what must not be in it is not."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "docs"))
import structure

WINGS = {
    "about": "", "problems": "", "paths": "", "disk": "", "folder": "", "own_process": "",
    "model": "edtf characters strings vocabularies attributes record_parts backing record_base sources records fields"
    " structuring defaults schemas views tables arrow flattening",
    "seeds": "yaml_events libyaml_reader yaml_reader schema_errors spans abbreviations sentences gazetteer"
    " late_patterns date_forms date_parts dates_in_text tenses relative_days name_words proper_names affirmation"
    " office_words passages rules basis evidence cross_checks files dataset",
    "query": "cut holding settling as_of status",
    "release": "digest formats manifest conversion_manifest metadata schema_files flat_tables build export signature"
    " pack",
    "verify": "folder_files archive verdict checksums rows validity comparison joins attestation documents verify"
    " schema_diff reading cell_evidence renames diff diff_text",
    "api": "",
    "curate": "canonical_extras canonical_lines canonical_form letters regions similarity source_record intake"
    " quotation conflicts record_templates coverage coverage_pages fingerprint page_text page_process saved_pages"
    " recheck taken_passage proof_count",
    "suggest": "mask meeting_cues modality people people_in_text spellings namesakes draft_record draft_files"
    " step_cues relation_cues noun_cues time_words relative_dates text_dates mentions clauses doubts meeting_parts"
    " verbs reported drafting noun_subjects participants subjects steps meetings entity_drafts step_drafts"
    " meeting_drafts drafts proposals",
    "stream": "columns compiler lines parser slow_path judge storage decompression inputs record_objects references"
    " duplicate_ids partitions unit executors staging pipeline",
    "site": "collection urls titles paging date_words evidence_view templates dictionary record_pages source_pages"
    " home network changes_page record_lists table_pages search_index status_page timeline build",
    "cli": "progress report verdict_lines curate_lines recheck_lines suggest_lines options exports records releases"
    " site streams sources recheck curate",
    "__main__": "",
}  # fmt: skip
"""What is at the top of the package, in the order of imports, and the modules of each wing in theirs."""
ORDER = tuple(WINGS)
PACKAGE = ROOT / "accords_data"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def _parts(path: Path) -> list[str]:
    """Return the wing that `path` is in, and the module or package of it, if any."""
    return [part.removesuffix(".py") for part in path.relative_to(PACKAGE).parts[:2] if part != "__init__.py"]


def _imported(path: Path) -> set[tuple[str, ...]]:
    """Return the wing, and the module where one is named, of everything that `path` imports of the package."""
    found: set[tuple[str, ...]] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "accords_data":
            named = str(node.module).split(".")[1:]
            found |= {tuple([*named, alias.name][:2]) for alias in node.names}
    return found


def _place(wing: str, module: str) -> int:
    """Return the place of `module` in the order of its `wing`; names of a wing itself come before all modules."""
    modules = WINGS[wing].split()
    return modules.index(module) if module in modules else -1


def test_the_order_names_every_module() -> None:
    assert sorted(ORDER) == sorted({_parts(path)[0] for path in MODULES})
    for wing, modules in WINGS.items():
        there = {_parts(path)[1] for path in MODULES if _parts(path)[0] == wing and len(_parts(path)) > 1}
        assert sorted(modules.split()) == sorted(there)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_stands_before_it(path: Path) -> None:
    wing, *module = _parts(path)
    for other, *rest in _imported(path):
        if other == wing and module and rest and module[0] != rest[0]:
            assert _place(wing, rest[0]) < _place(wing, module[0]), (other, rest)
        elif other != wing and other in ORDER:
            assert ORDER.index(other) < ORDER.index(wing), (other, rest)


def test_the_names_of_classes_are_unique_in_the_package() -> None:
    found = Counter(
        node.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert len(found) > 100
    assert [name for name, times in found.items() if times > 1] == []


def test_only_cli_knows_click() -> None:
    knowing = {_parts(path)[0] for path in MODULES if re.search(r"\bimport click\b", path.read_text(encoding="utf-8"))}
    assert knowing == {"cli"}


def test_no_module_reads_the_clock_or_the_environment() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in MODULES}
    # Whether click would answer otherwise is asked before click is there, and nothing of that gets into the data.
    entry = PACKAGE / "__main__.py"
    for asked in ("completing not in os.environ", '"COLUMNS" in os.environ'):
        assert texts[entry].count(asked) == 1
        texts[entry] = texts[entry].replace(asked, "")
    for path, text in texts.items():
        assert not re.search(r"\.now\(|\.today\(|time\.time|gethostname|os\.environ|getenv|import random", text), path


def test_the_order_is_the_one_that_the_documentation_gives() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    told = re.search(r"a test holds it:\n\n(.*?)\n\n", text, re.DOTALL)
    assert told is not None
    assert re.findall(r"`(\w+)`", told[1]) == list(ORDER[:-1])


def test_no_tracked_file_names_a_package_index_or_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    names = [ROOT / name for name in listed.stdout.split("\n") if name] or list(ROOT.glob("*.*"))
    assert names
    unwanted = re.compile("files\\.python" + "hosted|py" + "pi\\.org|/ro" + "ot/|/wo" + "rk/|--index" + "-url")
    for path in names:
        if path.is_file() and path.suffix != ".parquet":
            assert not unwanted.search(path.read_text(encoding="utf-8", errors="replace")), path


def test_constraints_are_plain_pins() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in lines)


def test_the_runtime_needs_no_numpy() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    told = re.search(r"^dependencies = \[(.*?)^\]", text, re.DOTALL | re.MULTILINE)
    assert told is not None
    assert "numpy" not in told[1]


def test_the_package_has_at_most_twenty_rooms_on_ten_floors_and_no_arrow_runs_up() -> None:
    found = structure.imports(structure.files(None))
    placed = structure.floors(found)
    assert 10 < len(found) <= 20
    assert set(placed) == set(found)
    assert max(placed.values()) <= 10


def test_a_circle_of_imports_is_counted_as_arrows_that_run_up() -> None:
    texts = {"a.py": "from accords_data import b", "b/c.py": "from accords_data.a import x", "d.py": ""}
    assert structure.floors(structure.imports(texts)) == {"d": 1}
    assert structure.row("now", texts) == "| now | 3 | 3 | 1 | 2 | 2 |"


TESTS = ROOT / "tests"
THEMES = {
    "seeds/test_mutations": "of no one module: every cell and every entry is changed, and the whole check must notice",
    "seeds/test_peers": "of a benchmark: what it compares with the export is the same work on the same record",
    "cli/test_imports": "of every command alike: what it can do without is not imported",
    "seeds/test_careful_reading": "of every rule alike: sentences, with what a careful reader takes from them",
    "seeds/test_real_mix": "of a benchmark, which others share: the seeds that it makes are in order",
    "cli/test_help": "of every command alike: help is there, at once, with an example",
    "model/test_entities": "of every command alike: a made-up record kind goes through them",
    "model/test_outlet": "of the site, the terminal, the tables and the coverage: they name the same outlet",
    "cli/test_status": "of a command that the module of records holds with others",
}
"""Files of tests that are named by a theme and not by a module, and why."""


def test_the_tests_have_the_folders_of_the_package_and_a_file_for_each_module() -> None:
    found = [path.relative_to(TESTS) for path in TESTS.rglob("test_*.py")]
    named = {path.parts[0] for path in found if len(path.parts) == 2}
    assert named - {"record", "interop", "browser"} <= set(ORDER)
    modules = {"/".join(_parts(path)) for path in MODULES}
    tested = {path.with_suffix("").as_posix() for path in found if path.parts[0] in ORDER}
    assert len(tested) > 50
    assert {name for name in tested if name.replace("/test_", "/") not in modules} == set(THEMES)


def test_no_file_of_tests_is_longer_than_400_lines() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in TESTS.rglob("*.py")}
    assert len(lengths) > 80
    assert {path.name: length for path, length in lengths.items() if length > 400} == {}


def test_the_table_of_the_architecture_page_is_that_of_the_script() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert f"{structure.HEAD}\n| `3eac30e` | 141 | 50 | 19 | 257 | 0 |\n" in page
    assert structure.row("now", structure.files(None)) in page
