"""JOSE by others: every operation by python3-jwcrypto and again by the `jose` command; both must say the same.

Also AES-GCM of blob chunks, which are not JOSE, by python3-cryptography, on which jwcrypto stands.
"""

import json
import subprocess
import tempfile
import threading
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from jwcrypto import jwe, jwk, jws
from jwcrypto.common import JWException
from jwcrypto.jwa import JWA

from strict import Refusal, demand

SCRATCH = tempfile.TemporaryDirectory(prefix="my-say-verify-")
_files = {}
_lock = threading.Lock()


class Disagreement(Exception):
    """The two outside implementations do not say the same: nothing can be concluded."""


def _file(key):
    """The key in a file, which is how `jose` takes it; in a folder of ours alone, gone at the end."""
    text = json.dumps(key)
    with _lock:
        if text not in _files:
            path = Path(SCRATCH.name) / f"{len(_files)}.jwk"
            path.touch(0o600)
            path.write_text(text)
            _files[text] = str(path)
        return _files[text]


def _jose(words, text):
    """Whether `jose` says yes, and what it writes."""
    done = subprocess.run(["jose", *words], input=text.encode(), capture_output=True, check=False)
    return done.returncode == 0, done.stdout


def _agree(one, other, what):
    if one != other:
        # Never what was opened: a child's words have no place in an error.
        said = ["no" if answer in (None, False) else "yes" for answer in (one, other)]
        raise Disagreement(f"{what}: jwcrypto says {said[0]}, jose says {said[1]}")


def on_curve(key, what):
    """Refuses a key that is not a point on its curve."""
    try:
        jwk.JWK(**key).get_op_key("verify")
    except (ValueError, JWException):
        raise Refusal("bad-key", f"{what}: not a point on the curve") from None


def is_signed(compact, key):
    """Whether `key` signed the compact JWS, with ES256 and nothing else."""
    token = jws.JWS()
    token.allowed_algs = ["ES256"]
    token.deserialize(compact)
    try:
        token.verify(jwk.JWK(**key))
        held = True
    except JWException:
        held = False
    protected, payload, signature = compact.split(".")
    flat = json.dumps({"protected": protected, "payload": payload, "signature": signature})
    _agree(held, _jose(["jws", "ver", "-i", "-", "-k", _file(key)], flat)[0], "signature")
    return held


def unwrap(recipient, secret):
    """The content key that a recipient's wrapped key holds. Only jwcrypto gives it out; `decrypt` asks both."""
    header = recipient["header"]
    wrap = JWA.keymgmt_alg(header["alg"])
    octets = jwe.base64url_decode(recipient["encrypted_key"])
    try:
        return wrap.unwrap(jwk.JWK(**secret), 256, octets, header)
    except Exception as error:
        raise Refusal("unwrap-failed", type(error).__name__) from None


def decrypt(envelope, secret, recipient):
    """The sealed bytes of an envelope, opened by the reader with the private key `secret`."""
    token = jwe.JWE()
    token.allowed_algs = ["ECDH-ES+A256KW", "A256GCM"]
    # One recipient, so that no other's failure hides behind a success.
    token.deserialize(json.dumps({**envelope, "recipients": [recipient]}))
    try:
        token.decrypt(jwk.JWK(**secret))
        clear = token.plaintext
    except JWException:
        clear = None
    opened, written = _jose(["jwe", "dec", "-i", "-", "-k", _file(secret)], json.dumps(envelope))
    _agree(clear, written if opened else None, "opening")
    demand(clear is not None, "decrypt-failed")
    return clear


def decrypt_chunk(key, iv, sealed, about):
    """The clear bytes of one chunk of a blob."""
    try:
        return AESGCM(key).decrypt(iv, sealed, about.encode())
    except InvalidTag:
        raise Refusal("blob-failed") from None
