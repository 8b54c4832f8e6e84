import { readCard, readCommitments, readId } from '#app/domain/search/cards'
import { clusterRows } from '#app/domain/search/clusters'
import { addRow, compactColumns, makeColumns, removeRow, type Columns } from '#app/domain/search/columns'
import { freshnessEdges } from '#app/domain/search/freshness'
import type { Criteria } from '#app/domain/search/model'
import { passThrough } from '#app/domain/search/pass'
import { readRow } from '#app/domain/search/row'
import { answerSearch } from '#app/domain/search/rules'
import { emptyCommitment } from '#app/domain/sites/empty-dossier'
import type { PublishedSite } from '#app/domain/sites/public-site'
import { criteriaOf, now, places, sitesOf } from '#tests/builders/catalogue-samples'
import { zoneOf } from '#tests/builders/rule-sets'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const rowOf = (site: PublishedSite) => readRow(site, places, zoneOf(site))
const columnsOf = (sites: PublishedSite[]) => makeColumns(sites.map(rowOf), places)
const edges = freshnessEdges(now)

/** Everything that a search and a map show; circles in any order, since that of equal ones is not promised. */
function answerAll(columns: Columns, criteria: Criteria) {
  const answer = answerSearch(columns, { ...criteria, page: 1, size: 100 }, now)
  const { clusters, pins } = clusterRows(columns, passThrough(columns, criteria, now), 6)
  const counts = clusters.map(({ count }) => count).sort((left, right) => left - right)
  return { answer, counts, pins: pins.map(({ number }) => number).sort() }
}

it('answers alike whatever the order of the rows', () => {
  fc.assert(
    fc.property(sitesOf(), criteriaOf(), (sites, criteria) => {
      expect(answerAll(columnsOf(sites.toReversed()), criteria)).toEqual(answerAll(columnsOf(sites), criteria))
    }),
  )
})

it('answers after changes as if it had been made anew, before and after it is compacted', () => {
  fc.assert(
    fc.property(
      sitesOf(),
      sitesOf(),
      fc.array(fc.nat(29), { maxLength: 10 }),
      criteriaOf(),
      (before, after, gone, criteria) => {
        const columns = columnsOf(before)
        const rows = new Map(before.map(({ id }, row) => [id, row]))
        for (let row = 0; row < columns.size; row++) rows.set(readId(columns, row), row)
        const sites = new Map(before.map((site) => [site.id, site]))
        const drop = (id: string) => {
          const row = rows.get(id)
          if (row !== undefined) removeRow(columns, row)
          rows.delete(id)
          sites.delete(id)
        }
        for (const site of after) {
          drop(site.id)
          rows.set(site.id, addRow(columns, rowOf(site)))
          sites.set(site.id, site)
        }
        for (const id of gone) drop(String(id))
        const anew = answerAll(columnsOf([...sites.values()]), criteria)
        expect(answerAll(columns, criteria)).toEqual(anew)
        const compact = compactColumns(columns)
        expect([compact.size, compact.live]).toEqual([sites.size, sites.size])
        expect(compact.version).toBeGreaterThan(columns.version)
        expect(answerAll(compact, criteria)).toEqual(anew)
      },
    ),
    { numRuns: 200 },
  )
})

it('gives cards, ids and commitments back as they were said', () => {
  const odd = fc.record({
    id: fc.oneof(fc.uuid(), fc.string()),
    number: fc.oneof(fc.constantFrom('BLQ-0042', 'SITE-12345678', 'ъ 1'), fc.string({ minLength: 1 })),
    name: fc.string({ unit: 'grapheme' }),
    price: fc.integer({ min: 0, max: 1e15 }),
    area: fc.double({ min: 0, max: 1e8, noNaN: true }).map((area) => area + 0),
  })
  fc.assert(
    fc.property(sitesOf(), fc.array(odd, { minLength: 30, maxLength: 30 }), (sites, odds) => {
      const rows = sites.map((site, index) => {
        const { id, number, name, price, area } = odds[index] ?? { id: '', number: 'A', name: '', price: 1, area: 1 }
        const row = rowOf(site)
        const commitments = price % 2 === 0 ? [{ ...emptyCommitment(id), work: 'water' as const }] : []
        const photo = {
          fileId: id,
          alt: { kk: '', ru: name, en: 'Roof' },
          width: 1600,
          height: 900,
          widths: [320, 960],
        }
        const card = { ...row.card, photo, number, name: { kk: name, ru: ` ${name} `, en: '' }, areaM2: area }
        return {
          ...row,
          id,
          commitments,
          card: { ...card, price: { kind: 'purchase' as const, amount: price, isNegotiable: true } },
        }
      })
      const columns = makeColumns(rows, places)
      const read = Array.from({ length: columns.size }, (_, row) => {
        const { freshness, isAreaWhole, ...card } = readCard(columns, row, edges)
        return { id: readId(columns, row), card, commitments: readCommitments(columns, row), freshness, isAreaWhole }
      })
      const sorted = (cards: { id: string; card: object }[]) =>
        cards.map((one) => JSON.stringify([one.id, Object.entries(one.card).sort()])).sort()
      const inOrder = (list: readonly string[]) => [...list].sort()
      const tidy = <Card extends { sectors: string[]; tenures: string[] }>(card: Card) => ({
        ...card,
        sectors: inOrder(card.sectors),
        tenures: inOrder(card.tenures),
      })
      expect(sorted(read.map(({ id, card }) => ({ id, card: tidy(card) })))).toEqual(
        sorted(rows.map(({ id, card }) => ({ id, card: tidy(card) }))),
      )
      expect(read.map(({ commitments }) => commitments.length).sort()).toEqual(
        rows.map(({ commitments }) => commitments.length).sort(),
      )
    }),
    { numRuns: 60 },
  )
})
