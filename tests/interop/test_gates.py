"""Each standard's own checker accepts the release, and refuses it when a fault is planted."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import mlcroissant
import pytest
from conftest import EXPORTS, ROOT
from offline import BIN, OFFLINE, TABLES, edit, expected, plain, run
from sealing import sealed

pytestmark = pytest.mark.filterwarnings("ignore")
"""What other people's libraries warn of is their affair; what their checkers warn of is read from their reports."""
SHAPES = Path(__file__).parent / "shapes.ttl"


def change(path: Path, how: Any) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    how(document)
    path.write_text(json.dumps(document), encoding="utf-8")


def reseal(release: Path) -> None:
    """Put the hashes of a changed release right, so that only what its cells say is wrong."""
    files = {path.relative_to(release).as_posix(): path.read_bytes() for path in release.rglob("*") if path.is_file()}
    for path, content in sealed(files).items():
        (release / path).write_bytes(content)


# Frictionless


def frictionless(release: Path) -> subprocess.CompletedProcess[str]:
    return run("frictionless", "validate", "datapackage.json", "--json", cwd=release)


def test_frictionless_validates_every_table(release: Path) -> None:
    done = frictionless(release)
    assert done.returncode == 0, done.stdout
    told = json.loads(done.stdout)
    assert told["valid"]
    assert told["warnings"] == []
    assert sorted(task["name"] for task in told["tasks"]) == TABLES


@pytest.mark.parametrize(
    ("path", "old", "new", "error"),
    [
        ("csv/meetings.csv", "the White House", "the Black House", "hash-count"),
        ("csv/meetings.csv", '"leaders_meeting"', '"leaders_party"', "constraint-error"),
        ("csv/meetings.csv", ",2025-11-06,", ",2025-02-30,", "type-error"),
        ("csv/leaders.csv", '"donald-trump"', '"benjamin-netanyahu"', "primary-key"),
        ("csv/meeting_participants.csv", '"KAZ"', '"XYZ"', "foreign-key"),
    ],
)
def test_frictionless_refuses(path: str, old: str, new: str, error: str, release: Path) -> None:
    edit(release / path, old, new)
    if error != "hash-count":
        reseal(release)
    done = frictionless(release)
    assert done.returncode == 1
    assert error in done.stdout


# CSV on the Web


def test_csvwvalidate_validates_every_table_in_strict_mode(release: Path) -> None:
    done = run("csvwvalidate", "csv-metadata.json", cwd=release)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warn" not in (done.stdout + done.stderr).lower()
    described = json.loads((release / "csv-metadata.json").read_text(encoding="utf-8"))
    assert sorted(Path(table["url"]).stem for table in described["tables"]) == TABLES


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("csv/meetings.csv", '"leaders_meeting"', '"leaders_party"'),
        ("csv/meetings.csv", ",2025-11-06,", ",2025-02-30,"),
        ("csv/leaders.csv", '"donald-trump"', '"benjamin-netanyahu"'),
        ("csv/meeting_participants.csv", '"KAZ"', '"XYZ"'),
        ("csv/meeting_participants.csv", ",0,", ",first,"),
    ],
)
def test_csvwvalidate_refuses(path: str, old: str, new: str, release: Path) -> None:
    edit(release / path, old, new)
    done = run("csvwvalidate", "csv-metadata.json", cwd=release)
    assert (done.returncode, done.stdout) == (2, "FAIL\n")


# Croissant


def croissant(release: Path) -> tuple[int, str]:
    done = run("mlcroissant", "validate", "--jsonld", "croissant.json", cwd=release)
    return done.returncode, done.stdout + done.stderr


def loaded(release: Path, name: str) -> list[tuple[Any, ...]]:
    columns, _ = expected(name)
    dataset = mlcroissant.Dataset(str(release / "croissant.json"))
    return [tuple(plain(row[f"{name}/{column}"]) for column in columns) for row in dataset.records(name)]


def test_mlcroissant_validates_without_a_warning(release: Path) -> None:
    code, told = croissant(release)
    assert code == 0, told
    assert "warning" not in told.lower()
    assert "Done." in told


@pytest.mark.parametrize("name", TABLES)
def test_mlcroissant_loads_the_rows_of(name: str) -> None:
    assert loaded(EXPORTS, name) == expected(name)[1]


def test_mlcroissant_refuses_a_missing_licence(release: Path) -> None:
    change(release / "croissant.json", lambda document: document.pop("license"))
    code, told = croissant(release)
    assert code != 0 or "warning" in told.lower()


def test_mlcroissant_refuses_a_missing_date(release: Path) -> None:
    change(release / "croissant.json", lambda document: document.pop("datePublished"))
    code, told = croissant(release)
    assert code != 0 or "warning" in told.lower()


