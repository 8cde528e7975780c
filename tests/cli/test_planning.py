"""Planning by command: the same draw as in the window, told or stored."""

from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.domain.people import Coder, Role
from practicecoder.services.studies import open_study
from practicecoder.services.study_settings import StudySettings
from tests.builders import ANNA, BEN, CARA, LEAD, a_session, a_study, add_people, add_sessions
from tests.cli.conftest import Run


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """Ten sessions that nobody has, one of them without sound; three coders and a lead."""
    folder = tmp_path / "planned"
    services = a_study(folder, codebook_id="miti-4.2.1")
    add_people(services, *(Coder(coder_id=coder) for coder in (ANNA, BEN, CARA)))
    add_sessions(services, *(a_session(n) for n in range(1, 10)), a_session(10, recording=None))
    services.close()
    return folder


def queues(folder: Path) -> dict[str, list[str]]:
    services = open_study(folder, read_only=True)
    found = {
        str(coder): [row.blind_code for row in services.sessions.queue(coder)]
        for coder in (ANNA, BEN, CARA)
    }
    services.close()
    return {coder: list(map(str, codes)) for coder, codes in found.items()}


def test_a_dry_run_tells_the_plan_and_stores_nothing(run: Run, planned: Path) -> None:
    done = run("study", "plan", planned, "--double-share", "0.4", "--seed", "3", "--dry-run")

    assert done.code == 0, done.err
    assert "4 of 9 sessions (44%)" in done.out
    assert "seed 3" in done.out
    assert "4 h 20 min to listen to once, at normal speed." in done.out  # 13 windows
    assert "Nothing was stored." in done.out
    assert "1 session left as before, no recording: V-0010." in done.err
    assert "9 sessions have no segment yet" in done.err
    assert queues(planned) == {"A": [], "B": [], "C": []}


def test_the_plan_that_was_told_is_the_one_that_is_carried_out(run: Run, planned: Path) -> None:
    arguments = ("study", "plan", planned, "--double-share", ".4", "--seed", "3", "--json")
    told = run(*arguments, "--dry-run").json

    done = run(*arguments).json

    assert told.pop("carried_out") is False
    assert done.pop("carried_out") is True
    assert done == told
    assert done["seed"] == 3
    window_ms = 20 * 60_000
    assert done["listening_ms"] == {c: window_ms * len(own) for c, own in queues(planned).items()}
    assert done["coders"] == {coder: len(codes) for coder, codes in queues(planned).items()}
    services = open_study(planned, read_only=True)
    (plan,) = services.planning.plans()
    services.close()
    assert (plan.made_by, plan.n_sessions, plan.n_double) == (LEAD, 9, 4)
    assert len(done["assignments"]) == 13  # type: ignore[arg-type]  # JSON of our own


def test_sessions_left_are_told_by_reason_and_the_first_ones_by_name(
    run: Run, planned: Path
) -> None:
    services = open_study(planned)
    add_sessions(services, *(a_session(n, recording=None) for n in range(11, 24)))
    services.close()

    told = run("study", "plan", planned, "--dry-run").err
    in_full = run("study", "plan", planned, "--dry-run", "--verbose").err

    first = ", ".join(f"V-{n:04d}" for n in range(10, 20))
    left = f"14 sessions left as before, no recording: {first}"
    assert f"{left} and 4 more; --verbose names all.\n" in told
    assert f"{left}, V-0020, V-0021, V-0022, V-0023.\n" in in_full
    assert "V-0020" not in told


def test_a_plan_names_the_days_by_which_sessions_are_wanted(run: Run, planned: Path) -> None:
    arguments = ("study", "plan", planned, "--seed", "3", "--coders", "A", "--double-share", "0")
    due = ("--due", "2999-01-07", "--per-week", "5")

    told = run(*arguments, *due, "--dry-run").out
    done = run(*arguments, *due, "--json").json

    assert "Due from 2999-01-07 to 2999-01-14, 5 a week for each coder." in told
    given = done["assignments"]
    assert isinstance(given, list)
    assert sorted(one["due_on"] for one in given) == ["2999-01-07"] * 5 + ["2999-01-14"] * 4
    services = open_study(planned, read_only=True)
    queue = services.sessions.queue(ANNA)
    services.close()
    assert [str(row.due_on) for row in queue] == ["2999-01-07"] * 5 + ["2999-01-14"] * 4


def test_a_day_must_be_one_and_must_not_be_over(run: Run, planned: Path) -> None:
    assert run("study", "plan", planned, "--due", "soon").code == 2
    assert run("study", "plan", planned, "--per-week", "5").code == 2
    over = run("study", "plan", planned, "--due", "2020-01-07")

    assert (over.code, over.err.split(".")[0]) == (1, "2020-01-07 is over")
    assert queues(planned) == {"A": [], "B": [], "C": []}


def test_coders_are_named_and_the_rest_comes_from_the_study(run: Run, planned: Path) -> None:
    services = open_study(planned)
    services.settings.change(StudySettings(double_share=1), actor=LEAD)
    services.close()

    found = run("study", "plan", planned, "--coders", "A, B", "--dry-run", "--json").json

    assert found["coders"] == {"A": 9, "B": 9}
    assert len(found["double"]) == 9  # type: ignore[arg-type]  # JSON of our own


def test_what_cannot_be_planned_is_one_sentence(run: Run, planned: Path) -> None:
    unknown = run("study", "plan", planned, "--coders", "A,Z")
    assert (unknown.code, unknown.err.strip()) == (1, "There is no coder Z in this study.")
    assert run("study", "plan", planned, "--double-share", "2").code == 2
    assert queues(planned) == {"A": [], "B": [], "C": []}


def test_of_several_leads_one_is_named(run: Run, planned: Path) -> None:
    services = open_study(planned)
    services.people.add_coder("L2", frozenset({Role.LEAD}), actor=LEAD)
    services.close()

    refused = run("study", "plan", planned)
    assert refused.code == 1
    assert "Name one with --lead" in refused.err
    assert run("study", "plan", planned, "--lead", "A").code == 1
    assert run("study", "plan", planned, "--lead", "L2").code == 0
    services = open_study(planned, read_only=True)
    assert [plan.made_by for plan in services.planning.plans()] == ["L2"]
    services.close()


def test_segments_are_drawn_once_and_the_rest_is_told(run: Run, planned: Path) -> None:
    done = run("study", "draw-segments", planned, "--seed", "11")

    assert done.code == 0, done.err
    assert "Drew 9 sessions." in done.out
    assert "Seed 11." in done.out
    assert done.err.strip() == "1 session left as before, no recording: V-0010."
    again = run("study", "draw-segments", planned)
    assert "Drew 0 sessions. Left 10 sessions as before." in again.out
    services = open_study(planned, read_only=True)
    segments = [row.session.segment for row in services.sessions.lead_table()]
    services.close()
    assert sum(segment is not None and segment.seed is not None for segment in segments) == 9


def test_whole_recordings_are_not_drawn_from(run: Run, tmp_path: Path) -> None:
    services = a_study(tmp_path / "whole", codebook_id="distance-travelled")
    services.close()

    done = run("study", "draw-segments", tmp_path / "whole")

    assert done.code == 1
    assert "whole recordings" in done.err
