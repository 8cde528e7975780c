from __future__ import annotations

import threading

import pytest

from practicecoder.ui.widgets.heavy_work import one_at_a_time


def test_two_pieces_of_work_never_overlap() -> None:
    inside, most = [0], [0]
    count = threading.Lock()
    both_started = threading.Barrier(2)

    def work() -> None:
        with count:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        for _ in range(10_000):
            pass
        with count:
            inside[0] -= 1

    def start() -> None:
        both_started.wait(10)
        for _ in range(20):
            one_at_a_time(work)()

    threads = [threading.Thread(target=start) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert most == [1]


def fail() -> int:
    raise ValueError("no result")


def test_an_error_comes_through_and_leaves_the_way_free() -> None:
    with pytest.raises(ValueError, match="no result"):
        one_at_a_time(fail)()

    assert one_at_a_time(lambda: 8)() == 8
