import io
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from markscheme.bench import public
from markscheme.bench.public import PublicResult, measure
from markscheme.bench.public_models import fit_shipped
from markscheme.bench.public_reading import Pairs, read_pairs
from markscheme.bench.public_sets import PublicSet, load
from markscheme.bench.public_tables import public_sheets
from markscheme.bench.tables import show
from markscheme.encoders.keypoints import load_keypoint_model
from markscheme.encoders.static import StaticEncoder

from .public_town import write_all

FOLDER = Path(__file__).resolve().parents[2] / "knowledge" / "encoders" / "own256-1"


@pytest.fixture(scope="module")
def sets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PublicSet]:
    return load(write_all(tmp_path_factory.mktemp("public")))


@pytest.fixture(scope="module")
def said() -> list[str]:
    return []


@pytest.fixture(scope="module")
def result(sets: dict[str, PublicSet], encoder: StaticEncoder, said: list[str]) -> PublicResult:
    return measure(sets, encoder, load_keypoint_model(FOLDER), said.append)


@pytest.fixture(scope="module")
def debates(sets: dict[str, PublicSet], encoder: StaticEncoder) -> Pairs:
    return read_pairs(sets["argkp"].pairs("train", "dev"), encoder, lambda _: None)


def auc(pairs: Pairs) -> float:
    """The AUC that the table would show."""
    found = public.argkp_row(pairs, "any", pairs.rows).figures.auc
    assert found is not None
    return found


def test_points_of_unseen_topics_are_recognised(debates: Pairs) -> None:
    assert auc(debates) > 0.8


def test_shuffled_labels_teach_nothing(debates: Pairs) -> None:
    order = np.random.default_rng(7).permutation(len(debates.match))
    shuffled = Pairs(debates.rows, debates.match[order], debates.topics, debates.debates, debates.arguments)
    assert auc(shuffled) == pytest.approx(0.5, abs=0.1)


def test_the_surest_arguments_are_right(result: PublicResult) -> None:
    row = next(row for row in result.measured if row.set == "argkp" and row.method.startswith("among"))
    assert row.figures.map_strict is not None
    assert row.figures.map_strict > 0.8
    assert row.figures.map_strict == row.figures.map_relaxed


def test_every_test_split_has_its_rows_and_train_has_none(result: PublicResult) -> None:
    places = {(row.set, row.split) for row in result.measured}
    assert places == {
        ("argkp", "8 topics, unseen in turn"), ("saf", "ua"), ("saf", "uq"), ("beetle", "ua"), ("beetle", "uq"),
        ("scientsbank", "ua"), ("scientsbank", "uq"), ("scientsbank", "ud"),
    }  # fmt: skip
    for row in result.measured:
        for _, figure in row.figures:
            assert figure is None or -1 <= figure <= 1


def test_what_ships_tells_right_from_wrong_without_training(result: PublicResult) -> None:
    rows = [row for row in result.measured if row.method == "as shipped"]
    assert len(rows) == 5
    assert all(row.figures.auc is not None and row.figures.auc > 0.85 for row in rows)


def test_progress_is_told(said: list[str], result: PublicResult) -> None:
    assert "argkp: topic and stance 16 of 16" in said
    assert result.encoder == "own256-1"


def test_the_same_files_give_the_same_coefficients(debates: Pairs, encoder: StaticEncoder) -> None:
    first, second = (fit_shipped(debates, "0" * 64, encoder) for _ in range(2))
    assert first == second
    assert first.pairs == len(debates.match)
    assert set(first.alone.weights) < set(first.among.weights)


def test_the_table_puts_published_figures_below_our_own(result: PublicResult) -> None:
    out = io.StringIO()
    show(Console(file=out, width=200), list(public_sheets(result)))
    lines = [line for line in out.getvalue().splitlines() if line.startswith("|")]
    columns = {line.count("|") for line in lines}
    assert len(columns) == 1
    ours = next(n for n, line in enumerate(lines) if "among the topic's points" in line)
    theirs = next(n for n, line in enumerate(lines) if "RoBERTa" in line)
    assert ours < theirs
    assert all("measured here" in line for line in lines if "as shipped" in line)
    assert "from memory, not checked" in next(line for line in lines if "SoftCardinality" in line)
    assert PublicResult.model_validate_json(result.model_dump_json()) == result
