"""Steps that a text reports: of agreements, and of the relations of two countries, with what they rest on.

What is denied is no step. What lies ahead is told by a step that says so. A verb that is no cue word of the
vocabulary is told as inferred, with the verb.
"""

import re
from collections.abc import Iterator

import attrs

from accords_data.spans import Span
from accords_data.suggestion.clauses import Clause, clauses
from accords_data.suggestion.mask import ACTOR, ACTORS, A, C, D, M, Mention
from accords_data.suggestion.mentions import Group, Reading, Who
from accords_data.suggestion.times import Moment
from accords_data.vocabulary import AgreementStep, RelationStep

_ADVERB = r"(?: (?:also|formally|officially|then|jointly|finally|soon|in turn|both|now|first))*"
_FUTURE = rf"(?:will|would|shall|is due to|are due to|due to|is to|are to|(?:is |are )?set to|(?:is |are )?expected to|(?:is |are )?scheduled to|plans? to|planned to|poised to|going to|to be|will be){_ADVERB}"
_WISH = (
    r"(?:wish(?:ed|es)?|want(?:s|ed)?|hop(?:es|ed)|intend(?:s|ed)?|interest(?:ed)?|aim(?:s|ed)?|(?:is|are|was|were) ready|willing(?:ness)?"
    r"|readiness|desire[ds]?|intentions?|eager|keen|consider(?:s|ing|ed)?|weighing|would like|seek(?:s|ing)?|looking|appl(?:y|ied)|asked|plans?|prepared)"
)
_JOIN = r"(?:join|joining|accede to|acceding to|become (?:a )?(?:full )?(?:party|member|signatory)|become (?:the|its) \w+ (?:party|member|signatory)|becoming (?:a )?(?:party|member|signatory)|enter|sign up to)"
_DECIDE = rf"(?:has |have |had )?(?:decided|agreed|resolved|chosen|committed|pledged)(?: in principle)?(?: (?:on|in) {D}| {D})? (?:to|on)"
_PARLIAMENT = r"(?i:parliament|National Assembly|legislature|Knesset|Senate|Congress|lawmakers|House of Representatives|lower house|upper house|assembly|deputies|parliamentarians)"
_CABINET = r"(?i:cabinet|government|council of ministers)"
_FIRST = r"\bbecame the [^,;.]{0,45}? to "
_TIES = r"(?: (?:its|their|the|full|formal|diplomatic|official|bilateral|normal|broken|severed|frozen|all))* (?:relations|ties|links|them)\b"

