"""Routines, exercises, claims and sources of the Markdown sheet."""

from __future__ import annotations

import attrs
import pytest

from spinecare.export.markdown import to_markdown
from spinecare.model import Amount, Cadence, Claim, Default, Dose, Source, SourceId
from spinecare.wording import used_exercises
from tests.export.markdown_sheets import an_exercise, section, sheet_of_exercise, sheet_with
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import sample_plan


@pytest.mark.parametrize(
    ("cadence", "told"),
    [
        (Cadence(kind="times-a-day", times=2, text="twice a day"), "twice a day."),
        (Cadence(kind="times-a-day", times=2), "2 times a day."),
        (Cadence(kind="times-a-day", times=1), "every day."),
        (Cadence(kind="times-a-week", times=1), "once a week."),
        (Cadence(kind="times-a-week", times="2-3"), "2–3 times a week."),
        (Cadence(kind="window", window_days="5-8 days"), "5–8 days after the time before."),
        (Cadence(kind="hourly", every_min=60), "every 60 min."),
        (Cadence(kind="before-others"), "before other exercises."),
        (Cadence(kind="in-passing"), "when the occasion comes."),
        (Cadence(kind="advice"), "as you like."),
    ],
)
def test_each_routine_tells_how_often_it_comes(cadence: Cadence, told: str) -> None:
    """In the catalogue's words, or from its numbers."""
    routine = attrs.evolve(SMALL_CATALOGUE.routines[0], cadence=cadence)

    assert section(sheet_with(routines=(routine,)), "## The routines") == (
        f"- **Neck exercises**: Movements and presses for the neck. How often: {told}"
    )


def test_each_exercise_of_the_plan_is_told_once() -> None:
    """With its instruction."""
    text = section(to_markdown(sample_plan(2)), "## How to do each exercise")

    for exercise in used_exercises(sample_plan(2)):
        assert text.count(f"### {exercise.name}\n") == 1
        assert text.count(exercise.instruction) == 1


def test_an_exercise_tells_what_it_needs_and_what_to_mind() -> None:
    """The article's notes and the project's cautions are told apart."""
    told = sheet_of_exercise(
        attrs.evolve(
            SMALL_CATALOGUE.entries[4],
            cautions=SMALL_CATALOGUE.entries[1].cautions,
            breath="evenly",
            tempo="slow",
            defaults=(),
            amounts=(),
        )
    )

    assert told.splitlines()[2:7] == [
        "- You need: pull-up bar (it holds your weight).",
        "- Breath: evenly.",
        "- Tempo: slow.",
        "- Mind (the article): step down, never jump down.",
        "- Mind: as far as it goes easily; stop at dizziness or visual change.",
    ]


def test_a_thing_that_is_not_in_the_catalogue_has_the_words_of_its_id() -> None:
    """And what is optional is not needed."""
    needs = attrs.evolve(SMALL_CATALOGUE.entries[0], breath="")
    text = sheet_with(equipment=())

    assert "- You need: chair." in text
    assert "You need" not in sheet_of_exercise(an_exercise())
    assert "- You need: chair." in sheet_of_exercise(needs)


@pytest.mark.parametrize(
    ("defaults", "told"),
    [
        ((), ""),
        ((Default(name="first", text="either", source="D-JUDGE"),), ""),
        (
            (Default(name="hold_s", source="D-ACSM"), Default(name="sets", source="D-ACSM")),
            "Not in the article: hold 10–30 s, sets 1, from D-ACSM.",
        ),
        (
            (Default(name="reps", per="side", source="D-MOB; D-JUDGE"),),
            "Not in the article: repetitions 2–4 per side, from D-MOB, own choice.",
        ),
        (
            (Default(name="form", text="lying", source="D-JUDGE"),),
            "Not in the article, this project's own choice: form: lying.",
        ),
        (
            (
                Default(name="hold_s", source="D-ACSM", note="the neck less"),
                Default(name="relax_s", source="D-JUDGE"),
            ),
            (
                "Not in the article: hold 10–30 s (the neck less), from D-ACSM."
                " This project's own choice: relaxation 5 s."
            ),
        ),
        (
            (Default(name="cycle_s", note="seconds per circle", source="D-JUDGE"),),
            "Not in the article, this project's own choice: 3 s per circle.",
        ),
        (
            (Default(name="knee_deg", source="D-JUDGE"), Default(name="grip", source="D-JUDGE")),
            "Not in the article, this project's own choice: knee 90°; grip.",
        ),
        (
            (Default(name="breath_s", source="D-JUDGE"), Default(name="range", source="D-JUDGE")),
            "Not in the article, this project's own choice: breath; range.",
        ),
        (
            (
                Default(name="hold_cap_s", source="D-JUDGE"),
                Default(name="reps_cap", source="D-JUDGE"),
                Default(name="effort_pct", source="D-ACSM"),
            ),
            (
                "Not in the article: effort 20–50 %, from D-ACSM."
                " This project's own choice: longest hold 40 s; most repetitions."
            ),
        ),
    ],
)
def test_what_the_article_does_not_give_is_marked(defaults: tuple[Default, ...], told: str) -> None:
    """With the number from where it stands, its source, or as the project's own choice."""
    stretching = SMALL_CATALOGUE.entries[3]
    moving = attrs.evolve(stretching.phases[0], kind="move")
    exercise = attrs.evolve(
        stretching,
        breath="",
        phases=(moving, *stretching.phases[1:]),
        dose=attrs.evolve(stretching.dose, hold_cap_s=40, effort_pct="20-50 %", relax_s=5),
        amounts=(Amount(name="knee_deg", low=90, high=90), Amount(name="grip", text="loose")),
        defaults=defaults,
    )

    lines = [
        line for line in sheet_of_exercise(exercise).splitlines() if "Not in the article" in line
    ]

    assert lines == ([f"- {told}"] if told else [])


