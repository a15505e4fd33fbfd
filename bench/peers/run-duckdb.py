"""Runs the statements of lean-sql.js, in the file that its second argument names, by DuckDB from Python. Prints what run-lean.js prints."""
import json
import os
import resource
import sys

import duckdb

with open(sys.argv[2]) as file:
    sql = json.load(file)
db = duckdb.connect(config={"preserve_insertion_order": "false"})
for statement in sql["prepare"]:
    db.execute(statement)
as_of = db.execute(sql["asOf"]).fetchone()[0]
for statement in sql["judge"]:
    db.execute(statement.replace("AS_OF", str(as_of)))
rows = {name: db.execute(sql[name]).fetchall() for name in ("counts", "percentiles")}
print(json.dumps({"asOf": as_of, **rows}))
used = resource.getrusage(resource.RUSAGE_SELF)
if "BENCH_PEAK" in os.environ:
    with open(os.environ["BENCH_PEAK"], "w") as file:
        json.dump({"peak": used.ru_maxrss * 1024, "cpu": (used.ru_utime + used.ru_stime) * 1000}, file)
