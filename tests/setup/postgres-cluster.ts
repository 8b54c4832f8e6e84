import { execFile } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A PostgreSQL server of the tests' own, which they may stop, hang and start again. */
export interface Cluster {
  /** Of its database `postgres`. */
  url: string
  start(): Promise<void>
  /** As a crash: nobody is asked to leave. */
  crash(): Promise<void>
  /** All its processes stand still, and its connections stay open. */
  hang(): Promise<void>
  wake(): Promise<void>
  remove(): Promise<void>
}

/** Folder of the newest PostgreSQL programs of this machine; null without any. */
export async function findPostgres(): Promise<string | null> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => [])
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1)
  return newest === undefined ? null : `/usr/lib/postgresql/${newest}/bin`
}

/** Starts an empty cluster on a free port of the loopback; as the user `postgres`, since it refuses to run as root. */
export async function startCluster(programs: string): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'alan-cluster-'))
  const data = join(folder, 'data')
  await mkdir(data)
  await chmod(folder, 0o711)
  const isRoot = userInfo().uid === 0
  if (isRoot) await giveToPostgres(data)
  const as = (name: string, ...args: string[]) => {
    const path = join(programs, name)
    return isRoot ? run('runuser', ['-u', 'postgres', '--', path, ...args]) : run(path, args)
  }
  await as('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8')
  const port = await freePort()
  const options = `-c listen_addresses=127.0.0.1 -p ${port} -c unix_socket_directories='' -c max_connections=100`
  const start = async () => void (await as('pg_ctl', '-D', data, '-w', '-l', join(data, 'log'), '-o', options, 'start'))
  const crash = async () => void (await as('pg_ctl', '-D', data, '-m', 'immediate', 'stop'))
  const signal = async (name: 'SIGSTOP' | 'SIGCONT') => {
    const [pid = ''] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')
    const { stdout } = await run('ps', ['-o', 'pid=', '--pid', pid, '--ppid', pid])
    for (const each of stdout.split('\n').filter((line) => line.trim() !== '')) process.kill(Number(each), name)
  }
  await start()
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    start,
    crash,
    hang: () => signal('SIGSTOP'),
    wake: () => signal('SIGCONT'),
    async remove() {
      await crash().catch(() => undefined)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function giveToPostgres(path: string): Promise<void> {
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  await chown(path, await id('-u'), await id('-g'))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
