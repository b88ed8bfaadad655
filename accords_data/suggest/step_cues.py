"""The verbs by which articles tell a step of an agreement, or of the relations of two countries.

They are patterns over masked letters (see `accords_data.suggest.mask`). They are wider than the cue words of the
vocabulary: what only they find is proposed as inferred.
"""

from accords_data.model.vocabularies import AgreementStep, RelationStep
from accords_data.suggest.mask import ACTOR, A, C, D

_ADVERB = r"(?: (?:also|formally|officially|then|jointly|finally|soon|in turn|both|now|first|fully|duly))*"
ON = rf"(?: (?:late |early )?(?:on |in )?{D})?"
"""A date that may stand in the midst."""
_FUTURE = rf"(?:will|would|shall|is due to|are due to|due to|is to|are to|(?:is |are )?set to|(?:is |are )?expected to|(?:is |are )?scheduled to|plans? to|planned to|poised to|going to|to be|will be){_ADVERB}"
_WISH = (
    r"(?:wish(?:ed|es)?|want(?:s|ed)?|hop(?:es|ed)|intend(?:s|ed)?|interest(?:ed)?|aim(?:s|ed)?|(?:is|are|was|were) ready|willing(?:ness)?"
    r"|readiness|desire[ds]?|intentions?|eager(?:ness)?|keen|consider(?:s|ing|ed)?|weighing|mulling|would like|seek(?:s|ing)?|looking|appl(?:y|ied)|application|asked|plans?|prepared|inclined|ambition)"
)
_PARTY = r"(?:part(?:y|ies)|members?|signator(?:y|ies))"
_JOIN = rf"(?:(?:join|joining)(?! (?:the |an? |his |her |their )?{ACTOR})|accede to|acceding to|accession to|adhere to|adhering to|membership (?:of|in)|(?:be|become|becoming) part of|(?:be|become|becoming) (?:a |an )?(?:full )?{_PARTY}|become (?:the|its) \w+ {_PARTY}|enter|sign up to|signing up to|sign on to)"
DECIDE = rf"(?:has |have |had )?(?:decided|agreed|resolved|chosen|chose|opted|committed|pledged)(?: in principle)?{ON} (?:to|on)"
PARLIAMENT = r"(?i:parliament|National Assembly|legislature|Knesset|Senate|Congress|lawmakers|legislators|House of Representatives|lower house|upper house|assembly|deputies|parliamentarians|MPs|senators|chamber of deputies)"
CABINET = r"(?i:cabinet|government|council of ministers|ministers)"
_APPROVAL = (
    r"(?:approval|consent|blessing|assent|backing|support|green light|nod|go-ahead|endorsement|seal of approval|okay)"
)
_APPROVED = (
    r"(?:approved|endorsed|backed|passed|adopted|cleared|green-?li(?:t|ghted)|okayed|waved through|rubber-stamped|signed off on|said yes to|threw (?:its|their) weight behind"
    rf"|voted(?: [0-9]+[-–][0-9]+| [0-9]+ to [0-9]+| unanimously| overwhelmingly)?{ON} (?:for|through|in favou?r(?: of)?|to (?:approve|ratify|endorse|adopt|back|pass|accept))"
    rf"|g[ia]ven? (?:its|their|the)(?: \w+)? {_APPROVAL}|lent (?:its|their)(?: \w+)? {_APPROVAL})"
)
_AGREED_TO = r"(?:approved|endorsed|passed|adopted|backed|cleared|green-?li(?:t|ghted)|waved through)"
_WON = rf"(?:won|gained|received|secured|obtained|got) (?:the )?(?:\w+ )?{_APPROVAL} (?:of|from|in)"
_FIRST = r"\bbecame the [^,;.]{0,45}? to "
_NAMES = r"(?:names?|signatures?|initials)"
_PART = r"(?:participation|membership|role|involvement)"
_TIES = r"(?: (?:its|their|the|full|formal|diplomatic|official|bilateral|normal|broken|severed|frozen|all|mutual|once-broken|long-severed))* (?:relations|ties|links|them)\b"
_BODY = r"(?:[^,;]|, [^,;]{0,30}, ){0,40}?"

