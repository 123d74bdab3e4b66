import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCodebookDifferences, diffCodebooks, readCodebook, writeCodebook } from '../src/index.ts'
import { arbitraryCodebook } from './codebook-arbitrary.ts'

const file = `# C

## Dieren

Alle.

### Kat

Miauw.

### Hond

Waf.

### Muis

## Vergelijking

- frame: v

1. **Katten**
   - code: Kat
`

function told(change: (text: string) => string): readonly string[] {
  const [before, after] = [readCodebook(file).value, readCodebook(change(file)).value]
  return checkCodebookDifferences(before, after, diffCodebooks(before, after)).map(
    ({ code, place, message }) => `${code} ${place?.path?.join('/')}: ${message}`,
  )
}

describe('what is to be looked at before a codebook is applied', () => {
  it('is nothing where every difference is a change', () => {
    expect(told(text => text)).toEqual([])
    expect(told(text => text.replace('### Kat', '### Poes').replace('code: Kat', 'code: Poes'))).toEqual([])
    expect(
      told(text => text.replace('Miauw.', 'Spint.').replace('## Vergelijking', '### Vis\n\n## Vergelijking')),
    ).toEqual([])
    expect(told(text => text.replace('### Muis\n\n', ''))).toEqual([])
  })

  it('is a code that got another name and another definition at once', () => {
    expect(told(text => text.replace('### Hond\n\nWaf.', '### Reu\n\nBlaft.'))).toEqual([
      'perhaps-renamed codes/hond: "Hond" is retired, and "Reu" is new in its place. If they are one code, write "- id: hond" under "Reu", so that its codings stay with it.',
    ])
  })

  it('is a code that was retired and is in use again, for nothing brings it back', () => {
    const retired = readCodebook(file.replace('Waf.\n', 'Waf.\n\n- retired: yes\n')).value
    const { value } = readCodebook(file)
    expect(diffCodebooks(retired, value)).toEqual([])
    expect(checkCodebookDifferences(retired, value, []).map(({ code, message }) => [code, message])).toEqual([
      ['not-applied', '"Hond" is retired in the first, and in use in the second. That is not applied.'],
    ])
  })

  it('is a code that got an id that the first does not have', () => {
    expect(told(text => text.replace('### Hond\n\nWaf.', '### Hond\n\n- id: hnod\n\nWaf.'))).toEqual([
      'perhaps-renamed codes/hond: "Dieren > Hond" is retired, and "Hond" is new in its place. If they are one code, write "- id: hond" under "Hond", so that its codings stay with it.',
    ])
  })

  it('is that another program gave a code or a frame an id of its own: they are known by their names', () => {
    const guid = '0a1b2c3d-0000-4000-8000-00000000000'
    expect(
      told(text =>
        text
          .replace('### Hond\n\nWaf.', `### Hond\n\n- id: ${guid}1\n\nWaf.`)
          .replace('- frame: v', `- frame: ${guid}2`),
      ),
    ).toEqual([
      'not-applied codes/hond: "Hond" has another id. That is not applied.',
      'not-applied frames/v: "Vergelijking" has another id. That is not applied.',
    ])
  })

  it('is the nearest of several names, and no other', () => {
    expect(told(text => text.replace('### Muis', '### Muisje\n\n### Olifant'))).toEqual([
      'perhaps-renamed codes/muis: "Muis" is retired, and "Muisje" is new in its place. If they are one code, write "- id: muis" under "Muisje", so that its codings stay with it.',
    ])
  })

  it('is not there once the code has its id', () => {
    expect(told(text => text.replace('### Hond\n\nWaf.', '### Reu\n\n- id: hond\n\nBlaft.'))).toEqual([])
  })

  it('is what no change makes so: definitions that are gone, frames in another order', () => {
    expect(
      told(text => text.replace('### Kat\n\nMiauw.\n\n### Hond\n\nWaf.', '### Hond\n\n### Kat\n\nMiauw.')),
    ).toEqual(['not-applied codes/hond: "Hond" has another definition, or none. That is not applied.'])
    const [first, second] = ['## Een\n\n- frame: een\n\n', '## Twee\n\n- frame: twee\n\n']
    const [before, after] = [file + first + second, file + second + first].map(
      text => readCodebook(text).value,
    )
    const differences = diffCodebooks(before!, after!)
    expect(differences).toEqual([])
    expect(checkCodebookDifferences(before!, after!, differences).map(({ message }) => message)).toEqual([
      'The frames come in another order. That is not applied.',
    ])
  })

  it('is a code of one name that is retired in one place and new in another, where two could be meant', () => {
    const [before, after] = [
      '# C\n\n## A\n\n### Overig\n\n## B\n\n### Overig\n\n## C\n\n## D\n',
      '# C\n\n## A\n\n## B\n\n## C\n\n### Overig\n\n## D\n\n### Overig\n',
    ].map(text => readCodebook(text).value)
    const differences = diffCodebooks(before!, after!)
    expect(differences.map(({ kind, id }) => [kind, id])).toEqual([
      ['added', 'overig-2'],
      ['added', 'd/overig'],
      ['left out', 'overig'],
      ['left out', 'b/overig'],
    ])
    expect(checkCodebookDifferences(before!, after!, differences).map(({ message }) => message)).toEqual([
      '"A > Overig" is retired, and "Overig" is new elsewhere. If they are one code, write "- id: overig" under "Overig", so that its codings stay with it.',
      '"B > Overig" is retired, and "Overig" is new elsewhere. If they are one code, write "- id: b/overig" under "Overig", so that its codings stay with it.',
    ])
  })

  it('is nothing between any codebook and itself, written and read', () => {
    fc.assert(
      fc.property(arbitraryCodebook, codebook => {
        const again = readCodebook(writeCodebook(codebook)).value
        expect(checkCodebookDifferences(codebook, again, diffCodebooks(codebook, again))).toEqual([])
      }),
    )
  })
})
