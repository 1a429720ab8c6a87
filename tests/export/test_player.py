"""The guided session as parts of a page: all cues are in it, small, and text stays text."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import attrs
from hypothesis import given, settings

from spinecare import load_person, make_plan
from spinecare.cueing import cues
from spinecare.export.html.player import Player, player
from spinecare.export.html.player._answers import CHARACTER_WORDS, REASON_WORDS
from spinecare.model import (
    Catalogue,
    Cue,
    Exercise,
    ExerciseId,
    PainCharacter,
    Plan,
    Session,
    SkipReason,
    Symptom,
)
from spinecare.reviewing import SIGN_WORDS
from spinecare.wording import clean
from tests.export.hostile_texts import HOSTILE
from tests.export.plan_strategies import plans
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import LYING, empty_plan, sample_plan

_SIDES = ("", "left", "right")


def data_of(parts: Player) -> dict[str, Any]:
    """Return the data that a page carries, as its scripts read them."""
    found = re.search(r'<script type="application/json" id="gs-data">(.*?)</script>', parts.html)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def told(data: dict[str, Any], session: list[Any]) -> list[tuple[object, ...]]:
    """Return what a page says of each cue of a session."""
    texts = data["texts"]
    found: list[tuple[object, ...]] = []
    for place in data["courses"][session[6]]:
        exercise, *_, row = data["parts"][place]
        part = data["exercises"][exercise]
        for place_or_pair in row:
            if isinstance(place_or_pair, list):
                set, rep = place_or_pair
                continue
            shape, say = data["cues"][place_or_pair]
            kind, role, lasts, text, breath, side, reps, sets = data["shapes"][shape]
            found.append(
                (
                    part[0],
                    texts[part[1]],
                    data["kinds"][kind],
                    data["roles"][role],
                    lasts,
                    texts[text],
                    texts[say],
                    texts[breath],
                    _SIDES[side],
                    (rep, reps, set, sets),
                )
            )
    return found


def expected(cue: Cue) -> tuple[object, ...]:
    """Return the same of a cue itself."""
    return (
        cue.exercise,
        clean(cue.title),
        cue.kind.value,
        cue.role.value,
        round(cue.lasts_s, 2),
        clean(cue.text),
        clean(cue.say),
        clean(cue.breath),
        cue.side.value if cue.side is not None else "",
        (cue.rep, cue.reps, cue.set, cue.sets),
    )


@settings(max_examples=12)  # a plan has many sessions, a session many cues
@given(plans())
def test_every_cue_of_every_session_is_on_the_page(plan: Plan) -> None:
    """In order, with its seconds, words and sides; nothing else."""
    data = data_of(player(plan))

    assert [row[0] for row in data["sessions"]] == [session.id for session in plan.sessions]
    for row, session in zip(data["sessions"], plan.sessions, strict=True):
        assert told(data, row) == list(map(expected, cues(session, catalogue=plan.catalogue)))


def test_a_part_says_what_its_step_asks_for() -> None:
    """The dose for the journal, why it is there, the side that begins, what is special about it."""
    data = data_of(player(sample_plan()))
    tuesday = next(row for row in data["sessions"] if row[0] == "s-20261124-1930")
    parts = [data["parts"][place] for place in data["courses"][tuesday[6]]]
    _, dose, purpose, side, is_first, how, marks, notes, _ = parts[0]

    assert data["doses"][dose] == [1, 2, 10, None, 1, 79]
    assert (data["purposes"][purpose], _SIDES[side], is_first) == ("main", "right", 1)
    assert (_SIDES[parts[1][3]], parts[1][4]) == ("left", 0)
    assert data["texts"][marks] == "The gentle form."
    assert data["texts"][how] == ""  # its cue to get ready by says it
    assert data["texts"][notes] == "Half as far, no pull at the end."
    assert [data["purposes"][part[2]] for part in parts] == ["main", "closing", "way-up"]


def test_relief_that_is_planned_for_its_own_sake_is_told_from_exercises() -> None:
    """It may be led through where pain keeps from exercise; what opens a session is relief too."""
    plan = sample_plan()
    as_relief = attrs.evolve(
        SMALL_CATALOGUE,
        routines=tuple(
            attrs.evolve(routine, part="relief" if routine.id == LYING else routine.part)
            for routine in SMALL_CATALOGUE.routines
        ),
    )
    data = data_of(player(attrs.evolve(plan, catalogue=as_relief)))
    purposes = {
        row[0]: [data["purposes"][data["parts"][place][2]] for place in data["courses"][row[6]]]
        for row in data["sessions"]
    }

    assert purposes["s-20261124-0700"] == ["opening", "main", "main", "rest"]
    assert purposes["s-20261124-1930"] == ["relief", "closing", "way-up"]


def test_what_opens_a_session_at_once_says_how_it_is_done() -> None:
    """The page gives it time to get ready, in which to read it."""
    data = data_of(player(sample_plan()))
    monday = data["sessions"][0]
    how = [data["texts"][data["parts"][place][5]] for place in data["courses"][monday[6]]]

    assert how[0].startswith("Lie on your back with your calves on the seat of a chair.")
    assert set(how[1:]) == {""}


def test_a_session_says_when_it_is_what_it_is_and_what_to_mind() -> None:
    """Day, time, title, length and notes, for the list to choose from."""
    data = data_of(player(sample_plan()))
    row = next(row for row in data["sessions"] if row[0] == "s-20261124-1930")
    _, day, time, title, length, notes, _ = row

    assert (day, time) == ("2026-11-24", "19:30")
    assert (data["texts"][title], data["texts"][length]) == ("Lying stretches", "4 min")
    assert [data["texts"][note] for note in notes] == ["Rate pain from 0 to 10 first."]


def test_a_new_exercise_is_marked_and_an_unknown_one_is_led_through_by_its_id() -> None:
    """Without words of the catalogue there is no instruction."""
    plan = attrs.evolve(sample_plan(), catalogue=Catalogue())
    data = data_of(player(plan))
    exercise, _, _, _, _, how, marks, _, _ = data["parts"][1]

    assert data["texts"][marks] == "New: try it gently."
    assert data["texts"][data["exercises"][exercise][1]] == "Neck 2 rotation"
    assert data["texts"][how] == ""


def test_a_session_without_routines_and_steps_is_just_a_session() -> None:
    """It has a title, and no part."""
    plan = sample_plan()
    bare = attrs.evolve(plan.sessions[0], steps=(), routines=())
    data = data_of(player(_with_first(plan, bare)))

    assert data["texts"][data["sessions"][0][3]] == "Session"
    assert data["courses"][data["sessions"][0][6]] == []


def _with_first(plan: Plan, session: Session) -> Plan:
    week = plan.weeks[0]
    days = (attrs.evolve(week.days[0], sessions=(session,)), *week.days[1:])
    return attrs.evolve(plan, weeks=(attrs.evolve(week, days=days),))


def test_what_repeats_is_told_once() -> None:
    """Each week more adds its sessions, not their parts: only the starting sides differ."""
    one, twelve = (data_of(player(sample_plan(weeks))) for weeks in (1, 12))

    assert len(twelve["sessions"]) == 12 * len(one["sessions"])
    for table in ("texts", "exercises", "shapes", "cues", "doses", "parts"):
        assert len(twelve[table]) <= len(one[table]) + 2, table
    assert len(json.dumps(twelve)) < 2.5 * len(json.dumps(one))


def test_a_week_takes_little_room() -> None:
    """All three parts of an example person's week; the sheet shares 150 kB with them."""
    person = load_person("examples/profiles/disc-herniation.toml")
    parts = player(make_plan(person, start=date(2026, 11, 23), weeks=1))

    assert len(parts.html.encode()) < 40_000
    assert sum(len(part.encode()) for part in (parts.html, parts.js, parts.css)) < 90_000


