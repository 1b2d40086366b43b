"""Figures that others published for these sets, and how sure we are of each."""

from typing import Literal, NamedTuple

from .public import Figures

Standing = Literal["published", "from memory, not checked"]


class Published(NamedTuple):
    """One published row; `split` says what it was measured on, which is not always what we can measure on."""

    set: str
    split: str
    system: str
    figures: Figures
    standing: Standing


_TEST = "test, 3 topics"
_MEMORY: Standing = "from memory, not checked"

# ArgKP: its test split is not among the files read here. SemEval: the two-way table of the task paper could not be
# opened when these were written down, so its figures are remembered ones.
PUBLISHED = (
    Published("argkp", _TEST, "Team Enigma, at evaluation (arXiv 2110.12370)",
              Figures(map_strict=0.872, map_relaxed=0.966), "published"),
    Published("argkp", _TEST, "Team Enigma, afterwards (arXiv 2110.12370)",
              Figures(map_strict=0.921, map_relaxed=0.982), "published"),
    Published("argkp", _TEST, "RoBERTa-base, Reimer et al. (2021.argmining-1.18)", Figures(map_strict=0.913), "published"),
    Published("scientsbank", "ua", "CoMeT 2013", Figures(macro_f1=0.77), _MEMORY),
    Published("scientsbank", "uq", "SoftCardinality 2013", Figures(macro_f1=0.74), _MEMORY),
    Published("scientsbank", "ud", "SoftCardinality 2013", Figures(macro_f1=0.71), _MEMORY),
    Published("scientsbank", "ua", "lexical baseline 2013", Figures(macro_f1=0.62), _MEMORY),
    Published("scientsbank", "uq", "lexical baseline 2013", Figures(macro_f1=0.63), _MEMORY),
    Published("scientsbank", "ud", "lexical baseline 2013", Figures(macro_f1=0.65), _MEMORY),
    Published("beetle", "ua", "CoMeT 2013", Figures(macro_f1=0.83), _MEMORY),
    Published("beetle", "uq", "CoMeT 2013", Figures(macro_f1=0.70), _MEMORY),
    Published("beetle", "ua", "CoMeT, three-way (S13-2102)", Figures(accuracy=0.731), "published"),
)  # fmt: skip
