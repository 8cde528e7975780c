"""What can go wrong and be told to a person: families of errors that carry their data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault in something that was handed in: what, where, what to do.

    ``line`` counts from 1. ``file``, ``line`` and ``key`` are None where there is no such place.
    """

    what: str
    fix: str = ""
    file: str | None = None
    line: int | None = None
    key: str | None = None

    @property
    def where(self) -> str:
        """Place in words, ``"ratings.csv, line 4, value"``; empty if there is none."""
        parts = [self.file, f"line {self.line}" if self.line is not None else None, self.key]
        return ", ".join(part for part in parts if part)

    def sentence(self) -> str:
        """One line for a person: place, fault, remedy."""
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}{' ' + self.fix if self.fix else ''}"


class PracticeCoderError(Exception):
    """Known trouble; ``user_message`` says what happened, what is safe and what to do."""

    def __init__(self, user_message: str) -> None:
        super().__init__(user_message)
        self.user_message = user_message


class ProblemsError(PracticeCoderError):
    """Input with one or more faults, all of them listed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.sentence() for problem in self.problems))


class CodebookError(ProblemsError):
    """A codebook file with faults."""


class ImportedDataError(ProblemsError):
    """A sheet, ratings file or table with faults; nothing of it was taken over."""


class RecordingError(ProblemsError):
    """A sound file that cannot be used."""


class SpeechError(ProblemsError):
    """Speech cannot be turned into text: a library or a model is missing or unfit."""


class StudyError(PracticeCoderError):
    """A study that cannot be opened or changed."""


class StudyNotFoundError(StudyError):
    """There is no study at that place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"There is no study in {path}. Choose a folder that holds a study.db.")


class StudyExistsError(StudyError):
    """A study cannot be made because the place is taken."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} already exists and is not empty. Choose a new or empty folder.")


class StudyNotMadeError(StudyError):
    """A new study folder could not be written; nothing of it is left."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        self.why = why
        super().__init__(
            f"No study was made in {path}: {why}. Choose another folder, or make room on the disk."
        )


class StudyLocationError(StudyError):
    """The study lies where writing to a database is not safe."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(
            f"{path} is on {why}. A study there can be damaged or lost, so practicecoder does not "
            "write to it. Copy the study folder to a disk of this computer and open it there."
        )


class StudyTooNewError(StudyError):
    """The study was written by a newer program."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"The study in {path} was written by a newer version of practicecoder. Nothing was "
            "changed. Install the newer version to open it."
        )


class StudyNeedsWritingError(StudyError):
    """The study cannot be read before it was opened for writing once."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(
            f"The study in {path} cannot be opened to read only yet: {why}. Nothing was changed. "
            "Open it for writing once."
        )


class StudyDamagedError(StudyError):
    """The study's database does not pass its integrity check."""

    def __init__(self, path: Path, detail: str) -> None:
        self.path = path
        self.detail = detail
        super().__init__(
            f"The database of the study in {path} is damaged ({detail}). Nothing was changed. "
            "Restore the newest file of its backups folder."
        )


class StudyClosedError(StudyError):
    """The study was closed while something was still to be read from it."""

    def __init__(self) -> None:
        super().__init__("The study was closed. Open it again to go on.")


class StudyLockedError(StudyError):
    """The study is encrypted, and was to be opened without a passphrase."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"The study in {path} is encrypted. Open it with a passphrase or its recovery code."
        )


class WrongPassphraseError(StudyError):
    """Neither a passphrase nor the recovery code of the study."""

    def __init__(self) -> None:
        super().__init__(
            "This passphrase does not open the study. Nothing was changed. Type it again, or use "
            "the recovery code that was printed when the study was encrypted."
        )


class KeysDamagedError(StudyError):
    """A file with the study's keys is missing or damaged; ``remedy`` is a whole sentence."""

    def __init__(self, path: Path, remedy: str) -> None:
        self.path = path
        super().__init__(
            f"The keys in {path} are missing or damaged, and the study cannot be opened without "
            f"them. Nothing was changed. {remedy}"
        )


class EncryptedFileError(StudyError):
    """An encrypted file is damaged, was altered, or belongs to another key."""

    def __init__(
        self,
        user_message: str = "An encrypted file of the study was altered or is damaged, so it is "
        "not used. Put a copy from a backup of the whole study folder in its place.",
    ) -> None:
        super().__init__(user_message)


class StudyInUseError(StudyError):
    """Another window or command is writing to the study."""

    def __init__(self, path: Path, holder: str) -> None:
        self.path = path
        self.holder = holder
        super().__init__(
            f"The study in {path} is open elsewhere ({holder}). Close it there, or open it "
            "here to read only."
        )


