"""Measuring: agreement with marked answers, robustness, speed; everything a claim in docs/ rests on.

May import: main and everything below it, numpy, rich. Only `cli` may import it.
"""