AGREEMENT_CUES: tuple[tuple[AgreementStep, str], ...] = (
    (AgreementStep.RATIFIED, r"\bratified\b|deposited (?:its|their|the) instruments? of (?:ratification|accession)|\b(?:completed|concluded|finished) (?:its |their |the )?ratification\b"),
    (AgreementStep.LEGISLATURE_APPROVED, rf"{PARLIAMENT}{_BODY}\b{_APPROVED}(?=\W)"),
    (AgreementStep.LEGISLATURE_APPROVED, rf"\b(?:{_AGREED_TO} (?:\w+ )?by|{_WON}|cleared|passed) [^,;]{{0,30}}?{PARLIAMENT}"),
    (AgreementStep.CABINET_APPROVED, rf"(?<!prime ){CABINET}\b[^,;]{{0,50}}?\b{_APPROVED}(?=\W)"),
    (AgreementStep.CABINET_APPROVED, rf"\b(?:{_AGREED_TO} by|{_WON}|cleared) [^,;]{{0,30}}?{CABINET}\b"),
    (AgreementStep.ENTERED_INTO_FORCE, r"\b(?:(?:entered|came|went|come|gone) into (?:force|effect)|took effect|taken effect|(?:has been |been )?in force since|has been in force|became (?:legally )?binding)\b"),
    (AgreementStep.TEXT_FINALISED, r"\b(?:(?:finali[sz]ed|completed|agreed|agreed on|settled|settled on) (?:the|a|its) (?:final |full )?(?:text|wording)|text (?:was|has been|had been) (?:finali[sz]ed|agreed|completed|settled)|finali[sz]ed|initialled|(?:wrapped up|concluded|completed|finished) (?:the )?(?:negotiations|talks) (?:on|over|about)(?= (?:the )?[^\w\s]))"),
    (AgreementStep.INTENT_ANNOUNCED, rf"\b{_WISH}\b[^,;.]{{0,30}}?\b(?:{_JOIN}|sign|signing)\b"),
    (AgreementStep.INTENT_ANNOUNCED, rf"\b(?:want(?:s|ed)|wish(?:es|ed))(?: to be|(?: to see)? (?:{ACTOR}|(?:his|her|its|their) (?:country|nation|kingdom|republic))) (?:in|inside|part of) (?:the )?(?={A})"),
    (AgreementStep.CEREMONY_PLANNED, rf"\b{_FUTURE} (?:be )?(?:sign|signed|ink|put (?:its|their|his|her) {_NAMES} to|put pen to paper)\b|\b(?:signing )?ceremony (?:is|was|has been) (?:planned|scheduled|set)\b"),
    (AgreementStep.ANNOUNCED, rf"\b(?:{DECIDE}|decision to|decision on|(?:will|would|is to|are to|is set to)(?: be)?{_ADVERB}) {_JOIN}\b|\bannounced{ON} (?:its |their )?(?:accession|entry|joining)\b|\b(?:accession|entry|joining)\b[^,;.]{{0,20}} (?:was|has been|had been) (?:formally |officially )?(?:announced|made public)\b"),
    (AgreementStep.SIGNED, rf"{_FIRST}(?:sign|join|ink)\b"),
    (AgreementStep.SIGNED, rf"\b(?:signed|inked)\b(?! (?:off|in to)\b)(?! (?:for|on behalf of) (?:its|their|his|her))|\b(?:put|affixed|added|set|appended) (?:his|her|its|their) {_NAMES}(?: to)?\b|\bput pen to(?: paper)?\b|\bconcluded\b(?= (?:the )?{A}| by )|(?<={A}, )concluded\b|\bproceeded{ON} to the sign(?:ature|ing)\b|\b(?i:since|after|upon|by|on|having) sign(?:ing|ed)\b"),
    (AgreementStep.SIGNED, rf"(?:\b(?:is|are|was|were|became|ha(?:s|ve|d) been|remains?),?|,)(?: (?:also|a|an|the|both|all|one|of|already|first|second|third|original|founding|initial|early|itself))* (?<!-)signator(?:y|ies)\b(?: too)?(?: (?:of|to)(?= (?:the )?{A})|(?=,|\.|;|$| since| in))"),
    (AgreementStep.SUSPENDED, rf"\b(?:suspended|froze|frozen|halted|paused) (?:its |their )?{_PART}\b|\bsuspended (?:the )?(?={A})|\bput (?:its |their )?{_PART}[^,;.]{{0,25}}? on (?:hold|ice)\b|\bput (?:the )?{A} on (?:hold|ice)\b"),
    (AgreementStep.WITHDRAWN, rf"\b(?:withdrew|pulled out|withdrawn|walked away|walked out|backed out|exited)\b(?=[^,;]{{0,20}}{A})|\b(?:left|quit|renounced|repudiated) (?:the )?(?={A})"),
    (AgreementStep.TERMINATED, rf"\b(?:terminated|annulled|cancelled|scrapped|tore up|ripped up)\b(?=[^,;]{{0,15}}{A})"),
)  # fmt: skip
"""What a verb says happened to an agreement, the narrower before the wider."""

