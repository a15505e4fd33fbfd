"""The five commitments of the bench by numpy, from columns that a data frame read. Prints what run-lean.js prints."""
import datetime
import json
import os
import resource

import numpy as np

CLOSED = {datetime.date.fromisoformat(day) for day in (
    "2025-12-25", "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14")}
FIRST = datetime.date(2025, 12, 25)
DAYS = [FIRST + datetime.timedelta(n) for n in range(233)]
BASE = (FIRST - datetime.date(1970, 1, 1)).days * 86400
OPEN = np.array([day.weekday() < 5 and day not in CLOSED for day in DAYS])
SHUT = np.array([61200 if day.weekday() == 4 else 64800 for day in DAYS])
C1, C2 = np.where(OPEN, 45000, 32400), np.where(OPEN, SHUT, 50400)
LONG = np.where(OPEN, 12600 + SHUT - 50400, 0)
BEFORE, NTH = np.cumsum(LONG) - LONG, np.cumsum(OPEN)
CLOSING = (np.arange(len(DAYS)) * 86400 + C2)[OPEN]
CLOSING_OPEN = (BEFORE + LONG)[OPEN]


def open_at(t):
    day, s = t // 86400, t % 86400
    return BEFORE[day] + np.clip(s, 32400, C1[day]) - 32400 + np.clip(s, 50400, C2[day]) - 50400


def in_hours(t):
    day, s = t // 86400, t % 86400
    return OPEN[day] & ((s > 32400) & (s <= C1[day]) | (s > 50400) & (s <= C2[day]))


def utc(t):
    return t - np.where(t < 1774751400 - BASE, 3600, 7200)


def judge(q, c, d, month, employees, profile, complete):
    """Seconds of local time since 1970, below 0 where there is none; rows without a start are left out."""
    q, c, d = (np.where(t < 0, -1, t - BASE) for t in (q, c, d))
    now = int(max(q.max(), c.max(), d.max()))
    oq, has_c, has_d = open_at(q), c >= 0, d >= 0
    tc, td = open_at(np.maximum(c, 0)) - oq, open_at(np.maximum(d, 0)) - oq
    limit = np.where(employees >= 500, 3600, 14400)
    nth = NTH[q // 86400] + 4
    gone, uq, un = int(open_at(np.array([now]))[0]) - oq, utc(q), int(utc(np.array([now]))[0])

    def state(scope, has, stop, ok, late, risk):
        rest = np.where(late, 4, np.where(risk, 5, 6))
        ended = np.where(utc(stop) < uq, 1, np.where(ok, 2, 3))
        return np.where(scope, np.where(has, ended, rest), 0)

    every = np.ones(len(q), bool)
    late = (gone > limit) | (gone == limit) & ~in_hours(np.array([now]))
    k1 = state(profile, has_c, c, (tc < limit) | (tc == limit) & in_hours(np.maximum(c, 0)), late, gone >= 0.8 * limit)
    k4 = state(every, has_d, d, d <= CLOSING[nth], CLOSING[nth] < now, gone >= 0.8 * (CLOSING_OPEN[nth] - oq))
    k5 = state(every, has_c, c, utc(c) - uq <= 172800, un - uq > 172800, un - uq >= 138240)
    code = (((month.astype(int) * 2 + profile) * 2 + complete) * 7 + k1) * 49 + k4 * 7 + k5
    counts = [[int(x) // 1372, bool(int(x) // 686 % 2), bool(int(x) // 343 % 2), int(x) // 49 % 7, int(x) // 7 % 7, int(x) % 7, int(n)]
              for x, n in zip(*np.unique(code, return_counts=True))]

    def quantiles(took, k, m):
        waits = took[(month == m) & ((k == 2) | (k == 3))]
        at = [max(int(np.ceil(len(waits) * p)) - 1, 0) for p in (0.5, 0.9, 0.95)]
        return [int(w) for w in np.partition(waits, at)[at]]

    percentiles = [[int(m), quantiles(tc, k1, m), quantiles(td, k4, m), quantiles(utc(c) - uq, k5, m)] for m in np.unique(month)]
    print(json.dumps({"asOf": now + BASE, "counts": counts, "percentiles": percentiles}))
    used = resource.getrusage(resource.RUSAGE_SELF)
    if "BENCH_PEAK" in os.environ:
        with open(os.environ["BENCH_PEAK"], "w") as file:
            json.dump({"peak": used.ru_maxrss * 1024, "cpu": (used.ru_utime + used.ru_stime) * 1000}, file)
