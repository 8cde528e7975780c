"""Work that loads large libraries, which do not load well in two threads at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_turn = threading.Lock()


def one_at_a_time(work: Callable[[], T]) -> Callable[[], T]:
    """Work that waits for its turn; for the function given to ``run_task``."""

    def in_turn() -> T:
        with _turn:
            return work()

    return in_turn
