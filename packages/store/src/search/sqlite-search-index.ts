import type { DatabaseSync } from 'node:sqlite'
import { told } from '../store-error.ts'
import type { TurnsOfFile } from '../turns-of-file.ts'
import { askedLexemes, lexemeFinder } from './lexemes.ts'
import { documentHash, documentKey, type SearchDocument, type SearchIndex } from './search-index.ts'

/** The tables of the index: what state of the study it is of, which documents it has, and of each the lexemes, without places (FTS5). */
export const searchTables = `
create table search_state (only integer primary key check (only = 1), state text not null) strict;
create table search_document (doc integer primary key, key text not null unique, hash text not null) strict;
create virtual table search_index using fts5 (lexemes, content='', contentless_delete=1, detail=none);
`

/** Whether the index has lost documents, or has some that it should not have. */
const isPartial =
  'select (select count(*) from search_index_docsize) <> (select count(*) from search_document) as partial'

/**
 * A full-text index in the file of a study.
 *
 * @param file how the file is named to people
 * @param inTurn carries writing out when it is its turn
 */
export function sqliteSearchIndex(
  database: DatabaseSync,
  file: string,
  inTurn: TurnsOfFile['inTurn'],
): SearchIndex {
  const partial = () => database.prepare(isPartial).get()?.['partial'] === 1
  const transaction = (work: () => void) =>
    inTurn(() =>
      told(file, () => {
        database.exec('begin immediate')
        try {
          work()
          database.exec('commit')
        } catch (error) {
          if (database.isTransaction) database.exec('rollback')
          throw error
        }
      }),
    )
  return {
    state: () =>
      told(file, () => {
        const row = partial() ? undefined : database.prepare('select state from search_state').get()
        return row === undefined ? null : String(row['state'])
      }),
    renew: () =>
      transaction(() => {
        for (const table of ['search_state', 'search_document', 'search_index'])
          database.exec(`drop table if exists ${table}`)
        database.exec(searchTables)
      }),
    update: (documents, state) =>
      transaction(() => {
        if (partial()) {
          database.exec('delete from search_document')
          database.exec("insert into search_index (search_index) values ('delete-all')")
        }
        const known = new Map(
          database
            .prepare('select doc, key, hash from search_document')
            .all()
            .map(({ doc, key, hash }) => [String(key), { doc: Number(doc), hash: String(hash) }]),
        )
        const missing: { document: SearchDocument; key: string; hash: string }[] = []
        for (const document of documents) {
          const key = documentKey(document)
          const hash = documentHash(document)
          if (known.get(key)?.hash === hash) known.delete(key)
          else missing.push({ document, key, hash })
        }
        const forget = database.prepare('delete from search_document where doc = ?')
        const forgetLexemes = database.prepare('delete from search_index where rowid = ?')
        for (const { doc } of known.values()) {
          forget.run(doc)
          forgetLexemes.run(doc)
        }
        const keep = database.prepare('insert into search_document (key, hash) values (?, ?)')
        const keepLexemes = database.prepare('insert into search_index (rowid, lexemes) values (?, ?)')
        const lexemesOf = lexemeFinder()
        for (const { document, key, hash } of missing) {
          const { lastInsertRowid } = keep.run(key, hash)
          keepLexemes.run(lastInsertRowid, lexemesOf(document.text, document.language).join(' '))
        }
        database.prepare('insert or replace into search_state values (1, ?)').run(state)
      }),
    candidates: query =>
      told(file, () => {
        const asked = askedLexemes(query)
          .map(either => either.map(({ lexeme, prefix }) => `"${lexeme}"${prefix ? '*' : ''}`).join(' OR '))
          .map(either => `(${either})`)
          .join(' AND ')
        const rows = database
          .prepare(
            'select key from search_document where doc in (select rowid from search_index where search_index match ?)',
          )
          .all(asked)
        return new Set(rows.map(({ key }) => String(key)))
      }),
  }
}
