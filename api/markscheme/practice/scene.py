"""What a reply may depend on, and what it is."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from markscheme.domain.answers import Answer
from markscheme.domain.blocks import Block, Said
from markscheme.domain.cards import Standing
from markscheme.domain.conversations import Message, Mode, Move, State
from markscheme.domain.readings import Action, Understood
from markscheme.domain.visitors import Visitor

NOTHING = Understood(action=None, confidence=0.0)


@dataclass(frozen=True)
class Scene:
    """One message in its place: the state it meets, what stands in the editor, who sent it and when; `since` is when
    the turn before it was.

    `key` is the same for the same message at the same place, however often it is tried.
    """

    state: State
    message: Message
    visitor: Visitor
    now: datetime
    since: datetime
    key: str
    draft: str = ""
    understood: Understood = NOTHING

    @property
    def argument(self) -> str:
        """What the pressed button carries, or else what the typed words are about."""
        return self.message.argument or self.understood.subject


@dataclass(frozen=True)
class CardReview:
    """A card was answered: what the deck has to learn."""

    card_id: str
    standing: Standing
    hints: int


@dataclass(frozen=True)
class Reply:
    """The state after a message, and what is said. `reviews` and `brought` (cards to bring forward) are stored with it;
    `worded` is the answer whose report a language model may word."""

    state: State
    blocks: tuple[Block, ...]
    moves: tuple[Move, ...] = ()
    reviews: tuple[CardReview, ...] = ()
    brought: tuple[str, ...] = ()
    worded: Answer | None = field(default=None)

    def then(self, *blocks: Block, moves: tuple[Move, ...] | None = None) -> "Reply":
        """This reply with more said after it, and other buttons if given."""
        return replace(self, blocks=(*self.blocks, *blocks), moves=self.moves if moves is None else moves)


def said(state: State, text: str, *moves: Move) -> Reply:
    """A reply of plain words."""
    return Reply(state, (Said(text=text),), moves)


def move(label: str, action: Action, argument: str | None = None) -> Move:
    """A button."""
    return Move(label=label, action=action, argument=argument)


def changed(state: State, **fields: object) -> State:
    """The state with some fields changed."""
    return state.model_copy(update=fields)


def entered(state: State, mode: Mode, **fields: object) -> State:
    """The state in another mode, with nothing awaited."""
    return changed(state, mode=mode, awaiting=None, **fields)
