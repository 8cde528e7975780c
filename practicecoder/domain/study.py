"""The study as a whole: its title, its codebook and its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from practicecoder.domain.coding import CodebookRef
from practicecoder.domain.ids import StudyId


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyRecord:
    """What is stored once for a study.

    ``made_up`` marks invented data; every screen, report and export of such a study says so.
    ``settings`` are texts by key, such as ``min_double_coded``. ``created_at`` is aware UTC.
    """

    study_id: StudyId
    title: str
    codebook: CodebookRef
    created_at: datetime
    made_up: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)
