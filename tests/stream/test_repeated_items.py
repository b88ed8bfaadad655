"""Ids of items that stand twice in a line."""

import json

from streams import generate

from accords_data.stream import repeated_items
from accords_data.stream.judge import Judge
from accords_data.stream.lines import Block


def test_an_id_that_two_items_of_a_list_have_is_refused_in_the_lines_that_have_it() -> None:
    made = list(generate.meetings(50, 1, 0.0))
    for index in (7, 30):
        record = json.loads(made[index])
        record["participants"][1]["item"] = record["participants"][0]["item"]
        made[index] = json.dumps(record).encode() + b"\n"
    verdict = Judge("meeting", repeated_items.objections("meeting")).verdict(Block(b"".join(made), 0), 0)
    wanted = (("/participants", "2 items have the id 'first'", "give each an id of its own"),)
    assert [(reject.line, reject.findings) for reject in verdict.rejects] == [(7, wanted), (30, wanted)]
    assert len(verdict.numbers) == 48
