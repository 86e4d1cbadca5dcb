"""Who is asked next."""

from __future__ import annotations

from burdenshare.corpus.watching.model import Found, Waiting
from burdenshare.corpus.watching.queue import Queue


def waiting(number: int) -> Waiting:
    return Waiting(number, "feed", Found(str(number), "", "", "", None, "", ""), 0.0, 0, False)


def test_the_host_that_may_be_asked_first_comes_first_and_its_entries_in_their_order() -> None:
    free = {"https://a.example.org/1": 9.0, "https://a.example.org/2": 9.0, "https://b.example.org/3": 5.0, "": 0.0}
    queue = Queue([(address, waiting(number)) for number, address in enumerate(free)], lambda one: free[one])
    assert len(queue) == 4
    assert [queue.next().number for _ in range(4)] == [3, 2, 0, 1]
    assert len(queue) == 0


def test_of_hosts_that_may_be_asked_at_once_the_first_comes_first() -> None:
    queue = Queue([(f"https://{name}.example.org/", waiting(at)) for at, name in enumerate("abc")], lambda one: 0.0)
    assert [queue.next().number for _ in range(3)] == [0, 1, 2]
