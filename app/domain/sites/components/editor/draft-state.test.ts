import type { SaveReply } from '#app/domain/sites/editor-data'
import { emptyDossier } from '#app/domain/sites/empty-dossier'
import { summarize } from '#app/domain/sites/submission'
import { describe, expect, test } from 'vitest'
import { DraftState } from './draft-state'

type Saved = Extract<SaveReply, { ok: true }>

const stored = { 'land.plotHa': ['5,5'], 'land.freeHa': [''], 'land.flood': ['unknown'] }
const typedOf = (changes: Record<string, string> = {}) =>
  new Map(Object.entries({ 'land.plotHa': '5,5', 'land.freeHa': '', 'land.flood': 'unknown', ...changes }))

function replyOf(parts: Partial<Saved>): Saved {
  const summary = summarize('land', emptyDossier('land'), true)
  const zone: Saved['zone'] = { verdict: 'undetermined', items: [] }
  return {
    ok: true,
    revision: 2,
    savedAt: '',
    faults: {},
    conflicts: {},
    values: {},
    theirs: null,
    summary,
    zone,
    ...parts,
  }
}

const theirs = (values: Record<string, string[]>) => ({ values: { ...stored, ...values }, who: 'Ерлан', at: 'today' })

describe('what is sent', () => {
  test('is what was changed, with what it was based on', () => {
    const state = new DraftState(stored)
    expect([...state.changes(typedOf())]).toEqual([])
    expect([...state.changes(typedOf({ 'land.plotHa': '7' }))]).toEqual([['land.plotHa', '5,5']])
  })

  test('is not sent again once the server has it, however it writes it', () => {
    const state = new DraftState(stored)
    const typed = typedOf({ 'land.plotHa': '1 250' })
    state.take(replyOf({ values: { 'land.plotHa': ['1250'] } }), new Map([['land.plotHa', '1 250']]), typed)
    expect([...state.changes(typed)]).toEqual([])
    expect([...state.changes(typedOf({ 'land.plotHa': '1300' }))]).toEqual([['land.plotHa', '1250']])
  })

  test('is sent again while the server refuses it', () => {
    const state = new DraftState(stored)
    const typed = typedOf({ 'land.plotHa': 'две' })
    state.take(
      replyOf({ faults: { 'land.plotHa': { code: 'not_a_number' } } }),
      new Map([['land.plotHa', 'две']]),
      typed,
    )
    expect([...state.changes(typed)]).toEqual([['land.plotHa', '5,5']])
  })

  test('is sent again when another field of this save put it out', () => {
    const state = new DraftState({ ...stored, 'land.freeHa': ['3'] })
    const typed = typedOf({ 'land.plotHa': '2', 'land.freeHa': '3' })
    const values = { 'land.plotHa': ['2'], 'land.freeHa': [''] }
    state.take(replyOf({ values }), new Map([['land.plotHa', '2']]), typed)
    expect([...state.changes(typed)]).toEqual([['land.freeHa', '']])
  })
})

describe('what somebody else saved', () => {
  test('is taken over where nobody typed here', () => {
    const state = new DraftState(stored)
    const typed = typedOf({ 'land.freeHa': '2' })
    const reply = replyOf({ values: { 'land.freeHa': ['2'] }, theirs: theirs({ 'land.plotHa': ['9'] }) })
    expect(state.take(reply, new Map([['land.freeHa', '2']]), typed)).toEqual({ 'land.plotHa': ['9'] })
    expect([...state.changes(typedOf({ 'land.plotHa': '9', 'land.freeHa': '2' }))]).toEqual([])
  })

  test('leaves what was typed since, which then meets its old base', () => {
    const state = new DraftState(stored)
    const typed = typedOf({ 'land.freeHa': '2', 'land.plotHa': '6' })
    const reply = replyOf({ values: { 'land.freeHa': ['2'] }, theirs: theirs({ 'land.plotHa': ['9'] }) })
    expect(state.take(reply, new Map([['land.freeHa', '2']]), typed)).toEqual({})
    expect([...state.changes(typed)]).toEqual([['land.plotHa', '5,5']])
  })

  test.each(['mine', 'theirs'] as const)('in the same field waits for a decision: %s', (keeps) => {
    const state = new DraftState(stored)
    const typed = typedOf({ 'land.plotHa': '7' })
    const conflicts = { 'land.plotHa': { theirs: ['9'] } }
    state.take(replyOf({ conflicts, theirs: theirs({ 'land.plotHa': ['9'] }) }), new Map([['land.plotHa', '7']]), typed)
    expect(state.conflicts).toEqual({ 'land.plotHa': { theirs: ['9'], who: 'Ерлан', at: 'today' } })
    expect([...state.changes(typed)]).toEqual([])
    expect(state.decide('land.plotHa', keeps)).toEqual(keeps === 'theirs' ? ['9'] : null)
    expect(state.conflicts).toEqual({})
    const shown = keeps === 'theirs' ? typedOf({ 'land.plotHa': '9' }) : typed
    expect([...state.changes(shown)]).toEqual(keeps === 'theirs' ? [] : [['land.plotHa', '9']])
  })
})
