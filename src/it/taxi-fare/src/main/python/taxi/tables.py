"""Tables pass from step to step as folders of Parquet files."""

from pathlib import Path

import pandas as pd

FARE = "fare_amount"


def read_table(folder: Path) -> pd.DataFrame:
    """Reads every Parquet file of a folder as one table."""
    files = sorted(folder.rglob("*.parquet"))
    if not files:
        raise SystemExit(f"No Parquet file in {folder}")
    return pd.concat((pd.read_parquet(file) for file in files), ignore_index=True)


def write_table(table: pd.DataFrame, folder: Path) -> None:
    """Writes a table as the one Parquet file of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    table.to_parquet(folder / "part-0.parquet", index=False)
