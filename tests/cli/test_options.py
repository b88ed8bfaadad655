"""The choices of the command line are those of the models."""

from accords_data.cli import options
from accords_data.cli.options import SOURCE_KINDS
from accords_data.model.records import MODELS
from accords_data.model.vocabularies import SourceKind


def test_the_choices_of_the_command_line_are_those_of_the_models() -> None:
    assert options.KIND.choices == tuple(MODELS)


def test_the_commands_offer_every_kind_of_source() -> None:
    """They are written twice so that help is instant."""
    assert tuple(SourceKind) == SOURCE_KINDS
