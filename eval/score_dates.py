#!/usr/bin/env python3
"""Score date phrases against the recognizers' cases (../shared/data/dates/recognizers).

Usage: score_dates.py [--program build/onrecord-evaluate] [--wrong]

Every case of DateParser.json and DatePeriodParser.json with a past resolution is read with its reference day. A case is right
where one phrase resolves to the same first and last day (the cases give the day behind a period's end; here it is the last
one, and a span "to 2018" or "until February" holds the year or month that it names). --wrong prints the cases that are not.
Everything that expresses a day or a span of days counts, what lies ahead of the reference day too. Only phrases from which no
reader could tell the days (NOT_A_DAY, by their words alone: a bare number, a unit that no word places, another event's time)
are counted apart. --wrong prints by class what is not right."""
import argparse, calendar, datetime, json, os, re, subprocess

here = os.path.dirname(os.path.abspath(__file__))


# what a phrase must be to name no day or span of days in running text; why
NOT_A_DAY = {
    "a number alone": r"(the )?(\d{1,2}|[a-z]*ty)",
    "a unit that no word places": r"((the|my|this|past|last|the last) day|(the|my|rest of my) (week|weekend))",
    "the time of another event": r"same (week|month|year)",
}


def not_a_day(phrase):
    return next((why for why, form in NOT_A_DAY.items() if re.fullmatch(form, phrase.strip().lower())), None)


def named_last(end):
    """The last days of the month and of the year that begin on `end`, where a span is told by their names."""
    if not end.endswith("-01"):
        return []
    year, month = int(end[:4]), int(end[5:7])
    return [f"{end[:8]}{calendar.monthrange(year, month)[1]:02}"] + ([end[:4] + "-12-31"] if month == 1 else [])


def widen(first, last):
    begin = first + {4: "-01-01", 7: "-01"}.get(len(first), "")
    if len(last) == 4:
        return begin, last + "-12-31"
    if len(last) == 7:
        year, month = int(last[:4]), int(last[5:])
        after = datetime.date(year + month // 12, month % 12 + 1, 1)
        return begin, (after - datetime.timedelta(days=1)).isoformat()
    return begin, last


def cases(data):
    for name in ("DateParser", "DatePeriodParser"):
        with open(os.path.join(data, name + ".json"), encoding="utf-8-sig") as f:
            for case in json.load(f):
                reference = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
                for result in case["Results"]:
                    past = list(result.get("Value", {}).get("PastResolution", {}).values())
                    if not past or past[0].startswith("0001") or not reference:
                        continue
                    last = past[-1]
                    if len(past) > 1:
                        last = (datetime.date.fromisoformat(past[1]) - datetime.timedelta(days=1)).isoformat()
                    yield name, case["Input"], result["Text"], reference, (past[0], last), past[-1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=os.path.join(here, "../build/onrecord-evaluate"))
    parser.add_argument("--data", default=os.path.join(here, "../../shared/data/dates/recognizers"))
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    gold = list(cases(options.data))
    lines = "".join(json.dumps({"text": text, "reference": reference}) + "\n" for _, text, _, reference, _, _ in gold)
    done = subprocess.run([options.program, "dates"], input=lines, capture_output=True, text=True, check=True)
    counts = {}
    for (name, text, phrase, reference, want, end), line in zip(gold, done.stdout.splitlines()):
        found = [widen(each["from"], each["to"]) for each in json.loads(line) if each["from"]]
        ends = [want[1], end] + (named_last(end) if re.search(r"to|until|till|through|and|-", phrase) else [])
        right = any(begin == want[0] and last in ends for begin, last in found)
        why = not_a_day(phrase)
        group = f"not a day: {why}" if why else name + (" ahead" if want[0] > reference else "")
        counts.setdefault(group, [0, 0])
        for each in [group] + ([] if why else ["all that express a day or a span"]) + ["all cases"]:
            counts.setdefault(each, [0, 0])
            counts[each][0] += right
            counts[each][1] += 1
        if options.wrong and not right:
            print(f"{group}: {text!r} on {reference}: {phrase!r} is {want}, got {found}")
    for group, (right, all_cases) in sorted(counts.items()):
        print(f"{group:60}{right:4} of {all_cases:4}  {100 * right / all_cases:5.1f}")


if __name__ == "__main__":
    main()
