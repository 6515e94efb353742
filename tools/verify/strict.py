"""Strict small parts: JSON, its canonical form (RFC 8785), base64url, ids, hashes, times. Owns the named refusal.

Written from docs/wire.md, apart from the product's own code, so that each is a check of the other.
"""

import base64
import datetime
import hashlib
import json
import re

# Levels of nesting that no honest object has.
DEEPEST = 32
P256_PRIME = 2**256 - 2**224 + 2**192 + 2**96 - 1


class Refusal(Exception):
    """Something is refused, by one of the names that docs/wire.md lists."""

    def __init__(self, reason, detail=""):
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


def demand(holds, reason, detail=""):
    """Refuses for `reason` unless `holds`."""
    if not holds:
        raise Refusal(reason, detail)


def _once(pairs):
    names = [name for name, _ in pairs]
    demand(len(set(names)) == len(names), "duplicate-member")
    return dict(pairs)


def _no_constant(name):
    raise ValueError(name)


def parse_json(text):
    """The value of JSON text in which no object names a member twice."""
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Refusal("malformed", "not JSON") from None
    level = [value]
    for _ in range(DEEPEST + 1):
        below = [list(node.values()) if isinstance(node, dict) else node for node in level]
        level = [entry for entries in below if isinstance(entries, list) for entry in entries]
    demand(not level, "malformed", "nested too deeply")
    return value


def _number(value):
    """A number as ECMAScript writes it, which RFC 8785 asks for."""
    if isinstance(value, int):
        if abs(value) < 10**21:
            # JSON has doubles only: what a double cannot hold is written as the nearest that it can.
            return str(value) if abs(value) <= 2**53 else _number(float(value))
        value = float(value)
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, exponent = f"{abs(value)!r}e0".split("e")[:2]
    whole, _, part = mantissa.partition(".")
    part = "" if part == "0" else part
    digits = (whole + part).lstrip("0")
    point = int(exponent) + len(whole) - (len(whole + part) - len((whole + part).lstrip("0")))
    digits = digits.rstrip("0") or "0"
    if 0 < point <= 21:
        text = digits.ljust(point, "0")
        text = text[:point] + ("." + text[point:] if len(text) > point else "")
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        power = point - 1
        text = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
        text += f"e{'+' if power > 0 else '-'}{abs(power)}"
    return sign + text


def canonical(value, depth=0):
    """The canonical form of RFC 8785, as text. Raises ValueError for what JSON cannot say."""
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, str):
        value.encode("utf-8")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(canonical(entry, depth + 1) for entry in value) + "]"
    members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(f"{canonical(k)}:{canonical(v, depth + 1)}" for k, v in members) + "}"


def parse_canonical(text):
    """The value of JSON text that is in canonical form."""
    value = parse_json(text)
    try:
        same = canonical(value) == text
    except ValueError:
        same = False
    demand(same, "not-canonical")
    return value


def base64url(value, what, length=None):
    """The bytes of strict, unpadded base64url."""
    demand(isinstance(value, str), "malformed", f"{what}: no text")
    demand(re.fullmatch(r"[A-Za-z0-9_-]*", value) and len(value) % 4 != 1, "not-base64url", what)
    octets = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
    demand(base64.urlsafe_b64encode(octets).rstrip(b"=").decode() == value, "not-base64url", what)
    demand(length in (None, len(octets)), "not-base64url", f"{what}: wrong length")
    return octets


def utf8(octets, what):
    """The text that octets spell."""
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal("malformed", f"{what}: not UTF-8") from None


def hash_of(content):
    """SHA-256 of bytes, or of the UTF-8 of a text, in base64url."""
    octets = content.encode() if isinstance(content, str) else content
    return base64.urlsafe_b64encode(hashlib.sha256(octets).digest()).rstrip(b"=").decode()


def an_object(value, what):
    demand(isinstance(value, dict), "malformed", f"{what}: no object")
    return value


def exactly(value, names, what):
    """An object that has all of `names` and nothing else."""
    an_object(value, what)
    names = names.split()
    for name in names:
        demand(name in value, "malformed", f"{what}: {name} is missing")
    demand(len(value) == len(names), "extra-member", what)
    return value


def a_list(value, most, what):
    demand(isinstance(value, list), "malformed", f"{what}: no list")
    demand(len(value) <= most, "too-large", what)
    return value


def a_text(value, most, what):
    demand(isinstance(value, str), "malformed", f"{what}: no text")
    demand(len(value.encode("utf-16-le", "surrogatepass")) // 2 <= most, "too-large", what)
    return value


def a_count(value, least, what):
    whole = isinstance(value, int) and not isinstance(value, bool)
    demand(whole and least <= value < 2**53, "malformed", f"{what}: no such number")
    return value


def an_id(value, what):
    good = isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9_-]{21}[AQgw]", value)
    demand(good, "malformed", f"{what}: no id")
    return value


def a_hash(value, what):
    base64url(value, what, 32)
    return value


def an_instant(value, what):
    good = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", value, re.A)
    demand(good, "malformed", f"{what}: no time")
    try:
        datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ")
    except ValueError:
        raise Refusal("malformed", f"{what}: not in the calendar") from None
    return value


def a_version(value, what):
    demand(value == 1 and not isinstance(value, bool), "wrong-version", what)


def a_key(value, what):
    """A public key on P-256: exactly four members, both coordinates below the prime."""
    an_object(value, what)
    demand(value.get("kty") == "EC" and value.get("crv") == "P-256", "wrong-algorithm", what)
    demand(len(value) == 4, "bad-key", f"{what}: other members than kty, crv, x, y")
    x, y = (int.from_bytes(base64url(value.get(axis), what, 32), "big") for axis in "xy")
    demand(x < P256_PRIME and y < P256_PRIME, "bad-key", f"{what}: coordinate out of range")
    return value


def thumbprint(key):
    """RFC 7638."""
    return hash_of(canonical({name: key[name] for name in ("crv", "kty", "x", "y")}))
