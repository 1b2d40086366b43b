"""Does a sentence give a student credit for something? Asked only of what is not in the answer."""

import re

from .wording_marks import folded

_VERBS = (
    r"(?:explain|show|mention|discuss|cover|link|weigh|develop|address|present|support|treat|deal|set|tell|say|identify|"
    r"establish|highlight|understand)(?:s|es|ed|ing)?|(?:argu|nam|describ|includ|us|giv|mak|not|analys|analyz|recognis|"
    r"recogniz|rais|prov|demonstrat|explor|examin|writ|handl|tackl|captur|illustrat|emphasis|emphasiz)(?:e|es|ed|ing)|"
    r"identif(?:ies|ied)|made|gave|said|wrote|brought|brings?|dealt|told|understood|shown|given|written"
)
_HEDGE = r"(?:not|no|never|nothing|nowhere|without|could|should|might|would|can|needs?|must|to|if|once|when|yet|lacks?)"
# Who did it, what was done, and nothing between them that takes it back.
_DONE = re.compile(
    rf"(?<!if )(?<!once )(?<!when )(?<!unless )\b(?:you|your \w+|(?:the|this|that) (?:answer|essay|paragraph|passage|"
    rf"sentence|argument|point)|answer|essay|paragraph|it)\b"
    rf"(?:(?!\b{_HEDGE}\b|n't)[^.!?]){{0,40}}?\b(?:{_VERBS})\b(?! (?:no|nothing|little)\b)"
)
_PRAISE = re.compile(
    r"(?<!as )\bwell\b|\b(?:good|great|strong\w*|excellent\w*|clear\w*|convincing\w*|effective\w*|impressive\w*|perceptive"
    r"|sophisticated|thorough\w*|credit\w*|reward\w*|earn\w*|already|rightly|correct\w*|secure\w*|precise\w*|skil\w*"
    r"|superb\w*|brilliant\w*|perfect\w*|fully|nice\w*|best|outstanding\w*|fine|solid\w*|successfully)\b"
)
_OF_THE_ANSWER = re.compile(r"\b(?:you\w*|answer|essay|paragraph|passage|sentence|here|this|work)\b")
_WANTING = re.compile(
    r"\b(?:not|no|never|without|missing|absent|lack\w*|yet|could|should|might|would|try|needs?|must|consider|if)\b|n't\b"
    r"|(?:\A|[.;:,] )(?:then |next |now |so )?(?:add|bring|include|say|name|explain|show|give|choose|pick|link|weigh|think|"
    r"mention|find|use|set|compare|test|decide|ask|write|tell|put|look|return|make|date|turn|start|end|take|quote)\b"
)


def credits(text: str) -> bool:
    """Whether a text praises, says that it is there, or speaks of the answer without saying what it wants."""
    bare = folded(text)
    if _DONE.search(bare) or _PRAISE.search(bare):
        return True
    return bool(_OF_THE_ANSWER.search(bare)) and not _WANTING.search(bare)
