"""A person group: some people whom a report counts or names ("ثلاثة من عناصر الشرطة")."""

from typing import NamedTuple


class Group(NamedTuple):
    """
    Some people, at tokens [first, last); their noun begins at `noun`, or is missing (`noun` None: "أصيب 12").

    `number`: said (a quantity), one, two, many. `outcome`: what the noun itself says ("قتيل"), or None.
    `both`: "20 بين قتيل وجريح". `joined`: an attached و stands before it. `prefix`: what is attached to its first word.
    """

    first: int
    last: int
    noun: int | None
    low: int | None
    high: int | None
    approx: bool
    number: str
    status: str = "unknown"
    kinds: tuple[str, ...] = ()
    unit: str = "person"
    outcome: str | None = None
    both: bool = False
    others: bool = False
    definite: bool = False
    joined: bool = False
    prefix: str = ""
    collective: bool = False
    explicit: bool = False
    rules: tuple[str, ...] = ()
    nationality: bool = False

    @property
    def militants(self) -> bool:
        """Whether they are told by a word for armed people of no state's force ("مسلحون", "إرهابيون")."""
        return not _MILITANTS.isdisjoint(self.rules)

    @property
    def regulars(self) -> bool:
        """Whether they are soldiers, police and their like, who serve a state, named or not."""
        return not _REGULARS.isdisjoint(self.rules)


_MILITANTS = frozenset(("ar.people.militant", "ar.people.gunman"))
_REGULARS = frozenset(f"ar.people.{name}" for name in ("soldier", "military", "officer", "police", "guard_force"))