def test_numbers_of_the_article_that_stand_beside_the_dose_are_told() -> None:
    """A number, words, or both; but not what is a default."""
    exercise = an_exercise(
        amounts=(
            Amount(name="interval_days", low=5, high=8),
            Amount(name="bar_height", text="collarbone"),
            Amount(name="water_c", low=28, high=30, text="warm"),
            Amount(name="reps_is", text="at least twice"),
            Amount(name="range", text="all"),
        )
    )
    own = attrs.evolve(exercise, defaults=(Default(name="range", source="D-JUDGE"),))

    assert "; interval 5–8 days; bar height: collarbone; water 28–30 °C (warm); " in (
        sheet_of_exercise(exercise)
    )
    assert "; reps: at least twice; range: all.\n" in f"{sheet_of_exercise(exercise)}\n"
    assert "range: all" not in sheet_of_exercise(own)


def test_the_spans_that_the_article_gives_are_told() -> None:
    """All of the dose that no default marks; doing it once is not worth a word."""
    dose = Dose(
        hold_s="10-30 s",
        reps="2-4",
        sets=3,
        rest_s="1 min",
        relax_s="5 s",
        mass_kg="1.5-2 kg",
        amplitude_cm="2-3 cm",
        effort_pct="20-50 %",
    )
    marked = (Default(name="hold_s", source="D-ACSM"), Default(name="sets", source="D-RT"))

    told = sheet_of_exercise(attrs.evolve(an_exercise(dose=dose), defaults=marked))
    once = sheet_of_exercise(an_exercise(dose=Dose()))

    assert (
        "- In the article: repetitions 2–4; rest between sets 60 s; relaxation 5 s; "
        "load in each hand 1.5–2 kg; amplitude 2–3 cm; effort 20–50 %.\n"
    ) in told
    assert once == an_exercise().instruction


def test_lines_of_the_article_stay_with_those_who_keep_the_data() -> None:
    """Who is on the mat has no use for them."""
    marked = (Default(name="hold_s", source="exercise 5 of the same complex (lines 184, 188)"),)

    told = sheet_of_exercise(attrs.evolve(an_exercise(dose=Dose(hold_s=3)), defaults=marked))

    assert "from exercise 5 of the same complex." in told
    assert "188" not in told


def test_an_exercise_of_ones_own_is_in_no_article() -> None:
    """Without lines of the article its numbers are nobody's but the reader's."""
    told = sheet_of_exercise(attrs.evolve(an_exercise(dose=Dose(reps="2-4")), lines=()))

    assert "In the article" not in told


@pytest.mark.parametrize("confidence", ["medium", "low"])
def test_an_uncertain_reading_is_called_one(confidence: str) -> None:
    """A sure one is not."""
    words = "The article's words leave this one open"

    assert words in sheet_of_exercise(an_exercise(confidence=confidence))
    assert words not in sheet_of_exercise(an_exercise())


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("supported", "supported"),
        ("partly", "partly supported"),
        ("traditional-unsupported", "traditional, unsupported"),
        ("contradicted", "contradicted"),
        ("not-testable", "cannot be tested"),
    ],
)
def test_claims_carry_their_label_wherever_they_are_shown(label: str, told: str) -> None:
    """With a routine, an exercise and a piece of advice; the finding only the first time."""
    claim = Claim(
        id="claim-08",
        number=8,
        text="It helps.",
        label=label,
        finding="No trial was found",
        about=("pulse-pull-ups", "pulse-pull-up", "life-pillow"),
    )
    text = sheet_with(claims=(claim,))

    line = f"- The article says: “It helps.” Evidence: **{told}**."
    assert text.count(line) == 3
    assert text.count("No trial was found.") == 1
    for heading in ("## Week 1", "## The routines", "### Pulse pull-up"):
        assert line in section(text, heading)


def test_sources_say_where_they_are_and_whether_they_were_read() -> None:
    """Only those that the sheet names."""
    sources = (
        Source(id=SourceId("D-ACSM"), title="ACSM guideline", url="https://a.org/b", checked=True),
        Source(id=SourceId("D-JUDGE"), title="The project's own judgement", url="javascript:x"),
        Source(id=SourceId("D-HANG"), title="Hanging"),
    )

    assert section(sheet_with(sources=sources), "## Sources").splitlines() == [
        "- **D-ACSM**: ACSM guideline. <https://a.org/b>",
        "- **D-JUDGE**: The project's own judgement. javascript:x (not read)",
    ]
