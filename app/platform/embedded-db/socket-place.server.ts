import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** sun_path has 108 bytes on Linux and 104 on macOS, with the closing zero. */
const LONGEST_SOCKET_PATH = 103
const SOCKET_NAME = '.s.PGSQL.5432'

export interface SocketPlace {
  /** Where the server listens. */
  where: { path: string } | { host: string; port: number }
  /** Folder that belongs to the socket alone and can be removed with it. */
  folder: string | null
  /** Guards a loopback port, which every user of the machine can reach; null on a Unix socket. */
  password: string | null
  /** Connection string for clients; `port` is what the listening server reports. */
  url(port: number): string
}

/**
 * Chooses where the embedded database listens: a Unix socket in `dataDir`/run (mode 0700), a fresh folder of the
 * system's temporary directory when that path is too long for a socket, a loopback port without Unix sockets.
 */
export async function chooseSocketPlace(dataDir: string, transport = defaultTransport()): Promise<SocketPlace> {
  if (transport === 'port') {
    const password = randomBytes(24).toString('hex')
    return {
      where: { host: '127.0.0.1', port: 0 },
      folder: null,
      password,
      url: (port) => `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    }
  }
  const folder = await makeSocketFolder(dataDir)
  return {
    where: { path: join(folder, SOCKET_NAME) },
    folder,
    password: null,
    url: () => `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
  }
}

function defaultTransport(): 'socket' | 'port' {
  return process.platform === 'win32' ? 'port' : 'socket'
}

async function makeSocketFolder(dataDir: string): Promise<string> {
  const near = join(dataDir, 'run')
  if (Buffer.byteLength(join(near, SOCKET_NAME)) > LONGEST_SOCKET_PATH) {
    const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
    return mkdtemp(join(tmpdir(), `alan-${hash}-`))
  }
  await mkdir(near, { recursive: true, mode: 0o700 })
  await chmod(near, 0o700)
  return near
}
