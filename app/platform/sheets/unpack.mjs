import { fromBuffer } from 'yauzl'
import { Fault } from './fault.mjs'
import { markCells } from './mark-cells.mjs'
import { percentStyles } from './percent-styles.mjs'

/** Larger tables of texts or formats would be held in memory as a whole. */
const WHOLE_PART_BYTES = 64_000_000
const STYLES = 'xl/styles.xml'
const SMALL_PARTS = /^(xl\/workbook\.xml|xl\/styles\.xml|xl\/_rels\/workbook\.xml\.rels|\[Content_Types\]\.xml)$/
const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/i

/**
 * Unpacks the archive once without keeping it: counts what really comes out, so that a bomb is refused whatever its
 * directory says, and marks what the reader of values does not tell (formulas, errors, percentages, merged cells).
 * Gives { texts: name -> text of the small parts, marks: name of the worksheet -> marks }. Throws a Fault.
 */
export async function unpack(bytes, limits) {
  const archive = await open(bytes)
  const parts = { texts: new Map(), marks: new Map() }
  const entries = []
  for await (const entry of entriesOf(archive)) {
    entries.push(entry)
    if (entries.length > limits.entries) throw new Fault('too_large')
  }
  // Cells name their formats by number: the table of formats is read before them.
  entries.sort((one, other) => (other.fileName === STYLES) - (one.fileName === STYLES))
  let total = 0
  for (const entry of entries) {
    const take = takerOf(entry.fileName, parts)
    let size = 0
    for await (const chunk of await streamOf(archive, entry)) {
      size += chunk.length
      total += chunk.length
      const isWhole = !WORKSHEET.test(entry.fileName)
      if (total > limits.unpackedBytes || (isWhole && size > WHOLE_PART_BYTES)) throw new Fault('too_large')
      take?.(chunk)
    }
  }
  return parts
}

function takerOf(name, parts) {
  if (SMALL_PARTS.test(name)) {
    return (chunk) => parts.texts.set(name, (parts.texts.get(name) ?? '') + chunk.toString('utf8'))
  }
  if (!WORKSHEET.test(name)) return null
  const marker = markCells(percentStyles(parts.texts.get(STYLES) ?? ''))
  parts.marks.set(name, marker.marks)
  return marker.take
}

function open(bytes) {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySize: true }, (error, archive) =>
      error ? reject(new Fault('not_a_workbook')) : resolve(archive),
    )
  })
}

async function* entriesOf(archive) {
  for (;;) {
    const entry = await new Promise((resolve, reject) => {
      archive.once('entry', resolve)
      archive.once('end', () => resolve(null))
      archive.once('error', () => reject(new Fault('not_a_workbook')))
      archive.readEntry()
    })
    archive.removeAllListeners()
    if (entry === null) return
    yield entry
  }
}

async function streamOf(archive, entry) {
  if (entry.isEncrypted()) throw new Fault('locked')
  const stream = await new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => (error ? reject(new Fault('not_a_workbook')) : resolve(opened)))
  })
  // A part that is damaged, or larger than the directory says.
  return (async function* () {
    try {
      yield* stream
    } catch {
      throw new Fault('not_a_workbook')
    }
  })()
}
