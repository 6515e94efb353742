#!/usr/bin/python3
"""Opens and checks an exported envelope with Debian's python3-jwcrypto and jose, and with no code of the product.

Usage: verify.py EXPORT --root THUMBPRINT --key READER.jwk   prints the views as JSON; ends with 1 and a reason if refused
       verify.py --vectors FOLDER                            one line of JSON for every vector; ends with 1 if one is wrong
"""

import argparse
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# Leaves nothing behind beside the sources.
sys.dont_write_bytecode = True

from reader import open_export  # noqa: E402
from strict import Refusal  # noqa: E402


def vector_text(vector, folder):
    """The export that a vector to be refused stands for: a good one with some members set anew."""
    whole = json.loads((folder / "good" / f"{vector['base']}.json").read_text())
    for path, *values in vector["set"]:
        *names, last = path.split(".")
        node = whole
        for name in names:
            node = node[name]
        if values:
            node[last] = values[0]
        else:
            del node[last]
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return text.replace(*vector["replace"], 1) if "replace" in vector else text


def reason_of(text):
    """The reason why an export is refused; None where it opens."""
    try:
        open_export(text)
    except Refusal as refusal:
        return refusal.reason
    return None


def vectors(folder):
    """Opens every vector and says what became of it."""
    good = [(path.stem, path.read_text(), None) for path in sorted((folder / "good").glob("*.json"))]
    listed = json.loads((folder / "refused.json").read_text())
    refused = [(vector["name"], vector_text(vector, folder), vector["reason"]) for vector in listed]
    wrong = 0
    with ThreadPoolExecutor() as pool:
        cases = good + refused
        for (name, _, due), found in zip(cases, pool.map(reason_of, [text for _, text, _ in cases])):
            wrong += found != due
            print(json.dumps({"name": name, "due": due, "found": found}))
    return 1 if wrong else 0


def one(path, root, key):
    """Opens one export and prints its views."""
    try:
        views, blobs = open_export(path.read_text(), root, key and json.loads(key.read_text()))
    except Refusal as refusal:
        print(f"refused: {refusal}", file=sys.stderr)
        return 1
    if not root:
        print("The root was taken from the file itself: compare it with the one in the letter.", file=sys.stderr)
    print(json.dumps(views, ensure_ascii=False, indent=2))
    for name, octets in blobs.items():
        print(f"blob {name}: {len(octets)} bytes, whole", file=sys.stderr)
    return 0


def main():
    parser = argparse.ArgumentParser(description="Opens and checks an exported envelope.")
    parser.add_argument("export", nargs="?", type=Path)
    parser.add_argument("--root", help="thumbprint of the organisation's root, from the letter")
    parser.add_argument("--key", type=Path, help="the reader's private key (enc), a JWK")
    parser.add_argument("--vectors", type=Path, help="a folder of vectors (tests/vectors)")
    given = parser.parse_args()
    if given.vectors:
        return vectors(given.vectors)
    if not given.export:
        parser.error("name an export")
    return one(given.export, given.root, given.key)


if __name__ == "__main__":
    sys.exit(main())
