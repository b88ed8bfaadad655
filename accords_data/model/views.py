"""The tables that are computed from the agreements: the rows of each, and the rule by which they are found.

None of them is curated, and none has a column "member": each answers one question by one rule. The rule is the
docstring of the row's class, and goes into every release as the description of its table.
"""

import attrs

from accords_data.model import vocabularies as v
from accords_data.model.attributes import COMPUTED, doc
from accords_data.model.strings import Address, AgreementRef, CountryRef, EdtfDate, LeaderRef

_FIELD = "Address, in the agreement, of the event that the row rests on."


@attrs.frozen(kw_only=True)
class AgreementStatus:
    """Rule: the status of a country towards an agreement is the last step reported of it, until the next one begins.

    A step of all parties at once counts for each party. Steps without a date come first and have neither beginning nor
    end.
    """

    agreement: AgreementRef = attrs.field(metadata=doc("The agreement.", "abraham-accords", exempt=COMPUTED))
    country: CountryRef = attrs.field(metadata=doc("The country.", "KAZ", exempt=COMPUTED))
    position: int = attrs.field(
        metadata=doc("Order of the country's statuses in the agreement, from 0.", 0, exempt=COMPUTED)
    )
    status: v.AgreementStep = attrs.field(
        metadata=doc("The last step reported: the status until the next one.", "announced", exempt=COMPUTED)
    )
    valid_from: EdtfDate | None = attrs.field(
        metadata=doc("When it began, EDTF; null when the sources give no date.", "2025-11-06", exempt=COMPUTED)
    )
    valid_to: EdtfDate | None = attrs.field(
        metadata=doc("When the next one began, EDTF; null when none is reported.", "2025-12-12", exempt=COMPUTED)
    )
    field: Address = attrs.field(
        metadata=doc("Address of the event in its agreement.", "/events/kaz-announced-2025-11-06", exempt=COMPUTED)
    )


@attrs.frozen(kw_only=True)
class SignedDeclaration:
    """Rule: an agreement of kind political_declaration, and a party of it that a source reports to have signed it.

    Countries that signed as witnesses are not here. It says nothing of force, ratification or bilateral relations.
    """

    agreement: AgreementRef = attrs.field(
        metadata=doc("The declaration.", "abraham-accords-declaration", exempt=COMPUTED)
    )
    country: CountryRef = attrs.field(metadata=doc("The country that signed.", "BHR", exempt=COMPUTED))
    signatory: LeaderRef | None = attrs.field(
        metadata=doc("Who signed; null when no source names anyone.", "abdullatif-al-zayani", exempt=COMPUTED)
    )
    date: EdtfDate | None = attrs.field(metadata=doc("When, EDTF.", "2020-09-15", exempt=COMPUTED))
    field: Address = attrs.field(metadata=doc(_FIELD, "/events/kaz-announced-2025-11-06", exempt=COMPUTED))


@attrs.frozen(kw_only=True)
class BilateralInForce:
    """Rule: an agreement with exactly two parties that a source reports to have entered into force, and no end of it.

    A step suspended, withdrawn or terminated after that day, or without a day, takes it out. Relations without such an
    agreement, and declarations of which no entry into force is reported, are not here.
    """

    agreement: AgreementRef = attrs.field(
        metadata=doc("The agreement.", "israel-united-arab-emirates-treaty", exempt=COMPUTED)
    )
    country: CountryRef = attrs.field(metadata=doc("One party: the first by its code.", "ARE", exempt=COMPUTED))
    partner: CountryRef = attrs.field(metadata=doc("The other party.", "ISR", exempt=COMPUTED))
    date: EdtfDate | None = attrs.field(metadata=doc("Since when, EDTF.", "2020-09-15", exempt=COMPUTED))
    field: Address = attrs.field(metadata=doc(_FIELD, "/events/kaz-announced-2025-11-06", exempt=COMPUTED))


@attrs.frozen(kw_only=True)
class Announced:
    """Rule: the last step reported of a country towards an agreement is one before a signature.

    Those steps are intent_announced, announced, ceremony_planned and text_finalised. Statements, which nobody signs,
    stay here for good; a country that has signed is not here.
    """

    agreement: AgreementRef = attrs.field(metadata=doc("The agreement.", "abraham-accords", exempt=COMPUTED))
    country: CountryRef = attrs.field(metadata=doc("The country.", "KAZ", exempt=COMPUTED))
    status: v.AgreementStep = attrs.field(metadata=doc("The last step reported.", "announced", exempt=COMPUTED))
    date: EdtfDate | None = attrs.field(metadata=doc("Since when, EDTF.", "2025-11-06", exempt=COMPUTED))
    field: Address = attrs.field(metadata=doc(_FIELD, "/events/kaz-announced-2025-11-06", exempt=COMPUTED))


View = AgreementStatus | SignedDeclaration | BilateralInForce | Announced

VIEWS: dict[str, type[View]] = {
    "agreement_status": AgreementStatus,
    "announced": Announced,
    "bilateral_in_force": BilateralInForce,
    "signed_declaration": SignedDeclaration,
}
"""The tables that are computed from the agreements, each with the class of its rows; the docstring is its rule."""
