"""The choices of the command line are those of the models, and each option means one thing in every command."""

import json

import click
import pytest
from commands import accords as call
from commands import process

from accords_data.cli import accords, options
from accords_data.cli.options import OUTPUTS, SOURCE_KINDS
from accords_data.model.records import MODELS
from accords_data.model.vocabularies import SourceKind

COMMANDS = {name: accords.get_command(click.Context(accords), name) for name in accords.list_commands(None)}  # type: ignore[arg-type] # no context is looked at
ANSWERING = {
    "check": ("text", "json"),
    "cite": ("text", "json"),
    "conflicts": ("text", "json"),
    "convert": ("text", "json"),
    "coverage": ("text", "json"),
    "diff": ("text", "json", "markdown"),
    "recheck": ("text", "json"),
    "show": ("text", "json"),
    "status": ("text", "json"),
    "suggest": ("text", "json"),
    "validate": ("text", "json"),
    "verify": ("text", "json"),
}


def shown(name: str, option: str) -> click.Option | None:
    """Return the `option` of a command, unless help does not show it."""
    command = COMMANDS[name]
    assert command is not None
    found = [each for each in command.params if isinstance(each, click.Option) and option in each.opts]
    return next((each for each in found if not each.hidden), None)


def test_the_choices_of_the_command_line_are_those_of_the_models() -> None:
    assert options.KIND.choices == tuple(MODELS)


def test_the_commands_offer_every_kind_of_source() -> None:
    """They are written twice so that help is instant."""
    assert tuple(SourceKind) == SOURCE_KINDS


@pytest.mark.parametrize("name", COMMANDS)
def test_output_is_how_a_command_answers(name: str) -> None:
    option = shown(name, "--output")
    choices = None if option is None else tuple(option.type.choices)  # type: ignore[attr-defined]
    assert choices == ANSWERING.get(name)
    assert OUTPUTS == ANSWERING


@pytest.mark.parametrize("name", COMMANDS)
def test_format_is_a_file_format(name: str) -> None:
    assert (shown(name, "--format") is not None) == (name in {"convert", "export"})
    assert shown(name, "--report") is None


@pytest.mark.usefixtures("alone")
def test_what_output_was_called_still_works_with_a_note() -> None:
    new, old = call("status", "--output", "json"), call("status", "--format", "json")
    assert json.loads(new.stdout)
    assert (new.returncode, new.stdout, new.stderr) == (old.returncode, old.stdout, "")
    assert old.stderr == "--format is now --output here\n"


@pytest.mark.usefixtures("place")
def test_what_output_was_called_in_convert_still_works_with_a_note() -> None:
    done = call("convert", "nowhere.jsonl", "--kind", "meeting", "--out", "out", "--report", "json")
    assert json.loads(done.stdout)["problems"][0]["message"] == "no such file"
    assert (done.returncode, done.stderr) == (1, "--report is now --output here\n")


@pytest.mark.parametrize("option", ["--format", "--report"])
def test_help_does_not_show_what_output_was_called(option: str) -> None:
    name = "convert" if option == "--report" else "check"
    assert option not in process("accords", name, "--help").stdout
