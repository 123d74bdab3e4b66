import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { correctSource } from '@codeerbank/import'
import { openStudy } from '@codeerbank/store'
import { expect, it } from 'vitest'
import { inFolder, runCodeerbank } from '../cli/run-codeerbank.ts'

const example = fileURLToPath(new URL('../../examples/bruggenbouwers', import.meta.url))
const by = { by: 'coder-a', at: '2024-12-03T09:00:00+01:00' }

it('the example gives the same outputs from its folder and from a file in which it was corrected, undone, merged and settled', () =>
  inFolder({}, async folder => {
    const [file, copy] = [join(folder, 'een.codeerbank'), join(folder, 'twee.codeerbank')]
    await runCodeerbank('convert', example, file)
    await runCodeerbank('backup', file, copy)

    // One corrects a transcript and thinks better of it; the other renames a code back and forth.
    const one = await openStudy(file)
    const before = one.study
    const source = before.sources[0]!
    const correction = correctSource(before, source.id, `Vooraf.\n\n${source.text}`, by)
    await one.apply([correction.change])
    expect(one.study.sources[0]!.text).not.toBe(source.text)
    expect(correction.certificate.every(({ verdict }) => verdict === 'exact' || verdict === 'moved')).toBe(
      true,
    )
    expect(await one.undo()).toEqual(before)

    const other = await openStudy(copy)
    const code = before.codes[0]!
    await other.apply([{ ...by, id: 'r1', kind: 'rename-code', code: code.id, label: { nl: 'Anders' } }])
    await other.apply([{ ...by, id: 'r2', kind: 'rename-code', code: code.id, label: code.label }])
    await one.apply([{ ...by, id: 'r3', kind: 'rename-code', code: code.id, label: { nl: 'Nog anders' } }])
    await one.merge(await other.readHistory())
    const [conflict] = (await one.conflicts()).open
    expect(conflict?.changes.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3'])
    const changes = conflict!.changes.map(({ id }) => id)
    await one.apply([
      {
        ...by,
        id: 's',
        kind: 'settle-conflict',
        about: conflict!.about,
        changes,
        keep: 'r2',
        reason: 'Zo stond het.',
      },
    ])
    expect(one.study).toEqual(before)
    await one.close()
    await other.close()

    const built = await Promise.all(
      [example, file].map(async (from, i) => {
        const out = join(folder, `uit-${i}`)
        expect((await runCodeerbank('build', from, '--out', out)).code).toBe(0)
        return readFile(join(out, 'manifest.json'), 'utf8')
      }),
    )
    const [ofFolder, ofFile] = built.map(text => JSON.parse(text))
    const { head, ...study } = ofFile.study
    expect(head.hash).toMatch(/^[0-9a-f]{64}$/)
    expect({ ...ofFile, study }).toEqual(ofFolder)
    expect(ofFolder.files.length).toBeGreaterThan(100)
    expect((await runCodeerbank('verify', file)).code).toBe(0)
  }))
