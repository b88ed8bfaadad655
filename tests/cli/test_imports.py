"""What the commands import: nothing that they can do without."""

from pathlib import Path

import pytest
from commands import process

PASSAGE = ("2025-11-06-kazakhstan-to-join", "maintained diplomatic ties")


def loaded(program: str, *words: str) -> set[str]:
    """Return the modules that are there when `program` has ended well."""
    code = (
        f"import sys; sys.argv = {[program, *words]!r}; from accords_data import __main__ as programs\n"
        f"try: programs.{'export' if program == 'accords-export' else 'accords'}()\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print('loaded:', *sys.modules, file=sys.stderr)"
    )
    done = process("python", "-c", code)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("loaded:")[2].split())


@pytest.mark.parametrize(
    "words",
    [
        ("check",), ("show", "meeting", "2025-11-06-white-house"), ("status",), ("status", "--as-of", "2025-11-06"),
        ("cite", *PASSAGE), ("coverage",), ("conflicts",), ("fmt", "--check"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_command_that_reads_the_seeds_alone_never_imports_arrow(words: tuple[str, ...], real: Path) -> None:
    found = loaded("accords", *words)
    assert "accords_data.seeds" in found
    assert not {"pyarrow", "numpy", "pandas", "jsonschema", "duckdb"} & found
    assert real.is_dir()


@pytest.mark.parametrize(
    ("program", "words"),
    [("accords-export", ()), ("accords", ("verify", "exports")), ("accords", ("site", "exports", "--out", "site"))],
)
def test_a_command_that_uses_arrow_leaves_pandas_and_numpy_out(
    program: str, words: tuple[str, ...], real: Path
) -> None:
    loaded("accords-export")
    found = loaded(program, *words)
    assert "pyarrow" in found
    assert not {"pandas", "numpy", "jsonschema", "edtf"} & found
    assert real.is_dir()


def test_verify_imports_neither_seeds_nor_records_nor_what_it_can_do_without(real: Path) -> None:
    loaded("accords-export")
    found = loaded("accords", "verify")
    assert {"pyarrow.parquet", "jsonschema_rs", "accords_data.verify.documents"} <= found
    unwanted = {"pyarrow.compute", "cattrs", "jinja2", "accords_data.model.records", "accords_data.seeds.dataset"}
    assert not unwanted & found
    assert real.is_dir()


def test_an_export_leaves_out_the_module_that_wraps_every_function_of_arrow(real: Path) -> None:
    assert "pyarrow.compute" not in loaded("accords-export")
    assert real.is_dir()


def test_whoever_imports_the_library_has_pandas_beside_it() -> None:
    code = "import accords_data; print(accords_data.load('meetings').to_pandas().shape[0] > 10)"
    assert process("python", "-c", code).stdout == "True\n"
