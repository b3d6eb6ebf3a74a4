"""Links two files of people, or one with itself, by Splink 4 as its guide recommends for such fields.

Reads one JSON line: left, right (or null), fields (column to kind), id. Prints one: seconds, and pairs with their probability.
"""

import json
import logging
import sys
import time
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import pandas
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

LEAST = 0.001


def comparison(column, kind):
    if kind in ("given name", "family name"):
        return comparisons.NameComparison(column)
    if kind == "date of birth":
        return comparisons.LevenshteinAtThresholds(column, [1, 2])
    if kind == "email":
        return comparisons.EmailComparison(column)
    if kind in ("postcode", "identifier"):
        return comparisons.LevenshteinAtThresholds(column, [1, 2])
    if kind in ("street", "address", "locality"):
        return comparisons.JaroWinklerAtThresholds(column, [0.9, 0.8]).configure(term_frequency_adjustments=True)
    return comparisons.ExactMatch(column).configure(term_frequency_adjustments=True)


def records(file, id_column, columns):
    table = pandas.read_csv(file, skipinitialspace=True, dtype=str)
    table.columns = [name.strip() for name in table.columns]
    table = table[[id_column, *columns]].rename(columns={id_column: "unique_id"})
    return table.where(table.notna(), None)


def blocking_rules(fields):
    by_kind = {kind: column for column, kind in fields.items()}
    given, family = by_kind["given name"], by_kind["family name"]
    rules = [block_on(given, family)]
    for kind in ("date of birth", "identifier", "email", "street"):
        if kind in by_kind:
            rules.append(block_on(by_kind[kind]))
    for kind in ("postcode", "locality"):
        if kind in by_kind:
            rules.append(block_on(by_kind[kind], given))
            rules.append(block_on(by_kind[kind], family))
    if len(fields) <= 5:
        rules += [block_on(given), block_on(family)]
    return rules


def main():
    asked = json.loads(sys.stdin.readline())
    fields = asked["fields"]
    began = time.time()
    tables = [records(asked["left"], asked["id"], fields)]
    if asked["right"] is not None:
        tables.append(records(asked["right"], asked["id"], fields))
    by_kind = {kind: column for column, kind in fields.items()}
    given, family = by_kind["given name"], by_kind["family name"]
    third = by_kind.get("date of birth") or by_kind.get("locality")
    settings = SettingsCreator(
        link_type="dedupe_only" if len(tables) == 1 else "link_only",
        comparisons=[comparison(column, kind) for column, kind in fields.items()],
        blocking_rules_to_generate_predictions=blocking_rules(fields),
    )
    linker = Linker(tables, settings, db_api=DuckDBAPI())
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on(given, family, third)], recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on(third))
    training.estimate_parameters_using_expectation_maximisation(block_on(given, family))
    found = linker.inference.predict(threshold_match_probability=LEAST).as_pandas_dataframe()
    seconds = time.time() - began
    pairs = found[["unique_id_l", "unique_id_r", "match_probability"]].astype({"match_probability": float})
    print(json.dumps({"seconds": seconds, "pairs": pairs.values.tolist()}))


main()
