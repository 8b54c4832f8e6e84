import { expect, test } from 'vitest'
import { recipientsOf, stepToTell, toldMark, type AkimatMember, type ReminderStep } from './reminders'

const confirmBy = new Date('2026-11-20T05:00:00Z')
const daysLater = (days: number) => new Date(confirmBy.getTime() + days * 86_400_000)

test.each<[number, ReminderStep | null]>([
  [-20, null],
  [-14, null],
  [-13, 'due'],
  [1, 'stale'],
  [31, 'lapsed'],
])('%i days after the end of the term the step is %s, and it is told once', (days, step) => {
  const now = daysLater(days)
  expect(stepToTell(confirmBy, undefined, now)).toBe(step)
  if (step !== null) expect(stepToTell(confirmBy, toldMark(step, confirmBy), now)).toBeNull()
})

test('the next step and the next term are told anew', () => {
  const told = toldMark('due', confirmBy)
  expect(stepToTell(confirmBy, told, daysLater(1))).toBe('stale')
  expect(stepToTell(daysLater(90), told, daysLater(80))).toBe('due')
})

const place = { townKey: 'balkhash', regionKey: 'karaganda' }
const member = (userId: string, role: AkimatMember['role'], townKey: string | null = 'balkhash') => ({
  ...{ userId, role, townKey },
  regionKey: 'karaganda',
})
const editor = member('editor', 'akimat_editor')
const head = member('head', 'akimat_head')
const region = member('region', 'akimat_head', null)
const neighbour = member('neighbour', 'akimat_editor', 'temirtau')

test.each<[ReminderStep, AkimatMember[], string[]]>([
  ['due', [editor, head, region, neighbour], ['editor']],
  ['stale', [editor, head, region], ['editor']],
  ['lapsed', [editor, head, region], ['editor', 'head']],
  ['due', [head, region, neighbour], ['head']],
  ['stale', [region, neighbour], ['region']],
  ['lapsed', [neighbour], []],
])('of %s are told, when there are %j: %j', (step, members, told) => {
  expect(recipientsOf(step, place, members).map(({ userId }) => userId)).toEqual(told)
})
