from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from practicecoder.domain.certification import PassRule
from practicecoder.domain.coding import ScoreBasis
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.people import Coder
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from practicecoder.services.study_settings import (
    DOUBLE_SHARE,
    PASS_KAPPA,
    StudySettings,
    certificates_required,
    pass_rule,
    settings_of,
)
from tests.builders import ANNA, LEAD, a_study, add_people

STRICT = StudySettings(
    double_share=0.25,
    coders_per_double=3,
    certificates_required=True,
    pass_rule=PassRule(
        recordings=12, exact=0.5, within_one=0.95, kappa=0.6, each_dimension=True, valid_days=180
    ),
    basis_of_several=ScoreBasis.SINGLE,
    optional_counts=True,
)


@pytest.fixture
def services(tmp_path: Path) -> StudyServices:
    made = a_study(tmp_path / "study")
    add_people(made, Coder(coder_id=ANNA))
    return made


def test_a_new_study_has_the_usual_settings(services: StudyServices) -> None:
    assert services.settings.current() == StudySettings()
    assert pass_rule(services.study) == PassRule()
    assert not certificates_required(services.study)


def test_changed_settings_are_in_force_at_once_and_after_opening_again(
    services: StudyServices,
) -> None:
    change = services.settings.change(STRICT, actor=LEAD)

    assert change.concerns(ChangeKind.STUDY)
    assert settings_of(services.study) == STRICT
    assert certificates_required(services.study)
    services.close()
    again = open_study(services.path, read_only=True)
    assert settings_of(again.study) == STRICT
    again.close()


def test_only_what_differs_is_recorded_with_what_it_replaced(services: StudyServices) -> None:
    services.settings.change(StudySettings(double_share=0.3), actor=LEAD)
    services.settings.change(StudySettings(double_share=0.3), actor=LEAD)

    with services.context.store.reading() as unit:
        entries = [e for e in unit.history.all() if e.kind is HistoryKind.SETTING_CHANGED]
    assert [(e.item, e.old, e.new, e.actor) for e in entries] == [
        (DOUBLE_SHARE, "0.2", "0.3", LEAD)
    ]


def test_a_demand_for_kappa_can_be_taken_back(services: StudyServices) -> None:
    services.settings.change(STRICT, actor=LEAD)
    services.settings.change(StudySettings(), actor=LEAD)

    assert pass_rule(services.study).kappa is None
    assert services.study.settings[PASS_KAPPA] == "none"


def test_a_coder_changes_nothing(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="Only a lead"):
        services.settings.change(STRICT, actor=ANNA)

    assert services.settings.current() == StudySettings()


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (StudySettings(double_share=1.2), "share of double coding"),
        (StudySettings(coders_per_double=1), "two coders"),
        (StudySettings(pass_rule=PassRule(recordings=0)), "one recording"),
        (StudySettings(pass_rule=PassRule(within_one=90)), "Shares of agreement"),
        (StudySettings(pass_rule=PassRule(kappa=-0.5)), "kappa"),
        (StudySettings(pass_rule=PassRule(valid_days=0)), "one day"),
        (StudySettings(basis_of_several=ScoreBasis.CONSENSUS), "mean or the first"),
    ],
)
def test_what_is_out_of_range_is_refused(
    services: StudyServices, settings: StudySettings, sentence: str
) -> None:
    with pytest.raises(NotAllowedError, match=sentence):
        services.settings.change(settings, actor=LEAD)

    assert services.settings.current() == StudySettings()


def test_settings_of_feedback_are_kept_and_checked(services: StudyServices) -> None:
    wanted = replace(
        services.settings.current(),
        days_between_sessions=30,
        marking="OFFICIAL-SENSITIVE",
        min_double_coded=20,
        min_icc_lower=0.5,
    )
    change = services.settings.change(wanted, actor=LEAD)

    assert services.settings.current() == wanted
    assert change.concerns(ChangeKind.FEEDBACK)
    assert services.study.settings["marking"] == "OFFICIAL-SENSITIVE"
    for wrong in (
        replace(wanted, days_between_sessions=0),
        replace(wanted, marking="m" * 61),
        replace(wanted, min_double_coded=2),
        replace(wanted, min_icc_lower=1.5),
    ):
        with pytest.raises(NotAllowedError, match="Nothing was changed"):
            services.settings.change(wrong, actor=LEAD)


def test_codes_that_are_left_to_the_study_are_counted_once_it_says_so(
    services: StudyServices,
) -> None:
    assert any(code.optional for code in services.codebook.counts)
    assert services.counting.codes == ()

    services.settings.change(StudySettings(optional_counts=True), actor=LEAD)

    assert services.counting.codes == services.codebook.counts
