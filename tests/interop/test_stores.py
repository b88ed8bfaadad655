"""Streams in stores: two servers on this machine that speak the languages of s3 and of gs."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pyarrow.fs as pf
import pytest
from invented import meetings, tree
from streams import KILLED
from waiting import until

from accords_data.folder import SUMS

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
SERVERS = ROOT / ".store" / "bin"
"""Where `.ci/run` installs the servers: their dependencies are not ours."""
FIRST = ("convert", "--kind", "meeting", "--on-error", "reject")


def _free() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _s3(port: int) -> tuple[list[str], str, str]:
    server = [str(SERVERS / "moto_server"), "-H", "127.0.0.1", "-p", str(port)]
    return server, "s3://bucket", f"?endpoint_override=127.0.0.1:{port}&scheme=http&region=us-east-1"


# This server keeps of a longer file no more than a multiple of 256 KiB: the tests' files are shorter.
def _gs(port: int) -> tuple[list[str], str, str]:
    server = [str(SERVERS / "gcp-storage-emulator"), "start", "--host=127.0.0.1", f"--port={port}", "--in-memory"]
    return server, "gs://anonymous@bucket", f"?endpoint_override=127.0.0.1:{port}&scheme=http&retry_limit_seconds=5"


NOWHERE = "?endpoint_override=127.0.0.1:9&scheme=http&region=us-east-1"


class Store:
    """A store with one bucket."""

    def __init__(self, base: str, options: str) -> None:
        self.base, self.options = base, options
        self.system, _ = pf.FileSystem.from_uri(base + options)

    def uri(self, path: str) -> str:
        return f"{self.base}/{path}{self.options}"

    def put(self, path: str, content: bytes) -> None:
        with self.system.open_output_stream(f"bucket/{path}") as file:
            file.write(content)

    def tree(self, folder: str) -> dict[str, bytes]:
        return {name: self.system.open_input_file(f"bucket/{folder}/{name}").read() for name in self.names(folder)}

    def names(self, folder: str) -> list[str]:
        start = len(f"bucket/{folder}/")
        found = self.system.get_file_info(pf.FileSelector(f"bucket/{folder}", recursive=True, allow_not_found=True))
        return [each.path[start:] for each in found if each.is_file]


@pytest.fixture(params=[_s3, _gs], ids=["s3", "gs"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A new store, and a new working folder."""
    monkeypatch.chdir(tmp_path)
    for name, value in {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    port = _free()
    command, base, options = request.param(port)
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(lambda: _answers(port))
    if base.startswith("gs"):
        asked = urllib.request.Request(
            f"http://127.0.0.1:{port}/storage/v1/b?project=p",
            data=b'{"name": "bucket"}',
            headers={"Content-Type": "application/json"},
        )
        urllib.request.urlopen(asked).close()  # noqa: S310 - this machine
    else:
        pf.FileSystem.from_uri(f"{base}{options}&allow_bucket_creation=true")[0].create_dir("bucket")
    yield Store(base, options)
    server.kill()
    server.wait()


def _answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/").close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def run(*words: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([str(BIN / "accords"), *words], capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done


def test_from_store_to_store_is_what_it_is_on_this_machine(store: Store) -> None:
    made = meetings(600)
    Path("in").mkdir()
    for part in range(3):
        content = b"".join(made[part::3])
        Path(f"in/{part} of 3.jsonl").write_bytes(content)
        store.put(f"in/{part} of 3.jsonl", content)
    told = run(*FIRST, "in", "--out", "out", status=1).stdout
    assert (
        run(*FIRST, store.uri("in"), "--out", store.uri("out"), "--workers", "2", status=1).stdout.replace(
            store.uri("out"), "out"
        )
        == told
    )
    here = tree(Path("out"))
    assert len(here) > 20
    assert store.tree("out") == here
    assert store.tree(".out.converting") == {}
    assert "nothing changed" in run(*FIRST, store.uri("in"), "--out", store.uri("out"), "--resume", status=1).stdout
    run(*FIRST, store.uri("in/[01]*.jsonl"), "--out", store.uri("out"), status=1)
    run(*FIRST, "in/0 of 3.jsonl", "in/1 of 3.jsonl", "--out", "two", status=1)
    assert store.tree("out") == tree(Path("two"))


def test_references_and_sources_may_be_in_the_store(store: Store) -> None:
    for name in ("countries", "leaders", "meetings", "agreements", "sources"):
        store.put(f"release/parquet/{name}.parquet", (ROOT / f"exports/parquet/{name}.parquet").read_bytes())
    for path in (ROOT / "exports" / "sources").glob("*.txt"):
        store.put(f"release/sources/{path.name}", path.read_bytes())
    store.put("meetings.json", (ROOT / "exports/json/meetings.json").read_bytes())
    words = ("validate", store.uri("meetings.json"), "--kind", "meeting")
    known = ("--references", store.uri("release"), "--sources", store.uri("release/sources"))
    assert "0 rejected" in run(*words, *known).stdout
    told = run(*words, "--references", store.uri("none"), status=1).stderr
    assert "has no table" in told
    assert "endpoint_override" not in told


@pytest.mark.parametrize("store", [_gs], indirect=True)
def test_a_store_that_loses_bytes_is_told(store: Store) -> None:
    Path("a.jsonl").write_bytes(b"".join(meetings(600)))
    told = run(*FIRST, "a.jsonl", "--format", "jsonl", "--out", store.uri("out"), status=1).stderr
    assert "the store has 524288 bytes" in told
    assert store.tree("out") == {}


def test_what_is_wrong_with_a_place_is_told(store: Store) -> None:
    store.put("other/notes.txt", b"mine")
    store.put("a.jsonl", b"".join(meetings(5)))
    Path("b.jsonl").write_bytes(b"".join(meetings(5)))
    told = run(*FIRST, store.uri("none.jsonl"), "--out", "out", status=1).stderr
    assert "no such file" in told
    told = run(*FIRST, store.uri("a.jsonl"), "--out", store.uri("other"), status=1).stderr
    assert "not written by accords-data" in told
    for words in (("--out", "s3://bucket/a"), ("--out", "out", "--references", "s3://bucket/a")):
        told = run(*FIRST, "b.jsonl", *words[:-1], f"{words[-1]}{NOWHERE}", status=1).stderr
        assert "s3://bucket/a: cannot be " in told
        assert "Could not connect to server" in told
    told = run(*FIRST, "ftp://host/a.jsonl", "--out", "out", status=1).stderr
    assert "cannot be reached" in told
    told = run(*FIRST, "ftp://key:hidden@host/a.jsonl?token=hidden", "--out", "out", status=1).stderr
    assert "ftp://host/a.jsonl: cannot be reached" in told
    assert "hidden" not in told
    assert store.tree("other") == {"notes.txt": b"mine"}


def test_a_killed_conversion_leaves_no_dataset_and_goes_on_later(store: Store) -> None:
    made = meetings(2_400)
    for part in range(12):
        store.put(f"in/{part:02}.jsonl", b"".join(made[part::12]))
    words = [*FIRST, store.uri("in"), "--out", store.uri("out")]
    killed = subprocess.run([sys.executable, "-c", KILLED, *words], capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert store.tree("out") == {}
    told = json.loads(run(*words, "--resume", "--output", "json", status=1).stdout)
    assert told["parts_done_before"] == 3
    for path, content in store.tree("in").items():
        Path(path).write_bytes(content)
    run(*FIRST, "*.jsonl", "--out", "out", status=1)
    assert store.tree("out") == tree(Path("out"))


def test_a_manifest_is_the_last_that_is_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from accords_data.stream import staging
    from accords_data.stream.storage import Place

    there = Place.named(store.uri("stage"))
    target = Place.named(store.uri("out"))
    for path in ("a", SUMS, staging.MANIFEST):
        there.below(path).write(path.encode())
    target.below(staging.MANIFEST).write(b"former")
    target.below("former").write(b"former")
    copied: list[str] = []
    copy = Place.copy

    def copying(self: Place, to: Place) -> None:
        copied.append(to.label)
        if len(copied) == 3:
            raise OSError(os.strerror(5))
        copy(self, to)

    monkeypatch.setattr(Place, "copy", copying)
    with pytest.raises(OSError, match="error"):
        staging._copied(there, target, ["a", SUMS, staging.MANIFEST])  # noqa: SLF001 - what is to be broken off
    assert copied[-1] == staging.MANIFEST
    assert store.tree("out") == {"a": b"a", SUMS: SUMS.encode()}


def test_a_conversion_copies_its_manifest_last(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from accords_data.stream import executors, pipeline, staging
    from accords_data.stream.storage import Place
    from accords_data.stream.unit import Job

    Path("a.jsonl").write_bytes(b"".join(meetings(20)))
    copied: list[str] = []
    copy = Place.copy

    def watched(self: Place, to: Place) -> None:
        copied.append(to.label)
        copy(self, to)

    monkeypatch.setattr(Place, "copy", watched)
    found = pipeline.plan(["a.jsonl"], lambda _: None)
    limits = pipeline.Limits(reject=True)
    pipeline.convert(
        Job(kind="meeting", folder=None),
        found,
        store.uri("out"),
        engine=executors.here,
        limits=limits,
        on_read=lambda _: None,
        on_wait=lambda: None,
    )
    assert copied.index(staging.MANIFEST) == len(copied) - 1 > 5
