"""Ask notmuch within one process; run by the Python for which Debian builds its binding.

    /usr/bin/python3 asking_notmuch.py MAILDIR < QUESTIONS > ANSWERS

Questions are {"rounds": .., "newest": .., "queries": {label: query}}; answers are
{label: [hits, median ms, p95 ms]}. Each time takes what a list of results shows: when, who, what.
"""

import json
import statistics
import sys
import time
from itertools import islice

import notmuch2

NEWEST_FIRST = notmuch2.Database.SORT.NEWEST_FIRST


def main() -> None:
    asked = json.load(sys.stdin)
    with notmuch2.Database(sys.argv[1], mode=notmuch2.Database.MODE.READ_ONLY) as database:
        answers = {
            label: [database.count_messages(query), *times(database, query, asked)]
            for label, query in asked["queries"].items()
        }
    json.dump(answers, sys.stdout)


def times(database: notmuch2.Database, query: str, asked: dict) -> tuple:
    taken = []
    for _ in range(asked["rounds"]):
        started = time.perf_counter()
        found = database.messages(query, sort=NEWEST_FIRST)
        for one in islice(found, asked["newest"]):
            _ = (one.date, one.header("from"), one.header("subject"))
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)]


main()
