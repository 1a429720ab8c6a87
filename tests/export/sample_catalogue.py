"""A small hand-made catalogue: one entry of each sort that an exporter has to show."""

from __future__ import annotations

from spinecare.model import (
    Advice,
    Amount,
    Cadence,
    Catalogue,
    Claim,
    Default,
    Dose,
    Edge,
    EquipmentId,
    EquipmentNeed,
    Exercise,
    ExerciseId,
    GuidingRule,
    Phase,
    Pose,
    Reps,
    RepsPer,
    Routine,
    RoutineId,
    SafetyNote,
    Source,
    SourceId,
    Stage,
    Tag,
    TagId,
    Term,
)

JUDGE = SourceId("D-JUDGE")
ACSM = SourceId("D-ACSM")


def _phase(kind: str, cue: str, seconds: str | None = None, **more: str | float) -> Phase:
    return Phase(kind=kind, cue=cue, seconds=seconds, **more)  # type: ignore[arg-type]  # ids are plain text here


_RELIEF = Exercise(
    id=ExerciseId("relief-legs-on-chair"),
    name="Legs on a chair",
    record="exercise",
    kinds=["relaxation"],
    role="relax",
    start=Pose(position="supine"),
    sides="both-together",
    instruction="Lie on your back with your calves on the seat of a chair. Let the back sink.",
    phases=(_phase("relax", "let the back sink", "2-5 min", each="step"),),
    dose=Dose(hold_s="2-5 min"),
    equipment=(EquipmentNeed(id=EquipmentId("chair")),),
    breath="slowly, longer out than in",
    lines=(77, 79),
)

_ROTATION = Exercise(
    id=ExerciseId("neck-2-rotation"),
    name="Neck rotation",
    record="exercise",
    kinds=["mobility"],
    role="stress",
    start=Pose(position="sitting"),
    sides="alternating",
    instruction=(
        "Sit tall with your chin level. Turn your head slowly to look over one shoulder, "
        "come back, and turn to the other side."
    ),
    phases=(
        _phase("move", "turn the head slowly to one side", "2-3 s"),
        _phase("move", "turn to the other side", "2-3 s"),
        _phase("relax", "rest in the middle", "8 s"),
    ),
    dose=Dose(reps=5, relax_s="8 s"),
    aliases=("turn head side to side",),
    lines=(85, 89),
    regions=("neck",),  # type: ignore[arg-type]  # ids are plain text here
    equipment=(EquipmentNeed(id=EquipmentId("chair"), is_optional=True),),
    tags=(TagId("neck-rotation-end"),),
    defaults=(Default(name="relax_s", per="repetition", source="D-JUDGE"),),
    cautions=(
        SafetyNote(
            text="as far as it goes easily; stop at dizziness or visual change", sources=(JUDGE,)
        ),
    ),
    frequency="twice a day",
    breath="evenly",
)

_PRESS = Exercise(
    id=ExerciseId("neck-4-front"),
    name="Neck press against the hand, front",
    record="exercise",
    kinds=["isometric"],
    role="stress",
    start=Pose(position="sitting"),
    sides="both-together",
    instruction="Put a palm on your forehead. Press head and hand together; nothing moves.",
    phases=(
        _phase("contract", "press the forehead into the palm", "8-10 s", breath="keep breathing"),
        _phase("relax", "let go", "8-10 s"),
    ),
    dose=Dose(hold_s="8-10 s", reps="3-5", relax_s="8-10 s", effort_pct="20-50 %"),
    recovery="light",
    lines=(93,),
    safety=(SafetyNote(text="never hold the breath"),),
    frequency="several times a day",
)

