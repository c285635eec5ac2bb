"""Makes features of a corpus with the product's own code, `crates/quotes/examples/dump_features.rs`."""

import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent


def dump(corpora, out):
    """Writes the features of corpora to the file `out`, and returns its path."""
    out = pathlib.Path(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    command = ["cargo", "run", "--quiet", "--release", "--package", "hearsay-quotes", "--example", "dump_features", "--"]
    with open(out, "wb") as file:
        subprocess.run([*command, *(str(pathlib.Path(path).resolve()) for path in corpora)], cwd=ROOT, stdout=file, check=True)
    return out