AGREEMENT_CUES: tuple[tuple[AgreementStep, str], ...] = (
    (
        AgreementStep.LEGISLATURE_APPROVED,
        rf"{_PARLIAMENT}[^,;]{{0,40}}?\b(?:approved|endorsed|backed|passed|voted for|voted to (?:approve|ratify)|g[ia]ven? its (?:approval|consent|blessing)|adopted)\b",
    ),
    (
        AgreementStep.LEGISLATURE_APPROVED,
        rf"(?:approved|endorsed|passed|adopted) by [^,;]{{0,30}}?{_PARLIAMENT}",
    ),
    (
        AgreementStep.CABINET_APPROVED,
        rf"{_CABINET}\b[^,;]{{0,50}}?\b(?:approved|endorsed|backed|cleared|g[ia]ven? its (?:approval|consent|blessing)|adopted)\b",
    ),
    (AgreementStep.CABINET_APPROVED, rf"(?:approved|endorsed|adopted) by [^,;]{{0,30}}?{_CABINET}"),
    (AgreementStep.RATIFIED, r"\bratified\b|deposited (?:its|their) instruments? of ratification"),
    (
        AgreementStep.ENTERED_INTO_FORCE,
        r"\b(?:entered into force|came into force|took effect|has been in force|came into effect|went into effect|has been in force since|in force since)\b",
    ),
    (AgreementStep.TEXT_FINALISED, r"\b(?:finali[sz]ed the text|completed the text|agreed the text|agreed on the text|text (?:was|has been|had been) (?:finali[sz]ed|agreed|completed)|finali[sz]ed|initialled)\b"),
    (AgreementStep.INTENT_ANNOUNCED, rf"\b{_WISH}\b[^,;.]{{0,30}}?\b(?:{_JOIN}|sign|signing)\b"),
    (AgreementStep.CEREMONY_PLANNED, rf"\b{_FUTURE} (?:be )?(?:sign|signed|ink|put (?:its|their|his|her) (?:name|signature) to)\b|\b(?:signing )?ceremony (?:is|was|has been) (?:planned|scheduled|set)\b"),
    (AgreementStep.ANNOUNCED, rf"\b(?:{_DECIDE}|decision to|decision on|(?:will|would|is to|are to|is set to){_ADVERB}) {_JOIN}\b|\bannounced (?:its |their )?(?:accession|entry|joining)\b"),
    (AgreementStep.SIGNED, rf"{_FIRST}sign\b"),
    (AgreementStep.SIGNED, r"\b(?:signed|inked|put (?:his|her|its|their) (?:name|signature)s? to)\b(?! (?:for|on behalf of) (?:its|their|his|her))"),
    (AgreementStep.SUSPENDED, rf"\b(?:suspended|froze) (?:its |their )?(?:participation|membership|role)\b|\bsuspended (?:the )?(?={A})"),
    (AgreementStep.WITHDRAWN, rf"\b(?:withdrew|pulled out|has withdrawn|walked away)\b(?=[^,;]{{0,20}}{A})|\b(?:left|quit) (?:the )?(?={A})"),
    (AgreementStep.TERMINATED, rf"\b(?:terminated|annulled|cancelled|scrapped)\b(?=[^,;]{{0,15}}{A})"),
)  # fmt: skip
"""What a verb says happened to an agreement, the narrower before the wider."""

RELATION_CUES: tuple[tuple[RelationStep, str], ...] = (
    (RelationStep.EMBASSY_ANNOUNCED, rf"\b(?:{_FUTURE}|{_DECIDE}|plans to|pledged to|promised to|intends to|intention to|announced (?:plans to|that it (?:will|would))|vowed to){_ADVERB} (?:open|inaugurate|establish|set up|move|relocate)\b[^,;.]{{0,25}}\b(?:embassy|mission)\b|\bannounced (?:an embassy|the opening(?: of (?:its|an|the) embassy)?|plans for an embassy)|\bplans for an embassy\b"),
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
    (RelationStep.NORMALISATION_ANNOUNCED, rf"\b(?:{_DECIDE}|will|is to|are to)(?: fully)? (?:normali[sz]e|normali[sz]ation)\b"),
    (RelationStep.NORMALISED, rf"\bnormali[sz]ed{_TIES}"),
    (RelationStep.RELATIONS_RESUMED, rf"\b(?:resumed|restored|renewed|re-?established){_TIES}"),
    (RelationStep.RELATIONS_ESTABLISHED, rf"\b(?:established|forged|opened){_TIES}"),
    (RelationStep.RELATIONS_MAINTAINED, rf"\b(?:maintained|maintains|kept|kept up|has had|have had|has long had){_TIES}"),
    (RelationStep.SUSPENDED, rf"\b(?:suspended|froze){_TIES}"),
    (RelationStep.SEVERED, rf"\b(?:severed|cut|cut off|broke|broke off|ended){_TIES}"),
    (RelationStep.RECOGNITION, rf"\b(?:recogni[sz]ed|granted recognition to)\b(?! as)(?= (?:the )?{C}|[^,;]{{0,12}}{D}|,|\.| by|$)"),
)  # fmt: skip
"""What a verb says happened to the relations of two countries."""

_DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no|denie[ds]|deny|denying|ruled out|rejected|refused|without|nor|neither|yet to|stopped short of|declined|dismiss\w+"
    r"|whether|if|unless|could|may|might|rumou?rs?|question|likely|possib\w+|false|should|urged|calls? on|pressed|asked|invited)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|told [^,;.]{0,25}|says|added|insisted|stated|declared|confirmed|noted)(?: late| early)?(?: on| in)? $")
