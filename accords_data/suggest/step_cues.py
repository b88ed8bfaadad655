"""The verbs by which articles tell a step of an agreement, and what verbs of steps have in common.

They are patterns over masked letters (see `accords_data.suggest.mask`). They are wider than the cue words of the
vocabulary: what only they find is proposed as inferred.
"""

from accords_data.model.vocabularies import AgreementStep, RelationStep
from accords_data.suggest.mask import ACTOR, A, D

ADVERB = r"(?: (?:also|formally|officially|then|jointly|finally|soon|in turn|both|now|first|fully|duly))*"
ON = rf"(?: (?:late |early )?(?:on |in )?{D})?"
"""A date that may stand in the midst."""
FUTURE = (
    r"(?:will|would|shall|is due to|are due to|due to|is to|are to|(?:is |are )?set to"
    r"|(?:is |are )?expected to|(?:is |are )?scheduled to|plans? to|planned to|poised to|going to"
    rf"|to be|will be){ADVERB}"
)
_WISH = (
    r"(?:wish(?:ed|es)?|want(?:s|ed)?|hop(?:es|ed)|intend(?:s|ed)?|interest(?:ed)?|aim(?:s|ed)?"
    r"|(?:is|are|was|were) ready|willing(?:ness)?|readiness|desire[ds]?|intentions?|eager(?:ness)?|keen"
    r"|consider(?:s|ing|ed)?|weighing|mulling|would like|seek(?:s|ing)?|looking|appl(?:y|ied)|application|asked"
    r"|plans?|prepared|inclined|ambition)"
)
_PARTY = r"(?:part(?:y|ies)|members?|signator(?:y|ies))"
# "Salim Qadri will join Dana Orr on Friday" joins no agreement.
_JOIN = (
    rf"(?:(?:join|joining)(?! (?:the |an? |his |her |their )?{ACTOR})|accede to|acceding to|accession to"
    r"|adhere to|adhering to|membership (?:of|in)|(?:be|become|becoming) part of"
    rf"|(?:be|become|becoming) (?:a |an )?(?:full )?{_PARTY}|become (?:the|its) \w+ {_PARTY}|enter"
    r"|sign up to|signing up to|sign on to)"
)
DECIDE = (
    r"(?:has |have |had )?(?:decided|agreed|resolved|chosen|chose|opted|committed|pledged)"
    rf"(?: in principle)?{ON} (?:to|on)"
)
PARLIAMENT = (
    r"(?i:parliament|National Assembly|legislature|Knesset|Senate|Congress|lawmakers|legislators"
    r"|House of Representatives|lower house|upper house|assembly|deputies|parliamentarians|MPs|senators"
    r"|chamber of deputies)"
)
CABINET = r"(?i:cabinet|government|council of ministers|ministers)"
_APPROVAL = (
    r"(?:approval|consent|blessing|assent|backing|support|green light|nod|go-ahead|endorsement|seal of approval|okay)"
)
_APPROVED = (
    r"(?:approved|endorsed|backed|passed|adopted|cleared|green-?li(?:t|ghted)|okayed|waved through"
    r"|rubber-stamped|signed off on|said yes to|threw (?:its|their) weight behind"
    rf"|voted(?: [0-9]+[-–][0-9]+| [0-9]+ to [0-9]+| unanimously| overwhelmingly)?{ON}"
    r" (?:for|through|in favou?r(?: of)?|to (?:approve|ratify|endorse|adopt|back|pass|accept))"
    rf"|g[ia]ven? (?:its|their|the)(?: \w+)? {_APPROVAL}|lent (?:its|their)(?: \w+)? {_APPROVAL})"
)
_AGREED_TO = r"(?:approved|endorsed|passed|adopted|backed|cleared|green-?li(?:t|ghted)|waved through)"
_WON = rf"(?:won|gained|received|secured|obtained|got) (?:the )?(?:\w+ )?{_APPROVAL} (?:of|from|in)"
FIRST = r"\bbecame the [^,;.]{0,45}? to "
_NAMES = r"(?:names?|signatures?|initials)"
_PART = r"(?:participation|membership|role|involvement)"
_BODY = r"(?:[^,;]|, [^,;]{0,30}, ){0,40}?"

