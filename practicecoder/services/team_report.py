"""The team report: gathered from what its reader may see, written, and released."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from practicecoder.domain.feedback import Release, ReleaseKind
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import ReadOnlyStudyError, StudyError
from practicecoder.reports.data import ReportStatus
from practicecoder.reports.team.data import TeamReportData
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext
from practicecoder.services.team_data import TeamDataMaker
from practicecoder.services.team_scope import EVERYTHING, TeamScope


class TeamReportService:
    """Makes team reports; sessions come through the one gate of all feedback."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def data(
        self,
        scope: TeamScope = EVERYTHING,
        actor: CoderId | None = None,
        *,
        made_on: date | None = None,
        names: Collection[str] = (),
    ) -> TeamReportData:
        """Everything that stands in the report, as a draft, and nothing else.

        Parameters
        ----------
        scope
            Variant, period and team.
        actor
            Who reads it: a supervisor gets their own workers, a lead everybody. None, as at the
            command line, stands for a lead.
        made_on
            Day that the report bears; None for today.
        names
            Names to keep out of quotes, besides what is found without a list.

        Raises
        ------
        NotAllowedError
            If the person may not have it, nothing may be reported, or the senior variant would
            tell about too few workers.
        """
        day = made_on or self._context.now().date()
        return TeamDataMaker(self._context, scope, actor).data(day, names)

    def write(
        self,
        scope: TeamScope,
        target: Path,
        actor: CoderId | None,
        made_on: date | None = None,
    ) -> Path:
        """Write the draft, as PDF or by its suffix for Word, and record it; returns the file.

        ``target`` is the file, or an existing folder that gets a PDF under its neutral name.

        Raises
        ------
        NotAllowedError
            As for :meth:`data`; nothing is written then.
        ReadOnlyStudyError
            If the study cannot record that a report was made.
        StudyError
            If the file cannot be written there.
        """
        from practicecoder.reports.document import write_whole

        if self._context.store.read_only:
            raise ReadOnlyStudyError
        data = self.data(scope, actor, made_on=made_on)
        path = target / data.file_name if target.is_dir() else target
        content = _content(data, for_word=path.suffix.casefold() == ".docx")
        told = {"sha256": hashlib.sha256(content).hexdigest(), "status": data.status.value}
        with self._context.store.transaction() as unit:
            unit.history.add(self._entry(HistoryKind.REPORTED, told, data, actor))
            try:
                write_whole(content, path)
            except OSError as error:
                raise StudyError(
                    f"The report could not be written ({error.strerror}). Nothing was left behind "
                    "and nothing recorded. Choose another place and try again."
                ) from error
        return path

    def release(self, scope: TeamScope, actor: CoderId, *, names: Collection[str] = ()) -> Release:
        """Build the PDF without its draft mark, keep the file, and record its digest.

        Raises
        ------
        NotAllowedError
            As for :meth:`data`, or if the person is neither a supervisor nor a lead.
        """
        draft = self.data(scope, actor, names=names)
        data = replace(draft, status=ReportStatus.RELEASED)
        content = _content(data, for_word=False)
        with self._context.store.transaction() as unit:
            person = require(unit, actor, Role.SUPERVISOR, "releases reports")
            release = Release(
                release_id=new_id(),
                kind=ReleaseKind.TEAM,
                session_id=None,
                released_at=self._context.now(),
                released_by=person.coder_id,
                file_name=data.file_name,
                sha256=hashlib.sha256(content).hexdigest(),
                content=content,
            )
            unit.releases.add(release)
            told = {"release": release.release_id, "sha256": release.sha256}
            unit.history.add(self._entry(HistoryKind.RELEASED, told, data, actor))
        return release

    def _entry(
        self,
        kind: HistoryKind,
        told: dict[str, str],
        data: TeamReportData,
        actor: CoderId | None,
    ) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=kind,
            item=ReleaseKind.TEAM.value,
            new=json.dumps({**told, "variant": data.variant.value}, sort_keys=True),
        )


def _content(data: TeamReportData, *, for_word: bool) -> bytes:
    if for_word:
        from practicecoder.reports.team.word import team_document

        return team_document(data)
    from practicecoder.reports.team.report import team_report

    return team_report(data).content
