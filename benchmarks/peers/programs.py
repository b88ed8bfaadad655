"""The programs that are measured: the export, and what a user would write instead."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Peer:
    """A program that is measured: one of `rivals/`, or the export itself."""

    title: str
    writes: str
    program: str = ""
    options: tuple[str, ...] = ()
    venv: str = ""

    @property
    def environment(self) -> str:
        """The name of its environment."""
        return self.venv or self.program


OURS = Peer(
    "`accords-export`",
    "21 tables with the place of each quote, 4 views of them, nested JSON; texts, schemas, metadata, hashes",
)
READ_ALONE = Peer("(reading and flattening alone, a part of all below)", "nothing", "seed_files", venv="plain_stack")
PEERS = (
    OURS,
    READ_ALONE,
    Peer("PyYAML with libyaml, jsonschema, cattrs, pandas", "21 tables, nested JSON", "plain_stack"),
    Peer("the same, with PyYAML's own parser", "21 tables, nested JSON", "plain_stack", ("--pure",)),
    Peer("Frictionless: validate, convert", "21 tables, flat JSON", "frictionless_rival"),
    Peer("LinkML: validate, convert", "5 tables with lists in cells, nested JSON", "linkml_rival"),
    Peer(
        "FollowTheMoney: validate, export",
        "a coarser model, in which no cell has a quote; JSON lines",
        "followthemoney_rival",
    ),
    Peer(
        "sqlite-utils: insert, export as Datasette does",
        "21 tables, flat JSON, a SQLite database",
        "sqlite_utils_rival",
    ),
)
