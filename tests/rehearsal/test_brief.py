"""What a rehearsal asks of the machine is given back."""

import os
from concurrent.futures import ThreadPoolExecutor

from bot.rehearsal.brief import on_one_processor


def test_a_rehearsal_keeps_to_one_processor_and_gives_the_others_back() -> None:
    before = os.sched_getaffinity(0)
    with on_one_processor(), ThreadPoolExecutor(1) as threads:
        (here,) = os.sched_getaffinity(0)
        assert here in before
        assert threads.submit(os.sched_getaffinity, 0).result() == {here}
    assert os.sched_getaffinity(0) == before