_STRETCH = Exercise(
    id=ExerciseId("lying-04-figure-four"),
    name="Figure-four stretch",
    record="exercise",
    kinds=["static-stretch"],
    role="neutral",
    start=Pose(position="hook-lying"),
    sides="left-right",
    instruction="Put one ankle on the other knee and pull that thigh gently towards you.",
    phases=(
        _phase("setup", "ankle on the other knee", "3 s", each="set"),
        _phase("stretch", "pull the thigh towards you", "10-30 s"),
        _phase("relax", "let go", "5 s"),
    ),
    dose=Dose(hold_s="10-30 s", reps=Reps.of("2-4", RepsPer.SIDE), change_s=5),
    recovery="gentle",
    first_side="right",
    lines=(180,),
    tags=(TagId("flexion-end"),),
    defaults=(
        Default(name="hold_s", source="D-ACSM"),
        Default(name="change_s", text="five seconds", source="D-JUDGE"),
    ),
    breath="out while pulling",
)

_PULL = Exercise(
    id=ExerciseId("pulse-pull-up"),
    name="Pulse pull-up",
    record="exercise",
    kinds=["strength"],
    role="stress",
    start=Pose(position="hanging"),
    sides="both-together",
    instruction="Hang from the bar. Pull yourself up a little and let yourself down, in pulses.",
    phases=(
        _phase("move", "pull up a little", "2 s"),
        _phase("return", "let yourself down", "2 s"),
        _phase("relax", "hang loosely or stand", "60-90 s", each="set"),
    ),
    dose=Dose(reps="4-8", sets="2-3", rest_s="90-120 s", tempo=(2, 2)),
    recovery="pull",
    lines=(60,),
    equipment=(EquipmentNeed(id=EquipmentId("pull-up-bar"), spec="it holds your weight"),),
    amounts=(Amount(name="interval_days", low=5, high=8),),
    safety=(SafetyNote(text="step down, never jump down"),),
)

_SHRUG = Exercise(
    id=ExerciseId("neck-7-shrug"),
    name="Shoulder shrug with dumbbells",
    record="variant",
    of=ExerciseId("neck-2-rotation"),
    kinds=["strength"],
    role="stress",
    start=Pose(position="standing"),
    sides="both-together",
    instruction="Stand with a light weight in each hand. Lift the shoulders and let them sink.",
    phases=(_phase("move", "lift the shoulders", "2 s"), _phase("relax", "let them sink", "8 s")),
    dose=Dose(reps="8-12", mass_kg="1.5-2 kg"),
    recovery="light",
    equipment=(EquipmentNeed(id=EquipmentId("dumbbells")),),
    lines=(99,),
)

_WALK = Exercise(
    id=ExerciseId("desk-stand-and-walk"),
    name="Stand up and walk",
    record="protocol",
    kinds=["mobility"],
    role="mixed",
    start=Pose(position="any"),
    sides="both-together",
    instruction="Stand up, walk to a window and look far away.",
    dose=Dose(hold_s="2-3 min"),
    lines=(50,),
)

_FETAL = Exercise(
    id=ExerciseId("fetal-rest"),
    name="Fetal rest",
    record="exercise",
    kinds=["relaxation"],
    role="relax",
    start=Pose(position="side-lying-curled"),
    sides="either",
    instruction="Roll to one side, draw the knees up and rest.",
    phases=(_phase("relax", "rest on the side", "1-3 min", each="step"),),
    dose=Dose(hold_s="1-3 min"),
    lines=(206,),
)

_RISE = Exercise(
    id=ExerciseId("rise-from-side"),
    name="Rise over the side",
    record="transition",
    kinds=["mobility"],
    role="none",
    start=Pose(position="side-lying"),
    end=Pose(position="standing"),
    sides="either",
    instruction="Push yourself up with the hands, sit a moment, then stand slowly.",
    phases=(_phase("move", "push up with the hands", "10-15 s", each="step"),),
    lines=(208,),
    cautions=(SafetyNote(text="rise slowly, dizziness passes first", sources=(JUDGE,)),),
)

_REST = Exercise(
    id=ExerciseId("rest-sitting"),
    name="Loose sitting",
    record="rest",
    kinds=["relaxation"],
    role="relax",
    start=Pose(position="sitting"),
    sides="both-together",
    instruction="Let the arms hang and the shoulders sink.",
    phases=(_phase("relax", "let the arms hang", "5-60 s", each="step"),),
    dose=Dose(hold_s="5-60 s"),
    defaults=(Default(name="form", text="sitting loosely", source="D-JUDGE"),),
)


