import type { Columns } from '#app/domain/search/columns'
import { confirmedRows } from '#app/domain/search/confirmed-rows'
import { freshnessEdges, readFreshness } from '#app/domain/search/freshness'
import { latestRows, orderByRecency } from '#app/domain/search/recency'
import { bitsOf, listOf } from '#app/domain/search/row-bits'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const dayMs = 86_400_000
const start = Date.UTC(2026, 10, 1)
const moment = fc.integer({ min: -60, max: 60 }).map((days) => start + days * dayMs)
const term = fc.oneof(moment, fc.constant(Number.NaN))

describe('rows by their confirmation', () => {
  it('are those that each term says, whatever moment was asked before', () => {
    fc.assert(
      fc.property(
        fc.array(term, { maxLength: 100 }),
        fc.array(moment, { minLength: 1, maxLength: 6 }),
        (terms, moments) => {
          const columns = { confirmByMs: Float64Array.from(terms), size: terms.length, version: 1 } as Columns
          for (const ms of moments) {
            const edges = freshnessEdges(new Date(ms))
            const { fresh, stale } = confirmedRows(columns, edges)
            const rowsThat = (...states: string[]) =>
              terms.flatMap((one, row) => (states.includes(readFreshness(one, edges)) ? [row] : []))
            const inTime = rowsThat('fresh', 'due')
            const old = rowsThat('stale')
            expect([...listOf(fresh, inTime.length)]).toEqual(inTime)
            expect([...listOf(stale, old.length)]).toEqual(old)
            expect(fresh.reduce((sum, word) => sum + countOnes(word), 0)).toBe(inTime.length)
          }
        },
      ),
    )
  })

  it('come the latest first, those added later too, and by number where the moment is the same', () => {
    const confirmed = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constant(Number.NaN))
    fc.assert(
      fc.property(
        fc.array(confirmed, { maxLength: 80 }),
        fc.nat(40),
        fc.nat(20),
        fc.nat(),
        (values, late, count, seed) => {
          const confirmedMs = Float64Array.from(values)
          const recency = orderByRecency({ confirmedMs, size: Math.max(0, values.length - late) })
          const rows = values.flatMap((_, row) => (((seed >>> (row % 30)) & 1) === 0 ? [row] : []))
          const found = latestRows(
            { confirmedMs, recency },
            bitsOf(Uint32Array.from(rows), values.length),
            (a, b) => a - b,
            count,
          )
          const key = (row: number) => (Number.isNaN(values[row]) ? -1 : (values[row] ?? -1))
          expect(found).toEqual(rows.sort((a, b) => key(b) - key(a) || a - b).slice(0, count))
        },
      ),
    )
  })
})

function countOnes(word: number): number {
  return (word >>> 0).toString(2).replaceAll('0', '').length
}