def test_mlcroissant_does_not_load_a_column_that_is_not_there(release: Path) -> None:
    edit(release / "croissant.json", '"column": "venue"', '"column": "avenue"')
    with pytest.raises(Exception, match=r"avenue|generation"):
        loaded(release, "meetings")


def test_mlcroissant_does_not_load_a_file_that_is_not_the_hashed_one(release: Path) -> None:
    shutil.copy(release / "parquet" / "leaders.parquet", release / "parquet" / "meetings.parquet")
    with pytest.raises(Exception, match=r"[Hh]ash|generation"):
        loaded(release, "meetings")


# DCAT and schema.org


def shacl(release: Path) -> tuple[int, str]:
    done = run("pyshacl", "-s", SHAPES, "-df", "json-ld", "dataset.jsonld", cwd=release)
    return done.returncode, done.stdout + done.stderr


def test_pyshacl_finds_the_catalogue_entry_conformant(release: Path) -> None:
    code, told = shacl(release)
    assert code == 0, told
    assert "Conforms: True" in told


def test_the_shapes_see_the_dataset_and_every_distribution() -> None:
    import rdflib

    graph = rdflib.Graph().parse(EXPORTS / "dataset.jsonld", format="json-ld")
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    assert len(list(graph.subjects(rdflib.RDF.type, dcat.Dataset))) == 1
    files = [path for name in ("csv", "json", "parquet") for path in (EXPORTS / name).iterdir()]
    assert len(list(graph.subjects(rdflib.RDF.type, dcat.Distribution))) == len(files) == 62


@pytest.mark.parametrize(
    "fault",
    [
        lambda document: document.pop("dct:publisher"),
        lambda document: document["dct:license"].pop("@type"),
        lambda document: [each["dcat:mediaType"].pop("@type") for each in document["dcat:distribution"]],
        lambda document: document["dcat:distribution"][0].pop("dcat:accessURL"),
        lambda document: document["dcat:distribution"][0]["spdx:checksum"]["spdx:checksumValue"].pop("@type"),
        lambda document: document["dcat:distribution"][3]["dcat:byteSize"].update({"@value": "-1"}),
    ],
)
def test_pyshacl_refuses(fault: Any, release: Path) -> None:
    change(release / "dataset.jsonld", fault)
    code, told = shacl(release)
    assert code != 0, told


# JSON Schema and CITATION.cff


def schemas(release: Path) -> list[Path]:
    return sorted((release / "schemas").rglob("*.schema.json"))


def test_every_published_schema_is_valid_by_its_metaschema(release: Path) -> None:
    found = schemas(release)
    assert len(found) == 48
    done = run("check-jsonschema", "--check-metaschema", *found, cwd=release)
    assert done.returncode == 0, done.stdout


def test_a_schema_with_a_type_that_does_not_exist_is_refused(release: Path) -> None:
    path = release / "schemas" / "v1" / "leader.schema.json"
    change(path, lambda schema: schema.update(type="record"))
    assert run("check-jsonschema", "--check-metaschema", path, cwd=release).returncode == 1


@pytest.mark.parametrize("name", ["agreements", "countries", "evidence", "leaders", "meetings", "sources"])
def test_check_jsonschema_accepts_the_data_and_refuses_a_fault(name: str, release: Path) -> None:
    schema, data = f"schemas/v1/{name}.schema.json", release / "json" / f"{name}.json"
    assert run("check-jsonschema", "--schemafile", schema, data, cwd=release).returncode == 0
    change(data, lambda rows: rows[0].update(extra=1))
    assert run("check-jsonschema", "--schemafile", schema, data, cwd=release).returncode == 1


@pytest.mark.parametrize("place", [EXPORTS, ROOT])
def test_the_citation_is_valid_and_one_without_authors_is_not(place: Path, tmp_path: Path) -> None:
    builtin = ("check-jsonschema", "--builtin-schema", "vendor.citation-file-format")
    assert run(*builtin, place / "CITATION.cff", cwd=tmp_path).returncode == 0
    text = (place / "CITATION.cff").read_text(encoding="utf-8").replace("authors:", "writers:")
    (tmp_path / "CITATION.cff").write_text(text, encoding="utf-8")
    assert run(*builtin, "CITATION.cff", cwd=tmp_path).returncode == 1


# Checksums and signatures


