import type { Driver, SqlValue, Statements } from '../driver.ts'
import { askedLexemes, lexemeFinder } from '../search/lexemes.ts'
import { documentHash, documentKey, type SearchIndex } from '../search/search-index.ts'

/** How many lexemes go in one row: a `tsvector` holds a megabyte at most. */
const rowSize = 10_000

/** A full-text index in a schema of PostgreSQL: of each text its lexemes as a `tsvector`, without places. */
export function postgresSearchIndex({
  all,
  study,
  transaction,
}: Pick<Driver, 'all' | 'study' | 'transaction'>): SearchIndex {
  return {
    async state() {
      const [row] = await all('select state from search_state where study = $1', [study])
      return row === undefined ? null : String(row['state'])
    },
    renew: () =>
      transaction(async statements => {
        for (const table of ['search_document', 'search_lexemes', 'search_state'])
          await statements.run(`delete from ${table} where study = $1`, [study])
      }),
    update: (documents, state) =>
      transaction(async statements => {
        const rows = await statements.all('select key, hash from search_document where study = $1', [study])
        const gone = new Map(rows.map(({ key, hash }) => [String(key), String(hash)]))
        const missing: { key: string; hash: string; document: (typeof documents)[number] }[] = []
        for (const document of documents) {
          const key = documentKey(document)
          const hash = documentHash(document)
          if (gone.get(key) === hash) gone.delete(key)
          else missing.push({ key, hash, document })
        }
        await forget(statements, study, [...gone.keys()])
        const lexemesOf = lexemeFinder()
        for (let at = 0; at < missing.length; at += 100)
          await keep(statements, study, missing.slice(at, at + 100), lexemesOf)
        await statements.run('delete from search_state where study = $1', [study])
        await statements.insert('search_state', ['study', 'state'], [[study, state]])
      }),
    async candidates(query) {
      const found: ReadonlySet<string>[] = []
      for (const either of askedLexemes(query)) {
        // Lexemes are letters and digits alone (`indexLexeme`), so that nothing in them is an operator.
        const asked = either.map(({ lexeme, prefix }) => `${lexeme}${prefix ? ':*' : ''}`).join(' | ')
        const rows = await all(
          'select distinct key from search_lexemes where study = $1 and lexemes @@ cast($2 as tsquery)',
          [study, asked],
        )
        found.push(new Set(rows.map(({ key }) => String(key))))
      }
      const [first = new Set<string>(), ...others] = found
      return new Set([...first].filter(key => others.every(keys => keys.has(key))))
    },
  }
}

async function forget(statements: Statements, study: string, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += 500) {
    const some = keys.slice(at, at + 500)
    const places = some.map((_, i) => `$${i + 2}`).join(', ')
    for (const table of ['search_document', 'search_lexemes'])
      await statements.run(`delete from ${table} where study = $1 and key in (${places})`, [study, ...some])
  }
}

async function keep(
  statements: Statements,
  study: string,
  missing: readonly { key: string; hash: string; document: Parameters<typeof documentHash>[0] }[],
  lexemesOf: ReturnType<typeof lexemeFinder>,
): Promise<void> {
  const rows: SqlValue[][] = []
  for (const { key, document } of missing) {
    const lexemes = lexemesOf(document.text, document.language)
    for (let at = 0; at < lexemes.length; at += rowSize)
      rows.push([study, key, at / rowSize, lexemes.slice(at, at + rowSize).join(' ')])
  }
  await statements.insert(
    'search_document',
    ['study', 'key', 'hash'],
    missing.map(({ key, hash }) => [study, key, hash]),
  )
  await statements.insert('search_lexemes', ['study', 'key', 'part', 'lexemes'], rows)
}
