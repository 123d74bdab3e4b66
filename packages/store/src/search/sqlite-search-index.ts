import type { DatabaseSync } from 'node:sqlite'
import { indexLexeme } from './index-lexeme.ts'
import { askedLexemes, lexemesOf } from './lexemes.ts'
import { documentHash, documentKey, type SearchIndex } from './search-index.ts'

/** The tables of the index: what state of the study it is of, which documents it has, and of each the lexemes, without places (FTS5). */
export const searchTables = `
create table search_state (only integer primary key check (only = 1), state text not null) strict;
create table search_document (doc integer primary key, key text not null unique, hash text not null) strict;
create virtual table search_index using fts5 (lexemes, content='', contentless_delete=1, detail=none);
`

/** A full-text index in the file of a study. */
export function sqliteSearchIndex(database: DatabaseSync): SearchIndex {
  return {
    async state() {
      const row = database.prepare('select state from search_state').get()
      return row === undefined ? null : String(row['state'])
    },
    async update(documents, state) {
      const known = new Map(
        database
          .prepare('select doc, key, hash from search_document')
          .all()
          .map(({ doc, key, hash }) => [String(key), { doc: Number(doc), hash: String(hash) }]),
      )
      const wanted = documents.map(document => ({
        document,
        key: documentKey(document),
        hash: documentHash(document),
      }))
      const missing = wanted.filter(({ key, hash }) => known.get(key)?.hash !== hash)
      for (const { key, hash } of wanted) if (known.get(key)?.hash === hash) known.delete(key)
      const forget = database.prepare('delete from search_document where doc = ?')
      const forgetLexemes = database.prepare('delete from search_index where rowid = ?')
      const keep = database.prepare('insert into search_document (key, hash) values (?, ?)')
      const keepLexemes = database.prepare('insert into search_index (rowid, lexemes) values (?, ?)')
      database.exec('begin immediate')
      try {
        for (const { doc } of known.values()) {
          forget.run(doc)
          forgetLexemes.run(doc)
        }
        for (const { document, key, hash } of missing) {
          const { lastInsertRowid } = keep.run(key, hash)
          const lexemes = lexemesOf(document.text, document.language)
          keepLexemes.run(lastInsertRowid, lexemes.map(indexLexeme).join(' '))
        }
        database.prepare('insert or replace into search_state values (1, ?)').run(state)
        database.exec('commit')
      } catch (error) {
        if (database.isTransaction) database.exec('rollback')
        throw error
      }
    },
    async candidates(query) {
      const asked = askedLexemes(query)
        .map(either =>
          either.map(({ lexeme, prefix }) => `"${indexLexeme(lexeme)}"${prefix ? '*' : ''}`).join(' OR '),
        )
        .map(either => `(${either})`)
        .join(' AND ')
      const rows = database
        .prepare(
          'select key from search_document where doc in (select rowid from search_index where search_index match ?)',
        )
        .all(asked)
      return new Set(rows.map(({ key }) => String(key)))
    },
  }
}
