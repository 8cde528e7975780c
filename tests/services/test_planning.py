from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from practicecoder.domain.certification import Certificate
from practicecoder.domain.coding import CodingRole
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Phase, Segment, SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.services.plan_preview import PlanRequest
from practicecoder.services.study_settings import StudySettings
from tests.builders import (
    ANALYST,
    ANNA,
    BEN,
    CARA,
    LEAD,
    NOW,
    OFFICES,
    a_recording,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

CODERS = (ANNA, BEN, CARA)
SEED = 20


@pytest.fixture
def services(tmp_path: Path) -> StudyServices:
    """Twenty sessions of two offices, before and after; nobody has any."""
    made = a_study(tmp_path / "study")
    add_people(made, *(Coder(coder_id=coder) for coder in CODERS))
    add_sessions(
        made,
        *(
            a_session(
                number,
                office_id=OFFICES[number % 2],
                phase=Phase.PRE if number > 10 else Phase.POST,
            )
            for number in range(1, 21)
        ),
    )
    return made


def a_request(**changes: object) -> PlanRequest:
    return replace(PlanRequest(coders=CODERS, seed=SEED), **changes)  # type: ignore[arg-type]  # names are the fields'


def begin(services: StudyServices, coder_id: CoderId, session_id: SessionId) -> None:
    with services.context.store.reading() as unit:
        session = unit.sessions.find(session_id)
    assert session is not None
    services.coding.open_desk(session.blind_code, coder_id)


def history_of(services: StudyServices, *kinds: HistoryKind) -> list[HistoryEntry]:
    with services.context.store.reading() as unit:
        return [entry for entry in unit.history.all() if entry.kind in kinds]


def certify(services: StudyServices, *coders: CoderId, days: int = 100) -> None:
    today = NOW.date()
    with services.context.store.transaction() as unit:
        for coder in coders:
            unit.certificates.add(
                Certificate(
                    certificate_id=f"certificate-{coder}",
                    coder_id=coder,
                    codebook=services.codebook.ref,
                    granted_on=today - timedelta(days=50),
                    expires_on=today - timedelta(days=50) + timedelta(days=days),
                    rule="",
                    result="",
                    n_recordings=10,
                )
            )


def test_a_preview_stores_nothing_and_says_who_gets_how_many(services: StudyServices) -> None:
    preview = services.planning.preview(a_request())

    assert preview.n_double == 4
    assert sum(preview.given.values()) == 24
    assert max(preview.given.values()) - min(preview.given.values()) <= 1
    assert sum(draw.n_sessions for draw in preview.allocation.draws) == 20
    assert [draw.n_double for draw in preview.allocation.draws] == [1, 1, 1, 1]
    with services.context.store.reading() as unit:
        assert unit.assignments.all() == ()
        assert unit.plans.all() == ()


def test_a_preview_tells_how_much_there_is_to_listen_to(services: StudyServices) -> None:
    preview = services.planning.preview(a_request(double_share=0.2))
    each = {coder: n * 50 * 60_000 for coder, n in preview.given.items()}
    assert preview.listening_ms == each
    assert sum(each.values()) == 24 * 50 * 60_000
    assert preview.workload == "20 h to listen to once, at normal speed."


def test_sessions_without_a_recording_are_no_part_of_the_workload(tmp_path: Path) -> None:
    made = a_study(tmp_path / "study", codebook_id="distance-travelled")
    add_people(made, *(Coder(coder_id=coder) for coder in CODERS))
    ten_minutes = Segment(span=TimeSpan(60_000, 660_000))
    add_sessions(made, a_session(1), a_session(2, recording=None))
    add_sessions(made, a_session(3, segment=ten_minutes))
    preview = made.planning.preview(a_request(coders=(ANNA,), double_share=0.0))
    known = "1 h to listen to once, at normal speed"
    assert preview.workload == f"{known}; 1 coding without a recording not counted."
    made.close()


def test_a_window_that_is_not_drawn_yet_counts_with_its_length(tmp_path: Path) -> None:
    made = a_study(tmp_path / "study", codebook_id="miti-4.2.1")
    add_people(made, *(Coder(coder_id=coder) for coder in CODERS))
    add_sessions(made, a_session(1), a_session(2, recording=a_recording(2, minutes=12)))
    preview = made.planning.preview(a_request(coders=(ANNA,), double_share=0.0))
    assert preview.listening_ms == {ANNA: (20 + 12) * 60_000}
    made.close()


def test_without_a_seed_one_is_chosen_that_draws_the_same_again(services: StudyServices) -> None:
    first = services.planning.preview(a_request(seed=None))

    again = services.planning.preview(a_request(seed=first.seed))

    assert again.allocation == first.allocation
    assert services.planning.preview(a_request(seed=None)).seed != first.seed


def test_a_plan_is_carried_out_as_it_was_shown_and_is_on_record(services: StudyServices) -> None:
    preview = services.planning.preview(a_request())

    change = services.planning.carry_out(preview, actor=LEAD)

    assert change.concerns(ChangeKind.ASSIGNMENTS)
    rows = services.sessions.lead_table()
    assert {r.session.session_id for r in rows if r.is_double_coded} == set(
        preview.allocation.double
    )
    assert Counter(c.coder_id for r in rows for c in r.coders) == preview.given
    (plan,) = services.planning.plans()
    assert (plan.seed, plan.n_sessions, plan.n_double, plan.coders) == (SEED, 20, 4, CODERS)
    assert plan.strata == ("office", "phase", "behaviour_change")
    planned, *assigned = history_of(services, HistoryKind.PLANNED, HistoryKind.ASSIGNED)
    assert planned.item == plan.plan_id
    assert f"seed {SEED}" in (planned.new or "")
    assert len(assigned) == 24
    assert {entry.actor for entry in assigned} == {LEAD}


def test_a_study_that_changed_since_the_preview_is_not_planned(services: StudyServices) -> None:
    preview = services.planning.preview(a_request())
    services.sessions.assign((SessionId("V-0007"),), ANNA, actor=LEAD)
    begin(services, ANNA, SessionId("V-0007"))

    with pytest.raises(NotAllowedError, match="changed since"):
        services.planning.carry_out(preview, actor=LEAD)

    assert services.planning.plans() == ()
    assert len(services.sessions.queue(BEN)) == 0


def test_what_was_begun_is_left_with_the_reason(services: StudyServices) -> None:
    begun, given = SessionId("V-0001"), SessionId("V-0002")
    services.sessions.assign((begun, given), ANNA, actor=LEAD)
    begin(services, ANNA, begun)

    preview = services.planning.preview(
        a_request(session_ids=(begun, given, SessionId("V-0099")), double_share=1)
    )

    assert preview.left == (
        (begun, "coding has begun"),
        (SessionId("V-0099"), "not in this study"),
    )
    assert preview.allocation.double == (given,)
    assert [a.role for a in preview.allocation.assignments] == [CodingRole.DOUBLE]
    assert preview.given[ANNA] == 0
    assert services.planning.preview(a_request()).allocation.n_sessions == 18


def test_only_a_lead_carries_out(services: StudyServices) -> None:
    preview = services.planning.preview(a_request())

    for actor in (ANNA, None):
        with pytest.raises(NotAllowedError, match="Only a lead"):
            services.planning.carry_out(preview, actor=actor)

    assert services.planning.plans() == ()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"coders": ()}, "needs coders"),
        ({"coders": (ANNA, ANNA)}, "named once"),
        ({"coders": (ANNA, CoderId("Nobody"))}, "no coder Nobody"),
        ({"coders": (ANNA, ANALYST)}, "no coder N1"),
        ({"double_share": 1.5}, "between 0 and 1"),
        ({"coders": (ANNA,)}, "2 coders are to code a session together, and 1 is chosen"),
        ({"coders_per_double": 1}, "1 coders"),
        ({"expected_reliability": 1.0}, "reliability"),
        ({"strata": ("worker_id",)}, "balanced over"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(
    services: StudyServices, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(NotAllowedError, match=sentence):
        services.planning.preview(a_request(**changes))


def test_one_coder_can_be_given_everything_singly(services: StudyServices) -> None:
    preview = services.planning.preview(a_request(coders=(ANNA,), double_share=0))

    assert preview.given == {ANNA: 20}
    assert "adds nothing to reliability" in preview.warnings[-1]


def test_a_small_plan_is_told_with_what_would_do(services: StudyServices) -> None:
    preview = services.planning.preview(a_request())
    (warning,) = [w for w in preview.warnings if "coded twice" in w]

    assert warning.startswith("4 sessions coded twice")
    assert f"{preview.needed.n_sessions} give .40" in warning
    assert "ranges from 15 on" in warning

    large = services.planning.preview(a_request(double_share=1, coders_per_double=3))

    assert large.precision is not None
    assert large.precision.n_sessions == 20
    assert "The planner assumes coders of equal severity." in large.sentences
    assert not any("too few" in w for w in large.warnings)


def test_double_coding_of_earlier_plans_counts_towards_the_interval(
    services: StudyServices,
) -> None:
    ids = tuple(SessionId(f"V-{n:04d}") for n in range(1, 11))
    services.planning.carry_out(
        services.planning.preview(a_request(session_ids=ids, double_share=1)), actor=LEAD
    )

    preview = services.planning.preview(a_request(double_share=0.5))

    assert preview.double_elsewhere == 10
    assert preview.n_double == 15


def test_sessions_without_a_segment_are_told_where_the_codebook_draws_one(tmp_path: Path) -> None:
    made = a_study(tmp_path / "other", codebook_id="miti-4.2.1")
    add_people(made, *(Coder(coder_id=coder) for coder in CODERS))
    add_sessions(made, a_session(1), a_session(2), a_session(3, recording=None))

    preview = made.planning.preview(a_request())
    assert preview.without_segment == (SessionId("V-0001"), SessionId("V-0002"))
    assert any("2 sessions have no segment yet" in w for w in preview.warnings)
    assert preview.left == ((SessionId("V-0003"), "no recording"),)

    made.segments.draw(["V-0001", "V-0002"], actor=LEAD)  # type: ignore[list-item]  # ids are texts
    assert made.planning.preview(a_request()).without_segment == ()
    made.close()


def test_the_answer_that_rules_a_dimension_out_is_balanced_where_known(
    services: StudyServices,
) -> None:
    """Without a question of that kind answered, sessions are one stratum."""
    values: list[int | None] = [3] * len(services.codebook.dimension_ids)
    ruled_out = list(values)
    ruled_out[services.codebook.dimension_ids.index("evocation")] = None
    ids = tuple(SessionId(f"V-{n:04d}") for n in range(1, 9))
    for place, session_id in enumerate(ids):
        chosen = ruled_out if place % 2 else values
        add_coding(services, session_id, ANNA, ratings_of(services.codebook, chosen))

    preview = services.planning.preview(
        a_request(session_ids=ids, strata=("behaviour_change",), double_share=0.5)
    )

    assert [(d.stratum, d.n_sessions, d.n_double) for d in preview.allocation.draws] == [
        (("false",), 4, 2),
        (("true",), 4, 2),
    ]
    unknown = services.planning.preview(a_request(strata=("behaviour_change",)))
    assert [d.stratum for d in unknown.allocation.draws] == [("",)]


def test_a_submitted_session_waits_again_for_the_coder_it_is_given_to(
    services: StudyServices,
) -> None:
    session_id = SessionId("V-0001")
    ratings = ratings_of(services.codebook, [3] * len(services.codebook.dimension_ids))
    add_coding(services, session_id, ANNA, ratings)

    preview = services.planning.preview(a_request(session_ids=(session_id,), double_share=1))
    services.planning.carry_out(preview, actor=LEAD)

    (row,) = [r for r in services.sessions.lead_table() if r.session.session_id == session_id]
    assert row.session.state is SessionState.IN_CODING
    assert len(row.coders) == 2


# Certificates


def test_coders_without_a_certificate_are_named(services: StudyServices) -> None:
    certify(services, ANNA, BEN)

    preview = services.planning.preview(a_request())

    assert preview.uncertified == (CARA,)
    assert preview.is_ready
    assert any("does not ask for one" in w for w in preview.warnings)


def test_a_study_that_asks_for_certificates_gives_nobody_else_a_session(
    services: StudyServices,
) -> None:
    certify(services, ANNA, BEN)
    certify(services, CARA, days=49)  # it ended yesterday
    services.settings.change(StudySettings(certificates_required=True), actor=LEAD)

    preview = services.planning.preview(a_request())
    assert not preview.is_ready
    with pytest.raises(NotAllowedError, match="C has none that is valid"):
        services.planning.carry_out(preview, actor=LEAD)
    with pytest.raises(NotAllowedError, match="C has none that is valid"):
        services.sessions.assign((SessionId("V-0001"),), CARA, actor=LEAD)

    certified = services.planning.preview(a_request(coders=(ANNA, BEN)))
    assert certified.is_ready
    services.planning.carry_out(certified, actor=LEAD)
    assert services.sessions.queue(CARA) == ()
    with pytest.raises(NotAllowedError, match="C has none"):
        services.planning.replace_coder(ANNA, [CARA], actor=LEAD, reason="ill")


# Blinding


def test_nothing_a_coder_is_shown_tells_a_double_coded_session(services: StudyServices) -> None:
    preview = services.planning.preview(a_request(double_share=0.5))
    services.planning.carry_out(preview, actor=LEAD)
    for coder in CODERS:
        shown = set()
        for row in services.sessions.queue(coder):
            desk = services.coding.open_desk(row.blind_code, coder)
            shown.add(
                (
                    replace(row, blind_code="", duration_ms=0),  # type: ignore[arg-type]  # what is said of the session
                    replace(desk.coding, coding_id="", session_id=""),  # type: ignore[arg-type]  # likewise
                ).__repr__()
            )
            assert str(desk.coding.session_id) == row.blind_code
        assert len(shown) == 1


def test_double_coded_sessions_stand_anywhere_in_a_queue(services: StudyServices) -> None:
    """Over many draws, the first and the last place of a queue are double-coded as often."""
    at_the_head = at_the_end = 0
    for seed in range(60):
        found = services.planning.preview(a_request(seed=seed)).allocation
        queue = sorted(
            (a for a in found.assignments if a.coder_id == ANNA), key=lambda a: a.position
        )
        at_the_head += queue[0].session_id in found.double
        at_the_end += queue[-1].session_id in found.double

    share = 60 * 8 / 24  # of a coder's sessions, eight in 24 are double-coded
    assert abs(at_the_head - share) < 14
    assert abs(at_the_end - share) < 14


# A coder leaves


def test_a_leaving_coders_unbegun_sessions_go_to_the_others(services: StudyServices) -> None:
    services.planning.carry_out(services.planning.preview(a_request()), actor=LEAD)
    own = services.planning.holding(ANNA).unbegun
    begin(services, ANNA, own[0])
    assert services.planning.holding(ANNA).begun == own[:1]
    double = {r.session.session_id for r in services.sessions.lead_table() if r.is_double_coded}

    done = services.planning.replace_coder(
        ANNA, [BEN, CARA, ANNA], actor=LEAD, reason="on leave", seed=4
    )

    assert {a.session_id for a in done.moved} == set(own[1:])
    assert done.stayed == own[:1]
    assert done.sentence() == "Gave 7 sessions to others. 1 session begun, left as before."
    rows = services.sessions.lead_table()
    assert {r.session.session_id for r in rows if r.is_double_coded} == double
    assert [r.session.session_id for r in rows if any(c.coder_id == ANNA for c in r.coders)] == [
        own[0]
    ]
    loads = [len(services.sessions.queue(coder)) for coder in (BEN, CARA)]
    assert abs(loads[0] - loads[1]) <= 1
    taken = history_of(services, HistoryKind.UNASSIGNED)
    assert {(e.item, e.reason, e.actor) for e in taken} == {(ANNA, "on leave", LEAD)}
    assert len(taken) == 7
    assert all(e.old in ("primary", "double") for e in taken)


def test_a_session_that_all_others_have_stays(services: StudyServices) -> None:
    preview = services.planning.preview(a_request(double_share=1, coders_per_double=3))
    services.planning.carry_out(preview, actor=LEAD)

    done = services.planning.replace_coder(ANNA, [BEN, CARA], actor=LEAD, reason="left")

    assert done.moved == ()
    assert len(done.unplaced) == 20
    assert len(services.sessions.queue(ANNA)) == 20


def test_replacing_needs_a_lead_a_reason_and_somebody_else(services: StudyServices) -> None:
    services.planning.carry_out(services.planning.preview(a_request()), actor=LEAD)
    refused = [
        ({"others": [BEN], "actor": ANNA, "reason": "ill"}, "Only a lead"),
        ({"others": [BEN], "actor": LEAD, "reason": "  "}, "needs a reason"),
        ({"others": [ANNA], "actor": LEAD, "reason": "ill"}, "at least one other"),
        ({"others": [CoderId("Z")], "actor": LEAD, "reason": "ill"}, "no coder Z"),
    ]
    for arguments, sentence in refused:
        with pytest.raises(NotAllowedError, match=sentence):
            services.planning.replace_coder(ANNA, **arguments)  # type: ignore[arg-type]  # as a call would

    assert history_of(services, HistoryKind.UNASSIGNED) == []