def _routine(id: str, name: str, entries: tuple[Exercise, ...], cadence: Cadence) -> Routine:
    return Routine(
        id=RoutineId(id),
        name=name,
        summary=f"{name}, as the article has it.",
        cadence=cadence,
        part="effort" if cadence.kind == "window" else "mobility",
        entries=tuple(entry.id for entry in entries),
        lines=(85,),
    )


_TWICE_A_DAY = Cadence(kind="times-a-day", times=2, gap_h=6, text="twice a day")

SMALL_CATALOGUE = Catalogue(
    entries=(
        _RELIEF,
        _ROTATION,
        _PRESS,
        _STRETCH,
        _PULL,
        _SHRUG,
        _WALK,
        _FETAL,
        _RISE,
        _REST,
    ),
    routines=(
        Routine(
            id=RoutineId("neck"),
            name="Neck exercises",
            summary="Movements and presses for the neck.",
            cadence=_TWICE_A_DAY,
            part="mobility",
            entries=(_ROTATION.id, _PRESS.id, _SHRUG.id),
            stages=(Stage(opens=(_PRESS.id,), after=(_ROTATION.id,), days=14, completed_days=10),),
            is_gymnastics=True,
            pairs_strictly=True,
            goals=["ease-neck"],
            rules=("rule-stop-on-pain",),
            lines=(85,),
        ),
        _routine(
            "lying", "Lying stretches", (_STRETCH,), Cadence(kind="times-a-week", times="2-3")
        ),
        _routine(
            "pulse-pull-ups",
            "Pulse pull-ups",
            (_PULL,),
            Cadence(kind="window", window_days="5-8 days"),
        ),
        _routine("desk-breaks", "Desk breaks", (_WALK,), Cadence(kind="hourly", every_min=60)),
    ),
    advice=(
        Advice(
            id="life-pillow",
            name="The pillow",
            instruction="Choose a pillow that keeps the neck in line with the back.",
            lines=(40,),
            cautions=("what helps differs from person to person",),
            note="traditional",
        ),
    ),
    rules=(
        GuidingRule(
            id="rule-stop-on-pain",
            name="Stop at pain",
            instruction="Stop an exercise that hurts.",
            lines=(123,),
            observe_days=(1, 2),
        ),
    ),
    edges=(Edge(before=_ROTATION.id, after=_PRESS.id, lines=(85,)),),
    tags=(
        Tag(
            id=TagId("flexion-end"),
            meaning="the back or hip bends as far as it goes",
            reduced_form="half as far, no pull at the end",
            max_hold_s=10,
        ),
        Tag(id=TagId("neck-rotation-end"), meaning="the neck turns as far as it goes"),
    ),
    equipment=(
        Term(id="chair", name="chair"),
        Term(id="pull-up-bar", name="pull-up bar"),
        Term(id="dumbbells", name="dumbbells"),
    ),
    claims=(
        Claim(
            id="claim-08",
            number=8,
            text="Pull-ups in pulses lengthen the spine.",
            lines=(60,),
            label="traditional-unsupported",
            finding="No trial was found.",
            sources=(JUDGE,),
            about=("pulse-pull-up",),
        ),
        Claim(
            id="claim-12",
            number=12,
            text="The right pillow eases the neck.",
            label="partly",
            finding="Small trials, mixed results.",
            sources=(ACSM,),
            about=("life-pillow",),
        ),
    ),
    sources=(
        Source(id=ACSM, title="ACSM guideline on flexibility", checked=True, gives="holds"),
        Source(id=JUDGE, title="The project's own judgement"),
    ),
    notice="This plan does not diagnose and does not replace a clinician.",
    stop_signs=(
        "numbness or weakness in an arm or leg",
        "chest pain, fainting, or a sudden severe headache",
    ),
    reduced_form="half the range, half the force, the shortest hold",
)
"""Ten entries, four routines, two claims, one advice."""
