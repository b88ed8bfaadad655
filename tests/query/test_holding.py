"""When the records and the items of their lists count: each list of each model says so, and is cut by it."""

import datetime as dt
from collections.abc import Iterator

import attrs
import pytest
import samples

from accords_data.model.attributes import Dating, During, Since, Steps, StepsOrReport, Timeless
from accords_data.model.fields import Field, fields_of
from accords_data.model.record_parts import Claim
from accords_data.model.records import MODELS, Agreement
from accords_data.model.vocabularies import AgreementKind
from accords_data.query import as_of
from accords_data.query.holding import Then


def lists_of(model: type) -> Iterator[tuple[type, Field]]:
    """Yield every list of `model` and of its parts, each with the class that has it."""
    for field in fields_of(model):
        if field.many:
            yield model, field
        if field.model is not None:
            yield from lists_of(field.model)


def undated(models: list[type]) -> list[str]:
    """Return each list that does not say when its items count, or says so by a field that is not there."""
    return sorted(
        {
            f"{model.__name__}.{field.name}"
            for each in models
            for model, field in lists_of(each)
            if not says_when(model, field, own=model is each)
        }
    )


def says_when(model: type, field: Field, *, own: bool) -> bool:
    dates = {each.name for each in fields_of(field.model) if each.is_edtf} if field.model is not None else set()
    match field.dated_by:
        case Timeless(reason):
            return bool(reason) and not dates
        case Since(date) | During(date):
            return own and date in dates
        case Steps(steps, of):
            found = {each.name: each for each in fields_of(model)}[steps]
            assert field.model is not None
            assert found.model is not None
            shared = all(of in {each.name for each in fields_of(one)} for one in (field.model, found.model))
            return own and isinstance(found.dated_by, Since) and shared and not dates
        case _:
            return False


def test_every_list_of_every_model_is_dated_or_declared_timeless() -> None:
    models: list[type] = list(MODELS.values())
    assert sum(1 for model in models for _ in lists_of(model)) > 20
    assert undated(models) == []


@pytest.mark.parametrize("wrong", [None, Timeless(""), Timeless("Nothing has a date."), Since("claim"), Since("held")])
def test_a_list_that_says_nothing_or_calls_a_date_timeless_or_names_no_date_is_found(wrong: Dating | None) -> None:
    claims = next(field for field in fields_of(Agreement) if field.name == "claims")
    assert says_when(Agreement, claims, own=True)
    assert not says_when(Agreement, attrs.evolve(claims, dated_by=wrong), own=True)


def test_a_dated_list_inside_an_item_of_a_list_is_found_because_no_cut_reaches_it() -> None:
    events = next(field for field in fields_of(Agreement) if field.name == "events")
    assert says_when(Agreement, events, own=True)
    assert not says_when(Agreement, events, own=False)


def test_every_record_kind_says_from_when_a_record_counts() -> None:
    assert MODELS
    for model in MODELS.values():
        fields = {field.name: field for field in fields_of(model)}
        match model.entity.dated_by:
            case Since(date) | During(date):
                assert fields[date].is_edtf
            case StepsOrReport(steps):
                assert isinstance(fields[steps].dated_by, Since)
            case Timeless(reason):
                assert reason
            case Steps():
                pytest.fail(f"{model.__name__}: only an item of a list concerns a step")


def test_a_list_of_a_record_that_does_not_say_when_its_items_count_is_refused_not_kept() -> None:
    @attrs.frozen(kw_only=True)
    class Silent(Agreement):
        claims: tuple[Claim, ...] = attrs.field(
            default=(), metadata=dict(attrs.fields(Agreement).claims.metadata) | {"dated_by": None}
        )

    then = Then(Silent(id="a", title="A", kind=AgreementKind.TREATY), {}, dt.date(2025, 1, 1))
    with pytest.raises(ValueError, match=r"Silent\.claims says in no `dated_by` when its items count"):
        then.gone("/claims/0", object())


def accords() -> Agreement:
    """Return the framework, of which there are claims of membership."""
    return next(each for each in samples.whole().agreements if each.id == "abraham-accords")


def published() -> dict[str, str]:
    """Return the day on which each source was published."""
    return {source.id: source.published for source in samples.whole().sources}


def claims_on(day: str) -> tuple[Claim, ...]:
    """Return the claims of membership that count on `day`."""
    ids = {kind: {each.id for each in group} for kind, group in samples.whole().records.items()}
    kept = as_of.record_as_of(accords(), day, published(), ids)
    assert isinstance(kept, Agreement)
    return kept.claims


def test_a_claim_without_a_date_counts_from_the_publication_of_its_first_source_on() -> None:
    assert {claim.date for claim in accords().claims} == {None}
    out = [
        min(published()[each.entry.source or ""] for each in accords().backing[f"/claims/{claim.item}/claim"])
        for claim in accords().claims
    ]
    assert len(set(out)) > 2
    for day in ("2025-11-05", "2025-11-06", "2025-11-07", "2026-01-27", "2026-01-28"):
        assert claims_on(day) == tuple(c for c, since in zip(accords().claims, out, strict=True) if since <= day)
    assert [len(claims_on(day)) for day in ("2025-11-05", "2025-11-06", "2026-01-27", "2026-01-28")] == [1, 13, 22, 23]


def test_a_claim_with_a_date_counts_from_that_date_on() -> None:
    dated = attrs.evolve(accords(), claims=tuple(attrs.evolve(each, date="2026-02") for each in accords().claims))
    # The cell has no evidence here, so what counts is not settled: the pure question is asked.
    for day, there in ((dt.date(2026, 2, 27), False), (dt.date(2026, 2, 28), True)):
        then = Then(dated, published(), day)
        assert [then.gone(f"/claims/{each.item}", each) for each in dated.claims] == [not there] * 23


def test_a_cut_of_everything_has_no_claim_of_a_later_publication() -> None:
    (cut,) = (each for each in as_of.as_of(samples.whole(), "2025-11-06").agreements if each.id == "abraham-accords")
    assert cut.claims == claims_on("2025-11-06")
