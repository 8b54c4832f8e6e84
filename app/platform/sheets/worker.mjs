import { parentPort, workerData } from 'node:worker_threads'
import { Fault } from './fault.mjs'
import { readCsv } from './read-csv.mjs'
import { readXlsx, refuseOldContainer } from './read-xlsx.mjs'

/**
 * Thread that reads one workbook or table. Plain JavaScript, because a worker is not part of the server bundle.
 * `workerData`: { bytes, limits }. Says { facts } once, then { rows } again and again, each of which waits for the
 * answer { more: true }, and at the end { done: true } or { fault, params }.
 */
const BATCH = 200
const { limits } = workerData
const bytes = Buffer.from(workerData.bytes.buffer, workerData.bytes.byteOffset, workerData.bytes.byteLength)

try {
  await read()
  parentPort.postMessage({ done: true })
} catch (error) {
  if (!(error instanceof Fault)) throw error
  parentPort.postMessage({ fault: error.code, params: error.params })
}
parentPort.close()

async function read() {
  let batch = []
  let count = 0
  for await (const { facts, row } of parts()) {
    if (facts) parentPort.postMessage({ facts })
    const cells = row ? withoutTail(row.cells) : []
    if (cells.length === 0) continue
    count += 1
    if (count > limits.rows) throw new Fault('too_many_rows', { max: limits.rows })
    batch.push({ number: row.number, cells })
    if (batch.length < BATCH) continue
    await hand(batch)
    batch = []
  }
  if (count === 0) throw new Fault('empty')
  await hand(batch)
}

function parts() {
  if (bytes.length < 2) throw new Fault('empty')
  if (bytes.readUInt16BE(0) === 0x504b) return readXlsx(bytes, limits)
  if (bytes.length > 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) return refuseOldContainer(bytes)
  return readCsv(bytes, limits)
}

function withoutTail(cells) {
  let length = cells.length
  while (length > 0 && cells[length - 1] === null) length -= 1
  return cells.slice(0, length)
}

function hand(rows) {
  return new Promise((resolve) => {
    parentPort.once('message', resolve)
    parentPort.postMessage({ rows })
  })
}
