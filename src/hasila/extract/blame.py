"""Which side the text holds responsible for a harm, in what words and on what basis. Never without words."""

from collections.abc import Sequence

from hasila.extract.actors import ActorMention
from hasila.extract.allies import acts_with
from hasila.extract.blame_words import WITH, Blamed, joined_to
from hasila.extract.bond import IN_HANDS, Bond
from hasila.extract.clause_words import rises_between
from hasila.extract.harms import Harm
from hasila.extract.holders import holder, keeper, taker
from hasila.extract.mentions import Mentions
from hasila.extract.sources import Attribution
from hasila.extract.subjects import nameless_subject, subject_of_harm
from hasila.pack.context import words
from hasila.text.fold import fold_word
from hasila.text.tokens import Document

# Whom an army calls its enemies; its own dead are soldiers and officers.
_ENEMIES = {"ar.people.militant", "ar.people.gunman", "ar.people.suspect", "ar.people.leader"}


def blamed_for_bond(
    document: Document, bond: Bond, mentions: Mentions, affiliation: str | None, cause: str
) -> list[Blamed]:
    """The sides that the bond's own sentence blames for it."""
    first, last = document.sentences[bond.sentence]
    actors, blamed, harms = mentions.actors, mentions.blamed, mentions.harms
    mourned = bond.harm is not None and bond.harm.voice == "mourning"
    if bond.doer is not None and not mourned:
        tied = [a for a in actors if bond.doer.first <= a.first <= bond.doer.last + 2 and a.actor]
        together = [b for a in tied[:1] for b in (a, *joined_to(document, a, actors))]
        return [Blamed(a, bond.doer.first, bond.doer.last, "stated", "rule.doer") for a in together]
    # A side that only tells whose the people are ("عناصر من الجماعة") does nothing here.
    counted = {at for g in mentions.groups if g.number == "said" for at in range(g.first, g.last)}
    actors = [a for a in actors if a.first not in counted]
    agents = _agents_of_harm(document, bond, actors, affiliation)
    if agents:
        return agents
    inside = [b for b in blamed if first <= b.first < last and b.mention.actor and b.mention.actor != affiliation]
    inside = [b for b in inside if not (bond.group.first <= b.mention.first < bond.group.last)]
    # «تواصل القوات عدوانها، ما أسفر عن مقتل ...»: a campaign that is told after the harm is its background.
    inside = [b for b in inside if b.rule != "ar.blame.own_attack" or b.first < bond.first]
    # «..., ورد الطيران بغارات»: so is what answers it.
    answer = {b.mention.first for b in inside if b.rule == "ar.blame.answer"}
    inside = [b for b in inside if b.first < bond.first or b.mention.first not in answer]
    nameless = nameless_subject(document, bond, mentions.groups)
    if nameless is not None:
        inside = [b for b in inside if b.first > nameless or b.mention.first == nameless]
    if bond.outcome not in IN_HANDS and cause != "torture":
        inside = [b for b in inside if b.rule != "ar.blame.runs"]
    if bond.outcome in ("displaced", "evacuated"):
        # «نزحوا من مناطق سيطرة التنظيم»: where they left is no side that drove them out.
        inside = [b for b in inside if document.tokens[b.first].text != "من"]
    if bond.outcome == "surrendered":
        return taker(document, bond, actors)
    if cause == "torture" and not inside:
        return keeper(document, bond, mentions.actors)
    going_on = subject_of_harm(document, bond, actors, mentions.groups) if bond.parent is None else None
    if going_on is not None and going_on.actor != affiliation:
        together = [going_on, *joined_to(document, going_on, actors)]
        return [Blamed(a, a.first, a.last, "stated", "rule.goes_on_acting") for a in together]
    if bond.outcome in IN_HANDS:
        kept = keeper(document, bond, mentions.actors) if bond.outcome in _KEPT else []
        if kept:
            return kept
        by = [
            b
            for b in inside
            if b.rule.endswith((".by", ".relative")) or (b.basis == "accused" and bond.outcome in _KEPT)
        ]
        return _of_clause(document, by, bond, harms) if by else holder(document, bond, actors, affiliation)
    known = affiliation is not None or bond.group.status == "civilian" or bond.group.regulars
    if inside and (cause != "clash" or known):
        fought = _other_side(document, bond, actors, affiliation) if cause == "clash" and affiliation else []
        blamed = _of_clause(document, inside, bond, harms)
        # «في معارك مع القوات وغارات للتحالف»
        return [*blamed, *(b for b in fought if b.mention.actor not in {a.mention.actor for a in blamed})]
    if cause == "clash":
        return _other_side(document, bond, actors, affiliation)
    return []


