"""Turns trips into what is known when a ride begins, and sets the last days aside."""

import argparse
from pathlib import Path

import mlflow
import pandas as pd

from taxi.tables import FARE, read_table, write_table


def features(trips: pd.DataFrame, holidays: pd.Series) -> pd.DataFrame:
    """One row a trip, without anything that only its end reveals."""
    pickup = trips["tpep_pickup_datetime"]
    return pd.DataFrame(
        {
            "pickup_zone": trips["PULocationID"],
            "dropoff_zone": trips["DOLocationID"],
            "miles": trips["trip_distance"],
            "passengers": trips["passenger_count"].fillna(1),
            "minute_of_day": pickup.dt.hour * 60 + pickup.dt.minute,
            "weekday": pickup.dt.dayofweek,
            "holiday": pickup.dt.normalize().isin(holidays).astype(int),
            FARE: trips[FARE],
        }
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clean-trips", type=Path, required=True)
    parser.add_argument("--holidays", type=Path, required=True)
    parser.add_argument("--test-days", type=int, required=True)
    parser.add_argument("--training-set", type=Path, required=True)
    parser.add_argument("--test-set", type=Path, required=True)
    args = parser.parse_args()

    trips = read_table(args.clean_trips)
    holidays = pd.read_csv(args.holidays, parse_dates=["date"])["date"]
    table = features(trips, holidays)

    # By time, never at random: a model is asked about days that it has not seen.
    days = trips["tpep_pickup_datetime"].dt.normalize()
    test = days > days.max() - pd.Timedelta(days=args.test_days)
    if test.all():
        raise SystemExit(f"All trips are of the last {args.test_days} days: nothing is left to learn from")
    mlflow.log_metrics({"training_trips": int((~test).sum()), "test_trips": int(test.sum())})
    write_table(table[~test], args.training_set)
    write_table(table[test], args.test_set)


if __name__ == "__main__":
    main()
