"""Thresholds with a guard band: inside it the answer's words decide, not the last digit of a likelihood."""

# Far wider than anything that sums on the grid can differ by (docs/decisions/0017); a likelihood this near to its
# threshold says neither yes nor no.
BAND = 0.002


def near(value: float, threshold: float) -> bool:
    """Is the value inside the threshold's band?"""
    return abs(value - threshold) < BAND


def reaches(value: float, threshold: float, told: bool) -> bool:
    """Does the value reach the threshold? Inside the band it does where `told`: what rules on words say, which are
    the same on every processor."""
    return told if near(value, threshold) else value >= threshold
