"""``README.md``: the card that Hugging Face reads, and the data dictionary for people."""

from collections.abc import Iterator, Sequence

from accords_data import about
from accords_data.model.attributes import EVIDENCE
from accords_data.model.fields import SCALARS, Field
from accords_data.model.records import MODELS, PLURALS
from accords_data.model.tables import Table, all_tables
from accords_data.model.vocabularies import Vocabulary
from accords_data.release.formats import PARQUET, Format
from accords_data.release.manifest import Manifest
from accords_data.release.metadata.distribution import tables_in, tables_of
from accords_data.seeds.rules import RULES


def describe(manifest: Manifest) -> str:
    """Return the card: YAML for machines, then the dictionary of every table, column and vocabulary."""
    parts = [
        *_front_matter(manifest),
        *_introduction(manifest),
        *_contents(manifest),
        *(line for table in tables_of(manifest) for line in _table(table, manifest)),
        *_vocabularies(manifest),
        *_rules(),
        *_joins(),
        *_checking(manifest),
    ]
    return "\n".join(parts) + "\n"


def _front_matter(manifest: Manifest) -> Iterator[str]:
    """Yield the YAML with a configuration for each table that has rows: `datasets` loads none without."""
    yield from ("---", f"pretty_name: {about.NAME}", "license: cc-by-4.0", "language:", f"  - {about.LANGUAGE}")
    rows = {entry.name: entry.rows for entry in manifest.tables}
    described = [(table, entry) for table, entry in tables_in(manifest, PARQUET) if rows[table.name]]
    if described:
        yield "configs:"
    for table, entry in described:
        yield f"  - config_name: {table.name}"
        yield "    data_files:"
        yield "      - split: train"
        yield f"        path: {entry.path}"
        if table.name == "agreements":
            yield "    default: true"
    yield from ("---", "")


def _introduction(manifest: Manifest) -> Iterator[str]:
    yield from (f"# {about.TITLE}", "", about.DESCRIPTION, "")
    if manifest.release_version == about.UNRELEASED:
        yield f"An export that is no release (version {about.UNRELEASED})."
        yield f"Its newest source is of {manifest.release_date}."
    else:
        yield f"Release {manifest.release_version} of {manifest.release_date}."
    if manifest.as_of is not None:
        yield f"Limited to what held on {manifest.as_of}."
    if manifest.known_by is not None:
        yield f"Limited to sources published by {manifest.known_by}."
    if manifest.source_kind is not None:
        yield f"Limited to sources of the kind `{manifest.source_kind}`."
    yield from (f"Licence: {about.LICENSE_NAME}, but not for stored documents and their quotes: see `LICENSE`.", "")


def _contents(manifest: Manifest) -> Iterator[str]:
    several = _several(manifest)
    yield from (
        "## Files",
        "",
        _folders(manifest.formats),
        "`sources/` holds the texts that cells rest on, `schemas/` the JSON Schemas. `manifest.json` lists",
        f"all files with their hashes, and for each table a content digest that is the same for its {several}.",
        "",
        "| table | rows | what it is |",
        "|---|---:|---|",
    )
    rows = {entry.name: entry.rows for entry in manifest.tables}
    for table in tables_of(manifest):
        yield f"| [{table.name}](#{table.name}) | {rows[table.name]} | {_cell(table.description)} |"
    yield from ("", "## Tables", "")
    yield "Null is null in Parquet and JSON, and an empty cell in CSV; no text is ever empty. Text is UTF-8."
    yield "Dates are EDTF texts (`2025-11-06`, `2025-11`, `2020-09-15/..`), each with its first and last possible day."
    yield "The examples of a table, read from top to bottom, are a row as it may stand there."
    yield ""


def _folders(formats: Sequence[Format]) -> str:
    flat = [f"`{each.name}/`" for each in formats if not each.nested]
    nested = [f"`{each.name}/`" for each in formats if each.nested]
    told = [
        *([f"{_listed(flat)} hold{'s' * (len(flat) == 1)} every table flat"] if flat else []),
        *(
            [f"{_listed(nested)} {'' if flat else 'holds '}the records with their evidence nested in them"]
            if nested
            else []
        ),
    ]
    return ", ".join(told) + "."


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def _several(manifest: Manifest) -> str:
    """Return how many formats there are, in words."""
    words = ("no", "one", "two", "three", "four", "five", "six")
    number = len(manifest.formats)
    return f"{words[number] if number < len(words) else number} format{'' if number == 1 else 's'}"


def _table(table: Table, manifest: Manifest) -> Iterator[str]:
    yield from (f"### {table.name}", "", table.description, "")
    yield f"Key: {', '.join(f'`{name}`' for name in table.key)}."
    for column, target in table.references:
        yield f"`{column}` is an `id` of `{target}`."
    yield from ("", "| column | type | null | meaning | example |", "|---|---|---|---|---|")
    for field in table.columns:
        cells = (f"`{field.name}`", _type(field), "yes" if field.nullable else "no", _meaning(field), _example(field))
        yield f"| {' | '.join(cells)} |"
    yield ""
    joined = [(column, target) for column, target in table.references if target != table.name]
    if joined and {target for _, target in joined} <= {entry.name for entry in manifest.tables}:
        yield from ("```sql", *_sql(table, joined), "```", "")


