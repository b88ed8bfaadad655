"""``CITATION.cff``: the Citation File Format 1.2.0, a YAML document whose scalars are written as JSON."""

import json

from accords_data import about
from accords_data.release.manifest import Manifest

_DAY_LENGTH = len("2026-12-01")


def describe(manifest: Manifest) -> str:
    """Return how to cite the release; its day of release stands there when it is known to the day."""
    released = manifest.release_version != about.UNRELEASED and len(manifest.release_date) == _DAY_LENGTH
    scalars = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as below.",
        "type": "dataset",
        "title": about.TITLE,
        "abstract": about.DESCRIPTION,
        "version": manifest.release_version,
        **({"date-released": manifest.release_date} if released else {}),
        "license": about.LICENSE_ID,
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in scalars.items()]
    lines += ["authors:", f"  - name: {json.dumps(about.CREATOR)}", "keywords:"]
    lines += [f"  - {json.dumps(word)}" for word in about.KEYWORDS]
    return "\n".join(lines) + "\n"
