"""Promise 9: after a withdrawal nothing of the session is left in any file, nor comes back."""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from practicecoder.codebook import library
from practicecoder.domain.ids import CoderId
from practicecoder.domain.withdrawal import WithdrawalChoice
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import create_study, open_study
from practicecoder.services.withdrawal import LAST_STEP, WithdrawalRequest
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.erasing import Eraser, Erasure
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.study_folder import StudyStore
from tests.builders import LEAD, NOW
from tests.trust.frame import Proof, Size, say
from tests.trust.made_up import quick_place
from tests.trust.marked_session import (
    SESSION,
    add_marked_session,
    files_with_mark,
    mark_every_text,
    rows_with_mark,
)

PASSPHRASE = "four made-up words here"
N_BACKUPS = 3
LONGEST_S = 60.0


def prove(size: Size) -> Proof:
    """Withdraw a session that says a word everywhere, and look for the word everywhere."""
    n_sessions = size.of(short=50, full=100_000)
    kills = size.of(short=2, full=100)
    with tempfile.TemporaryDirectory(prefix="withdrawing-", dir=quick_place()) as place:
        root = Path(place)
        columns = made(root / "study", n_sessions)
        before = len(files_with_mark(root / "study"))
        shutil.copytree(root / "study", root / "elsewhere")
        careless = without_care(root / "study", root / "careless")
        seconds, elapsed = withdrawn(root / "study")
        left = len(files_with_mark(root / "study"))
        say(f"withdrawing: {before} files held the word, {left} do; {seconds:.1f} s")
        back, tried = restored(root / "study", root / "elsewhere")
        sealed_before, sealed_after = encrypted(root / "sealed")
        stayed, whole, gone = interrupted(root, kills, size)
    return Proof(
        promise=9,
        name="withdrawing",
        claim="Of a session that was withdrawn nothing is left in the study, in any backup or in "
        "the sound, and no copy brings it back",
        mark=f"0 finds; at most {LONGEST_S:.0f} s of the processor with 100,000 sessions; every "
        "interrupted withdrawal is finished or never began",
        figures={
            "columns that said the word": columns,
            "files that held it before": before,
            "files that hold it afterwards": left,
            "copies put back": tried,
            "of them that brought anything back": back,
            "rows in an encrypted study and its backups before": sealed_before,
            "rows there afterwards": sealed_after,
            "withdrawals killed half-way": kills,
            "of them not begun": whole,
            "of them finished at the next opening": gone,
            "of them neither": stayed,
            "sessions of the study": n_sessions,
            "seconds of the processor for the withdrawal": round(seconds, 1),
            "seconds on the clock, beside other work": round(elapsed, 1),
        },
        passed=before > N_BACKUPS
        and columns > 30
        and left == back == sealed_after == stayed == 0
        and sealed_before > 0
        and careless > 1
        and seconds < LONGEST_S,
        control=(
            "rows deleted without wiping their place and without the backups: the word is still "
            f"in {careless} files"
        ),
    )


def made(path: Path, n_sessions: int) -> int:
    """Make the study with its backups; returns how many columns said the word."""
    services = _study(path)
    add_marked_session(services)
    services.close()
    folder = StudyFolder(path)
    columns = mark_every_text(folder)
    _fill(folder, n_sessions)
    with closing(StudyStore.open(path)) as store:
        for _ in range(N_BACKUPS):
            store.backup()
    return columns


def withdrawn(path: Path) -> tuple[float, float]:
    """Withdraw the session; returns how many seconds of the processor and on the clock it took."""
    with closing(open_study(path)) as services:
        worked, start = time.process_time(), time.perf_counter()
        _withdraw(services, WithdrawalChoice.ERASE_ALL)
        return time.process_time() - worked, time.perf_counter() - start


def without_care(path: Path, copy: Path) -> int:
    """Erase the rows alone, as a program without care would; returns files with the word."""
    shutil.copytree(path, copy)
    file = StudyFolder(copy).database
    with closing(connect_sqlite(file, "rw")) as connection:
        connection.execute("PRAGMA secure_delete=OFF").fetchall()
        connection.execute("BEGIN")
        connection.execute("PRAGMA defer_foreign_keys=ON")
        Eraser(connection).erase(
            Erasure(session_id=SESSION, choice=WithdrawalChoice.ERASE_ALL, number="W-0", at=NOW)
        )
        connection.execute("COMMIT")
    return len([name for name in files_with_mark(copy) if name.endswith(".db")])


def restored(path: Path, elsewhere: Path) -> tuple[int, int]:
    """Put every backup, and a copy from before, in the study's place; how many bring it back."""
    tried = back = 0
    files = [*sorted((path / "backups").glob("*.db")), elsewhere / "study.db"]
    for file in files:
        shutil.copyfile(file, path / "study.db")
        for sound in (elsewhere / "audio").iterdir():
            shutil.copyfile(sound, path / "audio" / sound.name)
        StudyStore.open(path).close()
        tried += 1
        back += bool(files_with_mark(path))
    return back, tried


