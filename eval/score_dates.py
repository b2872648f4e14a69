#!/usr/bin/env python3
"""Score date phrases against the recognizers' cases (../shared/data/dates/recognizers).

Usage: score_dates.py [--program build/onrecord-evaluate] [--wrong]

Every case of DateParser.json and DatePeriodParser.json with a past resolution is read with its reference day. A case is right
where one phrase resolves to the same first and last day (the cases give the day behind a period's end; here it is the last
one). --wrong prints the cases that are not. Cases whose resolution lies behind the reference day are counted apart: what a
report says of the past is never ahead of it."""
import argparse, datetime, json, os, subprocess

here = os.path.dirname(os.path.abspath(__file__))


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
        right = want in found or (want[0], end) in found
        group = name + (" ahead" if want[0] > reference else "")
        counts.setdefault(group, [0, 0])
        counts[group][0] += right
        counts[group][1] += 1
        if options.wrong and not right:
            print(f"{group}: {text!r} on {reference}: {phrase!r} is {want}, got {found}")
    for group, (right, all_cases) in sorted(counts.items()):
        print(f"{group:24}{right:4} of {all_cases:4}  {100 * right / all_cases:5.1f}")


if __name__ == "__main__":
    main()
