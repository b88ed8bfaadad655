"""The verbs by which articles tell a step of the relations of two countries.

They are patterns as in `accords_data.suggest.step_cues`, from which they take what both have in common.
"""

from accords_data.model.vocabularies import RelationStep
from accords_data.suggest.mask import C, D
from accords_data.suggest.step_cues import ADVERB, DECIDE, FIRST, FUTURE, ON

_TIES = (
    r"(?: (?:its|their|the|full|formal|diplomatic|official|bilateral|normal|broken|severed|frozen|all"
    r"|mutual|once-broken|long-severed))*"
    r" (?:relations|ties|links|them)\b"
)
_OWN = (
    r"(?: (?:its|an|a|the|their|his|her|new|first|permanent|full|own|resident|long-promised|brand-new"
    r"|full-fledged|fully-fledged))*"
)
_OPENED = r"(?:re-?opened|opened|inaugurated|dedicated|unveiled)"
_BE = r"(?:was|were|has been|had been|have been)(?: (?:formally|officially|solemnly|ceremonially|fully|finally))?"
STATE = r"(?:the )?(?:(?:[Ss]tate|[Rr]epublic|[Kk]ingdom|independence|statehood|sovereignty) of )?(?:the )?"
# The name must end there: "recognised Israel's concerns" is no recognition.
_WHOLE = (
    r"(?=[,.;:)]|$"
    rf"| (?:on|in|as|and|at|last|this|after|by|with|while|when|earlier|during|for|under|despite|but|since|{D})"
    rf"|{D})"
)
_ENVOY = r"(?:ambassadors?|envoys?)"
_HOME = r"(?:recalled|called home|called back|withdrawn|summoned home|brought home|ordered home|pulled out)"

