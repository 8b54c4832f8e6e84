import { changeNumbers, digestDay, readNumbers, watchQuery } from '#app/domain/alerts/rules'
import { readDone, writeDone, type Done } from '#app/domain/alerts/done'
import { limits } from '#app/domain/alerts/model'
import { emptyCriteria } from '#app/domain/search/schema'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

const number = fc.integer({ min: 1, max: 9_999_999 }).map((running) => `BLQ-${String(running).padStart(4, '0')}`)
const list = fc.uniqueArray(number, { maxLength: limits.cookieSites })

describe('the numbers of a cookie', () => {
  test('are read as they were written, whatever stands between them', () => {
    fc.assert(
      fc.property(list, fc.string(), (numbers, junk) => {
        const noise = junk.replaceAll('.', '')
        expect(readNumbers([...numbers, noise].join('.'))).toEqual(numbers)
      }),
    )
  })

  test('change as a set with the newest first, and undo gives the others back', () => {
    fc.assert(
      fc.property(list, number, (numbers, added) => {
        const kept = changeNumbers(numbers, added, true)
        const others = numbers.filter((other) => other !== added)
        expect(kept).toEqual(others.length === limits.cookieSites ? null : [added, ...others])
        expect(changeNumbers(kept ?? numbers, added, false)).toEqual(others)
      }),
    )
  })
})

test.each([
  ['2026-06-08T03:59:59Z', '2026-06-07'],
  ['2026-06-08T04:00:00Z', '2026-06-08'],
  ['2026-06-08T18:59:00Z', '2026-06-08'],
  ['2026-06-08T19:00:00Z', '2026-06-08'],
])('at %s the digest of %s is due', (moment, day) => {
  expect(digestDay(new Date(moment))).toBe(day)
})

it('writes a search without the page that is looked at', () => {
  expect(watchQuery({ ...emptyCriteria(), towns: ['balkhash'], page: 4, size: 50 })).toBe('town=balkhash')
})

describe('what was done', () => {
  const all: Done[] = [
    { kind: 'added', number: 'BLQ-0042' },
    { kind: 'removed', number: 'BLQ-0042' },
    { kind: 'search_removed', wish: { query: 'town=balkhash', title: 'A & B', rhythm: 'daily' } },
    { kind: 'saved' },
    { kind: 'confirmed' },
    { kind: 'rhythm_saved' },
    { kind: 'full' },
  ]
  test.each(all)('is read as it was written: $kind', (done) => {
    expect(readDone(new URLSearchParams(writeDone(done).toString()))).toEqual(done)
  })

  test.each(['', 'done=x', 'done=added', 'done=added&number=<b>', 'done=search_removed&title=', 'done=removed'])(
    'is nothing in "%s"',
    (query) => expect(readDone(new URLSearchParams(query))).toBeNull(),
  )
})
