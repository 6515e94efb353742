"""The objects of docs/wire.md and their form, which needs no key to check."""

import re

from outside import on_curve
from strict import (
    a_count,
    a_hash,
    a_key,
    a_list,
    a_text,
    a_version,
    an_id,
    an_instant,
    an_object,
    base64url,
    demand,
    exactly,
    parse_canonical,
    utf8,
)

KIB = 1024
STEPS = [16 * KIB, 32 * KIB, 64 * KIB, 128 * KIB, 256 * KIB]
CHUNK = 1024 * KIB
FORBIDDEN = "b64 crit jku jwk x5c x5t x5t#S256 x5u zip apu apv iv tag p2c p2s".split()


def refuse_forbidden(header):
    for name in FORBIDDEN:
        demand(name not in header, "forbidden-header", name)


def key_of(value, what):
    """A public key, on the curve."""
    a_key(value, what)
    on_curve(value, what)
    return value


def split_jws(text, kind, most):
    """(kid, payload) of a compact JWS whose form holds; its signature is not verified."""
    typ = f"vv-{kind}+jws"
    a_text(text, most, typ)
    parts = text.split(".")
    demand(len(parts) == 3, "malformed", f"{typ}: not three parts")
    header = an_object(parse_canonical(utf8(base64url(parts[0], typ), typ)), typ)
    refuse_forbidden(header)
    demand(header.get("alg") == "ES256", "wrong-algorithm", typ)
    demand(header.get("typ") == typ, "wrong-type", typ)
    kid = a_hash(header.get("kid"), f"{typ}: kid")
    demand(len(header) == 3, "extra-member", f"{typ}: header")
    payload = parse_canonical(utf8(base64url(parts[1], typ), typ))
    base64url(parts[2], f"{typ}: signature", 64)
    return kid, payload


def _payload(text, kind, most, names):
    kid, payload = split_jws(text, kind, most)
    a_version(an_object(payload, kind).get("v"), kind)
    return kid, exactly(payload, names, kind)


def _recipient(value):
    exactly(value, "header encrypted_key", "recipient")
    header = an_object(value["header"], "recipient")
    refuse_forbidden(header)
    exactly(header, "alg kid epk", "recipient")
    demand(header["alg"] == "ECDH-ES+A256KW", "wrong-algorithm", "recipient")
    a_hash(header["kid"], "kid")
    key_of(header["epk"], "epk")
    base64url(value["encrypted_key"], "encrypted_key", 40)
    return value


def envelope(value):
    """(envelope, protected header)."""
    an_object(value, "envelope")
    a_text(value.get("ciphertext"), 384 * KIB, "ciphertext")
    text = a_text(value.get("protected"), 1024, "protected")
    outer = an_object(parse_canonical(utf8(base64url(text, "protected"), "protected")), "protected")
    refuse_forbidden(outer)
    demand(outer.get("typ") == "vv-envelope+jwe", "wrong-type", "protected")
    demand(outer.get("enc") == "A256GCM", "wrong-algorithm", "protected")
    a_version(outer.get("vv"), "protected")
    exactly(outer, "enc kc rset typ vid vv", "protected")
    a_hash(outer["kc"], "kc")
    a_hash(outer["rset"], "rset")
    an_id(outer["vid"], "vid")
    exactly(value, "protected recipients iv ciphertext tag", "envelope")
    listed = a_list(value["recipients"], 16, "recipients")
    demand(len(listed) >= 2, "too-few-readers")
    kids = [_recipient(one)["header"]["kid"] for one in listed]
    demand(len(set(kids)) == len(kids), "duplicate-reader")
    demand(kids == sorted(kids), "unsorted-readers")
    base64url(value["iv"], "iv", 12)
    base64url(value["tag"], "tag", 16)
    demand(len(base64url(value["ciphertext"], "ciphertext")) in STEPS, "wrong-padding", "not a step")
    return value, outer


def submit(text):
    kid, it = _payload(text, "submit", 64 * KIB, "v vid invitation envelope length blobs at")
    an_id(it["vid"], "vid")
    an_id(it["invitation"], "invitation")
    a_hash(it["envelope"], "envelope")
    a_count(it["length"], 1, "length")
    for chunk in a_list(it["blobs"], 512, "blobs"):
        a_hash(chunk, "blobs")
    an_instant(it["at"], "at")
    return kid, it


