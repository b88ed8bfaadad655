"""The nouns by which articles tell a step: "the signing of", "its ratification by", "the opening of its embassy".

They are patterns over masked letters (see `accords_data.suggest.mask`). A noun only names a step; whether it is
reported as done is for what stands around it to say (`accords_data.suggest.modality`).
"""

from accords_data.model.vocabularies import AgreementStep, RelationStep
from accords_data.suggest.mask import A, C
from accords_data.suggest.step_cues import PARLIAMENT

_OF = rf"(?= of (?:the )?{A}| by )"
_TIES = r" (?:of|in)(?: (?:the|full|formal|diplomatic|official|bilateral|normal|its|their))* (?:relations|ties)\b"
_EMBASSY = rf"(?: (?:its|an|a|the|their|new|first|full|{C}(?:['’]s)?))* embassy\b"
_ENVOY = rf"(?: (?:its|an|a|the|their|new|first|resident|permanent|non-resident|{C}(?:['’]s)?))* (?:ambassador|envoy)\b"

NOUN_CUES: tuple[tuple[AgreementStep | RelationStep, str], ...] = (
    (AgreementStep.SIGNED, rf"\b(?:[Ss]igning|[Ss]ignature|[Cc]onclusion){_OF}"),
    (AgreementStep.RATIFIED, rf"\b[Rr]atification{_OF}"),
    (AgreementStep.LEGISLATURE_APPROVED, rf"\b(?:[Aa]pproval|[Ee]ndorsement|[Aa]doption) of (?:the )?{A} by [^,;]{{0,20}}?{PARLIAMENT}"),
    (AgreementStep.ENTERED_INTO_FORCE, rf"\b(?:[Ee]ntry|[Ee]ntering|[Cc]oming) into (?:force|effect)(?= of (?:the )?{A})"),
    (AgreementStep.WITHDRAWN, rf"\b(?:[Ww]ithdrawal|[Ee]xit|[Dd]eparture) from (?=(?:the )?{A})"),
    (AgreementStep.SUSPENDED, rf"\b[Ss]uspension of (?:(?:its|their) (?:participation|membership) in )?(?=(?:the )?{A})"),
    (AgreementStep.TERMINATED, rf"\b[Tt]ermination of (?=(?:the )?{A})"),
    (RelationStep.RELATIONS_ESTABLISHED, rf"\b(?:[Ee]stablishment|[Oo]pening){_TIES}"),
    (RelationStep.RELATIONS_RESUMED, rf"\b(?:[Rr]esumption|[Rr]estoration|[Rr]e-?establishment|[Rr]enewal){_TIES}"),
    (RelationStep.NORMALISED, rf"\b[Nn]ormali[sz]ation{_TIES}"),
    (RelationStep.SUSPENDED, rf"\b(?:[Ss]uspension|[Ff]reezing){_TIES}"),
    (RelationStep.SEVERED, rf"\b(?:[Ss]evering|[Ss]everance|[Bb]reaking[ -]off|[Rr]upture|[Cc]utting){_TIES}"),
    (RelationStep.RECOGNITION, rf"\b[Rr]ecognition of (?=(?:the )?{C}(?!['’]| [a-z]+(?:ty|ity)\b))"),
    (RelationStep.EMBASSY_OPENED, rf"\b(?:[Oo]pening|[Ii]nauguration) of{_EMBASSY}"),
    (RelationStep.AMBASSADOR_APPOINTED, rf"\b[Aa]ppointment of{_ENVOY}"),
    (RelationStep.AMBASSADOR_RECALLED, rf"\b(?:[Rr]ecall|[Ww]ithdrawal) of{_ENVOY}"),
)  # fmt: skip
"""What a noun names, the narrower before the wider."""
