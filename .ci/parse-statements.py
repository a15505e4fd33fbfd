#!/usr/bin/env python3
"""Parses the statements that are printed, each as its dialect says, with sqlglot where that is installed."""
import pathlib
import re
import sys

try:
    import sqlglot
except ImportError:
    print("sqlglot is not installed: the statements that are printed were not parsed (pip install sqlglot).")
    sys.exit(0)

folder = pathlib.Path(__file__).parent.parent / "test/sql/golden/printed"
failed = 0
files = sorted(folder.glob("*.sql"))
for file in files:
    # Long lists are cut in these files.
    text = re.sub(r", \.\.\. \d+ more", "", file.read_text(encoding="utf-8"))
    try:
        sqlglot.parse_one(text, read=file.name.split(".")[-2], error_level=sqlglot.ErrorLevel.RAISE)
    except sqlglot.errors.SqlglotError as error:
        failed += 1
        print(f"{file.name}: {str(error)[:400]}")
print(f"{len(files) - failed} of {len(files)} printed statements parsed by sqlglot {sqlglot.__version__}")
sys.exit(1 if failed or not files else 0)