def receipt(text):
    kid, it = _payload(text, "receipt", 4 * KIB, "v vid envelope bytes at index salt checkpoint")
    an_id(it["vid"], "vid")
    a_hash(it["envelope"], "envelope")
    a_count(it["bytes"], 1, "bytes")
    an_instant(it["at"], "at")
    a_count(it["index"], 0, "index")
    an_id(it["salt"], "salt")
    exactly(it["checkpoint"], "size root", "checkpoint")
    a_count(it["checkpoint"]["size"], 1, "size")
    a_hash(it["checkpoint"]["root"], "root")
    demand(it["index"] < it["checkpoint"]["size"], "malformed", "receipt: outside its checkpoint")
    return kid, it


def proof(value):
    exactly(value, "index size path root", "proof")
    a_count(value["size"], 1, "size")
    for node in a_list(value["path"], 53, "path"):
        a_hash(node, "path")
    a_count(value["index"], 0, "index")
    a_hash(value["root"], "root")
    return value


def _directory_key(value):
    exactly(value, "use staff role name enc sig from until", "directory key")
    demand(value["use"] in ("reader", "server"), "malformed", "directory key: use")
    demand(re.fullmatch(r"[a-z][a-z-]*", a_text(value["role"], 32, "role")), "malformed", "role")
    if value["staff"] is not None:
        an_id(value["staff"], "staff")
    a_text(value["name"], 200, "name")
    for use in ("enc", "sig"):
        if value[use] is not None:
            key_of(value[use], use)
    an_instant(value["from"], "from")
    if value["until"] is not None:
        an_instant(value["until"], "until")
    demand(value["enc" if value["use"] == "reader" else "sig"], "malformed", "directory key: none")
    return value


def directory(text):
    kid, it = _payload(text, "directory", 1024 * KIB, "v organisation root seq issued keys")
    a_text(exactly(it["organisation"], "name", "organisation")["name"], 200, "name")
    key_of(it["root"], "root")
    a_count(it["seq"], 1, "seq")
    an_instant(it["issued"], "issued")
    for key in a_list(it["keys"], 2000, "keys"):
        _directory_key(key)
    return kid, it


def _blob(value):
    exactly(value, "id key chunks bytes media", "blob")
    base64url(value["key"], "blob: key", 32)
    for chunk in a_list(value["chunks"], 512, "chunks"):
        a_hash(chunk, "chunks")
    whole = -(-a_count(value["bytes"], 1, "blob: bytes") // CHUNK)
    demand(len(value["chunks"]) == whole, "malformed", "blob: chunks and bytes differ")
    media = r'[a-z]+/[a-z0-9.+-]+(;codecs="?[A-Za-z0-9.,_-]+"?)?'
    demand(re.fullmatch(media, a_text(value["media"], 100, "media")), "malformed", "blob: media")
    an_id(value["id"], "blob: id")


VIEWS = "v vid meeting invitation seq prev readers at journey answers mark device present blobs build"


def views(payload):
    """The views in a payload that the device has signed."""
    a_version(an_object(payload, "views").get("v"), "views")
    answerable = "reply" in payload
    it = exactly(payload, VIEWS + (" reply" if answerable else ""), "views")
    if answerable:
        a_key(it["reply"], "reply")
    for reader in a_list(it["readers"], 16, "readers"):
        a_hash(reader, "readers")
    a_count(it["seq"], 1, "seq")
    if it["prev"] is not None:
        a_hash(it["prev"], "prev")
    demand((it["seq"] == 1) == (it["prev"] is None), "wrong-sequence", "first and none before")
    for name in ("vid", "meeting", "invitation"):
        an_id(it[name], name)
    an_instant(it["at"], "at")
    for answer in a_list(it["answers"], 1000, "answers"):
        an_object(answer, "answer")
    for name in ("journey", "present") + (() if it["mark"] is None else ("mark",)):
        an_object(it[name], name)
    a_text(it["device"], 20, "device")
    for blob in a_list(it["blobs"], 512, "blobs"):
        _blob(blob)
    a_text(it["build"], 100, "build")
    return it
