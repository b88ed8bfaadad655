"""The manifest of a release."""

import json

import samples

from accords_data.release import manifest
from accords_data.release.manifest import MANIFEST


def test_a_manifest_from_before_there_were_kinds_of_sources_is_one_of_all_kinds() -> None:
    told = json.loads(samples.alone_files()[MANIFEST])
    assert told.pop("source_kind", "absent") is None
    known = manifest.parse(json.dumps(told).encode())
    assert not isinstance(known, str)
    assert known.source_kind is None
