import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A PostgreSQL server of the tests' own, on a port of this machine, in a temporary folder. */
export interface PostgresServer {
  /** The address of a study on it. */
  address(study: string): string
  readonly version: string
  /** Stops all at once, as a power failure would; what was acknowledged must be on disk. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Stops it, and removes what it kept. */
  remove(): Promise<void>
}

/** Where PostgreSQL's programs are; `null` where it is not installed. */
export const postgresPrograms = findPrograms()

function findPrograms(): string | null {
  const versions = '/usr/lib/postgresql'
  const folders = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map(version => join(versions, version, 'bin'))
    : []
  return folders.find(folder => existsSync(join(folder, 'initdb'))) ?? null
}

/** PostgreSQL refuses to run as root: then it runs as a user of the system that owns nothing. */
function otherUser(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  return { uid: Number(found?.[2]), gid: Number(found?.[3]) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

export async function startPostgres(): Promise<PostgresServer> {
  const programs = postgresPrograms!
  const user = otherUser()
  const folder = mkdtempSync(join(tmpdir(), 'codeerbank-postgres-'))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = { ...user, cwd: folder, env: { PATH: programs, LC_ALL: 'C.UTF-8' } }
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'anna', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...options, stdio: 'ignore' },
  )
  const port = await freePort()
  let server: ChildProcess | null = null
  let said = ''

  const stop = async (signal: NodeJS.Signals) => {
    const running = server
    if (running === null) return
    server = null
    const ended = new Promise(resolve => running.once('exit', resolve))
    running.kill(signal)
    await ended
  }
  const start = async () => {
    const flags = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: folder,
      max_connections: 60,
    }
    server = spawn(
      join(programs, 'postgres'),
      ['-D', data, ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    server.stderr!.setEncoding('utf8').on('data', text => {
      said += text
    })
    for (let i = 0; i < 600; i++) {
      if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`)
      try {
        execFileSync(join(programs, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], {
          stdio: 'ignore',
        })
        return
      } catch {
        await wait(50)
      }
    }
    throw new Error(`PostgreSQL did not answer: ${said}`)
  }

  await start()
  return {
    address: study => `postgres://anna:geheim@127.0.0.1:${port}/postgres?study=${encodeURIComponent(study)}`,
    version: execFileSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    kill: () => stop('SIGQUIT'),
    start,
    async remove() {
      await stop('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
