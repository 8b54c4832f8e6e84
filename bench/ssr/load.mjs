// A process that asks for one address over and over: node load.mjs '{"url":…,"connections":…,"ms":…,"headers":{…}}'.
// `{n}` in the address becomes a number that was not used before. Prints requests a second and times in milliseconds.
import { Agent, request } from 'node:http'

const { url, connections, ms, headers, isFresh } = JSON.parse(process.argv[2])
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const times = []
const statuses = {}
let bytes = 0
let number = Date.now() * 1000

function ask() {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const address = isFresh ? url.replace('{n}', String(number++)) : url
    request(address, { agent, headers }, (response) => {
      response.on('data', (chunk) => (bytes += chunk.length))
      response.on('end', () => {
        times.push(performance.now() - startedAt)
        statuses[response.statusCode] = (statuses[response.statusCode] ?? 0) + 1
        resolve()
      })
    })
      .on('error', reject)
      .end()
  })
}

const startedAt = performance.now()
const isOver = () => performance.now() - startedAt > ms
await Promise.all(
  Array.from({ length: connections }, async () => {
    do await ask()
    while (!isOver())
  }),
)
const seconds = (performance.now() - startedAt) / 1000
agent.destroy()
times.sort((left, right) => left - right)
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
const perSecond = times.length / seconds
process.stdout.write(
  JSON.stringify({
    count: times.length,
    perSecond,
    median: at(0.5),
    p95: at(0.95),
    statuses,
    kb: bytes / times.length / 1000,
  }),
)
