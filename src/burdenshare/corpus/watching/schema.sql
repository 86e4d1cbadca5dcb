-- What a watch knows. A step of it is done when its transaction is.

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- How each feed stands.
CREATE TABLE feeds (
  url TEXT PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL, marked TEXT NOT NULL, moved TEXT NOT NULL,
  due REAL NOT NULL, failures INTEGER NOT NULL, gone INTEGER NOT NULL, told TEXT NOT NULL
) WITHOUT ROWID;

-- The entries of each feed that were met, with the digest of their words.
CREATE TABLE entries (
  feed TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (feed, key)
) WITHOUT ROWID;

-- Entries that are still to be read.
CREATE TABLE waiting (
  number INTEGER PRIMARY KEY, feed TEXT NOT NULL, key TEXT NOT NULL, due REAL NOT NULL, tries INTEGER NOT NULL,
  changed INTEGER NOT NULL, found TEXT NOT NULL, UNIQUE (feed, key)
);

-- Articles that were read, each in its newest version.
CREATE TABLE articles (
  name TEXT PRIMARY KEY, version INTEGER NOT NULL, digest TEXT NOT NULL, shard INTEGER NOT NULL, row INTEGER NOT NULL,
  feed TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL
) WITHOUT ROWID;

-- Texts that were read, and where.
CREATE TABLE texts (digest TEXT PRIMARY KEY, shard INTEGER NOT NULL, row INTEGER NOT NULL) WITHOUT ROWID;

-- The days of the data set: documents of each, by what became of them, and whether its parts are written.
CREATE TABLE days (shard INTEGER PRIMARY KEY, rows INTEGER NOT NULL, written INTEGER NOT NULL);
CREATE TABLE fates (shard INTEGER NOT NULL, fate TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (shard, fate))
  WITHOUT ROWID;

-- The rows of days whose parts may still change: every document with what was read in it.
CREATE TABLE rows (shard INTEGER NOT NULL, row INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (shard, row))
  WITHOUT ROWID;

-- The parts of the data set.
CREATE TABLE parts (name TEXT PRIMARY KEY, shard INTEGER NOT NULL, digest TEXT NOT NULL, rows INTEGER NOT NULL)
  WITHOUT ROWID;

-- What was told, in its order.
CREATE TABLE told (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, article TEXT NOT NULL, kind TEXT NOT NULL,
  line TEXT NOT NULL
);
CREATE INDEX told_of ON told (article);

-- robots.txt of each server, until it is asked for again.
CREATE TABLE robots (origin TEXT PRIMARY KEY, until REAL NOT NULL, text TEXT) WITHOUT ROWID;