_SPEECH = re.compile(
    r"\b(?:said|says|told|announced|declared|confirmed|stated|added|wrote|voiced|insisted|made (?:it )?public|let it be known|expressed)\b"
)
_UNTITLED = r" (?:a|an|two|three|four|several|some|many|new|separate|no|its|their) "
"""What follows a verb that is said of a paper without a title."""
_ACTS = {AgreementStep.ANNOUNCED, AgreementStep.INTENT_ANNOUNCED, RelationStep.EMBASSY_ANNOUNCED}
_SEATED = {RelationStep.EMBASSY_OPENED, RelationStep.EMBASSY_ANNOUNCED, RelationStep.LIAISON_OFFICE_OPENED}
"""What stands in a city of the other country."""
_PREPOSED = re.compile(r"\b(?:to|with|from|by|between|in|for|at|into|against|over|near|including|after|of)(?: the)? $")


@attrs.frozen
class Told:
    """A mention, or a cue, with the sentence in which it stands."""

    words: str
    span: Span
    sentence: Span


@attrs.frozen
class Happening:
    """One step."""

    step: AgreementStep | RelationStep
    cue: Told
    country: str | None
    """Id of the country whose step it is; None for all at once."""
    country_told: Told | None
    other: str
    """The agreement's words, or the partner's id."""
    other_told: Told
    moment: Moment | None
    moment_told: Told | None
    by: Mention | None = None
    """The agreement that is said to have brought it about."""


def happenings(reading: Reading) -> tuple[Happening, ...]:
    """Return the steps that a text reports, none twice."""
    found: list[Happening] = []
    for clause in clauses(reading):
        for each in _Clause(clause, reading).happenings(found):
            same = [other for other in found if _key(other) == _key(each)]
            if not same:
                found.append(each)
            elif each.moment is not None and all(other.moment is None for other in same):
                found[found.index(same[0])] = each
            elif each.moment is not None and all(
                other.moment is None or other.moment.date != each.moment.date for other in same
            ):
                found.append(each)
    return tuple(found)


def _key(happening: Happening) -> tuple[str, str | None, str]:
    return str(happening.step), happening.country, happening.other


