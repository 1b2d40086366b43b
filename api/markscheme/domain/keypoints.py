"""What the key-point matcher has learnt: how small measures of likeness add up to a probability."""

from pydantic import Field

from .base import Noun, Text


class PointWeights(Noun):
    """Logistic coefficients by name of measure; a point is made from a probability of `made_at` on."""

    weights: dict[str, float]
    intercept: float
    made_at: float = Field(gt=0, lt=1)


class KeyPointModel(Noun):
    """Fitted coefficients and where they come from: `among` for a question of several points, `alone` for one of one."""

    encoder: Text
    fitted_on: Text
    data_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    pairs: int = Field(gt=0)
    ridge: float = Field(gt=0)
    alone: PointWeights
    among: PointWeights
