"""How English is misspelt and spoken, whatever the subject."""

import re
from collections.abc import Iterable, Iterator

_ISE = re.compile(r"^([a-z]{3,})iz(e|ed|es|er|ers|ing|ation|ations|ational)$")
_UK = {
    "center": "centre", "centers": "centres", "program": "programme", "programs": "programmes", "labor": "labour",
    "defense": "defence", "offense": "offence", "favor": "favour", "favored": "favoured", "honor": "honour",
    "behavior": "behaviour", "color": "colour", "rumors": "rumours", "humor": "humour", "traveled": "travelled",
    "skeptical": "sceptical", "fulfill": "fulfil", "catalog": "catalogue", "plow": "plough", "plowed": "ploughed",
}  # fmt: skip
# Endings spelt without the rule for them, and with it.
_ENDINGS = tuple((re.compile(pattern), spelt) for pattern, spelt in (
    (r"^([a-z]+[b-df-hj-np-tv-z])ys$", r"\1ies"),
    (r"^([a-z]+[b-df-hj-np-tv-z])yed$", r"\1ied"),
    (r"^([a-z]{2,}(?:ch|sh|x|ss))s$", r"\1es"),
    (r"^([a-z]{2,}[b-df-hj-np-tv-z])e(ing)$", r"\1\2"),
    (r"^([a-z]+[aeiou]([bdfglmnprst]))(ed|ing|er|est|ers)$", r"\1\2\3"),
))  # fmt: skip
# Endings written as they sound.
_SOUNDS = tuple((re.compile(pattern), spelt) for pattern, spelt in (
    (r"^([a-z]{3,})er$", r"\1a"),
    (r"^([a-z]{3,})er(s?)$", r"\1or\2"),
    (r"^([a-z]{2,})(?:shun|shon|sion|cion)(s?)$", r"\1tion\2"),
    (r"^([a-z]{2,})(?:cher|chur|tcher)(e?s?)$", r"\1ture\2"),
    (r"^([a-z]{3,})l(?:ey|i|ie)$", r"\1ly"),
    (r"^([a-z]+([b-df-hj-np-tv-z]))\2s$", r"\1s"),
    (r"^sk([a-z]{3,})$", r"sch\1"),
))  # fmt: skip
# Slips so common that a table of written words takes them for words, and some that lie far from what is meant.
SLIPS = {
    "thier": "their", "wich": "which", "arguement": "argument", "realy": "really", "payed": "paid",
    "speach": "speech", "lossing": "losing", "loosing": "losing", "probly": "probably", "thort": "thought",
    "throu": "through", "failer": "failure", "mony": "money", "rember": "remember", "basicly": "basically",
    "ment": "meant", "burocracy": "bureaucracy", "beurocracy": "bureaucracy", "buracracy": "bureaucracy",
    "bearly": "barely", "burocrats": "bureaucrats", "beurocrats": "bureaucrats", "coudnt": "couldn't",
    "woudnt": "wouldn't", "shoudnt": "shouldn't", "dosnt": "doesn't", "dosent": "doesn't", "did'nt": "didn't",
    "was'nt": "wasn't", "would'nt": "wouldn't", "could'nt": "couldn't", "does'nt": "doesn't", "had'nt": "hadn't",
    "is'nt": "isn't", "didnt": "didn't", "wasnt": "wasn't", "werent": "weren't", "isnt": "isn't", "arent": "aren't",
    "doesnt": "doesn't", "dont": "don't", "couldnt": "couldn't", "wouldnt": "wouldn't", "hadnt": "hadn't",
    "hasnt": "hasn't", "havent": "haven't", "cant": "can't", "wont": "won't", "shouldnt": "shouldn't",
    "wern't": "weren't", "wernt": "weren't", "thru": "through", "altho": "although", "tho": "though",
    "till": "until", "til": "until", "nothin": "nothing", "somethin": "something", "em": "them",
}  # fmt: skip
# As people speak; each is read as the words after it.
SPOKEN = {
    "cos": "because", "coz": "because", "cuz": "because", "cus": "because", "bcos": "because", "bcoz": "because",
    "becos": "because", "becoz": "because", "bc": "because", "gonna": "going to", "wanna": "want to", "gotta": "got to",
    "kinda": "kind of", "sorta": "sort of", "alot": "a lot", "aswell": "as well", "infront": "in front", "abit": "a bit",
    "afew": "a few", "thats": "that", "whats": "what", "hes": "he", "theyre": "they are", "youve": "you have",
    "wouldve": "would have", "would've": "would have", "couldve": "could have", "could've": "could have",
    "shouldve": "should have", "should've": "should have", "mightve": "might have", "might've": "might have",
    "would of": "would have", "could of": "could have", "should of": "should have", "might of": "might have",
    "must of": "must have", "wouldn't of": "wouldn't have", "wouldnt of": "wouldnt have",
    "couldn't of": "couldn't have", "couldnt of": "couldnt have", "ain't": "is not", "aint": "is not",
}  # fmt: skip


def british(word: str) -> str:
    """The word in British spelling."""
    return _UK.get(word) or _ISE.sub(r"\1is\2", word)


def by_rule(word: str) -> Iterator[str]:
    """What a word might be with its ending spelt by rule, such as "stopped" for "stoped"."""
    return _changed(word, _ENDINGS)


def by_ear(word: str) -> Iterator[str]:
    """What a word might be that is written as it sounds, such as "revolution" for "revolushun"."""
    return _changed(word, _SOUNDS)


def _changed(word: str, changes: Iterable[tuple[re.Pattern[str], str]]) -> Iterator[str]:
    for written, spelt in changes:
        if found := written.match(word):
            yield found.expand(spelt)
