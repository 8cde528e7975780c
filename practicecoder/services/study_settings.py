"""What the lead decides for a whole study: double coding, certificates, and what counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from practicecoder.domain.certification import PassRule
from practicecoder.domain.coding import ScoreBasis
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.retention import KeepSound, RetentionRule
from practicecoder.domain.study import StudyRecord
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext

DOUBLE_SHARE = "double_share"
CODERS_PER_DOUBLE = "coders_per_double"
CERTIFICATES_REQUIRED = "certificates_required"
PASS_RECORDINGS = "pass_recordings"
PASS_EXACT = "pass_exact"
PASS_WITHIN_ONE = "pass_within_one"
PASS_KAPPA = "pass_kappa"
PASS_EACH_DIMENSION = "pass_each_dimension"
CERTIFICATE_DAYS = "certificate_days"
BASIS_OF_SEVERAL = "basis_of_several"
NAMES_IN_MEETINGS = "names_in_meetings"
CHECK_DAYS = "check_days"
DAYS_BETWEEN_SESSIONS = "days_between_sessions"
MARKING = "marking"
MIN_DOUBLE_CODED = "min_double_coded"
MIN_ICC_LOWER = "min_icc_lower"
OPTIONAL_COUNTS = "optional_counts"
KEEP_SOUND = "keep_sound"
KEEP_SOUND_MONTHS = "keep_sound_months"
KEEP_SOUND_UNTIL = "keep_sound_until"
"""Keys of the settings of a study that the lead decides."""

_OF_FEEDBACK = frozenset({DAYS_BETWEEN_SESSIONS, MARKING, MIN_DOUBLE_CODED, MIN_ICC_LOWER})
_OF_SOUND = frozenset({KEEP_SOUND, KEEP_SOUND_MONTHS, KEEP_SOUND_UNTIL})
LONGEST_MARKING = 60
"""Characters that stand in the foot of a page beside the code of the worker."""

_YES, _NO, _NONE = "yes", "no", "none"
_BASES = (ScoreBasis.MEAN, ScoreBasis.SINGLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudySettings:
    """Settings of a study as typed values.

    ``double_share`` is the share of sessions, 0 to 1, that ``coders_per_double`` coders code.
    ``certificates_required``: only certified coders are given sessions of a plan.
    ``basis_of_several`` is what several independent codings without a consensus give: their mean,
    or the first coding alone. ``names_in_meetings``: a consensus meeting shows who the coders are
    beside the letters that stand for them. ``check_days``: so many days after the last check of
    their drift, certified coders are due for another; 0 for no checks. ``days_between_sessions``:
    so many days after a worker's last session the next one is due; three to four in six months
    hold a skill (Schwalbe, Oh & Zweben 2014). ``marking`` stands in the foot of reports to
    workers and teams. Likely ranges are shown from ``min_double_coded`` sessions coded twice and
    a lower 95% limit of ICC(A,1) of ``min_icc_lower`` on. ``optional_counts``: codes that the
    codebook leaves to the study are counted too. ``retention`` says until when the sound of
    sessions is kept.
    """

    double_share: float = 0.2
    coders_per_double: int = 2
    certificates_required: bool = False
    pass_rule: PassRule = field(default_factory=PassRule)
    basis_of_several: ScoreBasis = ScoreBasis.MEAN
    names_in_meetings: bool = False
    check_days: int = 60
    days_between_sessions: int = 56
    marking: str = ""
    min_double_coded: int = 15
    min_icc_lower: float = 0.4
    optional_counts: bool = False
    retention: RetentionRule = field(default_factory=RetentionRule)


def settings_of(record: StudyRecord) -> StudySettings:
    """Settings of a study; what was never set has its usual value."""
    usual = StudySettings()
    stored = record.settings
    return StudySettings(
        double_share=float(stored.get(DOUBLE_SHARE, usual.double_share)),
        coders_per_double=int(stored.get(CODERS_PER_DOUBLE, usual.coders_per_double)),
        certificates_required=certificates_required(record),
        pass_rule=pass_rule(record),
        basis_of_several=ScoreBasis(stored.get(BASIS_OF_SEVERAL, usual.basis_of_several)),
        names_in_meetings=stored.get(NAMES_IN_MEETINGS, _NO) == _YES,
        check_days=int(stored.get(CHECK_DAYS, usual.check_days)),
        days_between_sessions=int(stored.get(DAYS_BETWEEN_SESSIONS, usual.days_between_sessions)),
        marking=stored.get(MARKING, usual.marking),
        min_double_coded=int(stored.get(MIN_DOUBLE_CODED, usual.min_double_coded)),
        min_icc_lower=float(stored.get(MIN_ICC_LOWER, usual.min_icc_lower)),
        optional_counts=counts_optional_codes(record),
        retention=retention_rule(record),
    )


def pass_rule(record: StudyRecord) -> PassRule:
    """What a coder's trials have to reach in a study."""
    usual, stored = PassRule(), record.settings
    kappa = stored.get(PASS_KAPPA, _NONE)
    return PassRule(
        recordings=int(stored.get(PASS_RECORDINGS, usual.recordings)),
        exact=float(stored.get(PASS_EXACT, usual.exact)),
        within_one=float(stored.get(PASS_WITHIN_ONE, usual.within_one)),
        kappa=None if kappa == _NONE else float(kappa),
        each_dimension=stored.get(PASS_EACH_DIMENSION, _NO) == _YES,
        valid_days=int(stored.get(CERTIFICATE_DAYS, usual.valid_days)),
    )


