"""Reads an export of the bench by pandas: by pyarrow's reader where it is there, else by its own."""
import importlib.util
import sys

import numpy as np
import pandas as pd
from judge import judge

TIMES = ["qualified_at", "contacted_at", "decided_at"]
COLUMNS = ["source", "phone", "company", "employees", "country", "job_title", *TIMES]
engine = "pyarrow" if importlib.util.find_spec("pyarrow") else "c"
rows = pd.read_csv(sys.argv[1], usecols=COLUMNS, engine=engine, parse_dates=TIMES, date_format="%Y-%m-%d %H:%M:%S")
rows = rows[rows.qualified_at.notna()]


def seconds(column):
    return np.where(column.isna(), -1, column.to_numpy().astype("datetime64[s]").astype("int64"))


profile = rows.country.isin(["FR", "BE", "CH"]) & rows.employees.between(20, 2000) & (rows.job_title != "Student")
judge(
    *(seconds(rows[name]) for name in TIMES),
    rows.qualified_at.dt.month.to_numpy(),
    rows.employees.fillna(0).to_numpy(),
    profile.to_numpy(),
    (rows.phone.notna() & rows.company.notna() & rows.source.notna()).to_numpy(),
)
