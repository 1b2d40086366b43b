"""Fits the key-point matcher's coefficients on ArgKP-2021, and on nothing else: its terms allow shipping them.

    python tools/fit_keypoints.py FOLDER_OF_PUBLIC_SETS

Writes keypoints.json beside the word table. Never run at install.
"""

import argparse
import sys
from pathlib import Path

from markscheme.bench.desk import ENCODER
from markscheme.bench.public_models import fit_shipped
from markscheme.bench.public_reading import read_pairs
from markscheme.bench.public_sets import load
from markscheme.encoders.keypoints import FILE
from markscheme.encoders.static import StaticEncoder

FOLDER = Path(__file__).resolve().parents[1] / "knowledge" / "encoders" / ENCODER


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with argkp-train.jsonl.gz and argkp-dev.jsonl.gz")
    argkp = load(parser.parse_args().data)["argkp"]
    encoder = StaticEncoder.load(FOLDER)
    pairs = read_pairs(argkp.pairs("train", "dev"), encoder, lambda line: print(line, file=sys.stderr))
    model = fit_shipped(pairs, argkp.sha256, encoder)
    (FOLDER / FILE).write_text(model.model_dump_json(indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
