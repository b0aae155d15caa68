-- Instruments: the agreement records of all articles, joined. Made from the other tables, and made anew after every run.
-- Rows of instruments are in the order of the timeline.
DROP TABLE IF EXISTS {schema}.heads;
DROP TABLE IF EXISTS {schema}.cast_of_all;
DROP TABLE IF EXISTS {schema}.instruments;
DROP TABLE IF EXISTS {schema}.instrument_members;
DROP TABLE IF EXISTS {schema}.instrument_parties;
DROP TABLE IF EXISTS {schema}.instrument_conflicts;
DROP TABLE IF EXISTS {schema}.instrument_steps;
CREATE TABLE {schema}.heads (              -- what questions need of articles, without their reports
    id INTEGER PRIMARY KEY,                -- row of articles
    key TEXT NOT NULL, source TEXT NOT NULL, outlet TEXT, title TEXT, published TEXT,
    story INTEGER NOT NULL,
    day TEXT NOT NULL                      -- published; 9999 where that is unknown
);
INSERT INTO {schema}.heads
    SELECT id, key, source, outlet, title, published, coalesce(story, id), coalesce(published, '9999') FROM main.articles;
CREATE TABLE {schema}.cast_of_all (        -- actors of all articles by name, in the order of the answer; see ActorRow
    name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, roles TEXT NOT NULL,
    stories INTEGER NOT NULL, articles INTEGER NOT NULL, quotes INTEGER NOT NULL,
    article INTEGER NOT NULL, actor_id TEXT NOT NULL -- of the first mention
);
CREATE TABLE {schema}.instruments (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,             -- the id in answers
    name TEXT NOT NULL, form TEXT NOT NULL, domain TEXT, status TEXT NOT NULL,
    "date" TEXT, date_kind TEXT,           -- see TimelineRow
    status_reported TEXT,                  -- first day on which an article gives it that status
    reported TEXT,                         -- first day on which an article speaks of it
    latest TEXT,                           -- last day
    first_day TEXT, last_day TEXT,         -- of date, else status_reported: what filters by day look at
    stories INTEGER NOT NULL, articles INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    article INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL -- what gives the status
);
CREATE TABLE {schema}.instrument_members (
    agreement INTEGER PRIMARY KEY,         -- row of agreements
    instrument INTEGER NOT NULL, article INTEGER NOT NULL,
    place INTEGER NOT NULL                 -- among the agreements of its report, from 0
);
CREATE TABLE {schema}.instrument_parties (
    instrument INTEGER NOT NULL, code TEXT, name TEXT NOT NULL, label TEXT NOT NULL, stories INTEGER NOT NULL,
    shown INTEGER NOT NULL                 -- whether enough stories name it
);
CREATE TABLE {schema}.instrument_conflicts (
    instrument INTEGER NOT NULL, field TEXT NOT NULL,
    sides TEXT NOT NULL                    -- JSON: [value, [[article, start, end, words], ...]] for each side
);
CREATE TABLE {schema}.instrument_steps (   -- each status, when articles first told it as the latest one
    instrument INTEGER NOT NULL, published TEXT, status TEXT NOT NULL,
    article INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL
);
CREATE INDEX {schema}.instrument_members_instrument ON instrument_members (instrument);
CREATE INDEX {schema}.instrument_parties_instrument ON instrument_parties (instrument);
CREATE INDEX {schema}.instrument_steps_published ON instrument_steps (published);
CREATE INDEX {schema}.instrument_steps_instrument ON instrument_steps (instrument);
CREATE INDEX {schema}.instrument_parties_label ON instrument_parties (label);