def test_equal_plans_give_equal_parts() -> None:
    """No clock, no chance."""
    assert player(sample_plan()) == player(sample_plan())


def test_a_plan_without_sessions_has_a_section_all_the_same() -> None:
    """Its script says that there is nothing to lead through."""
    assert data_of(player(empty_plan()))["sessions"] == []


def test_hostile_texts_stay_inside_their_script_element() -> None:
    """No mark of HTML stands in the data, and reading them gives the text again, as one line."""
    for text in (*HOSTILE, "</script><script>alert(1)</script>", "<!--<script>", "{{ book }}"):
        plan = _named(sample_plan(), text)
        parts = player(plan)
        inside = parts.html.partition('id="gs-data">')[2].partition("</script>")[0]

        assert not set("<>&\u2028\u2029") & set(inside)
        assert clean(text) in data_of(parts)["texts"]
        assert parts.html.count("<script") == 1
        assert parts.html.encode()


def _named(plan: Plan, text: str) -> Plan:
    def renamed(entry: Exercise) -> Exercise:
        is_it = entry.id == ExerciseId("lying-04-figure-four")
        return attrs.evolve(entry, name=text) if is_it else entry

    entries = tuple(map(renamed, SMALL_CATALOGUE.entries))
    return attrs.evolve(plan, catalogue=attrs.evolve(SMALL_CATALOGUE, entries=entries))


def test_the_scripts_set_text_as_text_and_run_no_text() -> None:
    """What would let a name become markup or code is not used at all."""
    script = player(sample_plan()).js

    assert "</" not in script
    for risky in (
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
        "Function(",
    ):
        assert risky not in script
    for network in ("fetch(", "XMLHttp", "WebSocket", "sendBeacon", "import(", "http"):
        assert network not in script.replace("http://www.w3.org/2000/svg", "")


def test_the_fragment_has_no_inline_style_or_handler() -> None:
    """A strict policy would refuse them."""
    html = player(sample_plan()).html

    assert not re.search(r"\s(style|on\w+)=", html)


def test_every_style_is_of_the_guided_session_alone() -> None:
    """It does not change the sheet around it."""
    css = re.sub(r"/\*.*?\*/", "", player(sample_plan()).css, flags=re.DOTALL)
    selectors = re.findall(r"([^{};]+)\{", css)

    assert all(
        part.strip().startswith((".gs", "#gs-"))
        for selector in selectors
        if not selector.strip().startswith("@")
        for part in selector.split(",")
    )


def test_every_answer_of_the_journal_has_words() -> None:
    """A new symptom, character or reason is offered, or this fails."""
    assert list(SIGN_WORDS) == list(Symptom)
    assert list(CHARACTER_WORDS) == list(PainCharacter)
    assert list(REASON_WORDS) == list(SkipReason)
