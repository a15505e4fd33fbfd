"""Holds the public holidays of the build against a second source, the Python package `holidays`, from 2015 to 2035.

It needs version 0.109 of that package, and takes a second.

Writes `.ci/holidays-differences.tsv`: one line for each place, side and name, with its dates, which side is right, and the
law where that is decided. A difference that a region shares with its country stands once, under the country.
"""

import datetime
import json
import pathlib
import re
from itertools import accumulate

import holidays

YEARS = range(2015, 2036)
ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "src/calendar/public-holidays"
EPOCH = datetime.date(1970, 1, 1)

# Place, side, name (patterns that match the whole), which is right, and the law. The first that matches decides.
DECIDED = [line.split("\t") for line in (ROOT / ".ci/holidays-decided.tsv").read_text("utf8").splitlines()[1:]]


def ours(data, region):
    """Date to name, as `holidayDays` in src/calendar/holidays.ts reads it."""
    days = {day: name for name, dates in data["days"].items() for day in dates}
    if region is not None:
        own = data["regions"][region]
        for day in own["remove"]:
            days.pop(day, None)
        days.update({day: name for name, dates in own["add"].items() for day in dates})
    dated = {EPOCH + datetime.timedelta(day): name for day, name in days.items()}
    return {date: name for date, name in dated.items() if date.year in YEARS}


def theirs(country, region):
    """Date to name, in English where the package has that."""
    known = getattr(holidays, country)
    language = "en_US" if "en_US" in known.supported_languages else None
    return dict(holidays.country_holidays(country, subdiv=region, years=YEARS, language=language))


def with_dates(data):
    """Files hold each date as the days from the one before it."""
    for named in [data, *data["regions"].values()]:
        for key in named.keys() & {"days", "add"}:
            named[key] = {name: list(accumulate(steps)) for name, steps in named[key].items()}
        if "remove" in named:
            named["remove"] = list(accumulate(named["remove"]))
    return data


def differences(data, country, region):
    a, b = ours(data, region), theirs(country, region)
    only = {(date, "ours", a[date]) for date in a.keys() - b.keys()}
    return only | {(date, "second", re.sub(r" \(estimated\)", "", b[date])) for date in b.keys() - a.keys()}


def decision(place, side, name, dates):
    """A Sunday is worked by nobody in these countries whichever source is right."""
    if place[:2] in ("CH", "ES") and all(date.weekday() == 6 for date in dates):
        return "either", "a Sunday"
    for where, which, what, right, law in DECIDED:
        if re.fullmatch(where, place) and re.fullmatch(which, side) and re.fullmatch(what, name):
            return right, law
    return "not decided", ""


def written(dates):
    """`05-28 2019-2035` for one date of each year, else each date."""
    days, years = {f"{date:%m-%d}" for date in dates}, [date.year for date in dates]
    if len(dates) > 2 and len(days) == 1 and years == list(range(years[0], years[-1] + 1)):
        return f"{days.pop()} {years[0]}-{years[-1]}"
    return " ".join(map(str, dates))


def rows():
    index = json.loads((DATA / "index.json").read_text("utf8"))
    second = holidays.list_supported_countries()
    for country in sorted(index.keys() & second.keys()):
        data = with_dates(json.loads((DATA / f"{country}.json").read_text("utf8")))
        national = differences(data, country, None)
        places = {country: national}
        for region in sorted(data["regions"].keys() & set(second[country])):
            places[f"{country}-{region}"] = differences(data, country, region) - national
        for place, found in places.items():
            grouped = {}
            for date, side, name in sorted(found):
                grouped.setdefault((side, name), []).append(date)
            for (side, name), dates in grouped.items():
                yield [place, side, name, written(dates), *decision(place, side, name, dates)]


lines = ["\t".join(row) for row in [["place", "only in", "name", "dates", "right", "law"], *rows()]]
(ROOT / ".ci/holidays-differences.tsv").write_text("\n".join(lines) + "\n", "utf8")
print(f"{len(lines) - 1} differences, {sum('not decided' in line for line in lines)} not decided")
