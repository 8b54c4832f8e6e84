import { lookup } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'

/** Networks that are not the public internet: own machine, private, link-local, shared, documentation, multicast. */
const closed = new BlockList()
const v4: [string, number][] = [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as [string, number][]),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
  ] as [string, number][]),
  ...([
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
  ] as [string, number][]),
  ...([
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as [string, number][]),
]
for (const [net, prefix] of v4) closed.addSubnet(net, prefix, 'ipv4')
/** Of IPv6 only 2000::/3 is the public internet; within it these carry IPv4 addresses or stand for examples. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
const closed6 = new BlockList()
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as [string, number][]) {
  closed6.addSubnet(net, prefix, 'ipv6')
}

/** Whether a packet to that address stays off the operator's own networks. Anything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  return family === 6 && open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
}

export type PostRefusal = 'bad_address' | 'not_https' | 'unknown_host' | 'private_address'

/** `status`: what the server answered, with the beginning of its words. `reason`: why it was never asked or did not answer. */
export type PostResult =
  | { ok: true; status: number; excerpt: string }
  | { ok: false; reason: PostRefusal | 'timeout' | 'no_answer'; detail: string }

type Post = {
  url: string
  headers: Record<string, string>
  body: string
  /** Plain http to this machine, for tests and development. */
  allowLoopback: boolean
  timeoutMs?: number
}

const excerptBytes = 2_000

/** Where to connect: the name is resolved once, and every address it has must be public. */
export async function resolveTarget(
  text: string,
  allowLoopback: boolean,
): Promise<{ ok: true; url: URL; address: string; family: number } | { ok: false; reason: PostRefusal }> {
  if (!URL.canParse(text)) return { ok: false, reason: 'bad_address' }
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || url.hostname === '') return { ok: false, reason: 'bad_address' }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = await lookup(host, { all: true, verbatim: true }).catch(() => [])
  const [first] = found
  if (first === undefined) return { ok: false, reason: 'unknown_host' }
  const isOwn = found.every(({ address }) => address === '::1' || address.startsWith('127.'))
  if (allowLoopback && isOwn && /^https?:$/.test(url.protocol)) return { ok: true, url, ...first }
  if (url.protocol !== 'https:') return { ok: false, reason: 'not_https' }
  if (!found.every(({ address }) => isPublicAddress(address))) return { ok: false, reason: 'private_address' }
  return { ok: true, url, ...first }
}

/**
 * Posts to an address that somebody else has typed. It connects to the very address that was checked, follows no
 * redirect, waits at most `timeoutMs` (10 s) in all and reads at most 2 kB of the answer.
 */
export async function postSafely({ url, headers, body, allowLoopback, timeoutMs = 10_000 }: Post): Promise<PostResult> {
  const target = await resolveTarget(url, allowLoopback)
  if (!target.ok) return { ok: false, reason: target.reason, detail: '' }
  const { address, family } = target
  const request = target.url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve) => {
    const sent = request(
      target.url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        // Whatever the name resolves to by now, the connection goes where it was checked.
        lookup: (_host, options, done) => {
          if (options.all) done(null, [{ address, family }])
          else done(null, address, family)
        },
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
      },
      (response) => {
        const pieces: Buffer[] = []
        let size = 0
        const finish = () => {
          const excerpt = Buffer.concat(pieces).subarray(0, excerptBytes).toString('utf8')
          resolve({ ok: true, status: response.statusCode ?? 0, excerpt })
          sent.destroy()
        }
        response.on('data', (piece: Buffer) => {
          pieces.push(piece)
          size += piece.length
          if (size >= excerptBytes) finish()
        })
        response.on('end', finish)
        // The status has come: what is missing are words.
        response.on('error', finish)
      },
    )
    sent.on('error', (error) => {
      const reason = error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timeout' : 'no_answer'
      resolve({ ok: false, reason, detail: error.message.slice(0, 200) })
    })
    sent.end(body)
  })
}
