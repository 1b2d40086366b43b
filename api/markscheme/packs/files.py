"""Which files make up knowledge/, and what each of them holds."""

from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel

from markscheme.domain.base import Noun
from markscheme.domain.cards import Card
from markscheme.domain.directions import Directions
from markscheme.domain.factors import Factor, Phrasings
from markscheme.domain.glossary import Term
from markscheme.domain.misconceptions import Misconception
from markscheme.domain.packs import Calibration, PackManifest, Source, SourcePrints
from markscheme.domain.questions import CommandGuide, MarkedExample, Question
from markscheme.domain.readings import Tutor
from markscheme.domain.schemes import MarkScheme


class SourcesFile(Noun):
    """sources.yaml: everything the pack rests on."""

    sources: tuple[Source, ...]


class FactorsFile(Noun):
    """factors.yaml: the key factors with their evidence."""

    factors: tuple[Factor, ...]


class MisconceptionsFile(Noun):
    """misconceptions.yaml: the known errors."""

    misconceptions: tuple[Misconception, ...]


class FingerprintsFile(Noun):
    """fingerprints.yaml: by which passages copied from the sources show."""

    works: tuple[SourcePrints, ...]


class ExamplesFile(Noun):
    """examples/*.yaml: the marked answers of one question."""

    examples: tuple[MarkedExample, ...]


class CardsFile(Noun):
    """cards/*.yaml: recall questions of one topic."""

    cards: tuple[Card, ...]


class GlossaryFile(Noun):
    """glossary.yaml: who was who, and what was what."""

    terms: tuple[Term, ...]


class GuidesFile(Noun):
    """command-words.yaml: what each command word asks for."""

    guides: tuple[CommandGuide, ...]


class Kind(NamedTuple):
    """One kind of file: what it holds, where it lies, and whether there must be one."""

    name: str
    model: type[BaseModel]
    pattern: str
    needed: bool = True


SHARED = (
    Kind("mark-scheme", MarkScheme, "mark-schemes/*.yaml"),
    Kind("command-words", GuidesFile, "command-words.yaml"),
    Kind("tutor", Tutor, "tutor.yaml", needed=False),
)
OF_A_PACK = (
    Kind("pack", PackManifest, "pack.yaml"),
    Kind("sources", SourcesFile, "sources.yaml"),
    Kind("factors", FactorsFile, "factors.yaml"),
    Kind("misconceptions", MisconceptionsFile, "misconceptions.yaml"),
    Kind("question", Question, "questions/*.yaml"),
    Kind("examples", ExamplesFile, "examples/*.yaml", needed=False),
    Kind("phrasings", Phrasings, "phrasings/**/*.yaml", needed=False),
    Kind("directions", Directions, "directions.yaml", needed=False),
    Kind("calibration", Calibration, "calibration.yaml", needed=False),
    Kind("cards", CardsFile, "cards/*.yaml", needed=False),
    Kind("glossary", GlossaryFile, "glossary.yaml", needed=False),
    Kind("fingerprints", FingerprintsFile, "fingerprints.yaml", needed=False),
)


def strays(folder: Path) -> list[Path]:
    """YAML files of a pack that no kind claims, most likely misnamed."""
    known = {path for kind in OF_A_PACK for path in folder.glob(kind.pattern)}
    return sorted(path for path in folder.rglob("*.y*ml") if path.is_file() and path not in known)
