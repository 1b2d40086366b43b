"""Empty sentences: essay-shaped words that say nothing of the subject, made the same on every run."""

import re
from collections.abc import Iterator
from itertools import islice

PARTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "signposts": (
        (
            "In the next part of this essay I am going to turn to",
            "Before I go any further it is worth pausing to set out",
            "Having said all of this it is now time to move on to",
            "What I want to do in this section is to look more closely at",
            "As I have already mentioned above I will come back later to",
            "It would be helpful for the reader at this stage to keep in mind",
        ),
        (
            "several different points, each of which will be taken in its turn.",
            "the things that have to be thought about in order to answer properly.",
            "both sides of the argument so that nothing at all is left out.",
            "a number of further ideas which I will explain one after another.",
            "the main areas that anyone writing about this would have to cover.",
            "what has been said so far and what still remains to be said.",
        ),
    ),
    "truisms": (
        (
            "History shows us again and again that",
            "It has always been true in every age that",
            "When we look back at the past we can see that",
            "Anyone who has ever studied the past will know that",
            "At all times and in all places people have found that",
            "One lesson which can be taken from almost any period is that",
        ),
        (
            "things rarely happen for one single reason and nothing is ever simple.",
            "what takes place on one day can be felt for a long time after it.",
            "some things change while many other things stay much as they were.",
            "those who are in charge have to make choices and live with them.",
            "it is easier to judge what happened afterwards than it was at the time.",
            "people do not always agree with one another about what matters most.",
        ),
    ),
    "hedges": (
        (
            "Some people might say one thing about this and others might say that",
            "It could perhaps be suggested, depending on how you see it, that",
            "There is a sense in which it is possible to feel that",
            "Opinions will always differ and it may well be the case that",
            "On one reading, though certainly not on every reading, it seems that",
            "It is hard to be completely sure but on the whole it appears that",
        ),
        (
            "the truth lies somewhere in the middle of all the different views.",
            "there is something to be said for it and something against it too.",
            "a fair amount can be said here without ever settling the matter.",
            "the answer would depend on what exactly you take the words to mean.",
            "this mattered to a certain degree but it is difficult to say how much.",
            "neither view is wholly right and neither view is wholly wrong.",
        ),
    ),
    "verdicts": (
        (
            "This was extremely significant because",
            "Therefore it is clear beyond any doubt that",
            "As a result of all this it follows that",
            "Overall, when everything has been weighed up,",
            "For this reason it has to be concluded that",
            "Consequently this can be judged the most important point since",
        ),
        (
            "it made a very great difference to everything that came afterwards.",
            "it had a major impact and its effects were felt in many ways.",
            "it played a key part and without it things would have been different.",
            "it outweighs the other points, which were of less importance overall.",
            "it led on to other things, which in turn led on to further things.",
            "it really did matter a great deal to the people who were involved.",
        ),
    ),
    "echoes": (
        (
            "The question asks us to think about {word}, and with {word}",
            "If we take the word {word} and ask what it means, then with {word}",
            "Everything here turns on {word}, and as far as {word} is concerned",
            "It is not possible to answer without {word}, since with {word}",
            "The most obvious place to begin is {word}, because with {word}",
            "Coming back once more to {word}, we can say that with {word}",
        ),
        (
            "there is a great deal that could be said on either side.",
            "it is necessary to decide how far the statement can be accepted.",
            "we have to look at it carefully before we come to any view.",
            "much depends on the way in which the question is understood.",
            "it is this that has to be explained if we are to give an answer.",
            "there are reasons to agree and there are reasons to disagree.",
        ),
    ),
}
SORTS = (*PARTS, "mixed")


def filler(sort: str, question: str, words: int) -> tuple[str, ...]:
    """Whole sentences of that sort until there are at least `words` words; no sentence comes twice."""
    sentences: list[str] = []
    count = 0
    for sentence in _mixed(question) if sort == "mixed" else _sentences(sort, question):
        sentences.append(sentence)
        count += len(sentence.split())
        if count >= words:
            break
    return tuple(sentences)


def pad_end(text: str, sentences: tuple[str, ...]) -> str:
    """The answer with the sentences as a paragraph of their own at the end."""
    return f"{text.rstrip()}\n\n{' '.join(sentences)}"


def pad_between(text: str, sentences: tuple[str, ...]) -> str:
    """The answer with the sentences dealt out over its own, one after each, until they run out."""
    pieces = re.split(r"(?<=[.!?])(?=\s)", text.rstrip())
    share = -(-len(sentences) // len(pieces))
    dealt = (sentences[i * share : (i + 1) * share] for i in range(len(pieces)))
    return "".join(
        f"{piece} {' '.join(extra)}" if extra else piece for piece, extra in zip(pieces, dealt, strict=True)
    )


def _sentences(sort: str, question: str) -> Iterator[str]:
    openings, endings = PARTS[sort]
    names = [word.lower() for word in re.findall(r"[A-Za-z]{6,}", question)] or ["this"]
    for number in range(len(openings) * len(endings)):
        opening = openings[number % len(openings)].format(word=names[number % len(names)])
        yield f"{opening} {endings[(number + number // len(openings)) % len(endings)]}"


def _mixed(question: str) -> Iterator[str]:
    lines = [list(islice(_sentences(sort, question), 8)) for sort in PARTS]
    return (line[number] for number in range(8) for line in lines)
