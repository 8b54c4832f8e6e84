import { describe, expect, it } from 'vitest'
import { listChanges, splitActor } from './rules'

describe('the fields of an entry', () => {
  it('stand side by side by their names, with nothing where there was nothing', () => {
    expect(listChanges({ b: 1, a: 'x', gone: true }, { b: 2, a: null, list: ['ru'] })).toEqual([
      { field: 'a', before: 'x', after: null },
      { field: 'b', before: '1', after: '2' },
      { field: 'gone', before: 'true', after: null },
      { field: 'list', before: null, after: '["ru"]' },
    ])
  })

  it('are none of an entry that says nothing any more', () => {
    expect(listChanges(null, null)).toEqual([])
  })
})

it.each([
  ['person:7', 'person', '7'],
  ['job:send-mail', 'job', 'send-mail'],
  ['visitor', 'visitor', ''],
  ['system', 'system', ''],
  ['database:postgres', 'database', 'postgres'],
  ['somebody', 'database', 'somebody'],
])('the actor %s is a %s named "%s"', (actor, kind, name) => {
  expect(splitActor(actor)).toEqual({ kind, name })
})
