#!/usr/bin/env python3
"""Command-line cases as text. A case is a command, what it prints and how it ends:

    # what a reader should know
    $ onrecord check --ledger none.ledger
    ! onrecord: none.ledger: ...
    exit 1

Lines after `$` are standard output; lines that begin with `! ` are standard error; `exit N` where it is not 0. `...` stands for
anything inside a line, a line `...` for any lines. Every file runs in an empty folder of its own, in which `examples` leads to
the repository's examples; `$` lines are given to sh, and `onrecord` is the program under test.

    run.py PROGRAM [FILE...]
    run.py --rewrite PROGRAM FILE...    puts what is printed now into the files, for reading and editing
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

patience = int(os.environ.get("ONRECORD_TEST_PATIENCE", "1"))  # sanitized builds are slow

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent


def parse(text):
    """Comment and empty lines as strings; cases as (command, expected lines)."""
    parts, command, expected = [], None, []
    for line in text.splitlines():
        if line.startswith("$ "):
            if command is not None:
                parts.append((command, expected))
            command, expected = line[2:], []
        elif command is None or line.startswith("# "):
            if command is not None:
                parts.append((command, expected))
                command, expected = None, []
            parts.append(line)
        else:
            expected.append(line)
    if command is not None:
        parts.append((command, expected))
    return parts


def trimmed(lines):
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def run(program, command, folder):
    environment = {"PATH": f"{folder.parent}/bin:/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8", "USER": "reader"}
    for name in ("ONRECORD_MODELS", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, timeout=120 * patience)
    lines = done.stdout.decode("utf-8", "backslashreplace").splitlines()
    lines += ["! " + line for line in done.stderr.decode("utf-8", "backslashreplace").splitlines()]
    return trimmed(lines) + ([f"exit {done.returncode}"] if done.returncode else [])


def matches(expected, got):
    pattern = ""
    for line in expected:
        pattern += "(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + "\n"
    return re.fullmatch(pattern, "".join(line + "\n" for line in got)) is not None


def run_file(program, path, rewrite):
    wrong, written = 0, []
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "here"
        folder.mkdir()
        (folder.parent / "bin").mkdir()
        (folder.parent / "bin" / "onrecord").symlink_to(program)
        (folder / "examples").symlink_to(root / "examples")
        for part in parse(path.read_text()):
            if isinstance(part, str):
                written.append(part)
                continue
            command, expected = part
            got = run(program, command, folder)
            ok = matches(trimmed(expected), got)
            written += ["$ " + command, *(expected if ok else got + [""])]
            if not ok and not rewrite:
                wrong += 1
                print(f"{path.name}: $ {command}")
                print("\n".join("  wanted: " + line for line in trimmed(expected)))
                print("\n".join("  got:    " + line for line in got))
    if rewrite:
        path.write_text("\n".join(written).rstrip() + "\n")
    return wrong


def main(words):
    rewrite = words[:1] == ["--rewrite"]
    words = words[1:] if rewrite else words
    if not words or (rewrite and len(words) < 2):
        print(__doc__, file=sys.stderr)
        return 2
    program = pathlib.Path(words[0]).resolve()
    files = [pathlib.Path(name) for name in words[1:]] or sorted(here.glob("*.txt"))
    wrong = sum(run_file(program, path, rewrite) for path in files)
    print(f"cli: {len(files)} files, {wrong} cases differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
