import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

const HEADER_BYTES = 127
// Readers fetch the header and the root directory in one request of this size.
const ROOT_LIMIT = 16384 - HEADER_BYTES
const GZIP = 2
const VECTOR_TILES = 1

function writeVarint(bytes, value) {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

function packDirectory(entries) {
  const bytes = []
  writeVarint(bytes, entries.length)
  entries.forEach(({ id }, i) => writeVarint(bytes, i === 0 ? id : id - entries[i - 1].id))
  entries.forEach(({ run }) => writeVarint(bytes, run))
  entries.forEach(({ length }) => writeVarint(bytes, length))
  entries.forEach(({ offset }, i) => {
    const follows = i > 0 && offset === entries[i - 1].offset + entries[i - 1].length
    writeVarint(bytes, follows ? 0 : offset + 1)
  })
  return gzipSync(Uint8Array.from(bytes), { level: 9 })
}

/** Entries and data with every distinct tile stored once and equal neighbours joined into runs. */
function storeOnce(tiles) {
  const places = new Map()
  const chunks = []
  const entries = []
  let size = 0
  for (const { id, data } of tiles) {
    const hash = createHash('sha1').update(data).digest('hex')
    if (!places.has(hash)) {
      places.set(hash, size)
      chunks.push(data)
      size += data.length
    }
    const offset = places.get(hash)
    const last = entries.at(-1)
    if (last !== undefined && last.offset === offset && last.id + last.run === id) last.run += 1
    else entries.push({ id, run: 1, length: data.length, offset })
  }
  return { entries, data: Buffer.concat(chunks), distinct: chunks.length }
}

function writeHeader(sizes, counts, [west, south, east, north], [minZoom, maxZoom]) {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('PMTiles', 0, 'ascii')
  header.writeUInt8(3, 7)
  const offsets = [HEADER_BYTES, HEADER_BYTES + sizes.root]
  const dataStart = offsets[1] + sizes.metadata
  const numbers = [offsets[0], sizes.root, offsets[1], sizes.metadata, dataStart, 0, dataStart, sizes.data]
  ;[...numbers, counts.addressed, counts.entries, counts.distinct].forEach((value, i) =>
    header.writeBigUInt64LE(BigInt(value), 8 + i * 8),
  )
  ;[1, GZIP, GZIP, VECTOR_TILES, minZoom, maxZoom].forEach((value, i) => header.writeUInt8(value, 96 + i))
  ;[west, south, east, north].forEach((degrees, i) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + i * 4))
  header.writeUInt8(4, 118)
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119)
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123)
  return header
}

/** PMTiles v3 archive (github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md) of tiles ordered by id. */
export function packArchive(tiles, { metadata, bounds, zooms }) {
  const { entries, data, distinct } = storeOnce(tiles)
  const root = packDirectory(entries)
  if (root.length > ROOT_LIMIT) throw new Error(`Root directory of ${root.length} bytes needs leaf directories`)
  const json = gzipSync(JSON.stringify(metadata), { level: 9 })
  const sizes = { root: root.length, metadata: json.length, data: data.length }
  const counts = { addressed: tiles.length, entries: entries.length, distinct }
  return Buffer.concat([writeHeader(sizes, counts, bounds, zooms), root, json, data])
}
