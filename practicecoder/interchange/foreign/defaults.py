"""Marks ratings that a program may have filled in by itself; a default is no judgement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.values import CodedRecording, ForeignData, ForeignRating

USUAL_DEFAULT = 1
"""What CACTI fills in unless its configuration says otherwise."""

NOT_RATED = 0
"""What configurations use as default in order to say that nothing was rated."""


def with_default_marked(
    ratings: Iterable[ForeignRating], default: int | None
) -> tuple[ForeignRating, ...]:
    """Mark ratings that equal the default; where it is not known, those that might."""
    suspects = {str(default)} if default is not None else {str(NOT_RATED), str(USUAL_DEFAULT)}
    return tuple(replace(one, may_be_default=one.value in suspects) for one in ratings)


def tell_of_defaults(ratings: Sequence[ForeignRating], default: int | None, draft: Draft) -> None:
    """Say how many ratings may never have been given."""
    n_found = sum(one.may_be_default for one in ratings)
    if default is not None:
        which = f"{default}, which CACTI fills in by itself"
    else:
        which = (
            f"{NOT_RATED} or {USUAL_DEFAULT}, which CACTI may have filled in by itself; "
            "its configuration would tell"
        )
    draft.tell_count(
        n_found,
        f"1 rating is {which}. Decide whether it was given.",
        f"{{}} ratings are {which}. Decide whether they were given.",
    )


def without_defaults(data: ForeignData) -> ForeignData:
    """Take ratings that may be defaults for not yet rated."""

    def emptied(one: ForeignRating) -> ForeignRating:
        return replace(one, value=None, may_be_default=False) if one.may_be_default else one

    def cleared(recording: CodedRecording) -> CodedRecording:
        return replace(recording, ratings=tuple(emptied(one) for one in recording.ratings))

    return replace(data, recordings=tuple(cleared(one) for one in data.recordings))