_OWN = r"(?: (?:its|an|a|the|their|his|her|new|first|permanent|full|own|resident|long-promised|brand-new|full-fledged|fully-fledged))*"
_OPENED = r"(?:re-?opened|opened|inaugurated|dedicated|unveiled)"
_BE = r"(?:was|were|has been|had been|have been)(?: (?:formally|officially|solemnly|ceremonially|fully|finally))?"
STATE = r"(?:the )?(?:(?:[Ss]tate|[Rr]epublic|[Kk]ingdom|independence|statehood|sovereignty) of )?(?:the )?"
_WHOLE = rf"(?=[,.;:)]|$| (?:on|in|as|and|at|last|this|after|by|with|while|when|earlier|during|for|under|despite|but|since|{D})|{D})"
_ENVOY = r"(?:ambassadors?|envoys?)"
_HOME = r"(?:recalled|called home|called back|withdrawn|summoned home|brought home|ordered home|pulled out)"

RELATION_CUES: tuple[tuple[RelationStep, str], ...] = (
    (RelationStep.EMBASSY_ANNOUNCED, rf"\b(?:{_FUTURE}|{DECIDE}|plans to|pledged to|promised to|intends to|intention to|preparing to|announced (?:plans to|that it (?:will|would))|vowed to){_ADVERB} (?:re-?open|open|inaugurate|establish|set up|move|relocate)\b[^,;.]{{0,25}}\b(?:embassy|mission)\b|\bannounced{ON} (?:an embassy|the opening(?: of (?:its|an|the) embassy)?|plans for an embassy)|\b(?:announced|unveiled) plans{ON} (?:for|to open) an embassy|\bplans for an embassy\b"),
    (RelationStep.EMBASSY_ANNOUNCED, r"\b[Ee]mbassy\b[^;,.]{0,25}? (?:will|would|is to|is due to|is expected to|is set to)(?: be)? (?:open|opened|inaugurated)\b"),
    (RelationStep.EMBASSY_OPENED, rf"\b[Ee]mbassy\b[^;,.]{{0,40}}?(?:, [^;,.]{{1,40}},)? {_BE} {_OPENED}\b|\b[Ee]mbassy\b[^;,.]{{0,25}}? opened(?= (?:on|in|its doors|last|this|yesterday|today|{D}))"),
    (RelationStep.EMBASSY_OPENED, rf"{_FIRST}(?:open|inaugurate) (?:an|its|a full) embassy\b"),
    (RelationStep.RECOGNITION, rf"{_FIRST}recogni[sz]e(?= (?:the )?{C})"),
    (RelationStep.NORMALISED, rf"{_FIRST}normali[sz]e{_TIES}"),
    (RelationStep.RELATIONS_ESTABLISHED, rf"{_FIRST}establish{_TIES}"),
    (RelationStep.EMBASSY_OPENED, rf"\b(?:{_OPENED}|moved|relocated){_OWN} embass(?:y|ies)\b|\bcut the ribbon (?:on|at|of|for){_OWN} embassy\b|\braised (?:its|the) flag (?:over|at|above){_OWN} embassy\b"),
    (RelationStep.LIAISON_OFFICE_OPENED, rf"\b{_OPENED}[^,;.]{{0,25}} liaison offices?\b|\bliaison offices?\b[^;,.]{{0,40}}? {_BE} {_OPENED}\b|\bliaison offices?\b[^;,.]{{0,25}}? opened(?= (?:on|in|last|this|{D}))"),
    (RelationStep.AMBASSADOR_APPOINTED, rf"\b(?:appointed|named|nominated|accredited|designated)\b[^,;.]{{0,45}}?\bambassador\b|\b(?:sent|dispatched|posted) (?:its|their|an|a)(?: (?:first|new|resident|full|own))* ambassador\b|\bambassador\b[^;.]{{0,60}}?\b{_BE} (?:appointed|named)\b"),
    (RelationStep.AMBASSADOR_RECALLED, rf"\b(?:recalled|called back|called home|withdrew|pulled|summoned home|brought home|ordered home)\b[^,;.]{{0,15}} {_ENVOY}\b|\b(?:called|ordered|brought|summoned|pulled) (?:its|their|the) {_ENVOY}[^,;.]{{0,25}} (?:home|back|out)\b|\b(?:{_ENVOY}|predecessor|last one|previous one)\b[^;,.]{{0,40}}?(?:, [^;,.]{{1,40}},)? {_BE} {_HOME}\b"),
    *(
        (step, rf"\b(?:[Rr]elations|[Tt]ies)\b[^;,.]{{0,50}}?\b{_BE} {verb}(?=\W)")
        for step, verb in (
            (RelationStep.RELATIONS_ESTABLISHED, "(?:established|forged|set up|formali[sz]ed)"),
            (RelationStep.RELATIONS_RESUMED, "(?:restored|resumed|renewed|re-?established|reinstated)"),
            (RelationStep.SEVERED, "(?:severed|cut|broken off|cut off)"),
            (RelationStep.SUSPENDED, "(?:suspended|frozen)"),
            (RelationStep.NORMALISED, "normali[sz]ed"),
        )
    ),
    (RelationStep.NORMALISATION_ANNOUNCED, rf"\b(?:{DECIDE}|will|is to|are to)(?: fully| full)? (?:normali[sz]e|normali[sz]ation)\b|\bannounced{ON} (?:the |full |a deal to |an agreement to |that they (?:will|would) ){{1,2}}normali[sz](?:e|ation)\b"),
    (RelationStep.NORMALISED, rf"\bnormali[sz]ed{_TIES}"),
    (RelationStep.RELATIONS_RESUMED, rf"\b(?:resumed|restored|renewed|re-?established|mended|repaired|revived|reinstated){_TIES}"),
    (RelationStep.RELATIONS_ESTABLISHED, rf"\b(?:established|forged|opened|set up|entered into|formali[sz]ed|initiated|inaugurated){_TIES}"),
    (RelationStep.RELATIONS_MAINTAINED, rf"\b(?:maintained|maintains|(?<=[^\w\s] )maintain|continues? to maintain|have maintained|kept|kept up|has had|have had|has long had){_TIES}"),
    (RelationStep.SUSPENDED, rf"\b(?:suspended|froze|frozen){_TIES}"),
    (RelationStep.SEVERED, rf"\b(?:severed|cut|cut off|broke|broke off|broken|broken off|ended){_TIES}|\b(?:broke|broken)(?: off)?(?= with (?:the )?{C})"),
    (RelationStep.RECOGNITION, rf"\b(?:recogni[sz]ed|(?:granted|extended|accorded)(?: \w+)? recognition to)\b(?! as)(?= {STATE}{C}{_WHOLE}|[^,;]{{0,12}}{D}|,|\.| by|$)|\b(?:won|gained|received)(?: \w+)? recognition(?= from)"),
)  # fmt: skip
"""What a verb says happened to the relations of two countries."""

OTHER_PAPER = r" (?:a|an|two|three|four|several|some|many|new|separate|no|its|their|his|her|the|this|that|these|those|all|both)(?! (?:[\w-]+ ){0,2}?(?:accession|entry|membership|text|ratification|move|papers?|documents?|bill|law|motion)\b) (?:[\w-]|[^\w\s]['’]s )"
"""What follows a verb that is said of something else than the paper that was spoken of last."""
OTHER_DEAL = rf" (?:a|an|two|three|four|several|some|many|new|separate|no|its|their|the)(?: [\w-]+){{0,5}}? (?:deals?|contracts?|orders?|letters?|decrees?|leases?|memorand\w+|agreements?|treat(?:y|ies)|pacts?|statements?|petitions?)\b(?!,? (?:called |known as |named |titled )?(?:the )?{A})"
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
SEATED = {RelationStep.EMBASSY_OPENED, RelationStep.EMBASSY_ANNOUNCED, RelationStep.LIAISON_OFFICE_OPENED}
"""What stands in a city of the other country."""
