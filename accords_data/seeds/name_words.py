"""The words beside a name that tell whether it is a name of its own: titles, offices, words that begin a sentence.

Written down from how English news prose uses capitals. What stands in none of these lists makes of a name a part of a
longer one, so that a list that lacks a word makes the build ask a person, and never makes it believe.
"""

from accords_data.seeds.late_patterns import LatePattern

UPPER = "A-ZÀ-ÖØ-Þ"
ROLES = (
    "President|Minister|Premier|King|Queen|Prince|Princess|Emir|Amir|Sultan|Sheikh|Sheikha|Shaikh|Chancellor|Secretary"
    "|Ambassador|Envoy|Adviser|Advisor|General|Colonel|Admiral|Lieutenant|Major|Brigadier|Marshal|Director|Director-General"
    "|Director-general|Chairman|Chairwoman|Chair|Speaker|Senator|Governor|Mayor|Judge|Justice|Professor|Representative"
    "|Commissioner|Excellency|Highness|Majesty|Leader|Chief|Undersecretary|Under-Secretary|Head|Attorney|Consul|Commander"
    "|Spokesman|Spokeswoman|Spokesperson|Congressman|Congresswoman|Rabbi|Imam|Pope|Official|Negotiator|Delegate|Counsellor"
    "|Counselor|Deputy|Captain|Mediator|Host|Citizen|Tycoon|Businessman|Lawmaker"
)
"""Words that stand right before a person's name."""
HONORIFICS = "Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Dame|Prof|Gen|Col|Sgt|Lt|Maj|Capt|Amb|Sen|Rep|Gov|Hon|Rev|St|Sec|Adm|Brig|Pres|Min|H.E|H.H|H.M|HE|HH|HM|HRH"
"""What is written before a name, without the full stop of an abbreviation."""
DOMAINS = (
    "Foreign|Prime|Defen[cs]e|Finance|Economy|Economic|Energy|Trade|Interior|Justice|National|Security|Special|Crown|Chief"
    "|First|Treasury|Health|Tourism|Intelligence|Cabinet|Acting|Former|Deputy|Vice|Head|State|Opposition|Regional"
    "|Cooperation|Transport|Agriculture|Environment|Culture|Education|Science|Technology|Strategic|Affairs|Senior|Press"
)
ORGANS = frozenset(
    "Ministry Ministers Embassy Consulate Government Parliament Congress Senate Treasury Delegation Mission Cabinet Knesset"
    " Presidency Department".split()
)
"""What acts for a country beside whose name it stands, "Bahrain Embassy"."""
OPENERS = frozenset(
    (
        "a about above according across afterwards again against after ahead all along already also although amid among an"
        " and any are around as at back because before behind beside besides between beyond both but by could despite"
        " did do does down during each earlier early either even ever every except finally first following for from given"
        " had has have he her here his how however if in including indeed inside instead into is it its joining just last"
        " late later like many may meanwhile might more moreover most much near neither next no nor not nothing now of off on"
        " once one only opposite or other our out outside over per perhaps recently regarding rather recognising"
        " recognizing she should since so some sometimes soon still such than that the their then there therefore"
        " these they this those though three through throughout thus till to today together tomorrow tonight toward towards"
        " two under unless unlike until up upon via visiting was we welcoming were what whatever when whenever where whereas"
        " wherever whether which while who whom whose why will with within without would yesterday yet you"
        " former acting outgoing incoming longtime top senior fellow ex pro anti four five six several few neighbouring neighboring nearby mediators mediator officials leaders ministers envoys"
        " delegations ambassadors presidents citizens representatives governments media parties signatories members"
        " states countries nations accords accord agreement agreements declaration declarations treaty treaties pact deal"
        " memorandum communique communiqué protocol statement original initial exclusive breaking update analysis live"
        " watch opinion editorial explainer factbox"
    ).split()
)
"""Words, in lower case, that may stand with a capital before a name and are no part of it."""
HEADLINE_WORDS = LatePattern(
    r"(?:\w+(?:s|ed|ing)|To|And|In|On|Of|At|By|For|From|With|As|After|Before|Over|Will|Is|Not|Or|But|Set|Due|May|Could|Says|Sign|Join|Meet|Agree|Deal|Deals|Talks|Ties|Peace|Accord|Relations)(?![\w’'])"
)
"""What stands after a name in a headline, where every word has a capital."""
PLACES = frozenset(
    (
        "new south north east west northern southern eastern western central upper lower greater inner outer trans saint san"
        " santa port fort mount lake gulf sea strait straits bay cape isle isles island islands little old equatorial papua"
        " american british french dutch spanish portuguese democratic people's people’s"
    ).split()
)
"""Words, in lower case, that make another place of a name that they stand before."""
NO_STATE_OF = frozenset(
    (
        "gulf sea bank times university strait straits bay port voice lake mount isle isles island islands church bishop"
        " archbishop hills valley river college institute museum airlines radio television tv herald tribune post street"
        " avenue road square hotel club federation association society journal review telegraph chamber company corporation"
        " group foundation fund orchestra friends daughters sons children land house tribes tribe rose star lions gate"
        " school academy centre center library theatre theater festival cup league union channel plains desert mountains"
        " lakes lord rock god archdiocese diocese patriarch gazette mirror observer chronicle diaspora ship mv ss hms"
    ).split()
)
"""Words, in lower case, after which "of" a country names something else: "Gulf of Oman", "Bank of Israel"."""
COMMON_NOUNS = LatePattern(
    r" +(?:river|valley|street|avenue|road|boulevard|square|newspaper|daily|weekly|airways|airlines|hotel|canal|dam)(?!\w)"
)
"""After a country's name: what it is the name of."""
FOREIGN_TO_IT = LatePattern(
    r"-(?:based|born|educated|trained|registered|owned|flagged|made|bound|backed|style|like|funded|linked|aligned|focused"
    r"|related|only|raised|friendly|sponsored|controlled|occupied)(?!\w)"
)
"""After a country's name: what is not the country, "a Sudan-based group"."""
PARTICLES = "bin|ibn|ben|bint|abu|umm|al|el|ul|van|von|de|da|di|du|der|den|la|le|dos|del|bar|mac|st"
STAFF = frozenset(
    "administration administration's era aide aides adviser advisor advisers advisors ally allies envoy envoys spokesman"
    " spokeswoman spokesperson family cabinet government loyalist loyalists supporter supporters appointee appointees"
    " associate associates official officials office son sons son-in-law wife husband daughter daughters brother father"
    " mother deputy predecessor successor party lawyer lawyers ambassador ambassadors representative representatives special"
    " chief secretary delegate delegates entourage camp team minister".split()
)
"""After a person's name: who is not that person, "Trump's envoy"."""
