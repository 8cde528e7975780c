"""Roles are suggested from plain words only, and pseudonyms follow from roles alone."""

from __future__ import annotations

import pytest

from practicecoder.domain.transcripts import SpeakerRole as R
from practicecoder.interchange.transcripts.roles import pseudonyms, suggest_role


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Social Worker", R.WORKER),
        ("worker", R.WORKER),
        ("SW", R.WORKER),
        ("Child Protection Worker", R.WORKER),
        ("Quill Made-Up (Social Worker)", R.WORKER),
        ("Mum", R.PARENT),
        ("Parent 2", R.PARENT),
        ("FOSTER CARER", R.PARENT),
        ("Child's mother", R.PARENT),
        ("Child’s father", R.PARENT),
        ("Mother of the child", R.PARENT),
        ("Young person", R.CHILD),
        ("eldest son", R.CHILD),
        ("Health visitor", R.OTHER_PROFESSIONAL),
        ("other_professional", R.OTHER_PROFESSIONAL),
        ("Interpreter 1", R.OTHER_PROFESSIONAL),
        ("Quill", R.UNKNOWN),
        ("Quill Child", R.UNKNOWN),
        ("Ms Carer Made-Up", R.UNKNOWN),
        ("Speaker 1", R.UNKNOWN),
        ("Grandmother", R.UNKNOWN),
        ("Social", R.UNKNOWN),
        ("Worker / Parent", R.UNKNOWN),
        ("", R.UNKNOWN),
    ],
)
def test_a_role_is_suggested_only_where_the_label_says_it(label: str, role: R) -> None:
    assert suggest_role(label) is role


def test_pseudonyms_number_people_of_one_role_in_order() -> None:
    roles = {
        "c": R.PARENT,
        "a": R.WORKER,
        "b": R.PARENT,
        "d": R.UNKNOWN,
        "e": R.CHILD,
        "f": R.OTHER_PROFESSIONAL,
        "": R.UNKNOWN,
    }

    assert pseudonyms(roles) == {
        "c": "Parent 1",
        "a": "Worker",
        "b": "Parent 2",
        "d": "Speaker",
        "e": "Child",
        "f": "Professional",
        "": "",
    }


@pytest.mark.parametrize("role", R)
def test_a_pseudonym_says_its_role_to_the_next_reader(role: R) -> None:
    for name in pseudonyms({"a": role, "b": role}).values():
        assert suggest_role(name) is role