def test_sha256sum_finds_every_file_whole_and_a_changed_one_not(release: Path) -> None:
    done = run("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=release, LC_ALL="C")
    assert done.returncode == 0
    assert done.stdout.count(": OK") == len([path for path in release.rglob("*") if path.is_file()]) - 1
    edit(release / "README.md", "Abraham", "Ibrahim")
    done = run("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=release, LC_ALL="C")
    assert done.returncode == 1
    assert "README.md: FAILED" in done.stdout


@pytest.fixture(params=["minisign", "ssh"])
def keys(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Path, Path]:
    """A secret key, its public key, and the public key of somebody else."""
    for name in ("ours", "theirs"):
        if request.param == "minisign":
            command = ["minisign", "-G", "-W", "-f", "-p", f"{name}.pub", "-s", f"{name}.key"]
        else:
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", f"{name}.key"]
        assert run(*command, cwd=tmp_path).returncode == 0
    ends = "pub" if request.param == "minisign" else "key.pub"
    return tmp_path / "ours.key", tmp_path / f"ours.{ends}", tmp_path / f"theirs.{ends}"


def test_a_signed_release_verifies_with_its_key_alone(keys: tuple[Path, Path, Path], tmp_path: Path) -> None:
    secret, public, other = keys
    options = ("--version", "2026.12.0", "--seeds", ROOT / "seeds", "--out", "dist", "--key", secret)
    done = run("accords", "release", *options, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "dist").iterdir())) == 5
    for suffix in ("zip", "tar.gz"):
        archive = tmp_path / "dist" / f"accords-data-2026.12.0.{suffix}"
        done = run("accords", "verify", archive, "--key", public, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert f"signed with {public}" in done.stdout
        done = run("accords", "verify", archive, "--key", other, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (1, "")
        assert "do not trust the file" in done.stderr


def test_a_changed_archive_does_not_verify_with_the_key(keys: tuple[Path, Path, Path], tmp_path: Path) -> None:
    secret, public, _ = keys
    options = ("--version", "2026.12.0", "--seeds", ROOT / "seeds", "--out", "dist", "--key", secret, "--quiet")
    assert run("accords", "release", *options, cwd=tmp_path).returncode == 0
    archive = tmp_path / "dist" / "accords-data-2026.12.0.zip"
    archive.write_bytes(archive.read_bytes() + b"\n")
    done = run("accords", "verify", archive, "--key", public, cwd=tmp_path)
    assert done.returncode == 1
    assert "do not trust the file" in done.stderr
    for path in (tmp_path / "dist").glob("*.zip.*sig"):
        path.unlink()
    done = run("accords", "verify", archive, "--key", public, cwd=tmp_path)
    assert done.returncode == 1
    assert "signature not found (download it too, and put it beside the archive)" in done.stderr


def test_a_key_of_the_wrong_sort_is_refused(keys: tuple[Path, Path, Path], tmp_path: Path) -> None:
    secret, public, _ = keys
    done = run("accords", "verify", EXPORTS, "--key", public, cwd=tmp_path)
    assert done.returncode == 1
    assert "is not an archive; only archives are signed" in done.stderr
    if public.name.endswith(".key.pub"):
        done = run("accords", "verify", EXPORTS, "--key", secret, cwd=tmp_path)
        assert "is not a public key" in done.stderr


def test_a_key_with_a_password_asks_for_it_on_stderr_and_a_wrong_one_signs_nothing(tmp_path: Path) -> None:
    command = ["minisign", "-G", "-f", "-p", "a.pub", "-s", "a.key"]
    subprocess.run(command, cwd=tmp_path, input="secret\nsecret\n", capture_output=True, text=True, check=True)
    options = ("--version", "2026.12.0", "--seeds", str(ROOT / "seeds"), "--out", "dist", "--key", "a.key", "--quiet")
    command = [str(BIN / "accords"), "release", *options]
    done = subprocess.run(command, cwd=tmp_path, input="wrong\n", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Password:" in done.stderr
    assert "a.key: minisign could not sign" in done.stderr
    assert list((tmp_path / "dist").iterdir()) == []
    done = subprocess.run(command, cwd=tmp_path, input="secret\n", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    archive = tmp_path / "dist" / "accords-data-2026.12.0.tar.gz"
    assert run("accords", "verify", archive, "--key", tmp_path / "a.pub", cwd=tmp_path).returncode == 0


def test_a_program_that_is_missing_is_named(keys: tuple[Path, Path, Path], tmp_path: Path) -> None:
    secret, _, _ = keys
    options = ("--version", "2026.12.0", "--seeds", ROOT / "seeds", "--out", "dist", "--key", secret)
    done = run("accords", "release", *options, cwd=tmp_path, PATH="")
    assert done.returncode == 1
    assert "is not installed (install it, then try again)" in done.stderr


def test_everything_ran_without_a_network() -> None:
    assert OFFLINE["https_proxy"].endswith(":9")
