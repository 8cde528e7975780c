"""Training recordings, trials, attempts and certificates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from practicecoder.domain.certification import PassRule
from practicecoder.domain.coding import Coding, CodingRole, Evidence
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.sessions import SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import NotAllowedError
from practicecoder.export.sessions_table import sessions_table
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.services.exporting import ExportingService, PackageOrder
from practicecoder.services.studies import check_study
from practicecoder.services.training import CODER, REFERENCE, CertificateState, rows_of
from practicecoder.storage.history import replay
from tests.builders import (
    ANNA,
    BEN,
    CARA,
    LEAD,
    QUESTION,
    a_session,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)
from tests.services.training_laboratory import REFERENCE as REFERENCE_VALUES
from tests.services.training_laboratory import (
    START,
    Clock,
    a_training_laboratory,
    names,
    try_out,
)

FAR_OFF = (5, 5, 5, 5, 5, 5, 5)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Iterator[StudyServices]:
    made = a_training_laboratory(tmp_path / "study", clock)
    yield made
    made.close()


def pass_three(services: StudyServices, clock: Clock, first: int = 1) -> None:
    for number in range(first, first + 3):
        try_out(services, ANNA, number)
        clock.turn(minutes=40)


def answered(services: StudyServices, coding: Coding) -> Coding:
    """Answer what submission waits for."""
    coding = services.coding.answer(coding, QUESTION, True).after
    return services.coding.answer(coding, "change_goal", "a made-up change").after


# Training recordings


def test_a_reference_is_a_copy_that_names_its_source_and_leaves_it_alone(
    services: StudyServices,
) -> None:
    session_id, _ = names(1)
    with services.context.store.reading() as unit:
        codings = {c.role: c for c in unit.codings.of_session(session_id)}
        history = unit.history.of_coding(codings[CodingRole.REFERENCE].coding_id)
    source, reference = codings[CodingRole.PRIMARY], codings[CodingRole.REFERENCE]
    assert reference.ratings == source.ratings
    assert reference.is_locked
    assert source.is_locked
    assert history[0].reason == "taken over from the primary coding of C"
    assert history[0].actor == LEAD


def test_a_study_with_references_and_evidence_is_sound(tmp_path: Path, clock: Clock) -> None:
    services = a_training_laboratory(tmp_path / "sound", clock, n=2)
    add_sessions(services, a_session(9))
    session_id, _ = names(9)
    coding = add_coding(
        services, session_id, CARA, ratings_of(services.codebook, FAR_OFF), submitted=False
    )
    piece = Evidence(evidence_id="e1", span=TimeSpan(5, 9), dimension_ids=("empathy",))
    act = services.coding.put_evidence(answered(services, coding), piece)
    services.coding.submit(act.after, short_listen_reason="a test")
    services.training_recordings.take_over(coding.coding_id, actor=LEAD)
    with services.context.store.reading() as unit:
        codings = {c.role: c for c in unit.codings.of_session(session_id)}
    services.close()
    problems = [problem.what for problem in check_study(tmp_path / "sound")]
    assert set(problems) == {"A recording is missing."}  # there are no sound files behind them
    copied = codings[CodingRole.REFERENCE].evidence
    assert [e.span for e in copied] == [TimeSpan(5, 9)]
    assert copied[0].evidence_id != "e1"


def test_a_session_has_one_reference(services: StudyServices) -> None:
    session_id, _ = names(1)
    with services.context.store.reading() as unit:
        source = unit.codings.of_session(session_id)[0]
    with pytest.raises(NotAllowedError, match="training recording already"):
        services.training_recordings.take_over(source.coding_id, actor=LEAD)
    with pytest.raises(NotAllowedError, match="training recording already"):
        services.training_recordings.ask_for_reference(session_id, LEAD, actor=LEAD)


def test_only_leads_make_training_recordings_and_give_them_out(services: StudyServices) -> None:
    session_id, _ = names(1)
    with services.context.store.reading() as unit:
        source = unit.codings.of_session(session_id)[0]
    for act in (
        lambda: services.training_recordings.take_over(source.coding_id, actor=ANNA),
        lambda: services.training_recordings.ask_for_reference(session_id, LEAD, actor=ANNA),
        lambda: services.training_recordings.assign([session_id], [ANNA], actor=BEN),
        lambda: services.training.grant(ANNA, actor=ANNA),
    ):
        with pytest.raises(NotAllowedError, match="Only a lead"):
            act()


def test_an_open_coding_is_no_reference(services: StudyServices) -> None:
    add_sessions(services, a_session(9))
    ratings = ratings_of(services.codebook, FAR_OFF)
    coding = add_coding(services, names(9)[0], CARA, ratings, submitted=False)
    with pytest.raises(NotAllowedError, match="submitted independent or consensus"):
        services.training_recordings.take_over(coding.coding_id, actor=LEAD)


def test_a_lead_codes_a_reference_in_the_own_queue(services: StudyServices) -> None:
    add_sessions(services, a_session(9))
    session_id, blind_code = names(9)
    services.training_recordings.ask_for_reference(session_id, LEAD, actor=LEAD)
    assert [row.blind_code for row in services.sessions.queue(LEAD)] == [blind_code]
    recording = next(r for r in services.training_recordings.all() if r.session_id == session_id)
    assert recording.is_training
    assert not recording.is_ready
    with pytest.raises(NotAllowedError, match="no submitted reference"):
        services.training_recordings.assign([session_id], [ANNA], actor=LEAD)
    desk = services.coding.open_desk(blind_code, LEAD)
    coding = answered(services, desk.coding)
    for dimension in services.codebook.dimension_ids:
        coding = services.coding.rate(coding, dimension, 4).after
    services.coding.submit(coding, short_listen_reason="a test")
    services.training_recordings.assign([session_id], [ANNA], actor=LEAD)
    with services.context.store.reading() as unit:
        assert unit.sessions.find(session_id).state is SessionState.RECEIVED  # type: ignore[union-attr]  # it is there


def of_session(services: StudyServices, number: int) -> dict[CodingRole, Coding]:
    with services.context.store.reading() as unit:
        return {c.role: c for c in unit.codings.of_session(names(number)[0])}


def test_a_mistaken_reference_is_removed_with_a_reason(services: StudyServices) -> None:
    session_id, blind_code = names(1)
    before = of_session(services, 1)
    services.training_recordings.assign([session_id], [ANNA], actor=LEAD)

    change = services.training_recordings.remove_reference(
        session_id, actor=LEAD, reason="  the wrong coding was copied "
    )

    assert change.concerns(ChangeKind.CODINGS, ChangeKind.ASSIGNMENTS)
    assert of_session(services, 1) == {CodingRole.PRIMARY: before[CodingRole.PRIMARY]}
    recording = next(r for r in services.training_recordings.all() if r.session_id == session_id)
    assert not recording.is_training
    assert blind_code not in [row.blind_code for row in services.sessions.queue(ANNA)]
    reference = before[CodingRole.REFERENCE]
    with services.context.store.reading() as unit:
        kept = unit.history.of_coding(reference.coding_id)
        entries = unit.history.of_session(session_id)
    assert replay(kept).ratings == reference.ratings  # what it held can be read
    taken = [e for e in entries if e.kind is HistoryKind.UNASSIGNED]
    assert [(e.item, e.old, e.reason, e.actor) for e in taken] == [
        (CARA, "reference", "the wrong coding was copied", LEAD),
        (ANNA, "training", "the wrong coding was copied", LEAD),
    ]
    told = [line.text for line in services.stories.of(session_id, actor=LEAD).lines]
    assert told[-2:] == ["Reference coding of C removed", "Taken from A"]

    primary = before[CodingRole.PRIMARY]
    services.training_recordings.take_over(primary.coding_id, actor=LEAD)
    try_out(services, ANNA, 1)  # as if there had been no mistake


def test_a_reference_that_somebody_was_tried_against_stays(services: StudyServices) -> None:
    session_id, _ = names(1)
    try_out(services, ANNA, 1)
    before = of_session(services, 1)

    with pytest.raises(NotAllowedError, match="A was tried against this reference"):
        services.training_recordings.remove_reference(session_id, actor=LEAD, reason="mistake")

    assert of_session(services, 1) == before


def test_a_trial_that_was_begun_waits_for_another_reference(services: StudyServices) -> None:
    session_id, blind_code = names(1)
    source = of_session(services, 1)[CodingRole.PRIMARY]
    try_out(services, ANNA, 1, submit=False)

    services.training_recordings.remove_reference(session_id, actor=LEAD, reason="mistake")

    assert blind_code in [row.blind_code for row in services.sessions.queue(ANNA)]
    assert not services.training.has_comparison(blind_code, ANNA)
    services.training_recordings.take_over(source.coding_id, actor=LEAD)
    recording = next(r for r in services.training_recordings.all() if r.session_id == session_id)
    assert (recording.is_ready, recording.tried) == (True, (ANNA,))


@pytest.mark.parametrize("begin", [False, True])
def test_a_reference_that_was_only_asked_for_is_taken_back(
    services: StudyServices, begin: bool
) -> None:
    add_sessions(services, a_session(9))
    session_id, blind_code = names(9)
    services.training_recordings.ask_for_reference(session_id, LEAD, actor=LEAD)
    if begin:
        services.coding.open_desk(blind_code, LEAD)

    services.training_recordings.remove_reference(session_id, actor=LEAD, reason="mistake")

    assert services.sessions.queue(LEAD) == ()
    assert of_session(services, 9) == {}
    services.training_recordings.ask_for_reference(session_id, LEAD, actor=LEAD)


def test_removing_a_reference_needs_a_lead_a_reason_and_a_reference(
    services: StudyServices,
) -> None:
    add_sessions(services, a_session(9))
    remove = services.training_recordings.remove_reference
    with pytest.raises(NotAllowedError, match="needs a reason"):
        remove(names(1)[0], actor=LEAD, reason=" ")
    for actor in (ANNA, None):
        with pytest.raises(NotAllowedError, match="lead"):
            remove(names(1)[0], actor=actor, reason="mistake")
    with pytest.raises(NotAllowedError, match="no training recording"):
        remove(names(9)[0], actor=LEAD, reason="mistake")
    assert CodingRole.REFERENCE in of_session(services, 1)


def test_who_has_met_a_session_is_not_tried_on_it(services: StudyServices) -> None:
    session_id, _ = names(1)
    with pytest.raises(NotAllowedError, match="C has met"):
        services.training_recordings.assign([session_id], [ANNA, CARA], actor=LEAD)
    assert services.sessions.queue(ANNA) == ()  # all or nobody
    try_out(services, ANNA, 1)
    with pytest.raises(NotAllowedError, match="A has met"):
        services.training_recordings.assign([session_id], [ANNA], actor=LEAD)
    with pytest.raises(NotAllowedError, match="already has"):
        services.sessions.assign((session_id,), ANNA, actor=LEAD)


def test_trials_are_slipped_between_sessions_that_are_not_begun(services: StudyServices) -> None:
    add_sessions(services, *(a_session(number) for number in range(11, 31)))
    services.sessions.assign(
        tuple(names(number)[0] for number in range(11, 31)), ANNA, actor=LEAD, seed=1
    )
    places = set()
    for number in range(1, 7):
        session_id, blind_code = names(number)
        services.training_recordings.assign([session_id], [ANNA], actor=LEAD, seed=number)
        queue = [row.blind_code for row in services.sessions.queue(ANNA)]
        places.add(queue.index(blind_code))
    assert len(places) > 3
    assert min(places) < 15


def test_in_the_queue_a_trial_looks_like_any_session(services: StudyServices) -> None:
    add_sessions(services, a_session(9))
    services.sessions.assign((names(9)[0],), ANNA, actor=LEAD)
    services.training_recordings.assign([names(1)[0]], [ANNA], actor=LEAD)
    one, other = services.sessions.queue(ANNA)
    assert replace(one, blind_code=other.blind_code) == other
    desks = [services.coding.open_desk(row.blind_code, ANNA) for row in (one, other)]
    assert {desk.coding.role for desk in desks} == {CodingRole.PRIMARY}


# Comparison


def test_nothing_is_compared_before_the_trial_is_submitted(services: StudyServices) -> None:
    blind_code = try_out(services, ANNA, 1, submit=False)
    assert not services.training.has_comparison(blind_code, ANNA)
    with pytest.raises(NotAllowedError) as early:
        services.training.compare(blind_code, ANNA, actor=ANNA)
    with pytest.raises(NotAllowedError) as never:
        services.training.compare(names(5)[1], ANNA, actor=ANNA)
    assert str(early.value).replace(blind_code, "") == str(never.value).replace(names(5)[1], "")
    assert services.training.progress(ANNA).attempts == ()


def test_after_the_lock_ratings_levels_apart_and_evidence_lie_side_by_side(
    services: StudyServices,
) -> None:
    blind_code = try_out(services, ANNA, 1, (3, 4, 5, 3, 3, 3, None))
    assert services.training.has_comparison(blind_code, ANNA)
    found = services.training.compare(blind_code, ANNA, actor=ANNA)
    dimensions = services.codebook.dimension_ids
    rows = {row.dimension_id: row for row in found.rows}
    assert rows[dimensions[1]].levels_apart == 1
    assert rows[dimensions[2]].levels_apart == 2
    assert set(rows[dimensions[0]].ratings) == {CODER, REFERENCE}
    assert found.rows[0].dimension_id == dimensions[6]  # applicability comes first
    assert (found.session_id, found.reference_by) == (None, None)
    as_lead = services.training.compare(blind_code, ANNA, actor=LEAD)
    assert (as_lead.session_id, as_lead.reference_by) == (names(1)[0], CARA)


def test_coders_see_no_trials_of_others(services: StudyServices) -> None:
    blind_code = try_out(services, ANNA, 1)
    for actor in (BEN, CARA, None):
        with pytest.raises(NotAllowedError, match="no comparison"):
            services.training.compare(blind_code, ANNA, actor=actor)


def test_a_trial_and_its_reference_stay_as_they_are(services: StudyServices) -> None:
    try_out(services, ANNA, 1)
    with services.context.store.reading() as unit:
        codings = {c.role: c for c in unit.codings.of_session(names(1)[0])}
    for role, words in (
        (CodingRole.TRAINING, "can see the reference"),
        (CodingRole.REFERENCE, "were tried against"),
    ):
        with pytest.raises(NotAllowedError, match=words):
            services.coding.unlock(codings[role].coding_id, actor=LEAD, reason="a slip")
    services.coding.unlock(codings[CodingRole.PRIMARY].coding_id, actor=LEAD, reason="a slip")


# Progress and certificates


def test_progress_counts_by_hand(services: StudyServices) -> None:
    try_out(services, ANNA, 1, (3, 3, 3, 3, 4, 4, 5))
    try_out(services, ANNA, 2, (3, 3, 3, 3, 3, 3, 3))
    progress = services.training.progress(ANNA)
    assert progress.attempt is not None
    overall = progress.attempt.result.overall
    assert overall.exact.value == pytest.approx(11 / 14)  # type: ignore[union-attr]  # it is an estimate
    assert overall.within_one.value == pytest.approx(13 / 14)  # type: ignore[union-attr]  # it is an estimate
    assert not progress.may_be_granted
    assert progress.verdict is not None
    assert progress.verdict.reasons == ("2 recordings were compared; 3 are asked for.",)
    steps = dict.fromkeys(services.codebook.dimension_ids, 1.0)
    latest, first = rows_of(steps, progress.attempts)
    assert (first.n_compared, first.n_exact, first.n_within_one) == (7, 4, 6)
    assert (latest.n_exact, latest.blind_code) == (7, names(2)[1])


def test_a_certificate_says_rule_result_and_days(services: StudyServices, clock: Clock) -> None:
    pass_three(services, clock)
    assert services.training.progress(ANNA).may_be_granted
    certificate = services.training.grant(ANNA, actor=LEAD)
    assert certificate.rule == "3 recordings or more; within one level at least 80%"
    assert certificate.result.startswith("exact 100%, within one level 100%")
    assert certificate.n_recordings == 3
    assert certificate.expires_on == START.date() + timedelta(days=100)
    assert services.training.is_certified(ANNA, START.date())
    assert services.training.certified_coders(START.date()) == {ANNA}
    assert not services.training.is_certified(ANNA, certificate.expires_on)
    with services.context.store.reading() as unit:
        entry = next(e for e in unit.history.all() if e.kind is HistoryKind.CERTIFIED)
    assert (entry.actor, entry.item, entry.new) == (LEAD, ANNA, certificate.certificate_id)


def test_a_certificate_is_refused_unless_the_rule_is_met(
    services: StudyServices, clock: Clock
) -> None:
    with pytest.raises(NotAllowedError, match="no trials"):
        services.training.grant(ANNA, actor=LEAD)
    try_out(services, ANNA, 1)
    with pytest.raises(NotAllowedError, match="1 recording was compared; 3 are asked for"):
        services.training.grant(ANNA, actor=LEAD)
    with pytest.raises(NotAllowedError, match="no coder Z"):
        services.training.grant("Z", actor=LEAD)  # type: ignore[arg-type]  # nobody
    assert services.training.progress(ANNA).certificates == ()


def test_a_failed_attempt_is_kept_and_the_next_trial_begins_another(
    services: StudyServices, clock: Clock
) -> None:
    for number in (1, 2, 3):
        try_out(services, ANNA, number, FAR_OFF)
        clock.turn(minutes=1)
    failed = services.training.progress(ANNA)
    assert [attempt.is_over for attempt in failed.attempts] == [True]
    with pytest.raises(NotAllowedError, match="within one level is 0%; 80% is asked for"):
        services.training.grant(ANNA, actor=LEAD)
    pass_three(services, clock, first=4)
    progress = services.training.progress(ANNA)
    assert [len(attempt.trials) for attempt in progress.attempts] == [3, 3]
    assert [attempt.verdict.passed for attempt in progress.attempts] == [False, True]
    certificate = services.training.grant(ANNA, actor=LEAD)
    granted = services.training.progress(ANNA).attempts
    assert [attempt.certificate for attempt in granted] == [None, certificate]


def test_a_second_certificate_needs_trials_of_its_own(
    services: StudyServices, clock: Clock
) -> None:
    pass_three(services, clock)
    services.training.grant(ANNA, actor=LEAD)
    with pytest.raises(NotAllowedError, match="no trials since"):
        services.training.grant(ANNA, actor=LEAD)
    clock.turn(days=80)
    pass_three(services, clock, first=4)
    services.training.grant(ANNA, actor=LEAD)
    progress = services.training.progress(ANNA)
    assert [len(attempt.trials) for attempt in progress.attempts] == [3, 3]
    assert all(attempt.certificate is not None for attempt in progress.attempts)
    assert progress.certificate == progress.certificates[-1]


def test_a_stricter_rule_leaves_granted_attempts_together(
    services: StudyServices, clock: Clock
) -> None:
    for number in (1, 2, 3):
        try_out(services, ANNA, number, (4, 4, 4, 4, 4, 4, 4))
        clock.turn(minutes=1)
    services.training.grant(ANNA, actor=LEAD)
    services.settings.change(
        replace(
            services.settings.current(), pass_rule=PassRule(recordings=2, exact=0.9, valid_days=5)
        ),
        actor=LEAD,
    )
    (attempt,) = services.training.progress(ANNA).attempts
    assert attempt.certificate is not None
    assert len(attempt.trials) == 3


def test_certificate_states_by_day(services: StudyServices, clock: Clock) -> None:
    assert services.training.progress(ANNA).state is CertificateState.NONE
    pass_three(services, clock)
    services.training.grant(ANNA, actor=LEAD)
    seen = {}
    for day in (0, 69, 70, 99, 100):
        clock.now = START + timedelta(days=day)
        seen[day] = services.training.progress(ANNA).state
    assert seen == {
        0: CertificateState.VALID,
        69: CertificateState.VALID,
        70: CertificateState.EXPIRING,
        99: CertificateState.EXPIRING,
        100: CertificateState.EXPIRED,
    }


def test_a_lead_ends_a_certificate_with_a_reason(services: StudyServices, clock: Clock) -> None:
    pass_three(services, clock)
    certificate = services.training.grant(ANNA, actor=LEAD)
    with pytest.raises(NotAllowedError, match="needs a reason"):
        services.training.end(certificate.certificate_id, reason=" ", actor=LEAD)
    with pytest.raises(NotAllowedError, match="Only a lead"):
        services.training.end(certificate.certificate_id, reason="moved", actor=ANNA)
    services.training.end(certificate.certificate_id, reason="a year away", actor=LEAD)
    progress = services.training.progress(ANNA)
    assert progress.state is CertificateState.ENDED
    assert progress.certificate is not None
    assert progress.certificate.ended_because == "a year away"
    assert services.training.certified_coders(clock.now.date()) == frozenset()
    with pytest.raises(NotAllowedError, match="valid can be ended"):
        services.training.end(certificate.certificate_id, reason="again", actor=LEAD)


def test_the_overview_has_coders_and_no_other_people(services: StudyServices) -> None:
    add_people(services, Coder(coder_id="N1", roles=frozenset({Role.ANALYST})))  # type: ignore[arg-type]  # a code
    assert [row.coder_id for row in services.training.overview()] == [ANNA, BEN, CARA]


def test_reports_say_who_was_certified(services: StudyServices, clock: Clock) -> None:
    today = START.date()
    assert (
        services.training.certification_sentence([ANNA], today)
        == "The study did not certify its coders."
    )
    pass_three(services, clock)
    services.training.grant(ANNA, actor=LEAD)
    book = f"{services.codebook.codebook_id} {services.codebook.version}"
    held = f"a certificate for {book} that was valid on 2 March 2026"
    told = services.training.certification_sentence
    assert told([ANNA], today) == f"Coder A held {held}."
    assert (
        told([BEN], today)
        == f"Coder B held no certificate for {book} that was valid on 2 March 2026."
    )
    assert told([ANNA, BEN, CARA], today) == f"1 of 3 coders held {held}; B, C did not."
    assert told([BEN, CARA], today).startswith("None of 2 coders held a certificate")


# Data stay data


def test_trials_and_references_are_no_data(services: StudyServices, clock: Clock) -> None:
    before = ExportingService(services.context).package_data(PackageOrder(evidence=True))
    frame = services.analysis.table()
    table = services.reliability.table()
    pass_three(services, clock)
    after = ExportingService(services.context).package_data(PackageOrder(evidence=True))
    assert after.sessions == before.sessions
    assert after.independent == before.independent
    assert {coding.coder_id for coding in after.independent} == {CARA}
    assert len(after.consensus) == 0
    assert services.analysis.table().equals(frame)
    assert repr(services.reliability.table()) == repr(table)
    assert services.reliability.table().design.n_multiple_coded == 0


def test_trials_do_not_move_a_session_on(services: StudyServices) -> None:
    session_id, _ = names(1)
    with services.context.store.reading() as unit:
        before = unit.sessions.find(session_id)
    try_out(services, ANNA, 1)
    with services.context.store.reading() as unit:
        assert unit.sessions.find(session_id) == before


def test_the_sessions_table_says_whether_coders_were_certified(
    services: StudyServices, clock: Clock
) -> None:
    def certified() -> dict[str, object]:
        data = ExportingService(services.context).package_data()
        table = sessions_table(data)
        place = [column.name for column in table.columns].index("certified")
        return {str(row[0]): row[place] for row in table.rows}

    assert set(certified().values()) == {None}  # no certificates, nothing to say
    pass_three(services, clock)
    services.training.grant(ANNA, actor=LEAD)
    add_sessions(services, *(a_session(number) for number in (11, 12, 13)))
    ratings = ratings_of(services.codebook, REFERENCE_VALUES)
    add_coding(services, names(11)[0], ANNA, ratings)
    add_coding(services, names(12)[0], ANNA, ratings)
    add_coding(services, names(12)[0], BEN, ratings)
    found = certified()
    assert found[names(1)[0]] == 0  # by C, who has none
    assert found[names(11)[0]] == 1
    assert found[names(12)[0]] == 0  # one of two
    assert found[names(13)[0]] is None  # not coded
