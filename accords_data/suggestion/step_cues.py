"""The words by which articles tell a step of an agreement, or of the relations of two countries.

They are patterns over masked letters (see `accords_data.suggestion.mask`). They are wider than the cue words of the
vocabulary: what only they find is proposed as inferred.
"""

import re

from accords_data.suggestion.mask import A, C, D
from accords_data.vocabulary import AgreementStep, RelationStep

_ADVERB = r"(?: (?:also|formally|officially|then|jointly|finally|soon|in turn|both|now|first))*"
_FUTURE = rf"(?:will|would|shall|is due to|are due to|due to|is to|are to|(?:is |are )?set to|(?:is |are )?expected to|(?:is |are )?scheduled to|plans? to|planned to|poised to|going to|to be|will be){_ADVERB}"
_WISH = (
    r"(?:wish(?:ed|es)?|want(?:s|ed)?|hop(?:es|ed)|intend(?:s|ed)?|interest(?:ed)?|aim(?:s|ed)?|(?:is|are|was|were) ready|willing(?:ness)?"
    r"|readiness|desire[ds]?|intentions?|eager|keen|consider(?:s|ing|ed)?|weighing|would like|seek(?:s|ing)?|looking|appl(?:y|ied)|asked|plans?|prepared)"
)
_JOIN = r"(?:join|joining|accede to|acceding to|become (?:a )?(?:full )?(?:party|member|signatory)|become (?:the|its) \w+ (?:party|member|signatory)|becoming (?:a )?(?:party|member|signatory)|enter|sign up to)"
DECIDE = rf"(?:has |have |had )?(?:decided|agreed|resolved|chosen|committed|pledged)(?: in principle)?(?: (?:on|in) {D}| {D})? (?:to|on)"
PARLIAMENT = r"(?i:parliament|National Assembly|legislature|Knesset|Senate|Congress|lawmakers|House of Representatives|lower house|upper house|assembly|deputies|parliamentarians)"
CABINET = r"(?i:cabinet|government|council of ministers)"
_FIRST = r"\bbecame the [^,;.]{0,45}? to "
_TIES = r"(?: (?:its|their|the|full|formal|diplomatic|official|bilateral|normal|broken|severed|frozen|all))* (?:relations|ties|links|them)\b"

AGREEMENT_CUES: tuple[tuple[AgreementStep, str], ...] = (
    (
        AgreementStep.LEGISLATURE_APPROVED,
        rf"{PARLIAMENT}[^,;]{{0,40}}?\b(?:approved|endorsed|backed|passed|voted for|voted to (?:approve|ratify)|g[ia]ven? its (?:approval|consent|blessing)|adopted)\b",
    ),
    (
        AgreementStep.LEGISLATURE_APPROVED,
        rf"(?:approved|endorsed|passed|adopted) by [^,;]{{0,30}}?{PARLIAMENT}",
    ),
    (
        AgreementStep.CABINET_APPROVED,
        rf"{CABINET}\b[^,;]{{0,50}}?\b(?:approved|endorsed|backed|cleared|g[ia]ven? its (?:approval|consent|blessing)|adopted)\b",
    ),
    (AgreementStep.CABINET_APPROVED, rf"(?:approved|endorsed|adopted) by [^,;]{{0,30}}?{CABINET}"),
    (AgreementStep.RATIFIED, r"\bratified\b|deposited (?:its|their) instruments? of ratification"),
    (
        AgreementStep.ENTERED_INTO_FORCE,
        r"\b(?:entered into force|came into force|took effect|has been in force|came into effect|went into effect|has been in force since|in force since)\b",
    ),
    (AgreementStep.TEXT_FINALISED, r"\b(?:finali[sz]ed the text|completed the text|agreed the text|agreed on the text|text (?:was|has been|had been) (?:finali[sz]ed|agreed|completed)|finali[sz]ed|initialled)\b"),
    (AgreementStep.INTENT_ANNOUNCED, rf"\b{_WISH}\b[^,;.]{{0,30}}?\b(?:{_JOIN}|sign|signing)\b"),
    (AgreementStep.CEREMONY_PLANNED, rf"\b{_FUTURE} (?:be )?(?:sign|signed|ink|put (?:its|their|his|her) (?:name|signature) to)\b|\b(?:signing )?ceremony (?:is|was|has been) (?:planned|scheduled|set)\b"),
    (AgreementStep.ANNOUNCED, rf"\b(?:{DECIDE}|decision to|decision on|(?:will|would|is to|are to|is set to){_ADVERB}) {_JOIN}\b|\bannounced (?:its |their )?(?:accession|entry|joining)\b"),
    (AgreementStep.SIGNED, rf"{_FIRST}sign\b"),
    (AgreementStep.SIGNED, r"\b(?:signed|inked|put (?:his|her|its|their) (?:name|signature)s? to)\b(?! (?:for|on behalf of) (?:its|their|his|her))"),
    (AgreementStep.SUSPENDED, rf"\b(?:suspended|froze) (?:its |their )?(?:participation|membership|role)\b|\bsuspended (?:the )?(?={A})"),
    (AgreementStep.WITHDRAWN, rf"\b(?:withdrew|pulled out|has withdrawn|walked away)\b(?=[^,;]{{0,20}}{A})|\b(?:left|quit) (?:the )?(?={A})"),
    (AgreementStep.TERMINATED, rf"\b(?:terminated|annulled|cancelled|scrapped)\b(?=[^,;]{{0,15}}{A})"),
)  # fmt: skip
"""What a verb says happened to an agreement, the narrower before the wider."""