def _sql(table: Table, joined: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the query that joins `table` to every table that it refers to, for what its ids are called there."""
    aliases = [(f"{target[0]}{number}", column, target) for number, (column, target) in enumerate(joined)]
    called = [(alias, column, _called(target)) for alias, column, target in aliases]
    shown = [f"{alias}.{name} AS {column}_{name}" for alias, column, name in called]
    yield f"SELECT t.*, {', '.join(shown)}"
    yield f"FROM 'parquet/{table.name}.parquet' AS t"
    for alias, column, target in aliases:
        yield f"LEFT JOIN 'parquet/{target}.parquet' AS {alias} ON {alias}.id = t.{column}"
    yield f"ORDER BY {', '.join(f't.{name}' for name in table.key)}"


def _called(name: str) -> str:
    """Return the column that says what a row of the table `name` is called."""
    (table,) = (table for table in all_tables() if table.name == name)
    return next(column.name for column in table.columns if column.name in {"name", "title", "label"})


def _vocabularies(manifest: Manifest) -> Iterator[str]:
    yield from ("## Vocabularies", "")
    for vocabulary, users in _used(manifest).items():
        yield from (f"### {vocabulary.__name__}", "", f"{_summary(vocabulary)} Used by {', '.join(users)}.", "")
        yield from ("| value | meaning |", "|---|---|")
        yield from (f"| `{member}` | {_cell(member.meaning)} |" for member in vocabulary)
        yield ""


def _rules() -> Iterator[str]:
    yield from (
        "## Rules",
        "",
        f"The rules that resolve a cell from words of its evidence: `{EVIDENCE}.rule`.",
        "",
        "| rule | meaning |",
        "|---|---|",
        *(f"| `{name}` | {_cell(explanation)} |" for name, (_, explanation) in RULES.items()),
        "",
    )


def _used(manifest: Manifest) -> dict[type[Vocabulary], list[str]]:
    found: dict[type[Vocabulary], list[str]] = {}
    for table in tables_of(manifest):
        for column in table.columns:
            if column.vocabulary is not None:
                found.setdefault(column.vocabulary, []).append(f"`{table.name}.{column.name}`")
    return found


def _joins() -> Iterator[str]:
    yield from (
        "## A cell and the words it rests on",
        "",
        f"`{EVIDENCE}.field` is the address of a cell in its record; `record_kind` and `record` say which record",
        f"({', '.join(f'{kind}: `{PLURALS[kind]}`' for kind in MODELS)}).",
        "An address names the field, or the list, the item and its field. The `item` of a child table is that item. It",
        "never changes, wherever the item stands in its list; `position` is its place there, from 0. A text of a list",
        "goes by the text itself in small letters. `pointer` is the JSON Pointer to the same cell in `json/`.",
        "",
        "",
        "```sql",
        "SELECT p.meeting, p.country, e.grade, e.basis, e.words, coalesce(e.quote, e.summary, e.authority) AS text,",
        "  e.source",
        "FROM 'parquet/meeting_participants.parquet' AS p",
        f"JOIN 'parquet/{EVIDENCE}.parquet' AS e",
        "  ON e.record_kind = 'meeting' AND e.record = p.meeting",
        " AND e.field = '/participants/' || p.item || '/country'",
        "ORDER BY p.meeting, p.position",
        "```",
        "",
    )


def _checking(manifest: Manifest) -> Iterator[str]:
    several = _several(manifest)
    yield from (
        "## Check it",
        "",
        "`sha256sum --check SHA256SUMS` tells whether every file is whole. `accords verify DIR` checks more: that",
        f"nothing is missing or added, that the tables are valid and join, that the {several} agree, and that the",
        "words of the evidence stand in their texts.",
    )


def _type(column: Field) -> str:
    if column.is_edtf:
        return "string (EDTF)"
    logical = SCALARS[column.form].logical
    return (
        logical
        if column.vocabulary is None
        else f"[{column.vocabulary.__name__}](#{column.vocabulary.__name__.lower()})"
    )


def _meaning(column: Field) -> str:
    reason = {"id": "", "label": " (the curator's own words: no evidence)", "computed": " (computed)"}
    return _cell(column.description) + ("" if column.exempt is None else reason[column.exempt])


def _example(column: Field) -> str:
    text = str(column.example)
    shown = text if len(text) <= 64 else text[:12] + "…"  # noqa: PLR2004 - a hash in full
    return f"`{_cell(shown)}`"


def _cell(text: str) -> str:
    """Return `text` for a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("\n", " ")


def _summary(vocabulary: type[Vocabulary]) -> str:
    return str(vocabulary.__doc__).strip().splitlines()[0]
