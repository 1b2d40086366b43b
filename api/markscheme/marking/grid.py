"""Numbers on a grid: multiples of a power of two, whose sums and products are exact.

A sum of floats depends on the order in which a processor takes them, and so on its vector width, its number of
threads and the library that it runs. A sum of whole numbers does not. Whatever is summed in marking is put on a grid
first; docs/decisions/0017 says what that leaves.
"""

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# Vectors, heads and odds: products of two have 36 bits after the point, which leaves 17 before it in a float.
FINE = 18
# Weights of words, and shares of them.
COARSE = 10
# Where sums stay below 2, two of these have 22 bits after the point: exact in a float of half the length.
HALF = 11
# Probabilities: steps of 1/131,072.
CHANCE = 17


def on_grid(values: Array, bits: int = FINE) -> Array:
    """The nearest multiples of 2^-bits."""
    steps: Array = np.rint(np.ldexp(values, bits))
    return np.ldexp(steps, -bits)


def step(value: float, bits: int = FINE) -> float:
    """The same for one number."""
    return math.ldexp(round(math.ldexp(value, bits)), -bits)


def solve(matrix: Array, right: Array) -> Array:
    """The solution of a system with a positive definite matrix, by elimination in a fixed order.

    A linear algebra library would take its own order on each processor, and give other last bits.
    """
    table = np.concatenate((matrix, right), axis=1)
    size = len(matrix)
    for k in range(size):
        table[k, k + 1 :] /= table[k, k]
        table[k + 1 :, k + 1 :] -= np.multiply.outer(table[k + 1 :, k], table[k, k + 1 :])
    solution = table[:, size:]
    for k in range(size - 1, 0, -1):
        solution[:k] -= np.multiply.outer(table[:k, k], solution[k])
    return solution
