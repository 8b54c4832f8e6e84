const TAG = /<(?:\w+:)?(c|f|row|mergeCell)(?=[\s/>])([^>]*)>/g
const MAX_MERGES = 100
const MAX_MARKS = 2_000_000

/** Key of a cell in a set of marks: row and column from 0. */
export const cellKey = (row, column) => row * 16_384 + column

/**
 * Goes through the XML of a worksheet piece by piece and marks what the reader of values does not tell: cells with a
 * formula, with an error or in one of the styles of percentages, merged ranges; and how many cells there are at all,
 * without those that have nothing but a format.
 */
export function markCells(percentStyles) {
  const marks = {
    percentStyles,
    formulas: new Set(),
    errors: new Set(),
    percents: new Set(),
    merges: [],
    cells: 0,
    rows: 0,
  }
  const place = { row: -1, column: -1, counted: -1 }
  let rest = ''
  const take = (chunk) => {
    const text = rest + chunk.toString('latin1')
    const end = text.lastIndexOf('>') + 1
    for (const [, tag, attributes] of text.slice(0, end).matchAll(TAG)) mark(marks, place, tag, attributes)
    rest = text.slice(end)
    // Text between tags may be long; a tag is not.
    if (rest.length > 100_000) rest = rest.slice(rest.lastIndexOf('<'))
  }
  return { marks, take }
}

function mark(marks, place, tag, attributes) {
  if (tag === 'row') {
    place.row = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? place.row + 2) - 1
    place.column = -1
  } else if (tag === 'c') {
    const letters = /\br="([A-Z]+)\d+"/.exec(attributes)?.[1]
    place.column = letters === undefined ? place.column + 1 : columnIndex(letters)
    if (attributes.endsWith('/')) return
    marks.cells += 1
    if (place.row !== place.counted) marks.rows += 1
    place.counted = place.row
    if (/\bt="e"/.test(attributes)) add(marks.errors, place)
    if (marks.percentStyles.has(/\bs="(\d+)"/.exec(attributes)?.[1])) add(marks.percents, place)
  } else if (tag === 'f') {
    add(marks.formulas, place)
  } else if (marks.merges.length < MAX_MERGES) {
    const range = /\bref="([A-Z]+\d+:[A-Z]+\d+)"/.exec(attributes)?.[1]
    if (range !== undefined) marks.merges.push(range)
  }
}

function add(set, { row, column }) {
  if (set.size < MAX_MARKS) set.add(cellKey(row, column))
}

function columnIndex(letters) {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}