# Outcomes of people whom somebody holds.
_KEPT = ("detained", "abducted", "abused")


def _agents_of_harm(
    document: Document, bond: Bond, actors: Sequence[ActorMention], affiliation: str | None
) -> list[Blamed]:
    """The sides that stand as subject of the harm word itself: "قتلت القوات ثلاثة", "القوات قتلت ثلاثة"."""
    harm = bond.harm
    # «أوقعت المقاومة إصابات»: who brings harm about is named behind the verb; who falls («سقط») is not.
    brings = harm is not None and harm.row == "ar.harm.light.asfara"
    if harm is None or not (brings or harm.shape in ("verb", "noun")) or bond.group.first < harm.last:
        return []
    if harm.voice == "mourning" or not (harm.voice in ("active", "either") or harm.transitive):
        return []
    arms = [a for a in actors if not a.person and a.form != "label"]
    between = [a for a in arms if harm.last <= a.first <= harm.last + 3 and a.last <= bond.group.first]
    if between and not _is_object(document, between[0]):
        return [Blamed(a, harm.first, harm.last, "stated", "rule.agent") for a in _agents(document, between)]
    if harm.shape != "verb" or not harm.names_doer or harm.prefix:
        return []
    first, _ = document.sentences[bond.sentence]
    before = [a for a in arms if first <= a.first and a.last <= harm.first and a.actor != affiliation]
    gap = [t.text for t in document.tokens[before[-1].last : harm.first]] if before else []
    if before and gap in ([], ["قد"], ["كانت"]) and not _is_object(document, before[-1]):
        return [Blamed(before[-1], harm.first, harm.last, "stated", "rule.subject")]
    return []


def _agents(document: Document, between: Sequence[ActorMention]) -> list[ActorMention]:
    chosen = [between[0]]
    for actor in between[1:]:
        if acts_with(document, chosen[-1].last, actor):
            chosen.append(actor)
    return chosen


def _is_object(document: Document, actor: ActorMention) -> bool:
    """Whether a preposition stands before a side or is attached to it: then it is no subject."""
    if document.tokens[actor.first].text.startswith(("لل", "بال", "لقوات")):
        return True
    return (
        document.tokens[actor.first - 1].text
        in {"من", "في", "علي", "عن", "الي", "ضد", "مع", "عناصر", "عنصرا", "مقاتلي", "لدي", "بين"}
        if actor.first
        else False
    )


_TURNS = {fold_word(w) for w in "فيما بينما حين".split()}


def _of_clause(document: Document, blamed: Sequence[Blamed], bond: Bond, harms: Sequence[Harm]) -> list[Blamed]:
    """Of the sides blamed in a sentence, those of the bond's own clause: up to the next harm, else before it, else after it."""
    start = bond.harm.first if bond.harm else bond.first
    following = [h.first for h in harms if h.first > max(start, bond.group.first) and h.outcome != "none"]
    turns = [at for at in range(bond.last, blamed[-1].first) if document.tokens[at].text in _TURNS | words("adds")]
    stop = min([*following, *turns], default=10**9)
    own = [b for b in blamed if start <= b.first < stop]
    before = [b for b in blamed if b.first < start]
    previous = [h.first for h in harms if h.first < start and h.outcome != "none"]
    opening = [b for b in before if not previous or b.first < min(previous)]
    if not own and not before:
        # Behind another harm, blame is shared ("قتل 3 وأصيب 4 برصاص قوات ...") unless somebody else begins to speak.
        told = words("tells") | words("adds")
        return [b for b in blamed if not any(t.text.lstrip("و") in told for t in document.tokens[bond.last : b.first])]
    nearest = [b for b in before if (b.first, b.rule) == (before[-1].first, before[-1].rule)]
    return own or opening or nearest


