"""The reader's order (decision 0004): directory, inclusion, outer vid and rset, unwrap, key commitment, inner signature,
readers, meeting, sequence, blob hashes. The first that fails names the refusal; nothing is given out before all hold.
"""

import hashlib
import re

import wire
from outside import decrypt, decrypt_chunk, is_signed, unwrap
from strict import an_object, base64url, canonical, demand, hash_of, parse_json, thumbprint


def _directory(text, root, at_least):
    kid, it = wire.directory(text)
    demand(kid == root, "directory-root")
    demand(thumbprint(it["root"]) == root, "directory-root")
    demand(is_signed(text, it["root"]), "directory-signature")
    demand(it["seq"] >= at_least, "directory-old")
    return it["keys"]


def _receipt(text, keys, vid, envelope):
    kid, it = wire.receipt(text)
    living = [
        key["sig"]
        for key in keys
        if key["use"] == "server"
        and key["sig"]
        and thumbprint(key["sig"]) == kid
        and key["from"] <= it["at"]
        and (key["until"] is None or it["at"] < key["until"])
    ]
    demand(living, "receipt-key")
    demand(is_signed(text, living[0]), "receipt-signature")
    demand(it["vid"] == vid and it["envelope"] == envelope, "receipt-other")
    return it


def _submit(text, device):
    kid, it = wire.submit(text)
    demand(kid == thumbprint(device), "submit-device")
    demand(is_signed(text, device), "submit-signature")
    return it


def _node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def _included(receipt, proof):
    """RFC 9162 §2.1.3.2, by walking down from the root: which side the leaf is on at each level."""
    point = receipt["checkpoint"]
    same = (proof["index"], proof["size"], proof["root"]) == (receipt["index"], point["size"], point["root"])
    demand(same, "not-included", "another place or tree than the receipt's")
    at, size, sides = proof["index"], proof["size"], []
    while size > 1:
        left = 1 << (size - 1).bit_length() - 1
        sides.append(at >= left)
        at, size = (at - left, size - left) if at >= left else (at, left)
    demand(len(sides) == len(proof["path"]), "not-included", "length of the path")
    leaf = b"\x00" + base64url(receipt["salt"], "salt") + base64url(receipt["envelope"], "envelope")
    node = hashlib.sha256(leaf).digest()
    for right, other in zip(reversed(sides), proof["path"]):
        other = base64url(other, "path")
        node = _node(other, node) if right else _node(node, other)
    demand(node == base64url(point["root"], "root"), "not-included")


def _unpad(clear):
    text = clear.rstrip(b" ")
    step = next((size for size in wire.STEPS if size >= len(text)), None)
    demand(text and len(clear) == step, "wrong-padding")
    demand(re.fullmatch(rb"[A-Za-z0-9_.-]+", text), "wrong-padding", "something else than a JWS and spaces")
    return text.decode()


def _views(text, device):
    kid, payload = wire.split_jws(text, "view", 256 * wire.KIB)
    demand(kid == thumbprint(device), "view-device")
    demand(is_signed(text, device), "view-signature")
    return wire.views(payload)


def _step(size):
    step = 16 * wire.KIB
    while step < size:
        step *= 2
    return step


def _blob(blob, vid, chunks):
    """The clear bytes of a blob, from its chunks as they are stored."""
    key, clear, prefix = base64url(blob["key"], "key"), b"", None
    for at, name in enumerate(blob["chunks"]):
        octets = base64url(chunks.get(name, ""), "chunk")
        demand(hash_of(octets) == name, "blob-hash")
        last, left = at == len(blob["chunks"]) - 1, blob["bytes"] - at * wire.CHUNK
        prefix = prefix or octets[:8]
        demand(octets[:12] == prefix + at.to_bytes(4, "big"), "blob-failed", "not the counter of its place")
        about = f"vv1|{vid}|{blob['id']}|{at}|{int(last)}"
        plain = decrypt_chunk(key, octets[:12], octets[12:], about)
        demand(len(plain) == (_step(left) if last else wire.CHUNK), "blob-failed", "not a step")
        clear += plain[:left]
    return clear


def open_export(text, root=None, secret=None):
    """(views, blobs by id) of an export, after every check. `root` and `secret` win over what stands in it."""
    it = an_object(parse_json(text), "export")
    for name in "directory meeting invitation device submit envelope receipt proof".split():
        demand(name in it, "malformed", f"export: {name} is missing")
    demand((root or "root" in it) and (secret or "reader" in it), "malformed", "export: no root or no reader's key")
    keys = _directory(it["directory"], root or it["root"], it.get("atLeast", 1))
    secret = secret or it["reader"]
    wire.key_of({name: member for name, member in secret.items() if name != "d"}, "reader")
    envelope, outer = wire.envelope(it["envelope"])
    proof = wire.proof(it["proof"])
    device = wire.key_of(it["device"], "device")
    whole = canonical(envelope)
    envelope_hash = hash_of(whole)
    # Inclusion.
    receipt = _receipt(it["receipt"], keys, outer["vid"], envelope_hash)
    demand(receipt["bytes"] == len(whole), "receipt-other", "another length")
    submit = _submit(it["submit"], device)
    demand((submit["envelope"], submit["length"]) == (envelope_hash, len(whole)), "submit-other")
    demand(submit["invitation"] == it["invitation"], "submit-other", "another invitation")
    _included(receipt, proof)
    # Outer vid and readers.
    demand(submit["vid"] == outer["vid"], "wrong-vid")
    kids = [one["header"]["kid"] for one in envelope["recipients"]]
    demand(outer["rset"] == hash_of(canonical(sorted(kids))), "wrong-rset")
    known = {thumbprint(key["enc"]) for key in keys if key["use"] == "reader"}
    demand(set(kids) <= known, "unknown-reader")
    # The content key, and that it is the one committed to.
    mine = [one for one in envelope["recipients"] if one["header"]["kid"] == thumbprint(secret)]
    demand(mine, "not-a-reader")
    content_key = unwrap(mine[0], secret)
    demand(hash_of(b"vv1 kc " + content_key) == outer["kc"], "wrong-kc")
    # What the child's device signed.
    views = _views(_unpad(decrypt(envelope, secret, mine[0])), device)
    demand(views["vid"] == outer["vid"], "wrong-vid")
    demand(views["readers"] == kids, "wrong-readers")
    demand(views["meeting"] == it["meeting"], "wrong-meeting")
    demand(views["invitation"] == it["invitation"], "wrong-invitation")
    demand(views["seq"] == it.get("expectedSeq", views["seq"]), "wrong-sequence")
    demand([name for blob in views["blobs"] for name in blob["chunks"]] == submit["blobs"], "wrong-blobs")
    chunks = it.get("chunks")
    opened = {} if chunks is None else {b["id"]: _blob(b, views["vid"], chunks) for b in views["blobs"]}
    return views, opened
