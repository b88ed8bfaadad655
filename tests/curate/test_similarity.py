"""How much one text is like another."""

import itertools
import unicodedata

import pytest
import samples
from article import ARTICLE

from accords_data.curate import intake, similarity

BODY = ARTICLE[:1500]
JAPANESE = (
    "カザフスタン政府は木曜日、合意に参加する意向を表明した。外務省の声明によると、この決定は地域の安定と経済協力を"
    "進めるためのものである。イスラエルとはすでに三十年以上の外交関係がある。"
)
CHINESE = "外交部长星期四在首都会见了代表团，双方同意签署新的贸易协定。部长表示，两国关系达到了前所未有的水平。"
THAI = "รัฐมนตรีต่างประเทศพบกันที่กรุงเทพเมื่อวันพฤหัสบดีและตกลงลงนามในข้อตกลงการค้าฉบับใหม่ระหว่างสองประเทศ"
ARABIC = (
    "وقع وزراء الخارجية اتفاقا جديدا في العاصمة يوم الخميس واتفقوا على مواصلة المحادثات بشأن التجارة والمياه والطاقة"
)
HEBREW = "שרי החוץ חתמו ביום חמישי בבירה על הסכם חדש והסכימו להמשיך את השיחות בנושאי סחר מים ואנרגיה"
RUSSIAN = (
    "Министры иностранных дел подписали в четверг новое соглашение и решили продолжить переговоры о торговле и воде"
)
KAZAKH = "Сыртқы істер министрлері бейсенбіде астанада жаңа келісімге қол қойып су туралы келіссөздерді жалғастырды"
CYRILLIC = str.maketrans("aeopcyxiAEOPCTXKMHB", "аеорсухіАЕОРСТХКМНВ")


def share(one: str, other: str) -> float:
    """Return how much two texts are alike."""
    found = similarity.nearest(one, {"stored": other})
    assert found is not None
    return found.share


def test_the_stored_texts_are_below_the_limit_of_a_rewrite() -> None:
    texts = samples.whole().texts
    shares = [similarity.nearest(texts[one], {other: texts[other]}) for one, other in itertools.combinations(texts, 2)]
    highest = max(each.share for each in shares if each is not None)
    assert 0.55 < highest < intake.SAME


@pytest.mark.parametrize(
    ("stored", "copy"),
    [
        (BODY, BODY.replace("n", "n\u00ad")),
        (BODY, "\u200b".join(BODY)),
        (BODY, BODY.replace(" ", " \u2060").replace("e", "e\ufeff")),
        (BODY, "\u202b" + BODY.replace("\n", "\u202c\n\u202b")),
        (BODY.replace("a", "á"), unicodedata.normalize("NFD", BODY.replace("a", "á").replace("fi", "ﬁ"))),
        (BODY, BODY.translate(CYRILLIC)),
        (BODY, BODY.upper().translate(CYRILLIC)),
        (BODY, BODY.replace("ing ", "-\ning ")),
        (BODY, BODY.replace(" ", "\u00a0")),
        (BODY, "".join(chr(ord(x) + 0xFEE0) if "!" < x < "~" else x for x in BODY)),
        ("Señor José García habló de cooperación.", "Senor Jose Garcia hablo de cooperacion"),
        (JAPANESE, JAPANESE.replace("によると", "に拠れば").replace("すでに", "既に").replace("進める", "すすめる")),
        (JAPANESE, "\n".join(JAPANESE)),
        (CHINESE, CHINESE.replace("首都", "京城").replace("表示", "说")),
        (THAI, THAI.replace("ฉบับใหม่", "ใหม่")),
        (ARABIC, "".join(letter + "\u064e" if letter.isalpha() else letter for letter in ARABIC)),
        (ARABIC, ARABIC.replace("ا", "اـــ")),
        (HEBREW, "".join(letter + "\u05b8" if letter.isalpha() else letter for letter in HEBREW)),
        (RUSSIAN, RUSSIAN.translate(str.maketrans("аеорсух", "aeopcyx"))),
        (RUSSIAN, RUSSIAN.replace("в четверг", "вчера").replace("и", "и\u00ad")),
        (KAZAKH, KAZAKH.upper().replace("ЖАҢА", "СОҢҒЫ")),
    ],
)
def test_a_rewrite_is_seen_whatever_stands_between_its_letters(stored: str, copy: str) -> None:
    assert intake.SAME <= share(copy, stored) < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (JAPANESE, "大統領は月曜日に友好国を訪問し、首都で国王と会談した。"),
        (CHINESE, "总统昨天抵达海滨城市，参加关于气候的国际会议，并将在会上发表讲话。他的随行人员包括多位企业代表。"),
        (THAI, "ประธานาธิบดีเดินทางเยือนเมืองชายทะเลเพื่อเข้าร่วมการประชุมนานาชาติเรื่องสภาพอากาศในเดือนหน้า"),
        (ARABIC, "وصل الرئيس أمس إلى المدينة الساحلية للمشاركة في مؤتمر دولي حول المناخ وسيلقي كلمة فيه"),
        (HEBREW, "הנשיא הגיע אתמול לעיר החוף כדי להשתתף בוועידה בינלאומית על האקלים וינאם בה"),
        (RUSSIAN, "Президент прибыл вчера в приморский город на международную конференцию по климату"),
        (KAZAKH, "Президент кеше климат жөніндегі халықаралық конференцияға қатысу үшін қалаға келді"),
        (JAPANESE, CHINESE),
        (RUSSIAN, KAZAKH),
        (ARABIC, HEBREW),
    ],
)  # fmt: skip
def test_texts_on_other_matters_are_not_alike(one: str, other: str) -> None:
    assert share(one, other) < intake.ALIKE


def test_only_the_same_bytes_are_the_same_text() -> None:
    assert share(BODY, BODY) == 1
    assert share(BODY + "\u200b", BODY) == 0.99
    assert share("\u200b", "…") == 0.99
    assert share("", BODY) == 0
