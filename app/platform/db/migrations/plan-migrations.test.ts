import { describe, expect, it } from 'vitest'
import { planMigrations } from '#app/platform/db/migrations/plan-migrations'

const files = [
  { name: '1_init', checksum: 'a' },
  { name: '2_more', checksum: 'b' },
]
const row = (name: string, checksum: string, change = {}) => ({
  name,
  checksum,
  isFinished: true,
  isRolledBack: false,
  ...change,
})

describe('planMigrations', () => {
  it.each([
    ['an empty database', [], { ok: true, pending: ['1_init', '2_more'], ahead: [] }],
    ['a database one behind', [row('1_init', 'a')], { ok: true, pending: ['2_more'], ahead: [] }],
    ['an up-to-date database', [row('1_init', 'a'), row('2_more', 'b')], { ok: true, pending: [], ahead: [] }],
    [
      'a database of a newer version',
      [row('1_init', 'a'), row('2_more', 'b'), row('3_new', 'c')],
      { ok: true, pending: [], ahead: ['3_new'] },
    ],
    ['a text changed after it was applied', [row('1_init', 'z')], { ok: false, code: 'edited', name: '1_init' }],
    [
      'a migration that failed half-way',
      [row('1_init', 'a'), row('2_more', 'b', { isFinished: false })],
      { ok: false, code: 'failed', name: '2_more' },
    ],
    [
      'a failed one that was rolled back and applied again',
      [row('1_init', 'z', { isFinished: false, isRolledBack: true }), row('1_init', 'a')],
      { ok: true, pending: ['2_more'], ahead: [] },
    ],
    [
      'a rolled back one',
      [row('1_init', 'a'), row('2_more', 'b', { isFinished: false, isRolledBack: true })],
      { ok: true, pending: ['2_more'], ahead: [] },
    ],
  ])('%s', (_case, rows, expected) => {
    expect(planMigrations(files, rows)).toEqual(expected)
  })
})
