#!/usr/bin/env python3
"""Makes a later edition of an inventory, and scores a comparison with it.

editions.py make BEFORE.csv AFTER.csv TRUTH.csv [--seed N] [--id HEADER] [--name HEADER]
    renames 5 % of the reports as people do, drops 3 %, adds 3 % (half of them near-copies of
    reports that stay), gives every report another id and shuffles the rows. TRUTH.csv has the id
    before, the id after and how it was renamed.
editions.py score TRUTH.csv COMPARED.json [LEAST_PRECISION LEAST_RECALL]
    precision: of the pairs told as renamed, those that are right; recall: of the renamed reports,
    those found again. Exit status 1 where one is below what is asked for.
"""
import argparse
import csv
import json
import random
import re
import sys

# How people shorten words, spell them out again, and put one for another.
SHORT = {
    "department": "dept", "management": "mgmt", "report": "rpt", "number": "no",
    "quarterly": "qtrly", "monthly": "mthly", "weekly": "wkly", "annual": "ann",
    "service": "svc", "services": "svcs", "information": "info", "administration": "admin",
    "program": "prgm", "development": "dev", "government": "govt", "international": "intl",
    "statistics": "stats", "average": "avg", "account": "acct", "accounts": "accts",
    "and": "&", "public": "pub", "building": "bldg", "center": "ctr", "office": "ofc",
    "performance": "perf", "agency": "agcy", "district": "dist", "transportation": "transp",
    "national": "natl", "summary": "summ", "application": "app", "applications": "apps",
    "organization": "org", "education": "edu", "maintenance": "maint", "schedule": "sched",
    "regarding": "re", "with": "w/", "high": "hi", "university": "univ", "temperature": "temp",
}
OTHER = {
    "report": "summary", "list": "register", "overview": "summary", "staff": "employees",
    "employees": "staff", "clients": "customers", "customers": "clients", "data": "figures",
    "number": "count", "requests": "applications", "plan": "programme", "map": "layer",
    "cost": "expenditure", "costs": "expenditures", "summary": "overview", "records": "data",
    "locations": "sites", "boundaries": "borders", "active": "current", "review": "assessment",
    "users": "visitors", "sales": "turnover", "building": "property", "students": "pupils",
}


def words_of(name):
    return name.split()


def replace_word(rng, name, table):
    words = words_of(name)
    places = [i for i, w in enumerate(words) if w.lower().strip(",.()") in table]
    if not places:
        return None
    i = rng.choice(places)
    new = table[words[i].lower().strip(",.()")]
    words[i] = new.capitalize() if words[i][:1].isupper() else new
    return " ".join(words)


def shorten(rng, name):
    return replace_word(rng, name, SHORT)


def spell_out(rng, name):
    return replace_word(rng, name, {v: k for k, v in SHORT.items() if len(v) > 2})


def synonym(rng, name):
    return replace_word(rng, name, OTHER)


def turn(rng, name):
    match = re.match(r"^(.+?) (?:of|for|on|by) (.+)$", name)
    if match and rng.random() < 0.7:
        return match.group(2) + rng.choice([" - ", " ", ": "]) + match.group(1)
    words = words_of(name)
    if len(words) < 2:
        return None
    cut = rng.randrange(1, len(words))
    return " ".join(words[cut:]) + rng.choice([" ", ", "]) + " ".join(words[:cut])


def year(rng, name):
    found = re.search(r"\b(19|20)(\d\d)\b", name)
    if found and rng.random() < 0.5:
        return name[:found.start()] + str(int(found.group(0)) + 1) + name[found.end():]
    return rng.choice([name + " 2019", name + " FY19", name + " (2019)", "2019 " + name,
                       name + " 2018-2019"])


def slip(rng, name):
    words = words_of(name)
    places = [i for i, w in enumerate(words) if len(w) > 3 and w.isalpha()]
    if not places:
        return None
    i = rng.choice(places)
    w, at = words[i], rng.randrange(1, len(words[i]) - 1)
    words[i] = rng.choice([w[:at] + w[at + 1:], w[:at] + w[at] + w[at:],
                           w[:at] + w[at + 1] + w[at] + w[at + 2:],
                           w[:at] + rng.choice("aeiourtns") + w[at + 1:]])
    return " ".join(words)


def light(rng, name):
    lower = name.lower()
    if lower.startswith("report on "):
        return name[10:]
    if re.search(r"\breport\b", lower) and rng.random() < 0.6:
        return re.sub(r"\s*\breport\b\s*", " ", name, flags=re.I).strip(" -:,") or None
    return rng.choice([name + " Report", name + " (new)", name + " v2", "Overview of " + name,
                       name + " - revised", name + " Summary", "The " + name, name + " List"])


def unit(rng, name):
    return rng.choice(["DC ", "City ", "Central ", "HQ - ", "OCFO ", "All "]) + name


def marks(rng, name):
    return rng.choice([name.upper(), re.sub(r"[\s\-]+", "_", name), name.lower(),
                       re.sub(r"[^\w\s]+", " ", name), name.replace(" ", "-"),
                       re.sub(r"\W+", "", name.title())])


