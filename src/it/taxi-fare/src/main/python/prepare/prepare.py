"""Keeps the trips that a meter can explain."""

import argparse
from pathlib import Path

import mlflow
import pandas as pd

from taxi.tables import FARE, read_table, write_table

STANDARD_RATE = 1
CARD, CASH = 1, 2
SMALLEST_FARE = 3.0
LARGEST_FARE = 250.0
LARGEST_MILES = 100.0

COLUMNS = [
    "tpep_pickup_datetime",
    "passenger_count",
    "trip_distance",
    "PULocationID",
    "DOLocationID",
    FARE,
]


def clean(trips: pd.DataFrame) -> pd.DataFrame:
    """Drops voided, disputed, flat-rate and impossible trips."""
    minutes = (trips["tpep_dropoff_datetime"] - trips["tpep_pickup_datetime"]).dt.total_seconds() / 60
    kept = (
        (trips["RatecodeID"] == STANDARD_RATE)
        & trips["payment_type"].isin([CARD, CASH])
        & trips[FARE].between(SMALLEST_FARE, LARGEST_FARE)
        & trips["trip_distance"].between(0.1, LARGEST_MILES)
        & minutes.between(1, 180)
    )
    return trips.loc[kept, COLUMNS].reset_index(drop=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trips", type=Path, required=True)
    parser.add_argument("--clean-trips", type=Path, required=True)
    args = parser.parse_args()

    trips = read_table(args.trips)
    kept = clean(trips)
    mlflow.log_metrics({"trips": len(trips), "trips_kept": len(kept)})
    print(f"Kept {len(kept)} of {len(trips)} trips")
    write_table(kept, args.clean_trips)


if __name__ == "__main__":
    main()
