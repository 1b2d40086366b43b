"""Hostile texts with what each may get and must raise, and honest ones that must be let be."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, computed_field

from markscheme.domain.base import Noun, Slug, Text
from markscheme.domain.errors import AnswerTooLongError
from markscheme.domain.packs import Pack
from markscheme.domain.reports import FlagKind
from markscheme.packs.documents import Document

from .desk import Desk, Marker
from .disguises import disguise
from .gold import Gold, Half, half_of
from .tables import Cell, Sheet


class AttackPackError(ValueError):
    """A file of attacks cannot be used; the message names the file and what is wrong with it."""


class Part(Noun):
    """A piece of an attack: exactly one of the fields but `steps` says whence, and `steps` what is done to it.

    `own` names a text of texts.yaml, `example` a marked example, `pose` a question, `source` how a source's file begins.
    """

    text: str | None = None
    own: Slug | None = None
    example: Slug | None = None
    pose: Slug | None = None
    source: str | None = None
    steps: tuple[str, ...] = ()


class Case(Noun):
    """One text to mark: `text`, or `parts` with a blank line between. `awaits` says what it would take, if it is known
    not to hold yet."""

    id: Slug
    kind: Text
    question: Slug
    note: Text
    text: str | None = None
    parts: tuple[Part, ...] = ()
    awaits: str | None = None


class AttackCase(Case):
    """`allowed` is out of 25; every kind of `flags` must be raised."""

    allowed: int
    flags: tuple[FlagKind, ...]


class Control(Case):
    """An honest text: no flag but those of `may`, and at least `least` marks of 25."""

    least: int = 0
    may: tuple[FlagKind, ...] = ()


class AttackFile(Noun):
    """tests/attacks/*.yaml."""

    attacks: tuple[AttackCase, ...] = ()
    controls: tuple[Control, ...] = ()
    texts: dict[str, str] = Field(default_factory=dict)


class Outcome(Noun):
    """What one text got and raised. No mark at all, withheld or refused, is within any allowance."""

    id: str
    kind: str
    half: Half
    honest: bool
    limit: int
    given: int | None
    outcome: Literal["marked", "withheld", "refused"]
    wanted: tuple[str, ...]
    raised: tuple[str, ...]
    ok: bool
    awaits: str | None = None


class AttackPack:
    """Attacks and controls, read from a folder, made into texts by means of a subject's pack."""

    def __init__(self, folder: Path, packs: Sequence[Pack], sources: Path | None = None) -> None:
        files = [_read(path) for path in sorted(folder.glob("*.yaml"))]
        self.attacks = [case for file in files for case in file.attacks]
        self.controls = [case for file in files for case in file.controls]
        self._own = {name: text for file in files for name, text in file.texts.items()}
        self._examples = {e.id: e.text for pack in packs for e in pack.examples}
        self._questions = {q.id: q.text for pack in packs for q in pack.questions}
        self._sources = _texts(sources)

    def outcomes(self, marker: Marker) -> Iterator[Outcome]:
        """Mark every text whose parts are at hand, attacks first."""
        for case in (*self.attacks, *self.controls):
            if self._sources or not any(part.source for part in case.parts):
                yield outcome(case, self.text(case), marker)

    def text(self, case: Case) -> str:
        """The text of one case; raises AttackPackError."""
        if case.text is not None:
            return case.text
        try:
            return "\n\n".join(self._part(part) for part in case.parts)
        except (LookupError, ValueError) as error:
            raise AttackPackError(f"attack {case.id}: {error}") from error

    def _part(self, part: Part) -> str:
        if part.source is not None:
            text = next(text for name, text in self._sources.items() if name.startswith(part.source))
        else:
            shelf: tuple[tuple[str | None, Mapping[str, str]], ...] = (
                (part.own, self._own), (part.example, self._examples), (part.pose, self._questions),
            )  # fmt: skip
            text = part.text or next(texts[name] for name, texts in shelf if name is not None)
        for step in part.steps:
            text = disguise(text, step)
        return text


def outcome(case: Case, text: str, marker: Marker) -> Outcome:
    """Mark one text and hold it against what it may get and must raise."""
    result: Literal["marked", "withheld", "refused"]
    try:
        report = marker(case.question, text)
        given, flags = report.mark, report.flags
        result = "withheld" if given is None else "marked"
    except AnswerTooLongError:
        given, flags, result = None, (), "refused"
    raised = tuple(dict.fromkeys(flag.kind for flag in flags))
    if isinstance(case, AttackCase):
        wanted, limit = case.flags, case.allowed
        ok = (given is None or given <= limit) and (result == "refused" or set(wanted) <= set(raised))
    else:
        assert isinstance(case, Control)
        wanted, limit = (), case.least
        ok = given is not None and given >= limit and set(raised) <= set(case.may)
    return Outcome(id=case.id, kind=case.kind, half=half_of(case.id), honest=isinstance(case, Control), limit=limit,
                   given=given, outcome=result, wanted=wanted, raised=raised, ok=ok, awaits=case.awaits)  # fmt: skip


def of_gold(gold: Gold, letters: Mapping[str, str]) -> list[AttackCase]:
    """The gold folder's attacks as cases, which say nothing of flags; `letters` gives question ids."""
    return [
        AttackCase(id=a.id.replace(".", "-"), kind=a.kind, question=letters[a.question], note=a.kind, text=a.text,
                   allowed=a.allowed, flags=())
        for a in gold.attacks
    ]  # fmt: skip


def _texts(folder: Path | None) -> dict[str, str]:
    if folder is None:
        return {}
    found = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    if not found:
        raise AttackPackError(f"{folder} has no *.txt; give the folder of the sources")
    return found


def _read(path: Path) -> AttackFile:
    document = Document(path)
    for problem in document.problems:
        raise AttackPackError(str(problem))
    try:
        return AttackFile.model_validate_json(json.dumps(document.data), strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        raise AttackPackError(str(document.problem(first["msg"], first["loc"]))) from error


class AttackResult(Noun):
    """What `bench attacks` prints; a breach is what does not hold and is not known to."""

    engine: str
    encoder: str
    outcomes: tuple[Outcome, ...]
    gold: tuple[Outcome, ...] = ()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def breaches(self) -> tuple[str, ...]:
        """Ids of those that do not hold, and of those that hold though they are said not to."""
        return tuple(o.id for o in (*self.outcomes, *self.gold) if o.ok == bool(o.awaits))


def measure(pack: AttackPack, desk: Desk, gold: Gold | None = None) -> AttackResult:
    """Mark every text of the attack pack, and the gold folder's attacks; the desk marks out of 25."""
    letters = {question.letter: question.id for known in desk.packs for question in known.questions}
    cases = of_gold(gold, letters) if gold else ()
    blank = desk.mark(desk.question_ids[0], "")
    return AttackResult(
        engine=blank.provenance.engine,
        encoder=blank.provenance.encoder,
        outcomes=tuple(pack.outcomes(desk.mark)),
        gold=tuple(outcome(case, case.text or "", desk.mark) for case in cases),
    )


def attack_sheets(result: AttackResult) -> Iterator[Sheet]:
    """One table for the attacks, one for the honest texts, one for the gold folder's, and the counts by half."""
    attacks = [each for each in result.outcomes if not each.honest]
    honest = [each for each in result.outcomes if each.honest]
    yield _sheet("Attacks", "allowed", attacks)
    yield _sheet("Honest texts that resemble attacks", "at least", honest)
    if result.gold:
        yield _sheet("Attacks of the development set", "allowed", result.gold)
    rows: list[list[Cell]] = []
    for half in ("A", "B"):
        for name, texts in (("attacks", attacks), ("honest", honest)):
            own = [each for each in texts if each.half == half]
            rows.append(
                [half, name, len(own), sum(each.ok for each in own), sum(bool(each.awaits) for each in own)]
            )
    note = "The guards were built on A; what B then showed was mended as well, so neither is unseen any more."
    yield Sheet("Held, by half", ["half", "texts", "n", "held", "known not to hold"], rows, note)


def _sheet(title: str, limit: str, outcomes: Sequence[Outcome]) -> Sheet:
    rows: list[list[Cell]] = [
        [o.id, o.kind, o.limit, o.outcome if o.given is None else o.given, " ".join(o.wanted), " ".join(o.raised),
         _verdict(o)]
        for o in outcomes
    ]  # fmt: skip
    held = sum(o.ok for o in outcomes)
    note = f"{held} of {len(outcomes)} hold. No mark at all is within any allowance."
    return Sheet(title, ["id", "kind", limit, "given", "flags wanted", "flags raised", ""], rows, note)


def _verdict(outcome: Outcome) -> str:
    if outcome.awaits:
        return "holds now: close it" if outcome.ok else f"open: {outcome.awaits}"
    return "ok" if outcome.ok else "BREACH"
