"""An editor helps with a seed file: a real language server completes its fields and marks its mistakes."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
SERVER = ROOT / ".editor" / "node_modules" / ".bin" / "yaml-language-server"
INSTALL = "npm install --no-save --prefix .editor yaml-language-server@2.0.0"


class Editor:
    """A client of the language server, as an editor is one: it speaks the Language Server Protocol over pipes."""

    def __init__(self, folder: Path) -> None:
        assert SERVER.exists(), f"no language server; install it with: {INSTALL}"
        self.server = subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.told: list[dict[str, Any]] = []
        self.number = 0
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.tell("initialized", {})

    def tell(self, method: str, params: object, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params} | ({} if number is None else {"id": number})
        self.send(message)

    def send(self, message: object) -> None:
        content = json.dumps(message).encode()
        assert self.server.stdin is not None
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.server.stdin.flush()

    def ask(self, method: str, params: object) -> Any:
        self.number += 1
        self.tell(method, params, self.number)
        return next(message["result"] for message in self.messages() if message.get("id") == self.number)

    def messages(self) -> Iterator[dict[str, Any]]:
        """Yield what the server says, answering its own questions with nothing."""
        assert self.server.stdout is not None
        while True:
            length = 0
            while (line := self.server.stdout.readline().strip()) != b"":
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            message = json.loads(self.server.stdout.read(length))
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items", [])
                self.send({"jsonrpc": "2.0", "id": message["id"], "result": [None for _ in items]})
            else:
                yield message

    def open(self, path: Path) -> list[dict[str, Any]]:
        """Open a file and return what the server marks in it."""
        text = path.read_text(encoding="utf-8")
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        for message in self.messages():
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == path.as_uri():
                return list(message["params"]["diagnostics"])
        raise AssertionError

    def completions(self, path: Path, line: int, column: int) -> list[str]:
        place = {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}
        return [item["label"] for item in self.ask("textDocument/completion", place)["items"]]

    def close(self) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.server.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The seeds beside the schemas, as in a checkout."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    return tmp_path


@pytest.fixture
def editor(folder: Path) -> Iterator[Editor]:
    client = Editor(folder)
    yield client
    client.close()


def test_a_record_of_the_seeds_has_no_mark(editor: Editor, folder: Path) -> None:
    for name in (
        "countries/KAZ",
        "leaders/donald-trump",
        "agreements/abraham-accords",
        "meetings/2020-09-15-south-lawn",
    ):
        assert editor.open(folder / "seeds" / f"{name}.yaml") == [], name


def test_a_value_that_is_not_listed_is_marked_where_it_stands(editor: Editor, folder: Path) -> None:
    path = folder / "seeds" / "meetings" / "2025-11-06-white-house.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("kind: leaders_meeting") == 1
    path.write_text(text.replace("kind: leaders_meeting", "kind: dinner"), encoding="utf-8")
    (mark,) = editor.open(path)
    assert "Value is not accepted" in mark["message"]
    assert mark["range"]["start"]["line"] == text[: text.index("kind: leaders_meeting")].count("\n")


def test_a_field_that_there_is_not_is_marked(editor: Editor, folder: Path) -> None:
    path = folder / "seeds" / "leaders" / "donald-trump.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "party: unknown\n", encoding="utf-8")
    (mark,) = editor.open(path)
    assert "Property party is not allowed" in mark["message"]


def test_the_fields_and_the_values_of_a_list_are_offered(editor: Editor, folder: Path) -> None:
    path = folder / "seeds" / "meetings" / "new-one.yaml"
    path.write_text(
        "# yaml-language-server: $schema=../../schemas/v1/meeting.schema.json\nid: new-one\nkind: \n\n",
        encoding="utf-8",
    )
    editor.open(path)
    values = editor.completions(path, 2, len("kind: "))
    assert {"summit", "call", "bilateral"} <= set(values)
    fields = editor.completions(path, 3, 0)
    assert {"venue", "participants", "evidence"} <= set(fields)
