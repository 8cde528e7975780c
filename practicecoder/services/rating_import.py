"""Ratings from a sheet as submitted codings: all of them or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from practicecoder.domain.coding import ItemRating, RatingState
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import ImportedDataError, Problem, ReadOnlyStudyError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.import_summary import ImportSummary, add_unknown_coders
from practicecoder.services.import_writing import NewCoding, rating_changes, write_codings
from practicecoder.services.session_states import NOT_TO_BE_CODED
from practicecoder.services.study_context import StudyContext


class RatingImport:
    """Takes the ratings of a sheet into the study."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def import_ratings(self, table: Path, *, actor: CoderId | None) -> ImportSummary:
        """Add ratings as submitted codings, one for each session and coder.

        Coders that the study does not know are added; sessions have to be there.

        Raises
        ------
        ImportedDataError
            With every problem at once; nothing was added.
        ReadOnlyStudyError
            If the study is open for reading only.
        """
        from practicecoder.interchange.tables import read_ratings

        if self._context.store.read_only:
            raise ReadOnlyStudyError
        ratings = read_ratings(table, self._context.codebook, this_version_only=True)
        self._refuse_counts(ratings, table.name)
        grouped: dict[tuple[SessionId, CoderId], list[ItemRating]] = defaultdict(list)
        for rating in ratings:
            grouped[rating.session_id, rating.coder_id].append(rating)
        self._refuse_unplaced(grouped, table.name)
        with self._context.store.transaction() as unit:
            new_coders = add_unknown_coders(unit, (coder for _, coder in sorted(grouped)))
            new = []
            for (session_id, coder_id), rows in sorted(grouped.items()):
                given = {row.item: row.rating for row in rows}
                changes = rating_changes(self._context.codebook, given)
                new.append(NewCoding(session_id=session_id, coder_id=coder_id, changes=changes))
            write_codings(unit, self._context, new, actor)
        return ImportSummary(
            n_codings=len(grouped),
            n_ratings=len(ratings),
            new_coders=new_coders,
            change=StudyChange(
                kinds=frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS, ChangeKind.PEOPLE}),
                session_ids=frozenset(session for session, _ in grouped),
            ),
        )

    def _refuse_counts(self, ratings: Iterable[ItemRating], file: str) -> None:
        """Refuse numbers of marks: a study keeps marks with their moments, not their number."""
        known = self._context.codebook.count_ids
        found = {r.item for r in ratings if r.rating.state is not RatingState.NOT_YET_RATED}
        counts = [count_id for count_id in known if count_id in found]
        if counts:
            what = f"a study does not take counts from a sheet: {', '.join(counts)}."
            fix = "Take them out; the commands score and reliability read them from the sheet."
            raise ImportedDataError([Problem(what=what, fix=fix, file=file)])

    def _refuse_unplaced(self, grouped: Iterable[tuple[SessionId, CoderId]], file: str) -> None:
        with self._context.store.reading() as unit:
            states = {s.session_id: s.state for s in unit.sessions.all()}
            coded = {(c.session_id, c.coder_id) for c in unit.codings.all()}
        problems = [
            Problem(
                what=f"session {session_id} is not in the study.",
                fix="Add the session first.",
                file=file,
                key="session_id",
            )
            for session_id in sorted({s for s, _ in grouped} - set(states))
        ]
        problems.extend(
            Problem(
                what=f"session {session_id} takes no ratings: it is "
                f"{states[session_id].replace('_', ' ')}.",
                fix="Take these rows out.",
                file=file,
                key="session_id",
            )
            for session_id in sorted({s for s, _ in grouped})
            if states.get(session_id) in NOT_TO_BE_CODED
        )
        problems.extend(
            Problem(
                what=f"{coder_id} has already coded session {session_id}.",
                fix="Take these rows out; ratings in the study are never overwritten.",
                file=file,
                key="coder_id",
            )
            for session_id, coder_id in sorted(set(grouped) & coded)
        )
        if problems:
            raise ImportedDataError(problems)
