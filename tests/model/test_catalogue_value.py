"""The catalogue as a value: found by id, cut down to what a plan needs."""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs
import pytest

from spinecare.catalogue import load_catalogue
from spinecare.errors import UnknownIdError
from spinecare.model import Catalogue, Person, Record, Screening, unknown_ids, unknown_ids_in


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Return the built-in catalogue."""
    return load_catalogue()


LOOK_UPS: tuple[tuple[str, Callable[[Catalogue, str], object]], ...] = (
    ("entries", Catalogue.entry),
    ("routines", Catalogue.routine),
    ("tags", Catalogue.tag),
    ("conditions", Catalogue.condition),
    ("red_flags", Catalogue.red_flag),
    ("sources", Catalogue.source),
    ("advice", Catalogue.advice_by_id),
)


@pytest.mark.parametrize(("field", "find"), LOOK_UPS, ids=[field for field, _ in LOOK_UPS])
def test_everything_is_found_by_its_id(
    catalogue: Catalogue, field: str, find: Callable[[Catalogue, str], object]
) -> None:
    """And what is not there is refused with the nearest ids."""
    items = getattr(catalogue, field)

    assert all(find(catalogue, item.id) is item for item in items)
    with pytest.raises(UnknownIdError) as caught:
        find(catalogue, f"{items[0].id}x")
    assert items[0].id in caught.value.nearest


def test_terms_are_named_whatever_their_list(catalogue: Catalogue) -> None:
    """Regions, muscles, things and positions."""
    for terms in (catalogue.regions, catalogue.muscles, catalogue.equipment, catalogue.positions):
        assert all(catalogue.term_name(term.id) for term in terms)
    with pytest.raises(UnknownIdError, match="term must be one of the catalogue's ids"):
        catalogue.term_name("elbow-of-a-bird")


def test_entries_are_told_apart_by_their_sort(catalogue: Catalogue) -> None:
    """Every entry is of exactly one."""
    sorts = (
        catalogue.exercises,
        catalogue.variants,
        catalogue.protocols,
        catalogue.transitions,
        catalogue.rests,
    )

    assert sum(map(len, sorts)) == len(catalogue.entries)
    assert all(entry.record is Record.REST for entry in catalogue.rests)


def test_claims_are_found_by_what_must_show_them(catalogue: Catalogue) -> None:
    """None for an id that no claim is about."""
    claim = next(claim for claim in catalogue.claims if claim.about)

    assert claim in catalogue.claims_about(claim.about[0])
    assert catalogue.claims_about("nothing") == ()


def test_a_plans_part_of_the_catalogue_holds_what_it_names_and_no_diagnosis(
    catalogue: Catalogue,
) -> None:
    """Conditions and warning signs stay out: an export says no more than the plan needs."""
    routine = catalogue.routine("neck")
    part = catalogue.restricted_to(
        entries=frozenset(routine.entries), routines=frozenset({"neck"}), advice=frozenset()
    )

    assert {entry.id for entry in part.entries} == set(routine.entries)
    assert part.routines == (routine,)
    assert {rule.id for rule in part.rules} == set(routine.rules)
    assert [*part.advice, *part.conditions, *part.red_flags] == []
    assert {tag.id for tag in part.tags} == {tag for e in part.entries for tag in e.tags}
    assert part.notice == catalogue.notice
    assert attrs.evolve(part) == part


def test_a_plans_part_of_the_catalogue_keeps_the_sources_it_names(
    catalogue: Catalogue,
) -> None:
    """Those of phases, notes, claims, also those inside a sentence, and our own judgement."""
    part = catalogue.restricted_to(
        entries=frozenset({"wushu-knee-rotation"}),
        routines=frozenset({"wushu-morning"}),
        advice=frozenset(),
    )
    kept = {source.id for source in part.sources}

    (entry,) = part.entries
    named = {key for note in entry.cautions for key in note.sources}
    named |= {key for claim in part.claims for key in claim.sources}
    named |= {key for default in entry.defaults for key in re.findall(r"[\w-]+", default.source)}
    assert named & {source.id for source in catalogue.sources} <= kept
    assert "D-JUDGE" in kept
    assert len(kept) < len(catalogue.sources) / 4


def test_known_ids_of_a_person_are_no_error(catalogue: Catalogue) -> None:
    """Everything a person may name, from the catalogue itself."""
    person = Person(
        timezone="UTC",
        availability="Mon 07:00 20 min",
        screening=Screening(no=[catalogue.red_flags[0].id]),
        routines=[catalogue.routines[0].id],
        conditions=[catalogue.conditions[0].id],
        equipment=[catalogue.equipment[0].id],
        tense=[catalogue.regions[0].id],
        tried=[catalogue.entries[0].id],
    )

    assert unknown_ids(person, catalogue) == ()


def test_every_unknown_id_of_a_person_is_told_with_the_nearest(catalogue: Catalogue) -> None:
    """In the order of the fields."""
    person = Person(
        timezone="UTC",
        availability="Mon 07:00 20 min",
        screening=Screening(yes=["rf-x"], no=["rf-y"]),
        routines=["nek"],
        conditions=["disc-herniatio"],
        equipment=["matt"],
        tense=["nec"],
        tried=["x1"],
        asks_for=["x2"],
        leaves_out=["x3", "x" * 200],
    )

    errors = unknown_ids(person, catalogue)

    assert [(error.kind, error.id) for error in errors[:-1]] == [
        ("red flag", "rf-x"),
        ("red flag", "rf-y"),
        ("routine", "nek"),
        ("condition", "disc-herniatio"),
        ("equipment", "matt"),
        ("region", "nec"),
        ("exercise", "x1"),
        ("exercise", "x2"),
        ("exercise", "x3"),
    ]
    assert "neck" in errors[2].nearest
    assert errors[-1].nearest == ()


def test_data_of_another_shape_have_no_unknown_ids(catalogue: Catalogue) -> None:
    """Their faults are told by the codec."""
    data = {"screening": 3, "places": [3, {"equipment": "mat"}], "routines": [3], "tried": {"a": 1}}

    assert list(unknown_ids_in(data, catalogue)) == []


def test_unknown_ids_of_places_carry_their_path(catalogue: Catalogue) -> None:
    """A file's reader shows the line."""
    data = {"places": [{"name": "a"}, {"name": "b", "equipment": ["xyzzy"]}]}

    ((path, error),) = unknown_ids_in(data, catalogue)

    assert path == "$.places[1].equipment[0]"
    assert (error.kind, error.id) == ("equipment", "xyzzy")
