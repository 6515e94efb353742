"""Speaks with espeak-ng's library: a sound file and the moment of each word.

The command line of espeak-ng says nothing of when a word is spoken; its library does, by events. One JSON object a line
comes in: {"text", "voice", "rate", "wav"}; one goes out: {"ms", "words": [[start ms, first character, characters], ...]}.
Characters count from 0 in Unicode code points. Ends with 1 where the library or the voice is not there.
"""

import ctypes
import ctypes.util
import json
import sys
import wave

SYNCHRONOUS = 2
UTF8 = 1
RATE = 1
WORD = 1


class Identity(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class Event(ctypes.Structure):
    """espeak_EVENT of speak_lib.h."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", Identity),
    ]


class Voice(ctypes.Structure):
    """espeak_VOICE of speak_lib.h: here only a wish for a language."""

    _fields_ = [
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    ]


Heard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))
espeak = ctypes.CDLL(ctypes.util.find_library("espeak-ng") or "libespeak-ng.so.1")
sampling = espeak.espeak_Initialize(SYNCHRONOUS, 200, None, 0)
if sampling <= 0:
    sys.exit("espeak-ng does not start")

samples = bytearray()
words = []


@Heard
def heard(wav, count, events):
    if count > 0 and wav:
        samples.extend(ctypes.string_at(wav, count * 2))
    at = 0
    while events[at].type != 0:
        if events[at].type == WORD:
            words.append([events[at].audio_position, events[at].text_position - 1, events[at].length])
        at += 1
    return 0


espeak.espeak_SetSynthCallback(heard)

for line in sys.stdin:
    wanted = json.loads(line)
    samples.clear()
    words.clear()
    if espeak.espeak_SetVoiceByProperties(ctypes.byref(Voice(languages=wanted["voice"].encode()))) != 0:
        sys.exit(f"espeak-ng has no voice {wanted['voice']}")
    espeak.espeak_SetParameter(RATE, wanted["rate"], 0)
    text = wanted["text"].encode()
    espeak.espeak_Synth(text, len(text) + 1, 0, 0, 0, UTF8, None, None)
    with wave.open(wanted["wav"], "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(sampling)
        out.writeframes(bytes(samples))
    print(json.dumps({"ms": len(samples) // 2 * 1000 // sampling, "words": words}), flush=True)
