"""Text of people and catalogues stays text, whoever reads the Markdown."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spinecare.export.markdown.text import link, plain, strong, table
from spinecare.wording import clean, sentence
from tests.export.markdown_readers import READERS, Page

MARKUP = (
    "**", "__", "`", "```", "~~", "$x$", "==", "[a](javascript:alert(1))", "![x](y)", "[^1]: x",
    "[a]: http://b.org", "*[HTML]: x", "<b>", "<!--", "-->", "<script>", "<http://x.org>", "&amp;",
    "&#35;", "&lt;", "1. ", "1) ", "- ", "+ ", "# ", "> ", "---", "===", "|", "|---|", "\\",
    "https://a.org/b", "www.a.org", "WWW.a.org", "a@b.org", "{: .x}", "x {: .y}", "{.x}", "~~x~~",
    "==x==", "^x^", "^^x^^", ":   x", "x\n: y",
    "!!! note", "??? x",
    ": x", ":smile:", "\n\n", "\n    code", "\t", "\u202e", "\x02klzzwxh:0000\x03", "\x00",
    "\u2028", "\ufeff", "\ud800", "x",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(alphabet=st.one_of(st.sampled_from("*_`[](){}<>|#!-+.=:~$^\\&; 1a"), st.characters())),
    st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=4)), max_size=5).map("".join),
)


_TURNING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def _shown(text: str) -> str:
    """Return what a reader should see of a text."""
    return clean(text) or "–"


def _everywhere(text: str) -> str:
    """Return a document with a text wherever the sheet puts text."""
    return "\n\n".join(
        (
            f"# {text}",
            text,
            f"> {text}",
            f"- {text}\n    - {text}\n- **{text}**: a {text}, b\n- *x:* **{text}** y",
            f"1. {text}\n2. {text}",
            table(("a", "b"), [(text, f"x: {text}, y")]),
        )
    )


def _unmarked(text: str) -> str:
    """Return the words of `_everywhere` as a reader shows them."""
    pieces = (text, text, text, text, text, f"{text}: a {text}, b", f"x: {text} y", text, text)
    words = " ".join((*pieces, "a b", text, f"x: {text}, y"))
    return " ".join(part for part in words.split(" ") if part)


@pytest.mark.parametrize("reader", READERS)
@given(text=TEXTS)
@settings(max_examples=100)
@example(text="1.")
@example(text="`\\`")
@example(text="a|b")
@example(text="# x #")
@example(text="\x85")
def test_a_text_reads_as_itself_wherever_it_stands(reader: str, text: str) -> None:
    """Same words, and the same headings, cells, items and links as with an innocent word."""
    page, innocent = READERS[reader](_everywhere(plain(text))), READERS[reader](_everywhere("x"))

    assert page.tags == innocent.tags
    assert page.attributes == innocent.attributes
    assert page.words == _unmarked(_shown(text))
    assert page.links == []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", MARKUP)
def test_markup_alone_reads_as_itself(reader: str, text: str) -> None:
    """Each piece of the list, in every place."""
    page, innocent = READERS[reader](_everywhere(plain(text))), READERS[reader](_everywhere("x"))

    assert page.tags == innocent.tags
    assert page.attributes == innocent.attributes
    assert page.words == _unmarked(_shown(text))


@given(TEXTS)
def test_a_clean_text_is_one_line_that_can_be_written(text: str) -> None:
    """Nothing unseen is left, and cleaning again changes nothing."""
    line = clean(text)

    assert line.splitlines() in ([], [line])
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in line)
    assert not any(unicodedata.bidirectional(character) in _TURNING for character in line)
    assert line.encode("utf-8").decode("utf-8") == line == clean(line)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"])))
def test_cleaning_keeps_every_letter_number_and_sign(text: str) -> None:
    """In every script."""
    assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    ["Neck rotation", "(2-3 cm)", "Mind: 1.5 kg!", "50 % = half", "it's “so”; Q&A", "ß é 猫"],
)
def test_ordinary_text_reads_well_raw(text: str) -> None:
    """Nothing is escaped that need not be."""
    assert plain(text) == text


def test_text_without_anything_to_see_is_a_dash() -> None:
    """A name must not vanish from a heading or a table."""
    assert plain("\x01\x02") == "–"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rest a while", "rest a while."),
        ("rest a while ", "rest a while."),
        ("Rest.", "Rest."),
        ("Rest!", "Rest!"),
        ("", "."),
    ],
)
def test_a_sentence_ends_with_a_stop(text: str, told: str) -> None:
    """One, not two."""
    assert sentence(text) == told


def test_strong_text_is_bold_for_every_reader() -> None:
    """Also when it begins and ends with punctuation."""
    for read in READERS.values():
        assert read(f"{strong('(*so*)')}: x").tags == ["p", "strong"]


@pytest.mark.parametrize(
    "url", ["https://doi.org/10.1249/MSS.0b013e318213fefb", "http://a-b.org/c_d?e=1&f=2#g"]
)
def test_a_web_address_becomes_a_link_for_every_reader(url: str) -> None:
    """To itself."""
    for read in READERS.values():
        page = read(f"- A title. {link(url)} (not read)")

        assert (page.links, page.words) == ([url], f"A title. {url} (not read)")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://a.org/>b",
        "https://a.org/ b",
        "https://a.org/<b>",
        "//a.org",
        "https://",
        "https://a.org\n",
    ],
)
def test_anything_else_stays_text(url: str) -> None:
    """No script, no data, no way out of the link."""
    for read in READERS.values():
        page = read(f"- A title. {link(url)}")

        assert page.links == []
        assert page.words == f"A title. {clean(url)}"


def test_the_columns_of_a_table_line_up() -> None:
    """So that it reads well raw."""
    text = table(("Day", "What"), [("Mon 23 Nov", "–"), ("Tue", "stretch")])

    assert text.splitlines() == [
        "| Day        | What    |",
        "|------------|---------|",
        "| Mon 23 Nov | –       |",
        "| Tue        | stretch |",
    ]


def test_the_readers_do_see_markup() -> None:
    """Otherwise every law above would hold of nothing."""
    bare = "# **a** <b>b</b> [c](http://d.org)\n\n|x|y|\n|-|-|\n|1|2|"
    seen: dict[str, Page] = {name: read(bare) for name, read in READERS.items()}

    for name, page in seen.items():
        assert page.tags[:4] == ["h1", "strong", "b", "a"], name
        assert page.links == ["http://d.org"], name
        assert "td" in page.tags, name
    assert re.search("https://a.org", str(READERS["GitHub"]("https://a.org").links))
