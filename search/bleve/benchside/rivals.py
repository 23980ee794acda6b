"""Runs the queries of benchside on another engine.

In: the name of the engine, a folder to work in, rows.jsonl and queries.json in
it. Out: one JSON object on standard output. No engine may keep results.
"""

import json
import multiprocessing
import os
import random
import resource
import sqlite3
import subprocess
import sys
import time

FACETS = ["rcp", "country", "speaker", "organisation", "theme", "year"]
BUDGET = 6.0  # seconds for one class of queries


class SQLite:
    """FTS5 with Porter stemming; a table of values for each facet."""

    def __init__(self, work):
        self.path = os.path.join(work, "sqlite.db")
        self.db = None

    def build(self, rows):
        if os.path.exists(self.path):
            return
        db = sqlite3.connect(self.path + ".part")
        db.execute("PRAGMA journal_mode=OFF")
        db.execute("PRAGMA synchronous=OFF")
        db.execute("CREATE TABLE doc (id INTEGER PRIMARY KEY, key TEXT, text TEXT)")
        db.execute(
            "CREATE VIRTUAL TABLE fts USING fts5(text, content='doc', content_rowid='id',"
            " tokenize='porter unicode61')"
        )
        for f in FACETS:
            db.execute(f"CREATE TABLE {f} (doc INTEGER, value TEXT, PRIMARY KEY (doc, value)) WITHOUT ROWID")
        with open(rows, encoding="utf-8") as lines:
            for n, line in enumerate(lines, 1):
                row = json.loads(line)
                db.execute("INSERT INTO doc VALUES (?, ?, ?)", (n, row["_key"], row["text"]))
                db.execute("INSERT INTO fts (rowid, text) VALUES (?, ?)", (n, row["text"]))
                for f in FACETS:
                    db.executemany(f"INSERT INTO {f} VALUES (?, ?)", [(n, v) for v in row[f] or []])
        db.execute("INSERT INTO fts (fts) VALUES ('optimize')")
        db.commit()
        db.close()
        os.rename(self.path + ".part", self.path)

    def size(self):
        return os.path.getsize(self.path)

    def open(self):
        self.db = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        self.db.execute("PRAGMA temp_store=MEMORY")
        self.db.execute("PRAGMA mmap_size=8589934592")

    def cpu(self):
        return time.process_time()

    def close(self):
        self.db.close()

    def ask(self, q):
        db = self.db
        db.execute("DROP TABLE IF EXISTS temp.hits")
        db.execute("CREATE TEMP TABLE hits AS SELECT rowid AS doc FROM fts WHERE fts MATCH ?", (q["sqlite"],))
        total = db.execute("SELECT count(*) FROM temp.hits").fetchone()[0]
        for f in FACETS:
            db.execute(
                f"SELECT value, count(*) FROM temp.hits CROSS JOIN {f} USING (doc)"
                " GROUP BY value ORDER BY 2 DESC LIMIT 10"
            ).fetchall()
        db.execute(
            "SELECT rowid, bm25(fts), snippet(fts, 0, '[', ']', '…', 40) FROM fts"
            " WHERE fts MATCH ? ORDER BY rank LIMIT 10",
            (q["sqlite"],),
        ).fetchall()
        return total


class Groonga:
    """A column store with an index of words."""

    def __init__(self, work):
        self.folder = os.path.join(work, "groonga")
        self.path = os.path.join(self.folder, "db")
        self.process = None

    def build(self, rows):
        if os.path.exists(os.path.join(self.folder, "done")):
            return
        os.makedirs(self.folder, exist_ok=True)
        with subprocess.Popen(["groonga", "-n", self.path], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as p:
            say = lambda line: p.stdin.write(line.encode() + b"\n")
            say("table_create Docs TABLE_HASH_KEY ShortText")
            say("column_create Docs text COLUMN_SCALAR Text")
            for f in FACETS:
                say(f"table_create V_{f} TABLE_PAT_KEY ShortText")
                say(f"column_create Docs {f} COLUMN_VECTOR V_{f}")
            say("load --table Docs")
            say("[")
            with open(rows, encoding="utf-8") as lines:
                for n, line in enumerate(lines):
                    say(("," if n else "") + line.rstrip("\n").replace(":null", ":[]"))
            say("]")
            say("table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto")
            say("column_create Terms docs COLUMN_INDEX|WITH_POSITION Docs text")
            say("quit")
        open(os.path.join(self.folder, "done"), "w").close()

    def size(self):
        return sum(os.path.getsize(os.path.join(self.folder, f)) for f in os.listdir(self.folder))

    def open(self):
        self.process = subprocess.Popen(["groonga", self.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.command("cache_limit 0")

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def cpu(self):
        with open(f"/proc/{self.process.pid}/schedstat", encoding="ascii") as f:
            own = int(f.read().split()[0]) / 1e9
        return own

    def command(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def ask(self, q):
        line = (
            f"select Docs --match_columns text --query {json.dumps(q['groonga'])} --limit 10 --sort_keys -_score"
            " --output_columns '_key,_score,snippet_html(text)'"
        )
        for f in FACETS:
            line += f" --drilldowns[{f}].keys {f} --drilldowns[{f}].limit 10 --drilldowns[{f}].sort_keys -_nsubrecs"
        head, body = self.command(line)[:2]
        if head[0] != 0:
            raise RuntimeError(head)
        return body[0][0][0]


def cpu_of(engine, queries):
    """CPU milliseconds and hits per query."""
    for q in queries:
        engine.ask(q)
    asked, hits, began, cpu = 0, 0, time.time(), engine.cpu()
    while asked < len(queries) or (time.time() - began < BUDGET and asked < 2000):
        hits += engine.ask(queries[asked % len(queries)])
        asked += 1
    return {"cpu_ms": (engine.cpu() - cpu) / asked * 1000, "hits": hits // asked}


def client(args):
    name, work, queries, seed, seconds = args
    engine = ENGINES[name](work)
    engine.open()
    chance = random.Random(seed)
    times, end = [], time.time() + seconds
    while time.time() < end:
        q = chance.choice(queries)
        began = time.time()
        engine.ask(q)
        times.append((time.time() - began) * 1000)
    engine.close()
    return times


ENGINES = {"sqlite": SQLite, "groonga": Groonga}


def main():
    name, work, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
    engine = ENGINES[name](work)
    began, out = time.time(), {}
    engine.build(os.path.join(work, "rows.jsonl"))
    out["build_s"] = time.time() - began
    out["bytes"] = engine.size()
    with open(os.path.join(work, "queries.json"), encoding="utf-8") as f:
        classes = json.load(f)
    engine.open()
    out["classes"] = {c["name"]: cpu_of(engine, c["queries"]) for c in classes}
    engine.close()
    everything = [q for c in classes for q in c["queries"]]
    for clients in (1, 8):
        jobs = [(name, work, everything, n, seconds) for n in range(clients)]
        with multiprocessing.Pool(clients) as pool:
            times = sorted(t for part in pool.map(client, jobs, chunksize=1) for t in part)
        out[f"p50_{clients}"] = times[len(times) // 2]
        out[f"p99_{clients}"] = times[min(len(times) - 1, int(len(times) * 0.99))]
    out["rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump(out, sys.stdout)


if __name__ == "__main__":
    main()
