#!/usr/bin/env python3
"""Writes a model file again, its samples made anew: again.py FILE [--window PIECES] [--context PIECES]
    [--context-limit PIECES]

For a changed rule of windows, shorter ones, or another context on each side; no weight changes.
"""
import argparse

import onrec


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--window", type=int)
    parser.add_argument("--context", type=int)
    parser.add_argument("--context-limit", type=int)
    options = parser.parse_args()
    asked = {"window": options.window, "context": options.context, "context_limit": options.context_limit}
    changed = {name: value for name, value in asked.items() if value is not None}
    with open(options.file, "rb") as handle:
        data = handle.read()
    data = onrec.with_samples(data, **changed)
    with open(options.file, "wb") as handle:
        handle.write(data)


if __name__ == "__main__":
    main()
