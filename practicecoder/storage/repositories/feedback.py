"""What people put down about sessions for their workers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import ColumnElement, delete, insert, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from practicecoder.domain.feedback import Feedback, Goal, OwnView, Point, PointKind, ReadMoment
from practicecoder.domain.ids import SessionId
from practicecoder.storage.feedback_models import (
    FeedbackRow,
    OwnRatingRow,
    PointMomentRow,
    PointRow,
    ReadMomentRow,
)


class FeedbackRepository:
    """The feedback of the study, at most one for each session."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Feedback, ...]:
        """All feedback, in order of session."""
        return self._fetch(None)

    def find(self, session_id: SessionId) -> Feedback | None:
        """The feedback about a session; None if nobody has put anything down."""
        return next(iter(self._fetch(session_id)), None)

    def put(self, feedback: Feedback) -> None:
        """Store the feedback about a session, in place of what was there."""
        session_id = feedback.session_id
        self._db.execute(delete(FeedbackRow).where(FeedbackRow.session_id == session_id))
        self._db.execute(insert(FeedbackRow).values(**_columns(feedback)))
        own = [
            {"session_id": session_id, "dimension_id": dimension_id, "value": value}
            for dimension_id, value in feedback.own_ratings.items()
        ]
        moments = [
            {
                "session_id": session_id,
                "evidence_id": moment.evidence_id,
                "quote": moment.quote,
                "note": moment.note,
                "printed": moment.printed,
            }
            for moment in feedback.moments.values()
        ]
        points = [
            {
                "session_id": session_id,
                "position": position,
                "kind": point.kind,
                "wording": point.wording,
                "dimension_id": point.dimension_id,
                "try_this": point.try_this,
            }
            for position, point in enumerate(feedback.points)
        ]
        rests_on = [
            {
                "session_id": session_id,
                "point": place,
                "position": position,
                "evidence_id": evidence_id,
            }
            for place, point in enumerate(feedback.points)
            for position, evidence_id in enumerate(point.evidence_ids)
        ]
        for table, rows in (
            (OwnRatingRow, own),
            (ReadMomentRow, moments),
            (PointRow, points),
            (PointMomentRow, rests_on),
        ):
            if rows:
                self._db.execute(insert(table), rows)

    def remove(self, session_id: SessionId) -> None:
        """Remove all that was put down about a session, if anything was."""
        self._db.execute(delete(FeedbackRow).where(FeedbackRow.session_id == session_id))

    def _fetch(self, session_id: SessionId | None) -> tuple[Feedback, ...]:
        rows = self._db.scalars(
            select(FeedbackRow)
            .where(_is(FeedbackRow.session_id, session_id))
            .order_by(FeedbackRow.session_id)
        ).all()
        own = self._own_ratings(session_id)
        moments = self._moments(session_id)
        points = self._points(session_id)
        return tuple(
            Feedback(
                session_id=SessionId(row.session_id),
                own_view=OwnView(row.own_view),
                own_ratings=own[row.session_id],
                own_view_at=row.own_view_at,
                points=tuple(points[row.session_id]),
                moments=moments[row.session_id],
                last_goal_outcome=row.last_goal_outcome,
                goal=Goal(
                    goal=row.goal,
                    with_whom=row.with_whom,
                    help_needed=row.help_needed,
                    how_we_know=row.how_we_know,
                    review_on=row.review_on,
                ),
                family_voice=row.family_voice,
                response=row.response,
                response_on=row.response_on,
                version=row.version,
            )
            for row in rows
        )

    def _own_ratings(self, session_id: SessionId | None) -> Mapping[str, dict[str, float]]:
        found: defaultdict[str, dict[str, float]] = defaultdict(dict)
        query = select(OwnRatingRow).where(_is(OwnRatingRow.session_id, session_id))
        for row in self._db.scalars(query.order_by(OwnRatingRow.dimension_id)).all():
            found[row.session_id][row.dimension_id] = row.value
        return found

    def _moments(self, session_id: SessionId | None) -> Mapping[str, dict[str, ReadMoment]]:
        found: defaultdict[str, dict[str, ReadMoment]] = defaultdict(dict)
        query = select(ReadMomentRow).where(_is(ReadMomentRow.session_id, session_id))
        for row in self._db.scalars(query.order_by(ReadMomentRow.evidence_id)).all():
            found[row.session_id][row.evidence_id] = ReadMoment(
                evidence_id=row.evidence_id,
                quote=row.quote,
                note=row.note,
                printed=row.printed,
            )
        return found

    def _points(self, session_id: SessionId | None) -> Mapping[str, list[Point]]:
        rests_on: defaultdict[tuple[str, int], tuple[str, ...]] = defaultdict(tuple)
        moments = select(PointMomentRow).where(_is(PointMomentRow.session_id, session_id))
        for moment in self._db.scalars(moments.order_by(PointMomentRow.position)).all():
            rests_on[moment.session_id, moment.point] += (moment.evidence_id,)
        found: defaultdict[str, list[Point]] = defaultdict(list)
        query = select(PointRow).where(_is(PointRow.session_id, session_id))
        for row in self._db.scalars(query.order_by(PointRow.position)).all():
            found[row.session_id].append(
                Point(
                    kind=PointKind(row.kind),
                    wording=row.wording,
                    dimension_id=row.dimension_id,
                    evidence_ids=rests_on[row.session_id, row.position],
                    try_this=row.try_this,
                )
            )
        return found


def _is(column: InstrumentedAttribute[str], session_id: SessionId | None) -> ColumnElement[bool]:
    return true() if session_id is None else column == session_id


def _columns(feedback: Feedback) -> dict[str, object]:
    goal = feedback.goal
    return {
        "session_id": feedback.session_id,
        "own_view": feedback.own_view,
        "own_view_at": feedback.own_view_at,
        "last_goal_outcome": feedback.last_goal_outcome,
        "goal": goal.goal,
        "with_whom": goal.with_whom,
        "help_needed": goal.help_needed,
        "how_we_know": goal.how_we_know,
        "review_on": goal.review_on,
        "family_voice": feedback.family_voice,
        "response": feedback.response,
        "response_on": feedback.response_on,
        "version": feedback.version,
    }
