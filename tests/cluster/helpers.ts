import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'

const nobody = { uid: 65_534, gid: 65_534 }

export type Helper = { stop: () => Promise<void> }

type Sample = { sample: string; into: string; changes: Record<string, string> }

/** A configuration that docs/nodes/ shows, with the addresses of this run in place of those it names. */
async function writeConfiguration({ sample, into, changes }: Sample): Promise<void> {
  let config = await readFile(join('docs/nodes', sample), 'utf8')
  for (const [shown, own] of Object.entries(changes)) {
    if (!config.includes(shown)) throw new Error(`docs/nodes/${sample} does not say ${shown}`)
    config = config.replaceAll(shown, own)
  }
  await writeFile(into, config)
}

/** Debian's HAProxy with the configuration of the documentation. `ask` speaks to its administration. */
export async function startHaproxy({ scratch, port, nodes }: { scratch: string; port: number; nodes: string[] }) {
  const config = join(scratch, 'haproxy.cfg')
  const socket = join(scratch, 'haproxy.sock')
  const servers = nodes.map((host, index) => [`10.0.0.${index + 1}:3000`, host])
  const changes = {
    ...{ '127.0.0.1:8080': `127.0.0.1:${port}`, '/run/haproxy/admin.sock': socket },
    ...Object.fromEntries(servers),
  }
  await writeConfiguration({ sample: 'haproxy.cfg', into: config, changes })
  const stop = await run('haproxy', ['-db', '-f', config], port)
  const ask = async (command: string) => {
    const admin = connect(socket)
    admin.end(`${command}\n`)
    return text(admin)
  }
  return { stop, ask }
}

/** Debian's PgBouncer with the configuration of the documentation; who connects needs no password. */
export async function startPgbouncer({
  scratch,
  port,
  databaseUrl,
}: {
  scratch: string
  port: number
  databaseUrl: string
}): Promise<Helper> {
  const config = join(scratch, 'pgbouncer.ini')
  const users = join(scratch, 'userlist.txt')
  const { hostname, port: databasePort, pathname } = new URL(databaseUrl)
  const changes = {
    'host=10.0.0.9 port=5432 dbname=alan': `host=${hostname} port=${databasePort} dbname=${pathname.slice(1)}`,
    ...{ 'listen_port = 6432': `listen_port = ${port}`, 'auth_type = scram-sha-256': 'auth_type = trust' },
    '/etc/pgbouncer/userlist.txt': users,
    '/var/log/postgresql/pgbouncer.log': join(scratch, 'pgbouncer.log'),
    '/run/postgresql/pgbouncer.pid': join(scratch, 'pgbouncer.pid'),
    '[pgbouncer]': '[pgbouncer]\nadmin_users = postgres\nunix_socket_dir =',
  }
  await writeConfiguration({ sample: 'pgbouncer.ini', into: config, changes })
  await writeFile(users, '"postgres" ""\n')
  // It refuses to run as root, and writes its log here.
  await chmod(scratch, 0o777)
  return { stop: await run('pgbouncer', [config], port, process.getuid?.() === 0 ? nobody : {}) }
}

/** Starts a program of the system and waits until its port answers. */
async function run(program: string, args: string[], port: number, who = {}): Promise<() => Promise<void>> {
  const child = spawn(program, args, { ...who, stdio: 'ignore' })
  const ended = once(child, 'exit')
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`)
    await setTimeout(50)
  }
  return async () => {
    child.kill('SIGTERM')
    await ended
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    socket.unref().end()
  })
}