AGREEMENT_CUES: tuple[tuple[AgreementStep, str], ...] = (
    (
        AgreementStep.RATIFIED,
        (
            r"\bratified\b"
            r"|deposited (?:its|their|the) instruments? of (?:ratification|accession)"
            r"|\b(?:completed|concluded|finished) (?:its |their |the )?ratification\b"
        ),
    ),
    (AgreementStep.LEGISLATURE_APPROVED, rf"{PARLIAMENT}{_BODY}\b{_APPROVED}(?=\W)"),
    (
        AgreementStep.LEGISLATURE_APPROVED,
        rf"\b(?:{_AGREED_TO} (?:\w+ )?by|{_WON}|cleared|passed) [^,;]{{0,30}}?{PARLIAMENT}",
    ),
    # "The prime ministers" are no cabinet.
    (AgreementStep.CABINET_APPROVED, rf"(?<!prime ){CABINET}\b[^,;]{{0,50}}?\b{_APPROVED}(?=\W)"),
    (AgreementStep.CABINET_APPROVED, rf"\b(?:{_AGREED_TO} by|{_WON}|cleared) [^,;]{{0,30}}?{CABINET}\b"),
    (
        AgreementStep.ENTERED_INTO_FORCE,
        (
            r"\b(?:(?:entered|came|went|come|gone) into (?:force|effect)|took effect|taken effect"
            r"|(?:has been |been )?in force since|has been in force|became (?:legally )?binding)\b"
        ),
    ),
    (
        AgreementStep.TEXT_FINALISED,
        (
            r"\b(?:(?:finali[sz]ed|completed|agreed|agreed on|settled|settled on)"
            r" (?:the|a|its) (?:final |full )?(?:text|wording)"
            r"|text (?:was|has been|had been) (?:finali[sz]ed|agreed|completed|settled)|finali[sz]ed|initialled"
            r"|(?:wrapped up|concluded|completed|finished) (?:the )?(?:negotiations|talks)"
            r" (?:on|over|about)(?= (?:the )?[^\w\s]))"
        ),
    ),
    (AgreementStep.INTENT_ANNOUNCED, rf"\b{_WISH}\b[^,;.]{{0,30}}?\b(?:{_JOIN}|sign|signing)\b"),
    (
        AgreementStep.INTENT_ANNOUNCED,
        (
            r"\b(?:want(?:s|ed)|wish(?:es|ed))"
            rf"(?: to be|(?: to see)? (?:{ACTOR}|(?:his|her|its|their) (?:country|nation|kingdom|republic)))"
            rf" (?:in|inside|part of) (?:the )?(?={A})"
        ),
    ),
    (
        AgreementStep.CEREMONY_PLANNED,
        (
            rf"\b{FUTURE} (?:be )?(?:sign|signed|ink|put (?:its|their|his|her) {_NAMES} to|put pen to paper)\b"
            r"|\b(?:signing )?ceremony (?:is|was|has been) (?:planned|scheduled|set)\b"
        ),
    ),
    (
        AgreementStep.ANNOUNCED,
        (
            rf"\b(?:{DECIDE}|decision to|decision on|(?:will|would|is to|are to|is set to)(?: be)?{ADVERB}) {_JOIN}\b"
            rf"|\bannounced{ON} (?:its |their )?(?:accession|entry|joining)\b"
            r"|\b(?:accession|entry|joining)\b[^,;.]{0,20}"
            r" (?:was|has been|had been) (?:formally |officially )?(?:announced|made public)\b"
        ),
    ),
    (AgreementStep.SIGNED, rf"{FIRST}(?:sign|join|ink)\b"),
    (
        AgreementStep.SIGNED,
        (
            # "signed off on" is an approval, and who "signed for his country" is told by the meeting.
            r"\b(?:signed|inked)\b(?! (?:off|in to)\b)(?! (?:for|on behalf of) (?:its|their|his|her))"
            rf"|\b(?:put|affixed|added|set|appended) (?:his|her|its|their) {_NAMES}(?: to)?\b"
            r"|\bput pen to(?: paper)?\b"
            rf"|\bconcluded\b(?= (?:the )?{A}| by )"
            rf"|(?<={A}, )concluded\b"
            rf"|\bproceeded{ON} to the sign(?:ature|ing)\b"
            r"|\b(?i:since|after|upon|by|on|having) sign(?:ing|ed)\b"
        ),
    ),
    (
        AgreementStep.SIGNED,
        (
            r"(?:\b(?:is|are|was|were|became|ha(?:s|ve|d) been|remains?),?|,)"
            r"(?: (?:also|a|an|the|both|all|one|of|already|first|second|third|original|founding|initial|early|itself))*"
            # "Oman, a signatory of the Abraham Accords since January 2021"; a non-signatory is none.
            rf" (?<!-)signator(?:y|ies)\b(?: too)?(?: (?:of|to)(?= (?:the )?{A})|(?=,|\.|;|$| since| in))"
        ),
    ),
    (
        AgreementStep.SUSPENDED,
        (
            rf"\b(?:suspended|froze|frozen|halted|paused) (?:its |their )?{_PART}\b"
            rf"|\bsuspended (?:the )?(?={A})"
            rf"|\bput (?:its |their )?{_PART}[^,;.]{{0,25}}? on (?:hold|ice)\b"
            rf"|\bput (?:the )?{A} on (?:hold|ice)\b"
        ),
    ),
    (
        AgreementStep.WITHDRAWN,
        (
            # "walked out of the talks" leaves no agreement: its title has to follow.
            rf"\b(?:withdrew|pulled out|withdrawn|walked away|walked out|backed out|exited)\b(?=[^,;]{{0,20}}{A})"
            rf"|\b(?:left|quit|renounced|repudiated) (?:the )?(?={A})"
        ),
    ),
    (
        AgreementStep.TERMINATED,
        rf"\b(?:terminated|annulled|cancelled|scrapped|tore up|ripped up)\b(?=[^,;]{{0,15}}{A})",
    ),
)
"""What a verb says happened to an agreement, the narrower before the wider."""

