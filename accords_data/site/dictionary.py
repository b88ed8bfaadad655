"""The data dictionary: every table, column, value and rule, from the one description that all else follows from."""

from accords_data.model.fields import Field
from accords_data.model.tables import all_tables
from accords_data.model.vocabularies import Vocabulary
from accords_data.seeds.rules import RULES
from accords_data.site.templates import Press


def page(press: Press) -> tuple[str, bytes]:
    """Return the page with its address."""
    tables = all_tables()
    lists = {each.vocabulary for table in tables for each in table.columns if each.vocabulary is not None}
    return "dictionary.html", press.page(
        "dictionary.html",
        "dictionary.html",
        "Data dictionary",
        tables=[(table, [(column, _type(column)) for column in table.columns]) for table in tables],
        lists=[(each.__name__, _summary(each), list(each)) for each in sorted(lists, key=lambda each: each.__name__)],
        rules=[(name, explanation) for name, (_, explanation) in RULES.items()],
    )


def _type(column: Field) -> str:
    kind = "code" if column.vocabulary is not None else "EDTF date" if column.is_edtf else column.form
    return f"{kind} or empty" if column.nullable else kind


def _summary(vocabulary: type[Vocabulary]) -> str:
    return str(vocabulary.__doc__).strip()
