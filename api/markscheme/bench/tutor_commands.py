"""`markscheme bench …` for the practice bot, and what every bench command ends with."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from markscheme.bench.tables import Sheet

Knowledge = Callable[[], Path]


class Kinds(Protocol):
    """What argparse gives for adding commands to a parser."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser:
        """A parser for one more command."""


def tutor_commands(kinds: Kinds, knowledge: Knowledge) -> None:
    """Add what measures the practice bot."""
    understanding = kinds.add_parser("understanding", help="whether the tutor understands what students type")
    understanding.add_argument(
        "--messages", metavar="FILE", type=Path, help="messages; the source tree's own if not given"
    )
    finish(understanding, _understanding, knowledge)
    chat = kinds.add_parser(
        "chat", help="how long a student waits for the tutor, over a really started server"
    )
    finish(chat, _chat, knowledge)
    cards = kinds.add_parser("cards", help="agreement with people on short answers to the cards")
    cards.add_argument(
        "--gold", metavar="FILE", type=Path, required=True, help="marked short answers as JSON"
    )
    finish(cards, _cards, knowledge)


def finish(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace, Path], int],
            knowledge: Knowledge) -> None:  # fmt: skip
    parser.add_argument("--json", action="store_true", help="every figure as JSON")
    parser.set_defaults(command=lambda arguments: run(arguments, knowledge()))


def _understanding(arguments: argparse.Namespace, knowledge: Path) -> int:
    from markscheme.bench import ideas, topics, understanding
    from markscheme.bench.desk import Desk
    from markscheme.marking.compiled import compiled
    from markscheme.marking.ideas import Ideas
    from markscheme.marking.topics import Topics
    from markscheme.marking.understanding import Understanding

    desk = Desk.open(knowledge)
    pack, encoder = compiled(desk.packs[0], desk.encoder), desk.encoder
    read = understanding.measure(understanding.load(arguments.messages), Understanding(pack).read)
    jotted = ideas.measure(ideas.load(None), lambda q, text: Ideas(desk.rubric(q), encoder).read(text))
    asked = topics.measure(topics.load(None), Topics(pack).find)
    if arguments.json:
        whole = {"messages": read.model_dump(), "ideas": jotted.model_dump(),
                 "topics": {name: each.model_dump() for name, each in asked.items()}}  # fmt: skip
        return printed(json.dumps(whole, indent=2))
    sheets = (
        understanding.understanding_sheets(read),
        ideas.ideas_sheets(jotted),
        topics.topics_sheets(asked),
    )
    return printed([sheet for each in sheets for sheet in each])


def _chat(arguments: argparse.Namespace, knowledge: Path) -> int:
    from markscheme.bench.chat import chat_sheets, measure

    result = measure(knowledge)
    return printed(result.model_dump_json(indent=2) if arguments.json else list(chat_sheets(result)))


def _cards(arguments: argparse.Namespace, knowledge: Path) -> int:
    from functools import partial

    from markscheme.bench import cards
    from markscheme.bench.cards_tables import cards_sheets
    from markscheme.bench.desk import ENCODER
    from markscheme.encoders.keypoints import load_keypoint_model
    from markscheme.encoders.static import StaticEncoder
    from markscheme.marking.cards import read_card
    from markscheme.packs.loader import load_all

    folder = knowledge / "encoders" / ENCODER
    answers = cards.load(arguments.gold)
    read = partial(read_card, encoder=StaticEncoder.load(folder), model=load_keypoint_model(folder))
    result = cards.measure(answers, load_all(knowledge), read)
    return printed(result.model_dump_json(indent=2) if arguments.json else list(cards_sheets(result)))


def printed(result: "str | list[Sheet]") -> int:
    from markscheme.bench.tables import show
    from markscheme.terminal.report import console_for

    if isinstance(result, str):
        print(result)
    else:
        show(console_for(sys.stdout), result)
    return 0