@attrs.define
class _Clause:
    clause: Clause
    reading: Reading

    def happenings(self, before: list[Happening]) -> Iterator[Happening]:
        """Yield the steps of the clause."""
        for start, end, step in sorted(self.cues(), key=lambda cue: cue[0]):
            if _DENIED.search(self.clause.text[:start]) or "not" in self.clause.text[start:end].split():
                continue
            if isinstance(step, AgreementStep):
                yield from self.of_agreement(step, start, end)
            else:
                yield from self.of_relations(step, start, end, before)

    def cues(self) -> list[tuple[int, int, AgreementStep | RelationStep]]:
        """Return where what is told, a narrower cue before a wider one that overlaps it."""
        taken: list[tuple[int, int, AgreementStep | RelationStep]] = []
        for step, pattern in (*RELATION_CUES, *AGREEMENT_CUES):
            for match in re.finditer(pattern, self.clause.text):
                start, end = match.span()
                if not any(start < other[1] and other[0] < end for other in taken):
                    taken.append((start, end, step))
        return taken

    def of_agreement(self, step: AgreementStep, start: int, end: int) -> Iterator[Happening]:
        text = self.clause.text
        letter = next(iter(re.findall(A, text[end:])), None) or next(iter(re.findall(A, text[:start])), None)
        letter = letter or self.clause.paper
        if letter is None or not re.search(A, text) and re.match(_UNTITLED, text[end:]):
            return
        agreement = self.clause.mentions[letter]
        passive = re.match(rf"[^,;]{{0,40}}?\bby (?:the )?({ACTORS}(?:, and {ACTOR}(?! \w+ed\b))?)", text[end:])
        by_all = re.search(rf"\b(?:was|were|been|be)\b[^,;]{{0,15}}$|{A},? {re.escape(text[start:end])}$", text[:end]) is not None
        within = re.search(rf"\b(?:of|in) (?:the )?({C}|{M})", text[start:end]) or re.match(rf" (?:of|in) (?:the )?({C}|{M})", text[end:])
        between = re.match(rf" (?:for|between|in) (?:the )?({ACTORS})", text[end:])
        if step in {AgreementStep.LEGISLATURE_APPROVED, AgreementStep.CABINET_APPROVED} and within is not None:
            passive, by_all, actors = None, False, within[1]
        elif step is AgreementStep.ENTERED_INTO_FORCE:
            actors = between[1] if between is not None else ""
        else:
            actors = passive[1] if by_all and passive is not None else self.subject(start)
        told = self.countries(actors)
        if not told and "Knesset" in text[:end]:
            told = self.knesset()
        if by_all and passive is None:
            told = []
        if not told and step is AgreementStep.ENTERED_INTO_FORCE:
            yield self.happening(step, (start, end), None, agreement.words, agreement)
        for country in told:
            yield self.happening(step, (start, end), country, agreement.words, agreement)

    def of_relations(self, step: RelationStep, start: int, end: int, before: list[Happening]) -> Iterator[Happening]:
        text = self.clause.text
        several = re.match(rf"[^,;]{{0,20}}?\bbetween (?:the )?({C}) and [^,;]{{3,40}},? (?:including|such as|among them)(?: the)? ({ACTORS})", text[end:])
        if several is not None:
            partner = self.clause.mentions[several[1]]
            papers = self.clause.of("".join(re.findall(A, text[:start])))
            for country in self.countries(several[2]):
                each = self.happening(step, (start, end), country, str(partner.value), partner)
                yield attrs.evolve(each, by=papers[-1] if papers else None)
            return
        pattern = rf"\bbetween (?:the )?({C}) and (?:the )?({C})"
        between = re.match(rf"[^,;]{{0,20}}?{pattern}", text[end:]) or re.search(pattern, text[start:end])
        inner = re.search(rf"embassy of (?:the )?({C})|({C})['’]s [^,;.]{{0,20}}ambassador", text[start:end])
        own = None if inner is None else inner[1] or inner[2]
        actors = between[1] if between is not None else own or self.subject(start)
        mine = self.countries(actors)
        object_ = between[2] if between is not None else self.object(step, start, end)
        others = [each for each in self.countries(object_) if each[0] not in {name for name, _ in mine}]
        if not others and len(mine) > 1:
            mine, others = mine[:1], mine[1:]
        if not others and step in _SEATED:
            seats = self.clause.of("".join(re.findall(M, text[start:])))
            others = [(str(each.value), each) for each in seats if each.value and each.value not in {name for name, _ in mine}][:1]
        if not others:
            told = [each for each in before if isinstance(each.step, RelationStep)]
            same = [each for each in told if _family(each.step) == _family(step)]
            mine_too = [each for each in told if mine and each.country == mine[0][0]]
            others = [(each.other, each.other_told) for each in (same or mine_too)][-1:]
        for country in mine:
            for name, told in others:
                if name != country[0]:
                    yield self.happening(step, (start, end), country, name, told)

    def knesset(self) -> "list[tuple[str, Told | Mention]]":
        """Return Israel, told by the name of its parliament."""
        place = self.clause.text.index("Knesset")
        span = self.clause.span(place, place + len("Knesset"))
        return [("ISR", Told("Knesset", span, self.clause.statement.span))]

    def subject(self, start: int) -> str:
        """Return the letters of whom the verb at `start` is said of."""
        lists = list(re.finditer(ACTORS, self.clause.text[:start]))
        for match in reversed(lists):
            if not _PREPOSED.search(self.clause.text[: match.start()]):
                return match[0]
        of = [match for match in lists if self.clause.text[: match.start()].endswith((" of ", " of the "))]
        if of:
            return of[-1][0]
        parties = re.search(rf"{A} (?:between|of) (?:the )?({C} and (?:the )?{C})", self.clause.text[:start])
        if parties is not None:
            return parties[1]
        first = re.match(rf"In (?:\w+ )?(?:the )?({C}),? (?:the|its) ", self.clause.text)
        if first is not None:
            return first[1]
        opens = re.match(
            rf"(?:[Ii]ts|[Ii]t|[Tt]hey|[Tt]heir|[Tt]he (?:{_PARLIAMENT}|{_CABINET})|An? (?:new )?ambassador|A signing)\b", self.clause.text
        )
        if opens is None and re.match(C, self.clause.text[start:]) is None:
            return ""
        return self.clause.about or ""

    def object(self, step: RelationStep, start: int, end: int) -> str:
        """Return the letters of the other country."""
        text = self.clause.text
        if step is RelationStep.RECOGNITION:
            direct = re.match(rf" (?:the )?({C})", text[end:])
            which = re.match(rf"({C}) which ", text)
            return direct[1] if direct is not None else which[1] if which is not None else ""
        after = re.match(rf"[^;]{{0,40}}?\b(?:with|to|in|from|between|of) (?:the )?({ACTORS})", text[end:])
        inside = re.search(rf"\b(?:with|to|in|from) (?:the )?({C})", text[start:end])
        return inside[1] if inside is not None else after[1] if after is not None else ""

    def countries(self, letters: str) -> list[tuple[str, "Told | Mention"]]:
        """Return the countries for which the actors in `letters` act, each with the mention that says so."""
        found: list[tuple[str, Told | Mention]] = []
        for mention in self.clause.of(letters):
            if isinstance(mention.value, Group):
                found += [(str(each.value), each) for each in mention.value.countries]
            elif mention.kind == "metonym":
                found += [(str(mention.value), mention)] if mention.value else []
            elif isinstance(mention.value, Who):
                if mention.value.country is not None:
                    found.append((mention.value.country, mention))
            else:
                found.append((str(mention.value), mention))
        return found

    def happening(
        self,
        step: AgreementStep | RelationStep,
        cue: tuple[int, int],
        country: "tuple[str, Told | Mention] | None",
        other: str,
        other_mention: "Told | Mention",
    ) -> Happening:
        span = self.clause.span(*cue)
        words = self.reading.text[span.start : span.end]
        moment = self.moment(step, *cue)
        return Happening(
            step,
            Told(words, span, self.clause.statement.span),
            None if country is None else country[0],
            None if country is None else self.told(country[1]),
            other,
            self.told(other_mention),
            None if moment is None else self.reading.moments[moment.span],
            None if moment is None else self.told(moment),
        )

    def told(self, mention: "Told | Mention") -> Told:
        if isinstance(mention, Told):
            return mention
        home = next(each.span for each in self.reading.statements if each.span.overlaps(mention.span))
        return Told(mention.words, mention.span, home)

    def dates(self, step: AgreementStep | RelationStep, place: int) -> bool:
        """Return whether the date at `place` may be that of the step, rather than the day on which somebody said so."""
        return step in _ACTS or _SAID.search(self.clause.text[:place]) is None

    def moment(self, step: AgreementStep | RelationStep, start: int, end: int) -> Mention | None:
        """Return the date of the step at `start`: the nearest one, by how such steps are told."""
        before, inside, after = (
            self.clause.of("".join(match[0] for match in re.finditer(D, self.clause.text) if first <= match.start() < last and self.dates(step, match.start())))
            for first, last in ((0, start), (start, end), (end, len(self.clause.text)))
        )
        if inside:
            return inside[0]
        if step not in _ACTS:
            return (after or before[::-1] or [None])[0]
        past = [each for each in after if self.reading.moments[each.span].date <= self.reading.published]
        decided = re.match(_DECIDE, self.clause.text[start:]) is not None
        if not decided and _SPEECH.search(self.clause.text) is None:
            return None
        return (before[::-1] or past or [None])[0]


def _family(step: AgreementStep | RelationStep) -> str:
    return next((word for word in ("embassy", "ambassador", "liaison") if word in str(step)), "relations")
