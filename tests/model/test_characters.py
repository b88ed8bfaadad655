"""A name holds nothing that nobody sees, whichever engine reads the pattern; what a script needs may stay."""

import re

import jsonschema_rs
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from commands import run
from conftest import apply_case

from accords_data.model.schemas import record_schema
from accords_data.model.strings import TEXT

REFUSED = {
    "Om\u200bar Faris": "U+200B at character 3",
    "\u202eOmar Faris": "U+202E at character 1",
    "Omar Faris\u202c": "U+202C at character 11",
    "Omar\u00a0Faris": "U+00A0 at character 5",
    "Omar\u2009Faris": "U+2009 at character 5",
    "Om\u00adar Faris": "U+00AD at character 3",
    "Om\u2060ar Faris": "U+2060 at character 3",
    "\ufeffOmar Faris": "U+FEFF at character 1",
    "Omar\uffff Faris": "U+FFFF at character 5",
    "Omar\u200e Faris": "U+200E at character 5",
    "Om\u200dar Faris": "U+200D at character 3",
    "Omar Faris\u200c": "U+200C at character 11",
    "Omar\ufe0f Faris": "U+FE0F at character 5",
    "Omar\u3164Faris": "U+3164 at character 5",
    "Omar\u2028Faris": "U+2028 at character 5",
    "Omar \U000e0041Faris": "U+E0041 at character 6",
    "Омар\u200b Фарис": "U+200B at character 5",
    "Қасым\u00ad-Жомарт": "U+00AD at character 6",
    "Мари\u200cя": "U+200C at character 5",
    "דנה\u200f לוי": "U+200F at character 4",
    "ד\u200dנה לוי": "U+200D at character 2",
    "عمر\u200f فارس": "U+200F at character 4",
    "عمر\u061c فارس": "U+061C at character 4",
    "田中\u200b太郎": "U+200B at character 3",
    "田中\u2800太郎": "U+2800 at character 3",
}
ACCEPTED = (
    "علی خامنه\u200cای", "क्\u200dषेत्र", "ශ්\u200dරී ලංකා", "田中\u3000太郎", "Қасым-Жомарт Тоқаев", "José García",
    "Jose\u0301",
    "דנה לוי", "צה״ל", "عُمَر فارس", "O’Brien", "ʻAbd al-ʿAzīz", "Nguyễn Phú Trọng", "A", "é",
    "Omar Faris Jr.", "U Thant (1)",
)  # fmt: skip


def refused(text: str) -> set[bool]:
    """Return what the engines say of `text`: Python's, Arrow's, and that of the JSON Schemas."""
    column = pa.array([text])
    known = jsonschema_rs.validator_for({"pattern": TEXT.pattern, "not": {"type": "string", "pattern": TEXT.forbidden}})
    return {
        not re.search(TEXT.pattern, text) or bool(re.search(TEXT.forbidden, text)),
        not pc.match_substring_regex(column, TEXT.pattern)[0].as_py()
        or pc.match_substring_regex(column, TEXT.forbidden)[0].as_py(),
        not known.is_valid(text),
    }


@pytest.mark.parametrize("name", [*REFUSED, "Omar Faris ", "O\u200b", " Omar", "=Omar"])
def test_a_name_with_what_nobody_sees_is_refused_by_every_engine(name: str) -> None:
    assert refused(name) == {True}


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_name_as_its_script_writes_it_is_accepted_by_every_engine(name: str) -> None:
    assert refused(name) == {False}


@pytest.mark.parametrize(("name", "told"), REFUSED.items(), ids=ascii)
def test_the_refusal_names_the_code_point_and_its_place(name: str, told: str, base: object) -> None:
    case = {"edit": {"meetings/castle-zenda.yaml": {"venue: Castle Zenda": f'venue: "{name}"'}}}
    apply_case(case, base)  # type: ignore[arg-type]
    said = run("check", status=1).stderr
    # What is no character is in no text at all: it is refused where the file is read.
    sort = (
        "no character, U+FFFF (remove it)"
        if "U+FFFF" in told
        else f"/venue: contains a character that nobody sees, {told}"
    )
    assert sort in said


def test_the_published_schemas_show_what_nobody_sees_as_escapes() -> None:
    from accords_data.model.characters import UNSEEN
    from accords_data.release.schema_files import schema_files

    texts = [content.decode() for content in schema_files().values()]
    assert not [text for text in texts if re.search(UNSEEN, text)]
    assert sum(r"\u200b" in text for text in texts) > 10
    assert TEXT.forbidden in record_schema("leader")["properties"]["name"]["not"]["pattern"]