def encrypted(path: Path) -> tuple[int, int]:
    """Rows with the word in an encrypted study and its backups, before and after."""
    services = _study(path, passphrase=PASSPHRASE)
    add_marked_session(services)
    folder = services.context.store.folder
    services.context.store.backup()
    before = _rows(folder)
    _withdraw(services, WithdrawalChoice.ERASE_ALL)
    services.close()
    return before, _rows(folder)


def interrupted(root: Path, kills: int, size: Size) -> tuple[int, int, int]:
    """Kill withdrawals at random moments: how many are neither, not begun, and finished."""
    chance = random.Random(9)
    if size is Size.FULL:
        made(root / "model", 50)
    else:
        (root / "elsewhere").rename(root / "model")
    longest = _time_of_last_step(root)
    neither = whole = gone = 0
    for n in range(kills):
        path = root / "killed"
        shutil.copytree(root / "model", path)
        _killed_after(path, chance.uniform(0, longest), in_last_step=n % 4 != 0)
        (path / "lock").unlink(missing_ok=True)
        with closing(open_study(path)) as services:
            ids = {row.session.session_id for row in services.sessions.lead_table()}
        found = bool(files_with_mark(path))
        whole += SESSION in ids
        gone += SESSION not in ids and not found
        neither += SESSION not in ids and found
        shutil.rmtree(path)
        if not n % 20:
            say(f"withdrawing: {n} killed, {gone} finished, {whole} not begun")
    return neither, whole, gone


def _time_of_last_step(root: Path) -> float:
    path = root / "timed"
    shutil.copytree(root / "model", path)
    child, told = _child(path, in_last_step=True)
    os.read(told, 1)
    start = time.perf_counter()
    os.waitpid(child, 0)
    os.close(told)
    shutil.rmtree(path)
    return time.perf_counter() - start


def _killed_after(path: Path, seconds: float, *, in_last_step: bool) -> None:
    """Kill a withdrawal so long after it began, or after the step that cannot be stopped did."""
    child, told = _child(path, in_last_step=in_last_step)
    os.read(told, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(told)


def _child(path: Path, *, in_last_step: bool) -> tuple[int, int]:
    """Process that withdraws, and the pipe on which it says that it is at a step."""
    told, telling = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with closing(open_study(path)) as services:
                _tell_at(telling, services, in_last_step=in_last_step)
        finally:
            os._exit(0)
    os.close(telling)
    return child, told


def _tell_at(telling: int, services: StudyServices, *, in_last_step: bool) -> None:
    def tell(_share: float, step: str) -> None:
        if (step == LAST_STEP) is in_last_step:
            os.write(telling, b"1")

    _withdraw(services, WithdrawalChoice.ERASE_ALL, tell)


def _no_progress(_share: float, _step: str) -> None:
    return None


def _withdraw(
    services: StudyServices,
    choice: WithdrawalChoice,
    progress: Callable[[float, str], None] = _no_progress,
) -> None:
    services.withdrawal.withdraw(
        WithdrawalRequest(
            session_id=SESSION, choice=choice, reason="asked for it", confirmation=SESSION
        ),
        actor=LEAD,
        progress=progress,
    )


def _rows(folder: StudyFolder) -> int:
    files = [folder.database, *folder.backups.glob("*.db")]
    return sum(sum(rows_with_mark(folder, file).values()) for file in files)


def _study(path: Path, *, passphrase: str | None = None) -> StudyServices:
    return create_study(
        path,
        title="Made-up study",
        codebook=library.find("swim7"),
        lead=CoderId(LEAD),
        made_up=True,
        now=lambda: NOW,
        passphrase=passphrase,
    )


def _fill(folder: StudyFolder, n_sessions: int) -> None:
    """Add sessions with a coding and seven ratings each, as rows: the program would take long."""
    with closing(connect_sqlite(folder.database, "rw")) as connection:
        ref = connection.execute("SELECT codebook_id, version, digest FROM codebooks").fetchone()
        connection.execute("BEGIN")
        numbers = range(10, 10 + n_sessions)
        connection.executemany(
            "INSERT INTO sessions (session_id, blind_code, phase_rule, session_type, worker_role,"
            " purpose, state, made_up, version)"
            " VALUES (?, ?, 'as_entered', 'visit', '', 'both', 'submitted', 1, 1)",
            ((f"N-{n}", f"S-N{n}") for n in numbers),
        )
        connection.executemany(
            "INSERT INTO codings (coding_id, session_id, coder_id, codebook_id, codebook_version,"
            " codebook_digest, role, state, position_ms, short_listen_reason, version, unblinded)"
            " VALUES (?, ?, 'A', ?, ?, ?, 'primary', 'locked', 0, '', 1, 0)",
            ((f"{n:032x}", f"N-{n}", *ref) for n in numbers),
        )
        connection.executemany(
            "INSERT INTO ratings (coding_id, dimension_id, state, value, note, unsure)"
            " VALUES (?, ?, 'rated', 3, '', 0)",
            ((f"{n:032x}", f"d{place}") for n in numbers for place in range(7)),
        )
        connection.execute("COMMIT")
