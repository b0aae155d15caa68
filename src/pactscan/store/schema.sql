-- The store: one row for each article, and its nouns in tables of their own. Version 2.
CREATE TABLE makers (
    id INTEGER PRIMARY KEY,
    made_by TEXT NOT NULL UNIQUE           -- JSON: version, digest of the rules, model, libraries, options
);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,              -- names the article in the input: path, or path:line of an archive
    digest TEXT NOT NULL,                  -- SHA-256 of its bytes in the input
    maker INTEGER NOT NULL REFERENCES makers (id), -- what made the report
    story INTEGER REFERENCES articles (id) ON DELETE SET NULL, -- first of its near-duplicates, itself if there are none; NULL before the run's end
    article_id TEXT NOT NULL,
    source TEXT NOT NULL,
    outlet TEXT,
    language TEXT,
    title TEXT,
    published TEXT,
    published_from TEXT,
    sha256 TEXT NOT NULL,
    encoding TEXT NOT NULL,
    characters INTEGER NOT NULL,
    words INTEGER NOT NULL,
    nouns INTEGER NOT NULL,                -- how many actors, countries, dates, quotes and agreements it has in all
    carries_text INTEGER NOT NULL,         -- whether its text goes with its report everywhere (HTML)
    report TEXT NOT NULL,                  -- the whole report as JSON, with the text
    turn INTEGER                           -- its place in the order of the input
);
CREATE INDEX articles_maker ON articles (maker);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_story ON articles (story);
CREATE INDEX articles_turn ON articles (turn);

CREATE TABLE sketches (
    article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    method TEXT NOT NULL,                  -- library and its version; sketches of different methods are not compared
    sketch BLOB NOT NULL                   -- MinHash of its words, five at a time, and how many: numbers of 4 bytes
);

CREATE TABLE actors (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    actor_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT, country TEXT, mentions INTEGER NOT NULL
);
CREATE INDEX actors_article ON actors (article);
CREATE INDEX actors_name ON actors (name);

CREATE TABLE countries (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    code TEXT NOT NULL, alpha3 TEXT NOT NULL, name TEXT NOT NULL, focus INTEGER NOT NULL, mentions INTEGER NOT NULL
);
CREATE INDEX countries_article ON countries (article);
CREATE INDEX countries_code ON countries (code);

CREATE TABLE dates (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    type TEXT NOT NULL, value TEXT, mod TEXT, earliest TEXT, latest TEXT, role TEXT NOT NULL, reason TEXT,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE INDEX dates_article ON dates (article);
CREATE INDEX dates_earliest ON dates (earliest);

CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    quote_id TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, speaker TEXT, speaker_name TEXT, source TEXT, cue TEXT,
    confidence TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX quotes_article ON quotes (article);
CREATE INDEX quotes_speaker_name ON quotes (speaker_name);

CREATE TABLE agreements (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    agreement_id TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL, form TEXT NOT NULL, domain TEXT, status TEXT NOT NULL,
    evidence TEXT NOT NULL, place TEXT, confidence TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    evidence_start INTEGER, evidence_end INTEGER
);
CREATE INDEX agreements_article ON agreements (article);
CREATE INDEX agreements_name ON agreements (name);
CREATE INDEX agreements_status ON agreements (status);

CREATE TABLE parties (
    id INTEGER PRIMARY KEY,
    agreement INTEGER NOT NULL REFERENCES agreements (id) ON DELETE CASCADE,
    code TEXT, name TEXT NOT NULL, status TEXT, "start" INTEGER, "end" INTEGER
);
CREATE INDEX parties_agreement ON parties (agreement);
CREATE INDEX parties_code ON parties (code);

CREATE TABLE signatories (
    id INTEGER PRIMARY KEY,
    agreement INTEGER NOT NULL REFERENCES agreements (id) ON DELETE CASCADE,
    name TEXT, role TEXT, country TEXT, actor TEXT, "start" INTEGER, "end" INTEGER
);
CREATE INDEX signatories_agreement ON signatories (agreement);

CREATE TABLE agreement_dates (
    id INTEGER PRIMARY KEY,
    agreement INTEGER NOT NULL REFERENCES agreements (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, value TEXT, reason TEXT, text TEXT NOT NULL, "start" INTEGER, "end" INTEGER
);
CREATE INDEX agreement_dates_agreement ON agreement_dates (agreement);
CREATE INDEX agreement_dates_value ON agreement_dates (value);

CREATE TABLE failures (
    key TEXT PRIMARY KEY, digest TEXT NOT NULL, maker INTEGER NOT NULL REFERENCES makers (id),
    source TEXT NOT NULL, reason TEXT NOT NULL, code INTEGER NOT NULL,
    turn INTEGER
);
CREATE INDEX failures_maker ON failures (maker);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    maker INTEGER NOT NULL REFERENCES makers (id), finished INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0, kept INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0
);

CREATE VIRTUAL TABLE quotes_fts USING fts5 (text, speaker_name, content="quotes", content_rowid="id");
CREATE TRIGGER quotes_added AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_fts (rowid, text, speaker_name) VALUES (new.id, new.text, new.speaker_name);
END;
CREATE TRIGGER quotes_gone AFTER DELETE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker_name) VALUES ('delete', old.id, old.text, old.speaker_name);
END;
CREATE VIRTUAL TABLE agreements_fts USING fts5 (name, aliases, content="agreements", content_rowid="id");
CREATE TRIGGER agreements_added AFTER INSERT ON agreements BEGIN
    INSERT INTO agreements_fts (rowid, name, aliases) VALUES (new.id, new.name, new.aliases);
END;
CREATE TRIGGER agreements_gone AFTER DELETE ON agreements BEGIN
    INSERT INTO agreements_fts (agreements_fts, rowid, name, aliases) VALUES ('delete', old.id, old.name, old.aliases);
END;
