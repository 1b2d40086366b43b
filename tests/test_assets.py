"""Data is found in the source tree or beside the installed modules."""

from pathlib import Path

import pytest

from markscheme import assets


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder with nothing around it, as pip installs it."""
    monkeypatch.setattr(assets, "SOURCE_ROOT", tmp_path)
    monkeypatch.setattr(assets, "HERE", tmp_path / "site" / "markscheme")
    return assets.HERE / "data"


def test_the_source_tree_has_its_own() -> None:
    root = Path(__file__).resolve().parents[1]
    assert (assets.knowledge(), assets.prompts()) == (root / "knowledge", root / "prompts")


def test_an_installed_package_has_them_beside_it(installed: Path) -> None:
    for name in ("knowledge", "prompts", "frontend"):
        (installed / name).mkdir(parents=True)
    (installed / "frontend" / "index.html").touch()
    assert assets.knowledge() == installed / "knowledge"
    assert assets.prompts() == installed / "prompts"
    assert assets.frontend() == installed / "frontend"


def test_a_folder_of_that_name_outside_a_source_tree_is_not_ours(installed: Path) -> None:
    (assets.SOURCE_ROOT / "knowledge").mkdir()
    with pytest.raises(assets.MissingAssetError, match="no knowledge folder"):
        assets.knowledge()
    (installed / "knowledge").mkdir(parents=True)
    assert assets.knowledge() == installed / "knowledge"


def test_a_page_that_is_not_built_is_none(installed: Path) -> None:
    (installed / "frontend").mkdir(parents=True)
    assert assets.frontend() is None
