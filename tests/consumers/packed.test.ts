import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const tsc = join(root, 'node_modules/.bin/tsc')
let folder = ''

/** Packs every package as it would be published, and unpacks it where another project would have it installed. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeerbank-consumer-'))
  await run(tsc, ['--build'], { cwd: root })
  await run(
    'npx',
    [
      '--yes',
      'pnpm@12.21.0',
      '--recursive',
      '--filter',
      './packages/*',
      'pack',
      '--pack-destination',
      folder,
    ],
    {
      cwd: root,
    },
  )
  for (const name of await readdir(join(root, 'packages'))) {
    const home = join(root, 'packages', name)
    const own = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
    const target = join(folder, 'node_modules', own.name)
    await mkdir(target, { recursive: true })
    const archive = `${own.name.replace('@', '').replace('/', '-')}-${own.version}.tgz`
    await run('tar', ['-xzf', join(folder, archive), '--strip-components=1', '-C', target])
    for (const dependency of Object.keys(own.dependencies ?? {}).filter(
      each => !each.startsWith('@codeerbank/'),
    )) {
      const link = join(target, 'node_modules', dependency)
      await mkdir(dirname(link), { recursive: true })
      await symlink(await realpath(join(home, 'node_modules', dependency)), link)
    }
  }
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'consumer', type: 'module', private: true }),
  )
}, 300_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

const program = `import { compare, comparisonToMarkdown, readStudyFolder, type Study } from 'codeerbank'
import { emptyStudy } from '@codeerbank/core'

const study: Study = await readStudyFolder(process.argv[2]!)
console.log(emptyStudy.codes.length, comparisonToMarkdown(compare(study, 'chair-roles')).split('\\n')[0])
`

describe('the packages as they are published', () => {
  it('carry no sources of tests and say where their types are', async () => {
    const core = join(folder, 'node_modules/@codeerbank/core')
    expect((await readdir(core)).filter(name => name !== 'node_modules').sort()).toEqual([
      'LICENSE',
      'dist',
      'package.json',
      'src',
    ])
    const { exports } = JSON.parse(await readFile(join(core, 'package.json'), 'utf8'))
    expect(exports).toEqual({ '.': { types: './dist/index.d.ts', default: './dist/index.js' } })
  })

  it('type-check and run in a project of someone else', async () => {
    await writeFile(join(folder, 'program.ts'), program)
    await symlink(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'))
    const options = [
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--types',
      'node',
      '--outDir',
      folder,
    ]
    const { stdout: faults } = await run(tsc, [...options, join(folder, 'program.ts')], {
      cwd: folder,
    }).catch(error => ({ stdout: error.stdout }))
    expect(faults).toBe('')
    const { stdout } = await run(process.execPath, [
      join(folder, 'program.js'),
      join(root, 'examples/bruggenbouwers'),
    ])
    expect(stdout).toBe(
      '0 **Tabel 9. Geobserveerd gedrag van de voorzitters per bruggenbouwersrol en status**\n',
    )
  })

  it('bring the command', async () => {
    const main = join(folder, 'node_modules/codeerbank/dist/main.js')
    const { stdout } = await run(process.execPath, [main, '--version'])
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
