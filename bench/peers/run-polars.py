"""Reads an export of the bench by polars, as it streams."""
import sys

import polars as pl
from judge import judge

TIMES = ("qualified_at", "contacted_at", "decided_at")
text = lambda name: pl.col(name).str.to_datetime("%Y-%m-%d %H:%M:%S", time_unit="ms").dt.epoch("s")
rows = (
    pl.scan_csv(sys.argv[1], schema_overrides={"employees": pl.Int64, **{name: pl.String for name in TIMES}})
    .filter(pl.col("qualified_at").is_not_null())
    .select(
        *(text(name).fill_null(-1).alias(name) for name in TIMES),
        month=pl.col("qualified_at").str.slice(5, 2).cast(pl.Int8),
        employees=pl.col("employees").fill_null(0),
        profile=(
            pl.col("country").is_in(["FR", "BE", "CH"])
            & pl.col("employees").is_between(20, 2000)
            & pl.col("job_title").ne_missing("Student")
        ).fill_null(False),
        complete=pl.col("phone").is_not_null() & pl.col("company").is_not_null() & pl.col("source").is_not_null(),
    )
    .collect(engine="streaming")
)
judge(*(rows[name].to_numpy() for name in (*TIMES, "month", "employees", "profile", "complete")))
