import { describe, expect, test } from 'vitest'
import { readRemarks } from './review-form'
import { readStatusForm } from './status-form'

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe('the remarks of a return', () => {
  test('are those that say something, each with what it is about', () => {
    const form = formOf({
      intent: 'return',
      remark: '  ',
      'remark.rights.price': ' Проверьте ',
      'remark.media': 'Фото',
    })
    expect(readRemarks(form)).toEqual({
      remarks: [
        { field: 'rights.price', text: 'Проверьте' },
        { field: 'media', text: 'Фото' },
      ],
    })
  })

  test('are asked for when there is none; what was typed stays', () => {
    const values = { remark: [' '], 'remark.media': [''] }
    expect(readRemarks(formOf({ remark: ' ', 'remark.media': '' }))).toEqual({
      reply: { errors: { remark: 'missing' }, values },
    })
  })

  test('may not be endless', () => {
    const long = 'а'.repeat(4001)
    expect(readRemarks(formOf({ 'remark.media': long }))).toEqual({
      reply: { errors: { 'remark.media': 'too_long' }, values: { 'remark.media': [long] } },
    })
  })
})

describe('a change of status', () => {
  test.each([
    [{ status: 'reserved', note: ' до марта ' }, { change: { status: 'reserved', note: 'до марта', reason: null } }],
    [{ status: 'withdrawn', reason: 'sold' }, { change: { status: 'withdrawn', note: '', reason: 'sold' } }],
    [{ status: 'published', reason: 'sold' }, { change: { status: 'published', note: '', reason: null } }],
    [
      { status: 'withdrawn', reason: 'discarded' },
      { reply: { errors: { reason: true }, values: { reason: 'discarded', note: '' } } },
    ],
    [{ status: 'draft' }, null],
    [{}, null],
  ])('%j', (typed, read) => {
    expect(readStatusForm(formOf(typed as Record<string, string>))).toEqual(read)
  })

  test('takes a line for a note', () => {
    const read = readStatusForm(formOf({ status: 'occupied', note: 'х'.repeat(301) }))
    expect(read).toMatchObject({ reply: { errors: { note: true } } })
  })
})
