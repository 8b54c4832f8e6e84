import { postSafely } from '#app/platform/http/safe-post.server'
import { serveNames, type Zone } from '#tests/security/name-server'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'

/**
 * Runs in a network of its own, whose only machine has a public address and several private ones, with a certificate for
 * its names in the folder that is given. Posts to each address that is given and writes what came of it as JSON.
 */
const [folder = '', ...addresses] = process.argv.slice(2)
const publicAddress = '195.12.113.5'
const mine = [publicAddress, '10.0.0.5', '172.16.0.5', '192.168.0.5', '100.64.0.5', '169.254.169.254', 'fd00::5']

const v4 = (address: string) => Buffer.from(address.split('.').map(Number))
const v6 = (hex: string) => Buffer.from(hex.padStart(32, '0'), 'hex')
const isPublic = [v4(publicAddress)]
const names: Record<string, { A?: Buffer[]; AAAA?: Buffer[] }> = {
  'public.test': { A: isPublic },
  'loopback.test': { A: [v4('127.0.0.1')] },
  'private.test': { A: [v4('10.0.0.5')] },
  'shared.test': { A: [v4('100.64.0.5')] },
  'metadata.test': { A: [v4('169.254.169.254')] },
  'local.test': { AAAA: [v6('fd000000000000000000000000000005')] },
  'loopback6.test': { AAAA: [v6('1')] },
  'mapped.test': { AAAA: [v6('ffff0a000005')] },
  'mixed.test': { A: [...isPublic, v4('10.0.0.5')] },
  'mixed6.test': { A: isPublic, AAAA: [v6('fd000000000000000000000000000005')] },
}
const asked = new Map<string, number>()
/** `rebind.test` is public when it is asked for the first time, and private ever after. */
const zone: Zone = (name, type) => {
  const times = (asked.get(`${name} ${type}`) ?? 0) + 1
  asked.set(`${name} ${type}`, times)
  if (name !== 'rebind.test') return names[name]?.[type] ?? []
  if (type === 'AAAA') return []
  return times === 1 ? isPublic : [v4('10.0.0.5')]
}

const connections: string[] = []
await makeNetwork()
const results = []
for (const url of addresses) {
  connections.length = 0
  const result = await postSafely({ url, headers: {}, body: '{}', allowLoopback: false, timeoutMs: 5_000 })
  results.push({ url, result, connections: [...connections] })
}
// Each of the private addresses could have been reached.
connections.length = 0
for (const address of [...mine, '127.0.0.1', '::1']) await reach(address)
const timesAsked = asked.get('rebind.test A') ?? 0
writeFileSync(join(folder, 'results.json'), JSON.stringify({ results, reachable: connections, timesAsked }))
process.exit(0)

async function makeNetwork(): Promise<void> {
  execFileSync('ip', ['link', 'set', 'lo', 'up'])
  for (const address of mine) {
    const width = address.includes(':') ? 128 : 32
    execFileSync('ip', ['addr', 'add', `${address}/${width}`, 'dev', 'lo'])
  }
  const resolver = join(folder, 'resolv.conf')
  writeFileSync(resolver, 'nameserver 127.0.0.1\noptions timeout:2 attempts:2\n')
  execFileSync('mount', ['--bind', resolver, realpathSync('/etc/resolv.conf')])
  await serveNames(zone)
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => readFileSync(join(folder, name)))
  const server = createServer({ key, cert }, (_request, response) => {
    response.writeHead(302, { location: 'https://private.test/' }).end('elsewhere')
  })
  server.on('connection', (socket: Socket) => void connections.push(socket.localAddress?.replace('::ffff:', '') ?? ''))
  server.listen(443, '::')
  await once(server, 'listening')
}

async function reach(address: string): Promise<void> {
  const before = connections.length
  const socket = connect(443, address)
  await once(socket, 'connect')
  while (connections.length === before) await new Promise((resolve) => setImmediate(resolve))
  socket.destroy()
}
