"""The key-point matcher's coefficients, which lie beside the word table that they were fitted with."""

from pathlib import Path

from markscheme.domain.keypoints import KeyPointModel

FILE = "keypoints.json"


def load_keypoint_model(folder: Path) -> KeyPointModel:
    """Read the coefficients of an encoder's folder; raises pydantic's ValidationError when they are misstated."""
    return KeyPointModel.model_validate_json((folder / FILE).read_bytes())
