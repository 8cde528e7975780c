"""The services of one open study, built once and handed to the window or a command."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from practicecoder.services.study_context import StudyContext
from practicecoder.vault.study_key import KeyUse

if TYPE_CHECKING:
    from pathlib import Path

    from practicecoder.codebook.model import Codebook
    from practicecoder.domain.study import StudyRecord
    from practicecoder.services.analysis import AnalysisService
    from practicecoder.services.calibration import CalibrationService
    from practicecoder.services.codebooks import CodebookService
    from practicecoder.services.coding import CodingService
    from practicecoder.services.coding_acts import CodingActs
    from practicecoder.services.concerns import ConcernService
    from practicecoder.services.consensus import ConsensusService
    from practicecoder.services.consents import ConsentService
    from practicecoder.services.counting import CountingService
    from practicecoder.services.decisions import DecisionService
    from practicecoder.services.evidence_reel import EvidenceReelService
    from practicecoder.services.exporting import ExportingService
    from practicecoder.services.feedback import FeedbackService
    from practicecoder.services.feedback_source import FeedbackSources
    from practicecoder.services.forks import ForkService
    from practicecoder.services.importing import ImportingService
    from practicecoder.services.offices import OfficeService
    from practicecoder.services.outcomes import OutcomeService
    from practicecoder.services.packet_making import PacketMaking
    from practicecoder.services.packet_merging import PacketMerging
    from practicecoder.services.packet_study import PacketStudy
    from practicecoder.services.passphrases import PassphraseService
    from practicecoder.services.people import PeopleService
    from practicecoder.services.planning import PlanningService
    from practicecoder.services.releases import ReleaseService
    from practicecoder.services.reliability import ReliabilityService
    from practicecoder.services.reliability_report import ReliabilityReportService
    from practicecoder.services.relinking import RelinkingService
    from practicecoder.services.retention import RetentionService
    from practicecoder.services.segments import SegmentService
    from practicecoder.services.session_story import SessionStoryService
    from practicecoder.services.session_use import SessionUseService
    from practicecoder.services.sessions import SessionService
    from practicecoder.services.storing import StoringService
    from practicecoder.services.study_settings import StudySettingsService
    from practicecoder.services.supervisees import SuperviseeService
    from practicecoder.services.supervision import SupervisionService
    from practicecoder.services.team_report import TeamReportService
    from practicecoder.services.training import TrainingService
    from practicecoder.services.training_recordings import TrainingRecordingService
    from practicecoder.services.transcripts import TranscriptService
    from practicecoder.services.withdrawal import WithdrawalService
    from practicecoder.vault.recovery_code import RecoveryCode


class StudyServices:
    """All use cases of one open study; a service and its libraries are loaded on first use."""

    def __init__(self, context: StudyContext) -> None:
        self.context = context

    @property
    def study(self) -> StudyRecord:
        """Title, codebook and settings of the study."""
        return self.context.record

    @property
    def codebook(self) -> Codebook:
        """The study's codebook."""
        return self.context.codebook

    @property
    def path(self) -> Path:
        """Study folder."""
        return self.context.store.path

    @property
    def read_only(self) -> bool:
        """Whether the study was opened for reading only."""
        return self.context.store.read_only

    @property
    def holder(self) -> str | None:
        """Whose passphrase opened it; None if the recovery code did, or it is not encrypted."""
        return self.context.holder

    @property
    def settings_key(self) -> bytes | None:
        """Key for what a window remembers about an encrypted study; None: it may be read."""
        key = self.context.store.folder.key
        return None if key is None else key.derived(KeyUse.PLACES)

    @property
    def new_recovery_code(self) -> RecoveryCode | None:
        """Code of an encrypted study that was made this moment, to be shown once; else None."""
        return self.context.store.new_recovery_code

    @cached_property
    def storing(self) -> StoringService:
        """Whether what is done reaches the disk."""
        from practicecoder.services.storing import StoringService

        return StoringService(self.context)

    @cached_property
    def people(self) -> PeopleService:
        """Workers, offices and coders."""
        from practicecoder.services.people import PeopleService

        return PeopleService(self.context)

    @cached_property
    def passphrases(self) -> PassphraseService:
        """Passphrases and recovery code of an encrypted study."""
        from practicecoder.services.passphrases import PassphraseService

        return PassphraseService(self.context)

    @cached_property
    def offices(self) -> OfficeService:
        """Offices and their days of implementation."""
        from practicecoder.services.offices import OfficeService

        return OfficeService(self.context)

    @cached_property
    def sessions(self) -> SessionService:
        """The lead's table and the coders' queues."""
        from practicecoder.services.sessions import SessionService

        return SessionService(self.context)

    @cached_property
    def session_use(self) -> SessionUseService:
        """Which sessions are out of use, withdrawn or unusable."""
        from practicecoder.services.session_use import SessionUseService

        return SessionUseService(self.context)

    @cached_property
    def withdrawal(self) -> WithdrawalService:
        """What is destroyed when a family or a worker withdraws, and the receipts of it."""
        from practicecoder.services.withdrawal import WithdrawalService

        return WithdrawalService(self.context, self.session_use)

    @cached_property
    def retention(self) -> RetentionService:
        """Until when sound is kept, and its deletion."""
        from practicecoder.services.retention import RetentionService

        return RetentionService(self.context)

    @cached_property
    def stories(self) -> SessionStoryService:
        """What happened to each session."""
        from practicecoder.services.session_story import SessionStoryService

        return SessionStoryService(self.context)

    @cached_property
    def coding(self) -> CodingService:
        """Everything a coder does to a coding."""
        from practicecoder.services.coding import CodingService

        return CodingService(self.context, self._acts)

    @cached_property
    def counting(self) -> CountingService:
        """Everything a coder does to the marks of a coding."""
        from practicecoder.services.counting import CountingService

        return CountingService(self.context, self._acts)

    @cached_property
    def _acts(self) -> CodingActs:
        from practicecoder.services.coding_acts import CodingActs

        return CodingActs(self.context)

    @cached_property
    def segments(self) -> SegmentService:
        """Which stretch of a recording is coded."""
        from practicecoder.services.segments import SegmentService

        return SegmentService(self.context)

    @cached_property
    def planning(self) -> PlanningService:
        """Who codes what, by a draw that is on record."""
        from practicecoder.services.planning import PlanningService

        return PlanningService(self.context)

    @cached_property
    def settings(self) -> StudySettingsService:
        """What the lead decides for the whole study."""
        from practicecoder.services.study_settings import StudySettingsService

        return StudySettingsService(self.context)

    @cached_property
    def concerns(self) -> ConcernService:
        """Concerns about possible harm, from coders to leads."""
        from practicecoder.services.concerns import ConcernService

        return ConcernService(self.context)

    @cached_property
    def consensus(self) -> ConsensusService:
        """Meetings over sessions that several coders coded."""
        from practicecoder.services.consensus import ConsensusService

        return ConsensusService(self.context)

    @cached_property
    def decisions(self) -> DecisionService:
        """What the laboratory agreed about items of its codebook."""
        from practicecoder.services.decisions import DecisionService

        return DecisionService(self.context)

    @cached_property
    def training(self) -> TrainingService:
        """Trials against reference codings, and certificates."""
        from practicecoder.services.training import TrainingService

        return TrainingService(self.context)

    @cached_property
    def training_recordings(self) -> TrainingRecordingService:
        """Sessions with a reference coding, and who is tried on them."""
        from practicecoder.services.training_recordings import TrainingRecordingService

        return TrainingRecordingService(self.context)

    @cached_property
    def calibration(self) -> CalibrationService:
        """Checks of certified coders, and their drift."""
        from practicecoder.services.calibration import CalibrationService

        return CalibrationService(self.context)

    @cached_property
    def transcripts(self) -> TranscriptService:
        """What was said, line by line."""
        from practicecoder.services.transcripts import TranscriptService

        return TranscriptService(self.context)

    @cached_property
    def relinking(self) -> RelinkingService:
        """Recordings whose file is missing or was altered."""
        from practicecoder.services.relinking import RelinkingService

        return RelinkingService(self.context)

    @cached_property
    def reliability(self) -> ReliabilityService:
        """Agreement of independent codings."""
        from practicecoder.services.reliability import ReliabilityService

        return ReliabilityService(self.context)

    @cached_property
    def reliability_report(self) -> ReliabilityReportService:
        """Agreement for a methods section: PDF, tables for Word and CSV."""
        from practicecoder.services.reliability_report import ReliabilityReportService

        return ReliabilityReportService(self.context)

    @cached_property
    def analysis(self) -> AnalysisService:
        """Group comparisons and trends."""
        from practicecoder.services.analysis import AnalysisService

        return AnalysisService(self.context)

    @cached_property
    def outcomes(self) -> OutcomeService:
        """Measures that were taken elsewhere."""
        from practicecoder.services.outcomes import OutcomeService

        return OutcomeService(self.context)

    @cached_property
    def _feedback_sources(self) -> FeedbackSources:
        """What reports to workers are built from, read once for all services that need it."""
        from practicecoder.services.feedback_source import FeedbackSources

        return FeedbackSources(self.context)

    @cached_property
    def supervision(self) -> SupervisionService:
        """Feedback reports."""
        from practicecoder.services.supervision import SupervisionService

        return SupervisionService(self.context, self._feedback_sources)

    @cached_property
    def team_report(self) -> TeamReportService:
        """What several workers' sessions show together: PDF, Word, released files."""
        from practicecoder.services.team_report import TeamReportService

        return TeamReportService(self.context)

    @cached_property
    def feedback(self) -> FeedbackService:
        """What is put down about sessions for their workers."""
        from practicecoder.services.feedback import FeedbackService

        return FeedbackService(self.context, self._feedback_sources)

    @cached_property
    def releases(self) -> ReleaseService:
        """Reports that are handed over."""
        from practicecoder.services.releases import ReleaseService

        return ReleaseService(self.context, self._feedback_sources)

    @cached_property
    def reels(self) -> EvidenceReelService:
        """Shared moments to listen to together."""
        from practicecoder.services.evidence_reel import EvidenceReelService

        return EvidenceReelService(self.context, self._feedback_sources)

    @cached_property
    def codebooks(self) -> CodebookService:
        """Codebooks of the program and of the study."""
        from practicecoder.services.codebooks import CodebookService

        return CodebookService(self.context)

    @cached_property
    def supervisees(self) -> SuperviseeService:
        """Who supervises whom."""
        from practicecoder.services.supervisees import SuperviseeService

        return SuperviseeService(self.context)

    @cached_property
    def consents(self) -> ConsentService:
        """What sessions may be used for."""
        from practicecoder.services.consents import ConsentService

        return ConsentService(self.context)

    @cached_property
    def packets(self) -> PacketMaking:
        """Coders' shares that leave the laboratory."""
        from practicecoder.services.packet_making import PacketMaking

        return PacketMaking(self.context)

    @cached_property
    def packet_returns(self) -> PacketMerging:
        """What comes back of packets."""
        from practicecoder.services.packet_merging import PacketMerging

        return PacketMerging(self.context)

    @cached_property
    def packet(self) -> PacketStudy:
        """The packet that this study was made from, if it was."""
        from practicecoder.services.packet_study import PacketStudy

        return PacketStudy(self.context)

    @cached_property
    def forks(self) -> ForkService:
        """Codings that were continued in two places."""
        from practicecoder.services.forks import ForkService

        return ForkService(self.context)

    @cached_property
    def importing(self) -> ImportingService:
        """Sessions and ratings from sheets."""
        from practicecoder.services.importing import ImportingService

        return ImportingService(self.context)

    @cached_property
    def exporting(self) -> ExportingService:
        """The analysis package."""
        from practicecoder.services.exporting import ExportingService

        return ExportingService(self.context)

    def close(self) -> None:
        """Close the study; its lock is released and a backup made if something was written."""
        self.context.store.close()
