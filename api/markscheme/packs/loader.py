"""Reads packs: either all is right and there are packs, or PackError tells everything that is wrong."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from markscheme.domain.directions import Directions
from markscheme.domain.packs import Pack

from .documents import Document
from .files import OF_A_PACK, SHARED, Kind, strays
from .problems import PackError, Problem, worded
from .references import disagreements, twice

Documents = dict[str, list[Document]]


def load_pack(folder: Path, knowledge: Path) -> Pack:
    """The pack in `folder`, with the mark schemes and command words of `knowledge`; raises PackError."""
    packs, problems = _read([folder], knowledge)
    if problems:
        raise PackError(problems)
    return packs[0]


def load_all(knowledge: Path) -> tuple[Pack, ...]:
    """Every pack of `knowledge`, in order of folder name; raises PackError with the problems of them all."""
    packs, problems = _read(_folders(knowledge), knowledge)
    if problems:
        raise PackError(problems)
    return tuple(packs)


def check(knowledge: Path) -> list[Problem]:
    """Everything wrong under `knowledge`, in order of file and line; nothing when all is well.

    The folder of one pack will do too; what packs share is then looked for beside it.
    """
    if (knowledge / "pack.yaml").is_file():
        _, problems = _read([knowledge], knowledge.parent)
    else:
        _, problems = _read(_folders(knowledge), knowledge)
    return sorted(set(problems))


def _folders(knowledge: Path) -> list[Path]:
    return sorted(path.parent for path in knowledge.glob("*/pack.yaml"))


def _read(folders: list[Path], knowledge: Path) -> tuple[list[Pack], list[Problem]]:
    if not knowledge.is_dir():
        return [], [Problem(str(knowledge), 1, "no such folder")]
    if not folders:
        return [], [Problem(str(knowledge), 1, "no pack here; a pack is a folder with a pack.yaml in it")]
    problems: list[Problem] = []
    shared = _documents(SHARED, knowledge, problems)
    schemes_and_guides = _nouns(SHARED, shared, problems)
    packs = []
    every: list[Documents] = []
    for folder in folders:
        own = _pack_documents(folder, problems)
        every.append(own)
        nouns = schemes_and_guides | _nouns(OF_A_PACK, own, problems)
        problems.extend(disagreements(shared | own))
        if not problems:
            packs.append(_pack(nouns))
    problems.extend(_across(every))
    return packs, problems


def _pack_documents(folder: Path, problems: list[Problem]) -> Documents:
    if not folder.is_dir():
        problems.append(Problem(str(folder), 1, "no such folder"))
        return {}
    places = ", ".join(kind.pattern for kind in OF_A_PACK)
    problems.extend(
        Problem(str(path), 1, f"a pack has no such file; it has {places}") for path in strays(folder)
    )
    return _documents(OF_A_PACK, folder, problems)


def _documents(kinds: Iterable[Kind], folder: Path, problems: list[Problem]) -> Documents:
    found: Documents = {}
    for kind in kinds:
        found[kind.name] = [Document(path) for path in sorted(folder.glob(kind.pattern))]
        if kind.needed and not found[kind.name]:
            problems.append(Problem(str(folder), 1, f"no {kind.pattern} here"))
        problems.extend(chain.from_iterable(document.problems for document in found[kind.name]))
    return found


def _nouns(kinds: Iterable[Kind], documents: Documents, problems: list[Problem]) -> dict[str, list[Any]]:
    """The documents as models, by kind; what does not fit is added to `problems`."""
    nouns: dict[str, list[Any]] = {}
    for kind in kinds:
        nouns[kind.name] = []
        for document in documents.get(kind.name, ()):
            if document.data is None:
                continue
            try:
                # As JSON: read strictly it still takes a list for a tuple, but never text for a number.
                noun = kind.model.model_validate_json(json.dumps(document.data), strict=True)
            except ValidationError as error:
                problems.extend(
                    document.problem(worded(detail, kind.model), detail["loc"]) for detail in error.errors()
                )
            else:
                nouns[kind.name].append(noun)
    return nouns


def _pack(nouns: dict[str, list[Any]]) -> Pack:
    return Pack(
        manifest=nouns["pack"][0],
        sources=nouns["sources"][0].sources,
        factors=nouns["factors"][0].factors,
        phrasings=tuple(nouns["phrasings"]),
        directions=next(iter(nouns["directions"]), Directions()),
        misconceptions=nouns["misconceptions"][0].misconceptions,
        questions=tuple(sorted(nouns["question"], key=lambda question: int(question.letter[1:]))),
        schemes=tuple(nouns["mark-scheme"]),
        guides=nouns["command-words"][0].guides,
        examples=tuple(example for file in nouns["examples"] for example in file.examples),
        calibration=next(iter(nouns["calibration"]), None),
        cards=tuple(card for file in nouns["cards"] for card in file.cards),
        glossary=tuple(term for file in nouns["glossary"] for term in file.terms),
        fingerprints=tuple(work for file in nouns["fingerprints"] for work in file.works),
        tutor=next(iter(nouns["tutor"]), None),
    )


def _across(packs: list[Documents]) -> Iterator[Problem]:
    """What only shows between packs: questions and cards are named without their pack, so their ids are shared."""
    if len(packs) > 1:
        every = {
            name: [document for pack in packs for document in pack[name]]
            for name in ("pack", "question", "cards")
        }
        yield from twice(every, among=("pack", "question", "card", "card alias"))
