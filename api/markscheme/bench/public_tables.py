"""The results of `bench public` as one table, each set's own figures above the published ones."""

from collections.abc import Iterator

from .public import Figures, PublicResult
from .public_published import PUBLISHED
from .tables import Cell, Sheet

_TITLES = {"argkp": "ArgKP-2021", "scientsbank": "SciEntsBank", "beetle": "Beetle", "saf": "SAF (English)"}
_SPLITS = {"ua": "unseen answers", "uq": "unseen questions", "ud": "unseen domains"}
_COLUMNS = (
    "Set", "Split", "Method", "Standing", "Rows", "AUC", "Macro-F1", "± s.e.", "Accuracy", "Weighted F1", "AP", "mAP strict",
    "mAP relaxed", "Calibration error", "r",
)  # fmt: skip


def public_sheets(result: PublicResult) -> Iterator[Sheet]:
    """One sheet for all sets."""
    rows: list[list[Cell]] = []
    for name in result.hashes:
        for row in result.measured:
            if row.set == name:
                rows.append(
                    [*_place(name, row.split), row.method, "measured here", row.rows, *_cells(row.figures)]
                )
        for other in PUBLISHED:
            if other.set == name:
                place = _place(name, other.split)
                rows.append([*place, other.system, other.standing, None, *_cells(other.figures)])
    files = "; ".join(f"{_TITLES[name]} sha256 {digest[:12]}" for name, digest in result.hashes.items())
    note = (
        f"Encoder {result.encoder}. AUC and AP of ArgKP are means over topics; its macro-F1 is over all pairs. Standard "
        "errors are over questions or topics (jackknife). Every threshold and coefficient was set without the rows "
        f"it is measured on. No published figure is at hand for SAF. Files: {files}."
    )
    yield Sheet("Public sets, beside published figures", _COLUMNS, rows, note)


def _place(name: str, split: str) -> tuple[str, str]:
    return _TITLES[name], _SPLITS.get(split, split)


def _cells(figures: Figures) -> list[Cell]:
    return [
        figures.auc, figures.macro_f1, figures.macro_f1_error, figures.accuracy, figures.weighted_f1,
        figures.average_precision, figures.map_strict, figures.map_relaxed, figures.calibration_error, figures.correlation,
    ]  # fmt: skip
