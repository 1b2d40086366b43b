"""A typed message as the tutor reads it: its words, with those of the subject and its command words as one each."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markscheme.domain.packs import Gazetteer, Pack
from markscheme.domain.readings import Tutor

from .cleaning import CleanText, clean
from .compiled import CompiledPack, own_words
from .vocabulary import Vocabulary
from .words import Speller, Token, tokenise

TOPIC, COMMAND, NUMBER = "<topic>", "<command>", "<number>"
# A message goes on for no longer than this; what follows is an answer or a draft.
MAX_CHARACTERS, MAX_WORDS = 600, 60
_SLOT = re.compile(r"<(?:topic|command)>")
_SENTENCE = re.compile(r"[.!?\n;]")
_YEAR_DIGITS = 4
# Words by which a command word is known.
_BEGINNING = 3
_GAP = "…"


class Piece(NamedTuple):
    """One word of a message, or several that name one thing: words [first, last), its stem, and the word for the encoder
    ("" where it names the subject)."""

    first: int
    last: int
    stem: str
    word: str


class Message(NamedTuple):
    """One message, or a sentence of it; its words have their places in the clean text."""

    text: str
    clean: CleanText
    tokens: tuple[Token, ...]
    pieces: tuple[Piece, ...]

    @property
    def stems(self) -> tuple[str, ...]:
        """The stem of each piece."""
        return tuple(piece.stem for piece in self.pieces)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said beside the subject."""
        return tuple(piece.word for piece in self.pieces if piece.word)

    def slice(self, first: int, last: int) -> str:
        """The message's own words [first, last)."""
        start, end = self.clean.span(self.tokens[first].start, self.tokens[last - 1].end)
        return self.text[start:end]


class MessageReader:
    """Reads messages by the words of a pack and of the tutor's examples."""

    def __init__(self, tutor: Tutor, compiled: CompiledPack) -> None:
        pack = compiled.pack
        examples = [text for intent in tutor.intents for text in intent.examples]
        written = {word for text in (*examples, *tutor.others) for word in tokenise(_SLOT.sub(" ", text))}
        subject = written | set(own_words(pack))
        # Of two readings of one short form the pack's own holds: it comes last.
        spellings = (*tutor.short, *pack.manifest.spellings)
        self.speller = Speller(spellings, pack.manifest.gazetteer, subject, compiled.encoder)
        self._vocabulary = Vocabulary(self.speller)
        self._topic = self._vocabulary.add("topic", topic_terms(pack))
        self._command = self._vocabulary.add("command", command_terms(pack))
        self._vocabulary.freeze()

    most = MAX_WORDS

    def read(self, text: str) -> Message:
        """The beginning of a message; places are those of the text as typed."""
        cleaned = clean(text[:MAX_CHARACTERS])
        tokens = self.speller.read(cleaned.text).each()[:MAX_WORDS]
        return Message(text, cleaned, tuple(tokens), tuple(self._pieces(tokens)))

    def sentences(self, message: Message) -> Iterator[Message]:
        """Its sentences, where there are several."""
        first = 0
        bounds = [
            place
            for place, (a, b) in enumerate(zip(message.tokens, message.tokens[1:], strict=False), start=1)
            if _SENTENCE.search(message.clean.text, a.end, b.start)
        ]
        for last in (*bounds, len(message.tokens)) if bounds else ():
            tokens = message.tokens[first:last]
            yield message._replace(tokens=tokens, pieces=tuple(self._pieces(tokens)))
            first = last

    def example(self, text: str) -> tuple[Piece, ...]:
        """An example's pieces, with its slots."""
        pieces: list[Piece] = []
        place = 0
        for slot in _SLOT.finditer(text):
            pieces += self.read(text[place : slot.start()]).pieces
            pieces.append(Piece(0, 0, slot.group(), ""))
            place = slot.end()
        return (*pieces, *self.read(text[place:]).pieces)

    def _pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        named = self._named([token.word for token in tokens])
        place = 0
        while place < len(tokens):
            word = tokens[place].word
            if place in named:
                end, stem = named[place]
            elif word.isdigit():
                end, stem = place + 1, TOPIC if len(word) >= _YEAR_DIGITS else NUMBER
            else:
                end, stem = place + 1, tokens[place].stem
            yield Piece(place, end, stem, word if stem == tokens[place].stem else "")
            place = end

    def _named(self, words: Sequence[str]) -> dict[int, tuple[int, str]]:
        """Where names begin: where each ends, and what it is. Command words first, then the longest."""
        found = self._vocabulary.scan(words).tolist()
        ordered = sorted(found, key=lambda row: (row[0] != self._command, row[1] - row[2], row[1]))
        taken: set[int] = set()
        named: dict[int, tuple[int, str]] = {}
        for group, first, last in ordered:
            if taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                named[first] = (last, COMMAND if group == self._command else TOPIC)
        return named


def topic_terms(pack: Pack) -> Iterator[str]:
    """Words and names of the pack's subject, and of the subjects that it knows to be others."""
    manifest = pack.manifest
    yield from (*manifest.subject_words, *manifest.terms, *manifest.other_topics)
    for field in Gazetteer.model_fields:
        yield from getattr(manifest.gazetteer, field)
    for factor in pack.factors:
        yield from factor.cues
        for entity in factor.entities:
            yield from (entity.name, *entity.variants)


def command_terms(pack: Pack) -> Iterator[str]:
    """The command words of the pack's guides, each by itself, and as they begin."""
    for guide in pack.guides:
        for name in guide.name.split("/") if _GAP not in guide.name else ():
            yield name
            yield " ".join(name.split()[:_BEGINNING])