OTHER_PAPER = (
    r" (?:a|an|two|three|four|several|some|many|new|separate|no|its|their|his|her|the|this|that|these"
    r"|those|all|both)"
    r"(?! (?:[\w-]+ ){0,2}?"
    r"(?:accession|entry|membership|text|ratification|move|papers?|documents?|bill|law|motion)\b)"
    r" (?:[\w-]|[^\w\s]['’]s )"
)
"""What follows a verb that is said of something else than the paper that was spoken of last."""
OTHER_DEAL = (
    r" (?:a|an|two|three|four|several|some|many|new|separate|no|its|their|the)(?: [\w-]+){0,5}?"
    r" (?:deals?|contracts?|orders?|letters?|decrees?|leases?|memorand\w+|agreements?|treat(?:y|ies)|pacts?"
    r"|statements?|petitions?)\b"
    rf"(?!,? (?:called |known as |named |titled )?(?:the )?{A})"
)
"""What follows a verb that is said of a paper without a title, though one with a title is named after it."""
ACTS = {AgreementStep.ANNOUNCED, AgreementStep.INTENT_ANNOUNCED, RelationStep.EMBASSY_ANNOUNCED}
PROMISED = {
    AgreementStep.CEREMONY_PLANNED,
    AgreementStep.ANNOUNCED,
    AgreementStep.INTENT_ANNOUNCED,
    RelationStep.EMBASSY_ANNOUNCED,
    RelationStep.NORMALISATION_ANNOUNCED,
}
"""What a step says that is not done yet."""
