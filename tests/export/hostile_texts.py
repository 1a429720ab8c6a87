"""Texts that try to break out of a calendar file, and what must come out of it again."""

from __future__ import annotations

import re

from hypothesis import strategies as st

HOSTILE = (
    "🧘‍♀️ Zürich, Köln; C:\\Notes\\new \"quoted\" 'n' ^n ^^",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
    "BEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM",
    "\\n \\N \\, \\; \\\\ \\",
    "שלום \u202eolleh\u202c مرحبا",
    "a" * 10_000,
    "é" * 5_000,
    "tab\there, nul\x00bell\x07esc\x1b[31m del\x7f c1\x9f bom\ufeff",
    "nel\x85 ls\u2028 ps\u2029 vt\x0b ff\x0c cr\r lf\n end",
    "half \ud83e character",
    "e\u0301\u0323\u20dd Zalgo\u0336\u0337, 👩🏽‍🚀🏳️‍🌈 हिन्दी ไทย",
    "#let x = 1; *bold* _it_ `raw` $1/0$ @ref <label> // \\u{41}",
    "](javascript:alert(1)) ![x](y) | a | b | <script>&amp;&#0;</script> ~~~",
    ':;,="TZID=x:19970714T133000',
)

FRAGMENTS = st.sampled_from(
    (
        *(
            "\r\n",
            "\n",
            "\r",
            "\x85",
            "\u2028",
            "\t",
            " ",
            "\x00",
            "\x1b[31m",
            "\ufeff",
            "\ud83e",
            "\x7f",
        ),
        *(
            "BEGIN:VEVENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "BEGIN:VALARM",
            "UID:",
            "RRULE:FREQ=SECONDLY",
        ),
        *("\\", "\\n", "\\N", "\\,", ";", ",", ":", '"', "^n", "^'", "=", "%0A", "&#10;"),
        *(
            "#let",
            "#import",
            "$",
            "@",
            "<x>",
            "//",
            "/*",
            "```",
            "](javascript:x)",
            "**",
            "_",
            "|",
            "<b>",
        ),
        *("🧘🏽‍♀️", "e\u0301", "\u202e", "\u200f", "שלום", "ß", "–", "\U0010ffff"),
    )
)
HOSTILE_MIXED = st.lists(FRAGMENTS | st.text(max_size=5), min_size=1, max_size=40).map("".join)
"""Texts made of what means something to a calendar, to typst, to Markdown or to a terminal."""

_UNESCAPED = {"n": "\n", "N": "\n", "\\": "\\", ";": ";", ",": ","}


def texts(data: bytes) -> list[dict[str, str]]:
    """Return the properties of each event, unescaped as RFC 5545 says (section 3.3.11)."""
    events: list[dict[str, str]] = []
    for line in data.decode().replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events:
            events[-1][name] = re.sub(r"\\(.)", lambda found: _UNESCAPED[found[1]], value)
    return events