def _other_side(
    document: Document, bond: Bond, actors: Sequence[ActorMention], affiliation: str | None
) -> list[Blamed]:
    """ "اشتباكات مع X", "مواجهات بين X وY": the side that the victims do not belong to."""
    first, last = document.sentences[bond.sentence]
    for at in range(first, last):
        against = document.tokens[at].text
        if against not in WITH or (against == "ضد" and affiliation is None and bond.group.status != "combatant"):
            # «العمليات ضد التنظيم»: civilians who die there are not laid to the one whom they were against.
            continue
        named = [a for a in actors if at < a.first < min(last, at + 14) and not a.person and a.actor]
        if document.tokens[at].text == "بين":
            sides = [a for a in named if a.actor != affiliation]
            if affiliation and sides and any(a.actor == affiliation for a in named):
                return [Blamed(sides[0], at, at + 1, "stated", "rule.other_side")]
        elif (
            named
            and named[0].first - at <= 4
            and named[0].actor != affiliation
            and not (bond.group.first <= named[0].first < bond.group.last)
        ):
            return [Blamed(named[0], at, at + 1, "stated", "rule.other_side")]
    return []


_I_MYSELF = {fold_word(w) for w in "أنه إنه بأنه أنها إنها بأنها أنهم إنهم أننا إننا".split()}


def _tells_own_deed(document: Document, source: Attribution, bond: Bond) -> bool:
    """ "أعلن الجيش في بيان أنه قتل أربعة مهربين": who speaks tells what he did himself."""
    harm = bond.harm
    if harm is None or harm.shape != "verb" or not harm.names_doer or bond.group.status == "civilian":
        return False
    if bond.group.first < harm.last or source.kind != "party":
        return False
    before = document.tokens[harm.first - 1].text if harm.first else ""
    if before == "قد":
        before = document.tokens[harm.first - 2].text
    return before in _I_MYSELF


def risen(document: Document, blamed: Blamed, bond: Bond) -> bool:
    """ "... في قصف إسرائيلي، ليرتفع عدد الضحايا إلى 83": the total is laid to nobody by what is said of its last addition."""
    return rises_between(document, blamed.last, bond.first + 1)


# Who calls the dead martyrs, or says that they lost their lives, has not killed them.
_MOURNED = {"ar.people.killed.shahid", "ar.harm.killed.tuwuffiya", "ar.harm.killed.wafat"}
_HAD_A_HAND = tuple(fold_word(w) for w in "مسؤولي ضلوع تورط علاقت صلت وقوف استهداف أي".split())


def blamed_speaker(
    document: Document, source: Attribution | None, bond: Bond, actors: Sequence[ActorMention], affiliation: str | None
) -> list[Blamed]:
    """A side that announces losses of its enemy claims them: "أعلن الجيش مقتل 10 مسلحين"."""
    if source is None or source.kind not in ("party", "official"):
        return []
    if source.attitude == "denies":
        # Who denies civilian harm in an attack of his own is the one whom it is laid to.
        told = document.tokens[source.last : bond.first]
        if any(t.text.startswith(_HAD_A_HAND) for t in told):
            # "نفى الجيش مسؤوليته عن مقتل ...": what is denied is the deed, not the toll.
            return []
        accused = [a for a in actors if source.first <= a.first < source.last and a.actor and source.kind == "party"]
        return [Blamed(a, source.first, source.last, "accused", "rule.denied_by_the_side") for a in accused[:1]]
    if _MOURNED & {*bond.rules, *bond.group.rules} or (bond.harm is not None and bond.harm.voice == "mourning"):
        # «15 من الجنود فقدوا حياتهم»: nobody claims those whom he mourns.
        return []
    if affiliation is None and bond.group.regulars:
        # An army that tells of soldiers killed tells its own losses.
        return []
    if bond.group.regulars and any(
        a.form == "anaphor" and bond.group.first <= a.first <= bond.group.last + 2 for a in actors
    ):
        # «أعلن الجيش إصابة جنود من حرس الحدود»
        return []
    own = [a for a in actors if source.first <= a.first < source.last and a.actor and a.actor != affiliation]
    if _tells_own_deed(document, source, bond):
        return [Blamed(a, source.first, source.last, "claimed", "rule.told_own_deed") for a in own[:1]]
    if (
        bond.group.number == "many"
        and affiliation is None
        and bond.outcome not in IN_HANDS
        and not _ENEMIES & set(bond.group.rules)
    ):
        return []
    held = bond.outcome in ("detained", "released")
    enemies = bool(_ENEMIES & set(bond.group.rules)) or affiliation is not None
    if not held and not enemies:
        return []
    return [Blamed(own[0], source.first, source.last, "claimed", "rule.announced_by_the_side")] if own else []
