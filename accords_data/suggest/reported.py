"""Whether a text reports the step that a cue tells, or only speaks of it."""

from accords_data.suggest.modality import CONDITION, DENIED, HAD, NOTHING, OPENING, REAL, TOOK_PLACE, UNDONE, UNREAL
from accords_data.suggest.step_cues import PROMISED
from accords_data.suggest.verbs import Telling


def asserted(telling: Telling) -> bool:
    """Return whether the step is told as a fact; of what lies ahead, whether it is promised outright."""
    denied = DENIED.search(telling.before) or NOTHING.match(telling.after) or HAD.match(telling.before)
    # A cue may reach over the denial: "The Kazakh parliament has not approved".
    if denied is not None or "not" in telling.inside.split():
        return False
    if telling.noun:
        return _taken_as_done(telling)
    # What lies ahead counts where it is promised outright, not "once parliament approves".
    if telling.step in PROMISED:
        return CONDITION.search(telling.after) is None and OPENING.match(telling.clause.text) is None
    return UNDONE.search(telling.before) is None


def _taken_as_done(telling: Telling) -> bool:
    """Return whether a noun is told as done: by a word before it, by "took place", or by a day that is past."""
    before, after = telling.part()
    spoken_of = UNREAL.search(REAL.sub("", before)) or UNREAL.search(after)
    if spoken_of is not None:
        return False
    if REAL.search(telling.before) is not None or TOOK_PLACE.search(telling.after) is not None:
        return True
    moment = telling.moment()
    return moment is not None and telling.reading.moments[moment.span].date <= telling.reading.published
