import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { createWireServer } from './wire-server.mjs'

const FIRST_MAINTENANCE = 60_000
const MAINTENANCE_INTERVAL = 60 * 60_000

/**
 * Thread that owns the embedded PostgreSQL. Plain JavaScript, because a worker is not part of the server bundle.
 * `workerData`: { dataDir: folder or null for memory, template: dump to begin with or null, where, password, blockerLimit }.
 * Says `{ ready: address }` once; understands `{ dump: path }` and `{ stop: true }`, both answered with `{ done: true }`.
 */
const { dataDir, template, where, password, blockerLimit } = workerData

if (dataDir && !existsSync(join(dataDir, 'PG_VERSION'))) await createFiles(dataDir)
const db = await PGlite.create({
  dataDir: dataDir ?? 'memory://',
  ...(template && { loadDataDir: new Blob([await readFile(template)]) }),
})
const server = await createWireServer(db, {
  password,
  blockerLimit,
  onFatal: (error) => {
    parentPort.postMessage({ fatal: String(error?.stack ?? error?.message ?? error) })
    setImmediate(() => process.exit(70))
  },
})
// A thread that died leaves its socket file behind; the lock of the data directory says that it is ours.
if (where.path) await rm(where.path, { force: true })
parentPort.postMessage({ ready: await server.listen(where) })

const maintain = () => server.maintain().catch(() => {})
const first = dataDir && setTimeout(maintain, FIRST_MAINTENANCE)
const hourly = dataDir && setInterval(maintain, MAINTENANCE_INTERVAL)

parentPort.on('message', async (request) => {
  if (request.dump) {
    const dump = await db.dumpDataDir('none')
    await writeFile(request.dump, Buffer.from(await dump.arrayBuffer()))
  }
  if (request.stop) {
    clearTimeout(first)
    clearInterval(hourly)
    await server.close()
    await db.close()
  }
  parentPort.postMessage({ done: true })
  if (request.stop) parentPort.close()
})

/** Made aside and renamed, so that a start that was killed half-way leaves nothing that looks like a database. */
async function createFiles(folder) {
  const draft = `${folder}.new`
  await rm(draft, { recursive: true, force: true })
  await (await PGlite.create({ dataDir: draft })).close()
  await rename(draft, folder)
}