def cut(rng, name):
    words = words_of(name)
    if len(words) < 4:
        return None
    return " ".join(words[:-rng.choice([1, 1, 2])] if rng.random() < 0.7 else words[1:])


def add(rng, name):
    return name + " " + rng.choice(["by Ward", "with Details", "per Unit", "by Month", "for Managers",
                                    "(all sites)", "and Trends", "by Region", "- internal"])


WAYS = [shorten, spell_out, synonym, turn, year, slip, light, unit, marks, cut, add]


def rename(rng, name, taken):
    for _ in range(50):
        ways = rng.sample(WAYS, 2 if rng.random() < 0.2 else 1)
        new = name
        for way in ways:
            new = way(rng, new) if new else None
        if new and new.strip() and new != name and new.lower() not in taken:
            return new, "+".join(way.__name__ for way in ways)
    return None, None


def near_copy(rng, name):
    return rng.choice([name + " - Region 2", "Copy of " + name, name + " (pilot)", name + " East",
                       name + " for the Board", name + " - weekend", "Draft " + name,
                       name + " by Quarter"])


def make(args):
    rng = random.Random(args.seed)
    with open(args.before, newline="", encoding="utf-8-sig", errors="replace") as file:
        rows = list(csv.DictReader(file))
    headers = list(rows[0])
    rows = [row for row in rows if (row[args.name] or "").strip()]
    order = list(range(len(rows)))
    rng.shuffle(order)
    share = max(1, round(len(rows) * 0.03))
    dropped = set(order[:share])
    renamed = set(order[share:share + max(1, round(len(rows) * 0.05))])
    taken = {row[args.name].lower().strip() for row in rows}
    after, truth = [], []
    for i, row in enumerate(rows):
        if i in dropped:
            continue
        new, how = dict(row), ""
        if i in renamed:
            name, how = rename(rng, row[args.name].strip(), taken)
            if name:
                new[args.name] = name
                taken.add(name.lower())
            else:
                how = ""
        after.append((new, row[args.id], how))
    kept = [row for row, _, _ in after]
    for n in range(share):
        new = dict(rng.choice(kept))
        if n % 2 == 0:
            new[args.name] = near_copy(rng, new[args.name])
        else:
            for header in headers:
                new[header] = rng.choice(kept)[header]
            one, two = (words_of(rng.choice(kept)[args.name]) for _ in range(2))
            new[args.name] = " ".join(one[:len(one) // 2 + 1] + two[len(two) // 2:])
        after.append((new, None, "new"))
    rng.shuffle(after)
    numbers = rng.sample(range(100000, 999999), len(after))
    with open(args.after, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, headers, extrasaction="ignore")
        writer.writeheader()
        for (row, before, how), number in zip(after, numbers):
            row[args.id] = "E%d" % number
            writer.writerow(row)
    with open(args.truth, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["before", "after", "how"])
        for (row, before, how) in after:
            writer.writerow([before or "", row[args.id], how])


def score(args):
    with open(args.truth, newline="", encoding="utf-8") as file:
        truth = list(csv.DictReader(file))
    right = {row["before"]: row["after"] for row in truth if row["before"]}
    renamed = {row["before"]: row for row in truth if row["before"] and row["how"]}
    with open(args.compared, encoding="utf-8") as file:
        changes = json.load(file)["changes"]
    told = {row["before"]: row["after"] for row in changes if row["before"] and row["after"]}
    told_renamed = [row for row in changes if row["kind"] == "renamed"]
    good = sum(right.get(row["before"]) == row["after"] for row in told_renamed)
    found = sum(told.get(before) == row["after"] for before, row in renamed.items())
    wrong = sum(right.get(before) != after for before, after in told.items())
    precision = good / len(told_renamed) if told_renamed else 1
    recall = found / len(renamed) if renamed else 1
    print("renamed: precision %.3f (%d of %d), recall %.3f (%d of %d); of %d pairs %d wrong" %
          (precision, good, len(told_renamed), recall, found, len(renamed), len(told), wrong))
    if args.verbose:
        for before, row in renamed.items():
            if told.get(before) != row["after"]:
                print("  missed", before, row["after"], row["how"], told.get(before))
        for row in told_renamed:
            if right.get(row["before"]) != row["after"]:
                print("  wrong ", row["before"], row["after"], row["what"], row["score"])
    return int(precision < args.precision or recall < args.recall)


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    maker = commands.add_parser("make")
    for word in ("before", "after", "truth"):
        maker.add_argument(word)
    maker.add_argument("--seed", type=int, default=1)
    maker.add_argument("--id", default="id")
    maker.add_argument("--name", default="name")
    maker.set_defaults(run=make)
    scorer = commands.add_parser("score")
    scorer.add_argument("truth")
    scorer.add_argument("compared")
    scorer.add_argument("precision", type=float, nargs="?", default=0)
    scorer.add_argument("recall", type=float, nargs="?", default=0)
    scorer.add_argument("--verbose", action="store_true")
    scorer.set_defaults(run=score)
    args = parser.parse_args()
    return args.run(args) or 0


if __name__ == "__main__":
    sys.exit(main())
