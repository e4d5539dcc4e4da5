/** The layout of a claims database file. A change that older versions cannot read raises `schemaVersion`. */

export const schemaVersion = 2;

/** "TICK": tells a claims database from any other SQLite file. */
export const applicationId = 0x5449434b;

/**
 * Decimals are text in `value_text`, `low` and `high` ("204.60", "2046e7": digits and exponent as printed); `value` is the
 * nearest double in the dimension's base unit, for queries by hand. `hot` holds the columns of the claim index. `search` is fed
 * with words that are split already (see searchWords.ts), so that it splits at spaces only.
 */
export const createTables = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
	id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, title TEXT NOT NULL, publisher TEXT NOT NULL, author TEXT,
	published TEXT NOT NULL, language TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, url TEXT,
	record TEXT
);
CREATE TABLE entity (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE measure (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE claim (
	id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
	source_id INTEGER NOT NULL REFERENCES source, entity_id INTEGER NOT NULL REFERENCES entity,
	measure_id INTEGER NOT NULL REFERENCES measure,
	dimension TEXT, value REAL, value_text TEXT, low TEXT, high TEXT, unit TEXT, currency TEXT,
	qualifier TEXT NOT NULL, kind TEXT NOT NULL, period_start TEXT, period_end TEXT,
	line INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, page INTEGER, cell TEXT,
	precision INTEGER NOT NULL, printed TEXT NOT NULL, words TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE hot (name TEXT PRIMARY KEY, blob BLOB NOT NULL);
CREATE VIRTUAL TABLE search USING fts5(entity, measure, words, source, text, content='', tokenize='ascii');
`;

/** Made after the rows are in: faster, and without free pages. */
export const createIndexes = `
CREATE INDEX claim_value ON claim (dimension, value, entity_id, measure_id, period_end);
CREATE INDEX claim_source ON claim (source_id, start);
CREATE INDEX claim_subject ON claim (measure_id, entity_id, period_end);
`;
