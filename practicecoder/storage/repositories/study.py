"""The study's own record, its settings and the codebooks it keeps."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from practicecoder.domain.coding import CodebookRef
from practicecoder.domain.ids import StudyId
from practicecoder.domain.study import StudyRecord
from practicecoder.storage.models import CodebookRow, StudyRow, StudySettingRow


class StudyRepository:
    """The one study of a database."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def load(self) -> StudyRecord:
        """Title, codebook and settings as they are stored."""
        row = self._db.scalars(select(StudyRow)).one()
        settings = self._db.scalars(select(StudySettingRow).order_by(StudySettingRow.key)).all()
        return StudyRecord(
            study_id=StudyId(row.study_id),
            title=row.title,
            codebook=CodebookRef(
                codebook_id=row.codebook_id,
                version=row.codebook_version,
                digest=row.codebook_digest,
            ),
            created_at=row.created_at,
            made_up=row.made_up,
            settings={setting.key: setting.value for setting in settings},
        )

    def create(self, record: StudyRecord, codebook_text: str) -> None:
        """Write the record of a new study, with the text of its codebook."""
        self.add_codebook(record.codebook, codebook_text)
        self._db.execute(
            insert(StudyRow).values(
                study_id=record.study_id,
                title=record.title,
                codebook_id=record.codebook.codebook_id,
                codebook_version=record.codebook.version,
                codebook_digest=record.codebook.digest,
                created_at=record.created_at,
                made_up=record.made_up,
            )
        )
        self.update_settings(record.settings)

    def codebook_text(self, ref: CodebookRef) -> str:
        """Text of a codebook that the study keeps; KeyError if it keeps none of that kind."""
        text = self._db.scalar(
            select(CodebookRow.text).where(
                CodebookRow.codebook_id == ref.codebook_id,
                CodebookRow.version == ref.version,
                CodebookRow.digest == ref.digest,
            )
        )
        if text is None:
            raise KeyError(ref)
        return text

    def codebooks(self) -> tuple[tuple[CodebookRef, str], ...]:
        """Every codebook that the study keeps, with its text, in order of id and version."""
        query = select(CodebookRow).order_by(
            CodebookRow.codebook_id, CodebookRow.version, CodebookRow.digest
        )
        return tuple(
            (
                CodebookRef(codebook_id=row.codebook_id, version=row.version, digest=row.digest),
                row.text,
            )
            for row in self._db.scalars(query).all()
        )

    def use_codebook(self, ref: CodebookRef) -> None:
        """Have further codings made by a codebook that the study keeps."""
        self._db.execute(
            update(StudyRow).values(
                codebook_id=ref.codebook_id,
                codebook_version=ref.version,
                codebook_digest=ref.digest,
            )
        )

    def add_codebook(self, ref: CodebookRef, text: str) -> None:
        """Keep the text of a further codebook; one that is there already is left as it is."""
        known = select(CodebookRow.digest).where(
            CodebookRow.codebook_id == ref.codebook_id,
            CodebookRow.version == ref.version,
            CodebookRow.digest == ref.digest,
        )
        if self._db.scalar(known) is None:
            self._db.execute(
                insert(CodebookRow).values(
                    codebook_id=ref.codebook_id,
                    version=ref.version,
                    digest=ref.digest,
                    text=text,
                )
            )

    def update_settings(self, settings: Mapping[str, str]) -> None:
        """Set the settings that are given; others stay as they are."""
        if not settings:
            return
        self._db.execute(delete(StudySettingRow).where(StudySettingRow.key.in_(settings)))
        self._db.execute(
            insert(StudySettingRow),
            [{"key": key, "value": value} for key, value in settings.items()],
        )