RELATION_CUES: tuple[tuple[RelationStep, str], ...] = (
    (RelationStep.EMBASSY_ANNOUNCED, rf"\b(?:{_FUTURE}|{DECIDE}|plans to|pledged to|promised to|intends to|intention to|announced (?:plans to|that it (?:will|would))|vowed to){_ADVERB} (?:open|inaugurate|establish|set up|move|relocate)\b[^,;.]{{0,25}}\b(?:embassy|mission)\b|\bannounced (?:an embassy|the opening(?: of (?:its|an|the) embassy)?|plans for an embassy)|\bplans for an embassy\b"),
    (RelationStep.EMBASSY_ANNOUNCED, r"\bembassy\b[^;,.]{0,25}? (?:will|would|is to|is due to|is expected to|is set to)(?: be)? (?:open|opened|inaugurated)\b"),
    (RelationStep.EMBASSY_OPENED, r"\bembassy\b[^;,.]{0,40}? (?:was|has been|had been) (?:formally |officially )?(?:opened|inaugurated)\b|\bembassy\b[^;,.]{0,25}? opened(?= (?:on|in|its doors|last|yesterday))"),
    (RelationStep.EMBASSY_OPENED, rf"{_FIRST}(?:open|inaugurate) (?:an|its|a full) embassy\b"),
    (RelationStep.RECOGNITION, rf"{_FIRST}recogni[sz]e(?= (?:the )?{C})"),
    (RelationStep.NORMALISED, rf"{_FIRST}normali[sz]e{_TIES}"),
    (RelationStep.RELATIONS_ESTABLISHED, rf"{_FIRST}establish{_TIES}"),
    (RelationStep.EMBASSY_OPENED, r"\b(?:opened|inaugurated|moved|relocated)(?: (?:its|an|a|the|their|new|first|permanent|full|own|resident))* embass(?:y|ies)\b"),
    (RelationStep.LIAISON_OFFICE_OPENED, r"\b(?:opened|inaugurated|reopened)[^,;.]{0,25} liaison offices?\b"),
    (RelationStep.AMBASSADOR_APPOINTED, r"\b(?:appointed|named|nominated|accredited)\b[^,;.]{0,45}?\bambassador\b|\bambassador\b[^;.]{0,60}?\b(?:was|has been|had been) (?:appointed|named)\b"),
    (RelationStep.AMBASSADOR_RECALLED, r"\b(?:recalled|called back|called home|withdrew|pulled|summoned home|brought home)\b[^,;.]{0,15} (?:ambassador|envoy)\b|\b(?:called|ordered) (?:its|their) (?:ambassador|envoy)[^,;.]{0,20} (?:home|back)\b"),
    *(
        (step, rf"\b(?:relations|ties)\b[^;,.]{{0,50}}?\b(?:was|were|been) (?:formally |fully |officially )?{verb}\b")
        for step, verb in (
            (RelationStep.RELATIONS_ESTABLISHED, "established"),
            (RelationStep.RELATIONS_RESUMED, "(?:restored|resumed|renewed|re-?established)"),
            (RelationStep.SEVERED, "(?:severed|cut|broken off)"),
            (RelationStep.SUSPENDED, "(?:suspended|frozen)"),
            (RelationStep.NORMALISED, "normali[sz]ed"),
        )
    ),
    (RelationStep.NORMALISATION_ANNOUNCED, rf"\b(?:{DECIDE}|will|is to|are to)(?: fully)? (?:normali[sz]e|normali[sz]ation)\b"),
    (RelationStep.NORMALISED, rf"\bnormali[sz]ed{_TIES}"),
    (RelationStep.RELATIONS_RESUMED, rf"\b(?:resumed|restored|renewed|re-?established){_TIES}"),
    (RelationStep.RELATIONS_ESTABLISHED, rf"\b(?:established|forged|opened){_TIES}"),
    (RelationStep.RELATIONS_MAINTAINED, rf"\b(?:maintained|maintains|kept|kept up|has had|have had|has long had){_TIES}"),
    (RelationStep.SUSPENDED, rf"\b(?:suspended|froze){_TIES}"),
    (RelationStep.SEVERED, rf"\b(?:severed|cut|cut off|broke|broke off|ended){_TIES}"),
    (RelationStep.RECOGNITION, rf"\b(?:recogni[sz]ed|granted recognition to)\b(?! as)(?= (?:the )?{C}|[^,;]{{0,12}}{D}|,|\.| by|$)"),
)  # fmt: skip
"""What a verb says happened to the relations of two countries."""

DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no|denie[ds]|deny|denying|ruled out|rejected|refused|without|nor|neither|yet to|stopped short of|declined|dismiss\w+"
    r"|whether|if|unless|could|may|might|rumou?rs?|question|likely|possib\w+|false|should|urged|calls? on|pressed|asked|invited)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
SAID = re.compile(
    r"\b(?:said|told [^,;.]{0,25}|says|added|insisted|stated|declared|confirmed|noted)(?: late| early)?(?: on| in)? $"
)
SPEECH = re.compile(
    r"\b(?:said|says|told|announced|declared|confirmed|stated|added|wrote|voiced|insisted|made (?:it )?public|let it be known|expressed)\b"
)
UNTITLED = r" (?:a|an|two|three|four|several|some|many|new|separate|no|its|their) "
"""What follows a verb that is said of a paper without a title."""
ACTS = {AgreementStep.ANNOUNCED, AgreementStep.INTENT_ANNOUNCED, RelationStep.EMBASSY_ANNOUNCED}
SEATED = {RelationStep.EMBASSY_OPENED, RelationStep.EMBASSY_ANNOUNCED, RelationStep.LIAISON_OFFICE_OPENED}
"""What stands in a city of the other country."""
PREPOSED = re.compile(r"\b(?:to|with|from|by|between|in|for|at|into|against|over|near|including|after|of)(?: the)? $")
