#!/usr/bin/env python3
"""Articles with golden pictures: each folder here holds article.txt (or .html, .jsonl), arguments (one line, may be empty) and
golden.txt, what `onrecord extract --picture` must print.

    goldens.py check PROGRAM [SLUG...]      compares, prints what differs, exits 1 where anything does
    goldens.py rewrite PROGRAM [SLUG...]    writes the goldens anew; read the diff as a journalist would before committing it
    goldens.py new PROGRAM SLUG FILE [ARGUMENT...]   makes a case of FILE, for example with --published 2031-05-16
"""
import difflib
import os
import pathlib
import shlex
import shutil
import subprocess
import sys

patience = int(os.environ.get("ONRECORD_TEST_PATIENCE", "1"))  # sanitized builds are slow

here = pathlib.Path(__file__).resolve().parent


def article_of(case):
    found = sorted(case.glob("article.*"))
    if len(found) != 1:
        sys.exit(f"goldens: {case.name}: one article.* is wanted, {len(found)} are there")
    return found[0]


def picture(program, case):
    arguments = shlex.split((case / "arguments").read_text()) if (case / "arguments").exists() else []
    environment = dict(os.environ, COLUMNS="100", NO_COLOR="1", LC_ALL="C.UTF-8")
    run = subprocess.run([program, "extract", "--picture", "--threads", "1", *arguments, article_of(case).name],
                         cwd=case, env=environment, capture_output=True, text=True, timeout=60 * patience)
    return run.stdout + run.stderr + (f"exit {run.returncode}\n" if run.returncode else "")


def cases(slugs):
    chosen = [here / slug for slug in slugs] or sorted(p for p in here.iterdir() if (p / "golden.txt").exists())
    if not chosen:
        sys.exit("goldens: no case is there")
    for case in chosen:
        if not case.is_dir():
            sys.exit(f"goldens: no case {case.name}")
    return chosen


def check(program, slugs):
    wrong = 0
    for case in cases(slugs):
        golden, now = (case / "golden.txt").read_text(), picture(program, case)
        if golden != now:
            wrong += 1
            sys.stdout.writelines(difflib.unified_diff(golden.splitlines(True), now.splitlines(True),
                                                       f"{case.name}/golden.txt", "now"))
    print(f"goldens: {wrong} differ")
    return 1 if wrong else 0


def rewrite(program, slugs):
    for case in cases(slugs):
        (case / "golden.txt").write_text(picture(program, case))
        print(f"goldens: {case.name} written")
    return 0


def new(program, slug, source, arguments):
    case = here / slug
    if case.exists():
        sys.exit(f"goldens: {slug} is there already")
    name = pathlib.Path(source).name
    case.mkdir()
    shutil.copyfile(source, case / ("article" + name[name.index("."):] if "." in name else "article.txt"))
    (case / "arguments").write_text(shlex.join(arguments) + "\n" if arguments else "")
    return rewrite(program, [slug])


def main(words):
    if len(words) >= 2:
        program = str(pathlib.Path(words[1]).resolve())
        if words[0] == "check":
            return check(program, words[2:])
        if words[0] == "rewrite":
            return rewrite(program, words[2:])
        if words[0] == "new" and len(words) >= 4:
            return new(program, words[2], words[3], words[4:])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