def retention_rule(record: StudyRecord) -> RetentionRule:
    """Until when the sound of a study's sessions is kept."""
    usual, stored = RetentionRule(), record.settings
    day = stored.get(KEEP_SOUND_UNTIL, _NONE)
    return RetentionRule(
        keep=KeepSound(stored.get(KEEP_SOUND, usual.keep)),
        months=int(stored.get(KEEP_SOUND_MONTHS, usual.months)),
        day=None if day == _NONE else date.fromisoformat(day),
    )


def counts_optional_codes(record: StudyRecord) -> bool:
    """Whether codes that the codebook leaves to the study are counted."""
    return record.settings.get(OPTIONAL_COUNTS, _NO) == _YES


def certificates_required(record: StudyRecord) -> bool:
    """Whether only certified coders are given sessions of a plan."""
    return record.settings.get(CERTIFICATES_REQUIRED, _NO) == _YES


def settings_texts(settings: StudySettings) -> Mapping[str, str]:
    """Texts by key, as a study stores them."""
    rule = settings.pass_rule
    return {
        DOUBLE_SHARE: str(float(settings.double_share)),
        CODERS_PER_DOUBLE: str(settings.coders_per_double),
        CERTIFICATES_REQUIRED: _yes_or_no(settings.certificates_required),
        PASS_RECORDINGS: str(rule.recordings),
        PASS_EXACT: str(float(rule.exact)),
        PASS_WITHIN_ONE: str(float(rule.within_one)),
        PASS_KAPPA: _NONE if rule.kappa is None else str(float(rule.kappa)),
        PASS_EACH_DIMENSION: _yes_or_no(rule.each_dimension),
        CERTIFICATE_DAYS: str(rule.valid_days),
        BASIS_OF_SEVERAL: settings.basis_of_several.value,
        NAMES_IN_MEETINGS: _yes_or_no(settings.names_in_meetings),
        CHECK_DAYS: str(settings.check_days),
        DAYS_BETWEEN_SESSIONS: str(settings.days_between_sessions),
        MARKING: settings.marking.strip(),
        MIN_DOUBLE_CODED: str(settings.min_double_coded),
        MIN_ICC_LOWER: str(float(settings.min_icc_lower)),
        OPTIONAL_COUNTS: _yes_or_no(settings.optional_counts),
        KEEP_SOUND: settings.retention.keep.value,
        KEEP_SOUND_MONTHS: str(settings.retention.months),
        KEEP_SOUND_UNTIL: _NONE
        if settings.retention.day is None
        else settings.retention.day.isoformat(),
    }


class StudySettingsService:
    """Reads and changes the settings that the lead decides."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def current(self) -> StudySettings:
        """Settings as they are stored."""
        with self._context.store.reading() as unit:
            return settings_of(unit.study.load())

    def change(self, settings: StudySettings, *, actor: CoderId | None) -> StudyChange:
        """Store settings; each one that differs is recorded with what it replaced.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, or a value is out of its range.
        """
        _check(settings)
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.LEAD, "changes the settings of a study")
            before = settings_texts(settings_of(unit.study.load()))
            after = settings_texts(settings)
            changed = {key: text for key, text in after.items() if text != before[key]}
            unit.study.update_settings(changed)
            unit.history.add_all(
                HistoryEntry(
                    entry_id=new_id(),
                    at=self._context.now(),
                    actor=actor,
                    kind=HistoryKind.SETTING_CHANGED,
                    item=key,
                    old=before[key],
                    new=text,
                )
                for key, text in changed.items()
            )
            record = unit.study.load()
        self._context.record = record
        kinds = {ChangeKind.STUDY}
        if not _OF_SOUND.isdisjoint(changed):
            kinds.add(ChangeKind.SESSIONS)
        if BASIS_OF_SEVERAL in changed:
            kinds.add(ChangeKind.CODINGS)  # what they come to is another number
        if not _OF_FEEDBACK.isdisjoint(changed):
            kinds.add(ChangeKind.FEEDBACK)
        return StudyChange(kinds=frozenset(kinds))


def _check(settings: StudySettings) -> None:
    rule = settings.pass_rule
    faults = {
        "The share of double coding lies between 0 and 1.": not _is_share(settings.double_share),
        "Double coding needs two coders or more.": settings.coders_per_double < 2,
        "A certificate needs one recording or more.": rule.recordings < 1,
        "Shares of agreement lie between 0 and 1.": not (
            _is_share(rule.exact) and _is_share(rule.within_one)
        ),
        "A least kappa lies between 0 and 1.": rule.kappa is not None
        and not _is_share(rule.kappa),
        "A certificate lasts one day or more.": rule.valid_days < 1,
        "Days between checks cannot be fewer than none.": settings.check_days < 0,
        "The next session of a worker is due after one day or more.": (
            settings.days_between_sessions < 1
        ),
        f"A marking has {LONGEST_MARKING} characters at most.": (
            len(settings.marking) > LONGEST_MARKING
        ),
        "A likely range needs three sessions coded twice or more.": settings.min_double_coded < 3,
        "A lower limit of agreement lies between 0 and 1.": not _is_share(settings.min_icc_lower),
        "Sound is kept for one month or more.": settings.retention.months < 1,
        "A last day for all sound has to be named.": (
            settings.retention.keep is KeepSound.UNTIL_DAY and settings.retention.day is None
        ),
        "Several codings give their mean or the first one.": settings.basis_of_several
        not in _BASES,
    }
    found = [sentence for sentence, is_fault in faults.items() if is_fault]
    if found:
        raise NotAllowedError(f"{' '.join(found)} Nothing was changed.")


def _is_share(value: float) -> bool:
    return 0 <= value <= 1


def _yes_or_no(value: bool) -> str:
    return _YES if value else _NO
