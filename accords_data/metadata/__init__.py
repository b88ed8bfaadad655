"""The files that describe a release in the words of each standard: each a pure function of (manifest, models)."""

from accords_data.manifest import Manifest


def files(manifest: Manifest) -> dict[str, bytes]:
    """Return every describing file of the release with `manifest`, bytes by path.

    Args:
        manifest: What the release consists of, the describing files left out or not: they are not looked at.
    """
    return {}
