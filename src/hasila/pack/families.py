"""What the rows of each family may say: the allowed keys, what each means, and its closed list of values.

The check of a pack refuses anything else, and the documentation of a pack is made from it. The meanings are in Arabic,
for the analyst who writes rows. Lists of outcomes, statuses, kinds, causes and grounds of blame are the codebook's.
"""

from collections.abc import Mapping
from typing import NamedTuple, get_args

from hasila.model.claim import Basis, Cause, Kind, Outcome, SourceKind, Status


class Key(NamedTuple):
    """One key of a row: what it means, its closed list of values (None: any), and whether every row needs it."""

    means: str
    values: frozenset[str] | None = None
    needed: bool = False


class Family(NamedTuple):
    """
    One file of rows. `chosen_by`: keys by which the extractor chooses among rows that bear the same form.

    `whole`: the extractor asks for all rows at a word, not only for the first one of the longest form.
    """

    about: str
    keys: Mapping[str, Key]
    chosen_by: tuple[str, ...] = ()
    whole: bool = False


def _of(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Files in a pack's folder that hold no family of rows: what the pack is, and the lines of pages that are no report
# (intake reads them).
OTHER_FILES = frozenset({"pack.toml", "furniture.toml"})

ROW: Mapping[str, Key] = {
    "id": Key("معرّف المدخل، يبدأ برمز اللغة: ar.harm.killed.maqtal", needed=True),
    "forms": Key("الصيغ كما تُكتب؛ الصيغة بلا «ال» توجد بها وبدونها، والمكتوبة بها لا توجد إلا بها"),
    "yes": Key("أمثلة يجب أن يوجد فيها ما بين القوسين [ ]", needed=True),
    "no": Key("أشباه يجب ألّا يوجد فيها شيء"),
    "next": Key("لا يصحّ المدخل إلا إذا تلته إحدى هذه الكلمات"),
    "prev": Key("لا يصحّ المدخل إلا إذا سبقته إحدى هذه الكلمات"),
    "not_next": Key("لا يصحّ المدخل إذا تلته إحدى هذه الكلمات"),
    "not_prev": Key("لا يصحّ المدخل إذا سبقته إحدى هذه الكلمات"),
    "pos": Key("verb: فعل، لا تلتصق به إلا الواو والفاء، واللام بالمضارع", _of("verb")),
    "why": Key("سبب وجود المدخل أو شرطه، لمن يراجعه"),
}

_OUTCOMES, _STATUSES, _KINDS, _CAUSES = (frozenset(get_args(t)) for t in (Outcome, Status, Kind, Cause))
_TONE = Key("نبرة الوسيلة لا وصف الموت: honorific تكريم، hostile عداء", _of("honorific hostile"))

FAMILIES: Mapping[str, Family] = {
    "numbers": Family(
        "ألفاظ الأعداد وما يقال حولها",
        {
            "class": Key(
                "نوع اللفظ في العدد",
                _of("unit teen tens hundred scale part vague about over under least nearly one_of share"),
                needed=True,
            ),
            "value": Key("القيمة"),
            "low": Key("أدنى ما يعنيه لفظ مبهم: عشرات 10"),
        },
        chosen_by=("class",),
        whole=True,
    ),
    "people": Family(
        "الأسماء التي تعدّ الناس",
        {
            "one": Key("صيغ المفرد؛ والمنصوب منها يُصاغ آلياً"),
            "two": Key("صيغ المثنى؛ تُصاغ من المفرد إن لم تُكتب"),
            "many": Key("صيغ الجمع"),
            "status": Key("الصفة كما يرويها النص", _STATUSES, needed=True),
            "kinds": Key("الفئات", _KINDS),
            "outcome": Key("ما يقوله الاسم نفسه عمّا جرى: قتيل killed", _OUTCOMES),
            "unit": Key("family: تُعدّ العائلات لا الأفراد", _of("person family")),
            "counted": Key("المفرد لا يعدّ أحداً إلا بعد عدد: إصابة"),
            "collective": Key("اسم جماعة لا يُعدّ وحده: قوات، ميليشيا"),
            "nationality": Key("نسبة إلى بلد أو قوم؛ قد تكون نعتاً لشيء"),
            "after_harm": Key("لا يعدّ أحداً إلا مباشرة بعد لفظ أذى: مقتل رئيس"),
            "others": Key("آخر، آخرون: غير من ذُكر قبل"),
            "tone": _TONE,
        },
        chosen_by=("nationality",),
    ),
    "names": Family("أسماء أعلام يبدأ بها اسم شخص", {}),
    "harm": Family(
        "ما يقال إنه جرى للناس",
        {
            "outcome": Key("ما جرى؛ none: لفظ يأتي بنتيجة تُسمّى بعده", _OUTCOMES | {"none"}, needed=True),
            "shape": Key("كيف يأخذ اللفظ ضحاياه", _of("noun verb noun_or_verb result light"), needed=True),
            "voice": Key(
                "مبني للمجهول أو للمعلوم أو يُكتبان سواء؛ mourning: فاعله ينعى ولم يقتل",
                _of("passive active either mourning"),
            ),
            "transitive": Key("قد يقف الفاعل بين المصدر وضحاياه"),
            "persons": Key("لا يصحّ إلا مع ناس يُعدّون"),
            "needs": Key("كلمات لا بد أن تأتي إحداها بعده في الجملة: لقي … حتفه"),
            "then": Key("الكلمة الثانية من عبارة مفروقة: أفرجت … عن"),
            "victims": Key("between: الضحايا بين طرفي العبارة المفروقة", _of("between")),
            "cause": Key("السبب الذي يقوله اللفظ نفسه", _CAUSES),
            "tone": _TONE,
        },
    ),
    "causes": Family("بماذا وقع الأذى", {"cause": Key("السبب من دليل الترميز", _CAUSES, needed=True)}),
    "actors": Family(
        "أطراف النزاع",
        {
            "shape": Key(
                "كيف يُستعمل المدخل",
                _of(
                    "name adjective country metonym force person link plink anaphor label"
                    " unidentified place none agent verb"
                ),
                needed=True,
            ),
            "actor": Key("معرّف الطرف من دليل الترميز"),
            "actors": Key("معرّفات الأطراف حيث يسمّي اللفظ أكثر من طرف"),
            "tone": Key("neutral محايد، loaded محمّل؛ عن لفظ الوسيلة لا عن الطرف", _of("neutral loaded")),
            "called": Key("بماذا قد يُكنى عن الطرف: الجماعة، التنظيم"),
            "name_ar": Key("اسم محايد للعرض بالعربية"),
            "name_en": Key("اسم محايد للعرض بالإنكليزية"),
            "country": Key("البلد، حرفان من ISO 3166"),
            "default": Key("الطرف بحسب بلد التقرير، إن لم يُسمَّ غيره"),
            "since": Key("منذ متى يعني اللفظ هذا الطرف"),
            "until": Key("حتى متى يعني اللفظ هذا الطرف"),
            "earlier": Key("الطرف الذي عناه اللفظ قبل ذلك"),
            "later": Key("الطرف الذي يعنيه اللفظ بعد ذلك"),
            "owner": Key("ضمير يعود على طرف مذكور: قواته"),
            "army": Key("الطرف الذي يعنيه اللفظ إذا كان جيشاً"),
            "body": Key("جهاز الدولة الذي يسمّيه اللفظ: جيش، شرطة، حكومة"),
            "nation": Key("هل تتبعه نسبة إلى بلد"),
            "deed": Key("اللفظ اسم فعل يتبعه فاعله"),
            "preposition": Key("اللفظ حرف يسبق اسم الطرف"),
        },
        chosen_by=("shape",),
    ),
    "sources": Family(
        "من يقول، وبأي لفظ",
        {
            "shape": Key(
                "كيف يُستعمل المدخل",
                _of("verb kind title end sequel preposition that issued said self background hearsay participle"),
                needed=True,
            ),
            "kind": Key("نوع المصدر من دليل الترميز", frozenset(get_args(SourceKind))),
            "attitude": Key("كيف يُروى القول", _of("says confirms hearsay claims denies accuses")),
            "convey": Key("ينقل كلام غيره"),
            "goes_on": Key("قد يُحذف القائل بعده: وأضاف"),
            "weak": Key("يخلي مكانه لأي نوع آخر"),
            "skip": Key("يُتجاوز ولا يبدأ قولاً"),
            "quoting": Key("اسم القول: قوله، تأكيده"),
            "as": Key("يصحّ بعد «كما» وأخواتها"),
            "strict": Key("لا يصحّ إلا بقائل صريح"),
            "silent": Key("يسمّي قائلاً ولا ينقل خبراً: أدانت المنظمة"),
            "media": Key("القائل وسيلة إعلام"),
            "bare": Key("يصحّ بلا قائل بعده"),
            "needs": Key("لا يصحّ إلا بما يتمّه"),
            "source": Key("اللفظ نفسه مصدر"),
            "paper": Key("وثيقة لا شخص: بيان، تقرير"),
            "claimed": Key("قول يتبنّى به طرف فعلاً"),
        },
        chosen_by=("shape", "kind"),
    ),
    "hedges": Family(
        "ما يُخرج القول من الماضي المثبت",
        {
            "reads": Key(
                "كيف يُقرأ القول",
                _of("denied uncertain zero unreal law generic not_known no_conflict condemned"),
                needed=True,
            ),
            "reach": Key("على كم كلمة يمتد أثره"),
        },
    ),
    "blame": Family(
        "ما ينسب أذى أو هجوماً إلى طرف",
        {
            "basis": Key("على أي أساس نُسب", frozenset(get_args(Basis)), needed=True),
            "side": Key("أين يقف الطرف من اللفظ", _of("next prev either object speaker"), needed=True),
            "after": Key("لا بد أن تسبقه إحدى هذه الكلمات في الجملة: أعلن … مسؤوليته"),
        },
    ),
    "times": Family(
        "ألفاظ الزمان",
        {
            "class": Key("نوع اللفظ في عبارة الزمان", needed=True),
            "back": Key("كم يوماً قبل النشر"),
            "day": Key("يوم الأسبوع، الاثنين 0"),
            "month": Key("رقم الشهر"),
            "calendar": Key("hijri: شهر هجري", _of("hijri")),
            "unit": Key("وحدة الزمن", _of("year month week day hour")),
            "n": Key("1 مفرد، 2 مثنى، 0 جمع"),
            "size": Key("كم وحدة في اللفظ: عقد 10"),
            "which": Key("أيّها", _of("past before_past this next")),
            "forward": Key("1 إلى الأمام، -1 إلى الوراء"),
            "portion": Key("أي جزء من الشهر أو السنة", _of("early mid late")),
            "months": Key("كم شهراً في اللفظ: نصف سنة 6"),
            "from": Key("أول شهر من الفصل"),
            "to": Key("آخر شهر من الفصل"),
            "value": Key("القيمة"),
        },
        chosen_by=("class",),
        whole=True,
    ),
    "places": Family(
        "ما يحيط بأسماء الأماكن",
        {
            "kind": Key("كيف يُستعمل المدخل", needed=True),
            "type": Key("نوع المكان"),
            "plural": Key("تتبعه أسماء عدة"),
            "direction": Key("الجهة", _of("north south east west middle")),
            "country": Key("البلد، حرفان من ISO 3166"),
            "name": Key("اسم البلد"),
        },
        chosen_by=("kind",),
        whole=True,
    ),
    "context": Family(
        "ألفاظ تحدّد معنى غيرها",
        {"role": Key("ما يفعله اللفظ في القراءة: target ما يُستهدف، keeps من يحتجز", needed=True)},
        chosen_by=("role",),
        whole=True,
    ),
}
