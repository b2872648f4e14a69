#!/usr/bin/env python3
"""Prints COUNT invented articles as JSON Lines, always the same: a few speakers who promise, deny and take back things, quoted
by several outlets in the same and in other words, so that ties across articles are made too."""
import json
import random
import sys

count = int(sys.argv[1])
choose = random.Random(5)
people = ["Ada Lund", "Per Dahl", "Signe Moe", "Tor Vik"]
things = ["bridge at Storvik", "ferry to Havn", "school in Nordby", "tunnel under the fjord", "hospital at Elvestad"]
months = ["March", "May", "June", "September"]
outlets = ["Radio Fjord", "Havn Post", "Dagens Kyst", "The Elvestad Courier"]
for number in range(count):
    person, thing, month = choose.choice(people), choose.choice(things), choose.choice(months)
    last = person.split()[1]
    other = choose.choice([name for name in people if name != person])
    day = 1 + number * 27 // count
    lines = [
        f"Transport minister {person} said on Monday that the {thing} would open to traffic in {month}.",
        f"“The {thing} will open to traffic in {month}, and nobody will have to pay for it,” {last} told reporters.",
        f"{other} called the promise “worthless” and said the {thing} would never open.",
    ]
    if number % 3 == 0:
        lines.append(f"A day later {last} walked back the comments. “I should not have named a month for the {thing}. That was a mistake,” {last} said.")
    if number % 5 == 0:
        lines.append(f"{other} denied having been told of any date for the {thing}.")
    print(json.dumps({"id": f"article-{number:04}", "outlet": outlets[number % 4], "published": f"2031-05-{day:02}",
                      "title": f"{thing} to open in {month}", "text": "\n\n".join(lines)}))
