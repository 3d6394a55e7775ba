"""Checking a language pack: every row's keys, values and forms are looked at, and its examples are executed.

The same check runs as `hasila check ar` and in the project's tests. Its sentences are for the analyst who writes rows:
which file and row, what is wrong, how to mend it.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from hasila.pack.examples import MARKED, example_problems
from hasila.pack.families import FAMILIES, OTHER_FILES, ROW, Family
from hasila.pack.lexicon import Lexicon
from hasila.pack.rows import Pack, Row
from hasila.text.fold import fold_word
from hasila.text.peel import peelings

_NOT_ALPHABET = re.compile(r"[^ء-غف-ْ٠-٩0-9A-Za-z\s.\-]")
# Keys that tell about a word without changing what it says of people.
_ASIDE = {"tone", "numbers", "one", "two", "many", "name_ar", "name_en", "called"}


def check_pack(pack: Pack) -> list[str]:
    """
    What is wrong with a pack, a sentence each; an empty list where every example holds.

    >>> from hasila.pack.rows import Pack, Row
    >>> says = {"outcome": "killed", "shape": "noun"}
    >>> row = Row("ar.harm.qatl", "harm", ("مقتل",), says, yes=("[مقتل] ثلاثة مدنيين",), no=("مقاتل",))
    >>> check_pack(Pack("ar", "ar-1", {"harm": (row,)}))
    []
    """
    problems = [*_file_problems(pack), *_id_problems(pack)]
    for name, rows in pack.rows.items():
        family = FAMILIES.get(name)
        if family is None:
            continue
        lexicon = Lexicon(rows)
        for row in rows:
            found = (*_key_problems(row, family), *_form_problems(row), *example_problems(row, lexicon))
            problems += [f"{name}.toml، المدخل «{row.id}»: {problem}" for problem in found]
        problems += [f"{name}.toml: {problem}" for problem in _rivals(rows, family)]
    return problems


def _file_problems(pack: Pack) -> Iterator[str]:
    known = {f"{name}.toml" for name in pack.rows} | OTHER_FILES
    for name in sorted(set(pack.files) - known):
        yield f"{name}: ملف لا يقرؤه أحد؛ أضف اسمه إلى families في pack.toml، أو احذفه"
    for name in sorted(set(pack.rows) - set(FAMILIES)):
        yield f"pack.toml: العائلة «{name}» غير معروفة؛ العائلات المعروفة: {'، '.join(FAMILIES)}"


def _id_problems(pack: Pack) -> Iterator[str]:
    ids = [(row.id, name) for name, rows in pack.rows.items() for row in rows]
    for row_id, count in Counter(row_id for row_id, _ in ids).items():
        names = "، ".join(dict.fromkeys(f"{name}.toml" for other, name in ids if other == row_id))
        if count > 1:
            yield f"{names}: المعرّف «{row_id}» مكرر {count} مرات؛ غيّر واحداً منها"
        if not row_id.startswith(f"{pack.language}."):
            yield f"{names}: المعرّف «{row_id}» لا يبدأ بـ«{pack.language}.»؛ أضفها في أوله"


def _key_problems(row: Row, family: Family) -> Iterator[str]:
    for key in row.says:
        if key != "numbers" and key not in family.keys:
            yield f"المفتاح «{key}» غير معروف؛ المسموح: {'، '.join([*family.keys, *ROW])}"
    for key, about in family.keys.items():
        if key not in row.says:
            if about.needed:
                yield f"ينقصه المفتاح «{key}» ({about.means})"
        elif about.values is not None:
            wrong = [value for value in _listed(row.says[key]) if value not in about.values]
            if wrong:
                yield f"القيمة «{wrong[0]}» للمفتاح «{key}» ليست من المسموح: {'، '.join(sorted(about.values))}"
    if row.pos not in ("", "verb"):
        yield f"القيمة «{row.pos}» للمفتاح «pos» ليست من المسموح: verb"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _form_problems(row: Row) -> Iterator[str]:
    if not row.forms:
        yield "لا صيغة له؛ اكتب صيغة واحدة على الأقل"
    for form in row.forms:
        strange = _NOT_ALPHABET.search(form)
        if strange:
            letter = strange.group()
            yield (
                f"في الصيغة «{form}» حرف من غير الكتابة العربية المعتادة «{letter}»"
                f" ({unicodedata.name(letter, hex(ord(letter)))})؛ أعد كتابتها بلوحة مفاتيح عربية"
            )
        elif unicodedata.normalize("NFC", form) != form:
            yield f"في الصيغة «{form}» حرف مفكك (همزة منفصلة عن حرفها)؛ أعد كتابتها بلوحة مفاتيح عربية"
        if not fold_word(form).split():
            yield "فيه صيغة فارغة؛ احذفها"
    first: dict[str, str] = {}
    for form in row.forms:
        same = first.setdefault(fold_word(form), form)
        if same is not form:
            yield f"الصيغتان «{same}» و«{form}» واحدة بعد توحيد الرسم؛ احذف «{form}»"


def _rivals(rows: Sequence[Row], family: Family) -> Iterator[str]:
    """Forms that two rows share though they say different things, with nothing that tells them apart."""
    bearers: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for form in {fold_word(form) for form in row.forms}:
            bearers[form].append(row)
    for form, sharing in bearers.items():
        for one, other in combinations(sharing, 2):
            if not _told_apart(one, other, form, family):
                yield (
                    f"الصيغة «{form}» في المدخلين «{one.id}» و«{other.id}» ولا شيء يميّز بينهما، فلا يوجد الثاني أبداً؛"
                    " احذفها من أحدهما، أو ضع شرطاً (next، prev، not_next، not_prev)"
                )


def _told_apart(one: Row, other: Row, form: str, family: Family) -> bool:
    says, also = ({k: v for k, v in row.says.items() if k not in _ASIDE} for row in (one, other))
    if says == also or any(says.get(key) != also.get(key) for key in family.chosen_by):
        return True
    if any(row.next or row.prev or row.not_next or row.not_prev for row in (one, other)):
        return True
    return form in _shown(other)


def _shown(row: Row) -> set[str]:
    """The words that a row's examples mark, folded, with what is attached to them and without it."""
    words = (fold_word(mark) for example in row.yes for mark in MARKED.findall(example))
    return {peeled.bare for word in words for peeled in peelings(word)}