class ReadOnlyStudyError(StudyError):
    """Something was to be changed in a study opened for reading."""

    def __init__(self) -> None:
        super().__init__("This study is open for reading only. Nothing was changed.")


class StoreFailedError(StudyError):
    """The disk refused a write; earlier work is kept."""

    remedy = "Make room or check the disk, then try again."

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(
            f"The last change was not saved: {why}. Everything saved before is safe. {self.remedy}"
        )


class DiskFullError(StoreFailedError):
    """There is no room left where the study is."""

    remedy = "Make room on the disk, then try again."

    def __init__(self, why: str = "the disk is full") -> None:
        super().__init__(why)


class DiskFailingError(StoreFailedError):
    """The disk, or the connection to it, reported an error."""

    remedy = (
        "Check that the disk is connected and sound, then try again. If it happens again, copy "
        "the study folder to another disk."
    )

    def __init__(self, why: str = "the disk reported an error") -> None:
        super().__init__(why)


class NotWritableError(StoreFailedError):
    """The file, its folder or the whole disk may not be written."""

    remedy = (
        "Check that you may write to the study folder and that the disk is not write-protected, "
        "then try again."
    )

    def __init__(self, why: str = "the disk or the file cannot be written") -> None:
        super().__init__(why)


class StoreBusyError(StudyInUseError):
    """Another program holds the study's database at this moment; nothing is wrong with it.

    ``reading`` says that nothing was to be written.
    """

    def __init__(self, path: Path, *, reading: bool = False) -> None:
        super().__init__(path, "another program is using its database")
        self.user_message = self._READING if reading else self._WRITING

    _READING = (
        "The study could not be read: another program holds its database, or writes to it without "
        "a pause. Nothing is wrong with the study. Wait until that work, backup or virus scan has "
        "ended, then try again."
    )
    _WRITING = (
        "The last change was not saved: another program, such as a backup program or a virus "
        "scanner, is using the study's database. Everything saved before is safe. Wait a "
        "moment, then try again."
    )


class BackupFailedError(StudyError):
    """No backup could be made; the study itself is saved."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(
            f"No backup could be made: {why}. The study itself is saved, and earlier backups are "
            "kept. Make room or check the disk."
        )


class BackupNotFoundError(StudyError):
    """There is no backup of that name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"There is no backup {name}. Name a file of the study's backups folder; "
            "“practicecoder study backups” lists them."
        )


class BackupDamagedError(StudyError):
    """A backup does not pass its check and cannot be restored."""

    def __init__(self, name: str, detail: str) -> None:
        self.name = name
        self.detail = detail
        super().__init__(
            f"The backup {name} cannot be restored: {detail}. Nothing was changed. Choose another "
            "backup."
        )


class ConflictError(StudyError):
    """The thing was changed elsewhere since it was read; nothing was overwritten."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} was changed in another window since it was shown here. Nothing was "
            "overwritten. It has to be loaded again before you change it."
        )


class TombstonesDamagedError(StudyError):
    """The record of withdrawals cannot be read, so it is not known what must not come back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"The record of withdrawals of the study in {path} (withdrawn.json) cannot be read, "
            "nor can its copy in the backups folder. Nothing was changed. Put one of them back "
            "from your own copy of the study folder; without it, withdrawn sessions could come "
            "back."
        )


class UnreadableBackupsError(StudyError):
    """Backups that cannot be read cannot be erased from; they have to go, or be repaired."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        listed = ", ".join(self.names)
        one = len(self.names) == 1
        super().__init__(
            f"{'A backup cannot' if one else 'Some backups cannot'} be read, so nothing can be "
            f"erased from {'it' if one else 'them'}: {listed}. Nothing was changed. Choose that "
            f"{'it is' if one else 'they are'} removed as well, or take "
            f"{'it' if one else 'them'} out of the backups folder yourself."
        )


class WithdrawalUnfinishedError(StudyError):
    """A withdrawal that is on record and could not be carried through to the end yet."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(
            "The withdrawal is on record and cannot be taken back, but not everything is erased "
            f"yet. {why} Close the study and open it again: it goes on by itself then."
        )


class NotAllowedError(StudyError):
    """A rule of the study forbids the act."""


class WeakPassphraseError(NotAllowedError):
    """A passphrase that would not guard a study; ``fault`` is a whole sentence."""

    def __init__(self, fault: str) -> None:
        self.fault = fault
        super().__init__(
            f"This passphrase does not guard a study. {fault} Use at least 12 characters or 4 "
            "words that you do not use elsewhere."
        )


class ExportError(PracticeCoderError):
    """A package or table that cannot be written; nothing half-written was left behind."""


class PacketError(PracticeCoderError):
    """A coding packet or its return that cannot be made or used; nothing was changed."""
