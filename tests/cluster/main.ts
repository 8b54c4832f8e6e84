// `npm run cluster`: three nodes of the build on one PostgreSQL, behind Debian's HAProxy and PgBouncer with the configuration
// of docs/nodes/, and what must hold there. `-- --direct`: without PgBouncer. `-- --port=4400`: the first of the ports taken.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { inCluster, type Place } from './place'
import { readPooler } from './pooler'
import type { Result } from './result'
import { checkCatalogue, checkFiles, checkSessions, checkSignInLimit } from './same-everywhere'
import { checkKilledNode, checkRollingRestart } from './stops'
import { checkJobs, checkLive } from './work-together'

type Check = (place: Place) => Promise<Result | Result[]>

const checks: Check[] = [
  ...[checkSessions, checkSignInLimit, checkFiles, checkCatalogue, checkLive, checkJobs],
  ...[checkRollingRestart, checkKilledNode, readPooler],
]

const { values } = parseArgs({
  options: { direct: { type: 'boolean', default: false }, port: { type: 'string', default: '4400' } },
})
if (!existsSync('build/server/index.js')) throw new Error('There is no build: run npm run build first')

const results: Result[] = []
await inCluster({ firstPort: Number(values.port), isPooled: !values.direct }, async (place) => {
  for (const check of checks) {
    const found = [await check(place)].flat()
    for (const result of found) console.log(JSON.stringify(result))
    results.push(...found)
  }
})
console.table(results)
process.exitCode = results.every(({ failed }) => failed === 0) ? 0 : 1
