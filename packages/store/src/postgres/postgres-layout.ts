import { noHash } from '../log-entry.ts'

/** The types of columns that are no text; what is inserted in bulk goes as an array of each. */
export const columnTypes: Readonly<Record<string, 'bigint' | 'text'>> = {
  seq: 'bigint',
  batch: 'bigint',
  part: 'bigint',
  model: 'bigint',
}

/** The tables of a study, as on SQLite; each row begins with the key of its study, so that it can be distributed by it. */
const log = `
create table log (
  study text not null, seq bigint not null, batch bigint not null,
  action text not null check (action in ('apply', 'undo', 'redo')), body text not null, change_id text, kind text,
  by text not null, recorded text not null, hash text not null,
  primary key (study, seq), unique (study, change_id)
);
create function append_only() returns trigger language plpgsql as
  $$ begin raise exception 'the log is append-only'; end $$;
create trigger log_append_only before update or delete or truncate on log for each statement execute function append_only();
create table head (study text primary key, seq bigint not null, hash text not null);
`

/** What is only a cache: made with the study, and again where it is gone. */
export const cacheTables = `
create table if not exists snapshot (study text primary key, seq bigint not null, hash text not null, model bigint not null, last text not null);
create table if not exists snapshot_part (
  study text not null, part bigint not null, list text not null, body text not null, hash text not null,
  primary key (study, part)
);
create table if not exists search_state (study text primary key, state text not null);
create table if not exists search_document (study text not null, key text not null, hash text not null, primary key (study, key));
create table if not exists search_lexemes (
  study text not null, key text not null, part bigint not null, lexemes tsvector not null, primary key (study, key, part)
);
create index if not exists search_lexemes_index on search_lexemes using gin (lexemes);
`

/** The log takes in what was done apart. */
const takingIn = `
alter table log drop constraint log_action_check;
alter table log add constraint log_action_check check (action in ('apply', 'undo', 'redo', 'merge'));
`

/** What takes a study from each layout to the next, from nothing on; only ever added to. */
export const layoutSteps: readonly string[] = [log + cacheTables, takingIn]

/** The head of a study without history. */
export const newHead = [0, noHash] as const
