"""The rules of the program in words that an analyst understands. Rows of the pack speak for themselves."""

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "rule.agent": "the side stands as subject between the verb of harm and those harmed (قتلت القوات ثلاثة)",
    "rule.ally": "named beside a side that is held responsible, as its ally",
    "rule.announced_by_the_side": "the side itself announces the harm that it did to its enemy",
    "rule.attack_of": "the side's name belongs to the noun of the attack (غارة روسية، قصف لقوات النظام)",
    "rule.blew_himself_up": "somebody blew himself up, with other words between the verb and «نفسه»",
    "rule.opened_fire": "opened fire, with who fired between verb and object (أطلق مسلح النار)",
    "rule.one_of_them": "one of those told before (أصيب أحدهم)",
    "rule.died_later": "told as wounded, then as dead of the wounds",
    "rule.breakdown": "a part of the number before it (بينهم، منهم، معظمهم)",
    "rule.colon": "a speaker and a colon, without a verb of speech",
    "rule.denied_by_the_side": "the side denies that it did this: it is what the denial is about",
    "rule.doer": "those who did it are named before those who suffered it",
    "rule.fired_from": "the fire came from positions of this side",
    "rule.given_name": "a person told by name alone",
    "rule.goes_on": "the speaker of the sentence before goes on speaking (وأضاف)",
    "rule.keeper": "the side named as holding or taking those people",
    "rule.nobody": "the text says that nobody was harmed (دون إصابات)",
    "rule.numbered_names": "people told by a numbered list of names, under a heading that says what befell them",
    "rule.one_armed_group": "militants whose side is not told are the one armed group that the incident names",
    "rule.opponents": "in a clash the other side is held responsible, where the report names one alone",
    "rule.facing": "tolls of two sides set against each other: each side's losses are laid on the other",
    "rule.other_side": "the other side of the clash, as named beside it (مع، ضد، بين)",
    "rule.state_against_militants": "militants were killed where one state alone acts in the sentences of the incident",
    "rule.state_of_regulars": "soldiers and police whose side is not told serve the state that is named, or the country's",
    "rule.subject": "the side stands before the verb of harm as its subject",
    "rule.subject_of_sentence": "the sentence is about what this side does",
    "rule.told_own_deed": "the side tells in its own words that it did this (أعلن الجيش أنه قتل)",
    "rule.surrendered_to": "the side to whom people surrender",
}