RELATION_CUES: tuple[tuple[RelationStep, str], ...] = (
    (
        RelationStep.EMBASSY_ANNOUNCED,
        (
            rf"\b(?:{FUTURE}|{DECIDE}|plans to|pledged to|promised to|intends to|intention to|preparing to"
            rf"|announced (?:plans to|that it (?:will|would))|vowed to){ADVERB}"
            r" (?:re-?open|open|inaugurate|establish|set up|move|relocate)\b[^,;.]{0,25}\b(?:embassy|mission)\b"
            rf"|\bannounced{ON} (?:an embassy|the opening(?: of (?:its|an|the) embassy)?|plans for an embassy)"
            rf"|\b(?:announced|unveiled) plans{ON} (?:for|to open) an embassy"
            r"|\bplans for an embassy\b"
        ),
    ),
    (
        RelationStep.EMBASSY_ANNOUNCED,
        (
            r"\b[Ee]mbassy\b[^;,.]{0,25}? (?:will|would|is to|is due to|is expected to|is set to)"
            r"(?: be)? (?:open|opened|inaugurated)\b"
        ),
    ),
    (
        RelationStep.EMBASSY_OPENED,
        (
            rf"\b[Ee]mbassy\b[^;,.]{{0,40}}?(?:, [^;,.]{{1,40}},)? {_BE} {_OPENED}\b"
            rf"|\b[Ee]mbassy\b[^;,.]{{0,25}}? opened(?= (?:on|in|its doors|last|this|yesterday|today|{D}))"
        ),
    ),
    (RelationStep.EMBASSY_OPENED, rf"{FIRST}(?:open|inaugurate) (?:an|its|a full) embassy\b"),
    (RelationStep.RECOGNITION, rf"{FIRST}recogni[sz]e(?= (?:the )?{C})"),
    (RelationStep.NORMALISED, rf"{FIRST}normali[sz]e{_TIES}"),
    (RelationStep.RELATIONS_ESTABLISHED, rf"{FIRST}establish{_TIES}"),
    (
        RelationStep.EMBASSY_OPENED,
        (
            rf"\b(?:{_OPENED}|moved|relocated){_OWN} embass(?:y|ies)\b"
            rf"|\bcut the ribbon (?:on|at|of|for){_OWN} embassy\b"
            rf"|\braised (?:its|the) flag (?:over|at|above){_OWN} embassy\b"
        ),
    ),
    (
        RelationStep.LIAISON_OFFICE_OPENED,
        (
            rf"\b{_OPENED}[^,;.]{{0,25}} liaison offices?\b"
            rf"|\bliaison offices?\b[^;,.]{{0,40}}? {_BE} {_OPENED}\b"
            rf"|\bliaison offices?\b[^;,.]{{0,25}}? opened(?= (?:on|in|last|this|{D}))"
        ),
    ),
    (
        RelationStep.AMBASSADOR_APPOINTED,
        (
            rf"\b(?:appointed|named|nominated|accredited|designated)\b[^,;.]{{0,45}}?\bambassador\b"
            r"|\b(?:sent|dispatched|posted) (?:its|their|an|a)(?: (?:first|new|resident|full|own))* ambassador\b"
            rf"|\bambassador\b[^;.]{{0,60}}?\b{_BE} (?:appointed|named)\b"
        ),
    ),
    (
        RelationStep.AMBASSADOR_RECALLED,
        (
            r"\b(?:recalled|called back|called home|withdrew|pulled|summoned home|brought home|ordered home)\b"
            rf"[^,;.]{{0,15}} {_ENVOY}\b"
            rf"|\b(?:called|ordered|brought|summoned|pulled) (?:its|their|the) {_ENVOY}"
            r"[^,;.]{0,25} (?:home|back|out)\b"
            rf"|\b(?:{_ENVOY}|predecessor|last one|previous one)\b[^;,.]{{0,40}}?(?:, [^;,.]{{1,40}},)? {_BE} {_HOME}\b"
        ),
    ),
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
    (
        RelationStep.NORMALISATION_ANNOUNCED,
        (
            rf"\b(?:{DECIDE}|will|is to|are to)(?: fully| full)? (?:normali[sz]e|normali[sz]ation)\b"
            rf"|\bannounced{ON} (?:the |full |a deal to |an agreement to |that they (?:will|would) ){{1,2}}"
            r"normali[sz](?:e|ation)\b"
        ),
    ),
    (RelationStep.NORMALISED, rf"\bnormali[sz]ed{_TIES}"),
    (
        RelationStep.RELATIONS_RESUMED,
        rf"\b(?:resumed|restored|renewed|re-?established|mended|repaired|revived|reinstated){_TIES}",
    ),
    (
        RelationStep.RELATIONS_ESTABLISHED,
        rf"\b(?:established|forged|opened|set up|entered into|formali[sz]ed|initiated|inaugurated){_TIES}",
    ),
    (
        RelationStep.RELATIONS_MAINTAINED,
        (
            # "Oman and Israel maintain": a masked letter right before the verb. "to maintain" is none.
            r"\b(?:maintained|maintains|(?<=[^\w\s] )maintain|continues? to maintain|have maintained|kept|kept up"
            rf"|has had|have had|has long had){_TIES}"
        ),
    ),
    (RelationStep.SUSPENDED, rf"\b(?:suspended|froze|frozen){_TIES}"),
    (
        RelationStep.SEVERED,
        (
            rf"\b(?:severed|cut|cut off|broke|broke off|broken|broken off|ended){_TIES}"
            rf"|\b(?:broke|broken)(?: off)?(?= with (?:the )?{C})"
        ),
    ),
    (
        RelationStep.RECOGNITION,
        (
            r"\b(?:recogni[sz]ed|(?:granted|extended|accorded)(?: \w+)? recognition to)\b(?! as)"
            rf"(?= {STATE}{C}{_WHOLE}|[^,;]{{0,12}}{D}|,|\.| by|$)"
            r"|\b(?:won|gained|received)(?: \w+)? recognition(?= from)"
        ),
    ),
)
"""What a verb says happened to the relations of two countries."""

SEATED = {RelationStep.EMBASSY_OPENED, RelationStep.EMBASSY_ANNOUNCED, RelationStep.LIAISON_OFFICE_OPENED}
"""What stands in a city of the other country."""
