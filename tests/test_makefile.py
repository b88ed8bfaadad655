"""Each command that a page, a hook or a check calls is one that the Makefile has, and has words for."""

import re

import pytest
from conftest import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
HELP = dict(re.findall(r"^([a-z]+):.* ## (.+)$", MAKEFILE, re.MULTILINE))
CALLERS = ("CONTRIBUTING.md", "RELEASING.md", ".ci/run", ".pre-commit-config.yaml", ".github/workflows/ci.yml")
USUAL = ("test", "exhaustive", "interop", "browser", "lint", "minimum", "bench", "release", "help")


def _called(text: str) -> set[str]:
    """Return the targets that `text` calls: ``make`` at the start of a line, a span of code or a value."""
    calls = re.findall(r"(?:^|`|: |sudo )make((?: -s| [a-z]+)+)", text, re.MULTILINE)
    return {word for call in calls for word in call.split() if word != "-s"}


@pytest.mark.parametrize("caller", CALLERS)
def test_a_command_that_is_called_exists(caller: str) -> None:
    called = _called((ROOT / caller).read_text(encoding="utf-8"))
    assert called
    assert called <= HELP.keys()


def test_a_newcomer_finds_the_usual_commands() -> None:
    assert set(USUAL) <= HELP.keys()
    assert all(words[0].isupper() for words in HELP.values())


def test_the_checks_of_a_submission_run_all_commands_that_test() -> None:
    called = _called((ROOT / ".ci" / "run").read_text(encoding="utf-8"))
    # The README's second command is `test`; measuring and releasing are no checks.
    assert HELP.keys() - called == {"help", "test", "bench", "release"}
