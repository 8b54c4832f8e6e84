import { addDays, toLocalDate, type LocalDate } from '#app/domain/kernel/local-date'
import type { Officer, RoutingQuestion, ServiceAssignment } from '#app/domain/routing/model'
import { chooseAssignee, chooseBody, holdsOn } from '#app/domain/routing/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const d = toLocalDate

/** Karaganda: Saryarka is replaced by a new SPK on 1 July 2026. Ulytau: an akimat only. */
const assignments: ServiceAssignment[] = [
  { bodyId: 'saryarka', kind: 'spk', regionKey: 'karaganda', from: null, until: d('2026-07-01') },
  { bodyId: 'central', kind: 'spk', regionKey: 'karaganda', from: d('2026-07-01'), until: null },
  { bodyId: 'akimat-karaganda', kind: 'akimat', regionKey: 'karaganda', from: null, until: null },
  { bodyId: 'akimat-ulytau', kind: 'akimat', regionKey: 'ulytau', from: d('2022-06-08'), until: null },
]

function ask(changes: Partial<RoutingQuestion>): RoutingQuestion {
  return { site: {}, regionKey: 'karaganda', day: d('2026-06-08'), assignments, platformBodyId: 'platform', ...changes }
}

describe('chooseBody', () => {
  const operator = { bodyId: 'zone-saran', from: d('2026-01-01'), until: d('2026-06-09') }

  it.each<[string, Partial<RoutingQuestion>, string, string]>([
    ['the SPK of the region', {}, 'saryarka', 'spk_of_region'],
    ['the operator of the zone', { site: { override: operator } }, 'zone-saran', 'site_override'],
    ['no operator any more', { site: { override: operator }, day: d('2026-06-09') }, 'saryarka', 'spk_of_region'],
    ['no operator', { site: { override: null } }, 'saryarka', 'spk_of_region'],
    ['the last day before a reorganisation', { day: d('2026-06-30') }, 'saryarka', 'spk_of_region'],
    ['the day of a reorganisation', { day: d('2026-07-01') }, 'central', 'spk_of_region'],
    ['a region without SPK', { regionKey: 'ulytau' }, 'akimat-ulytau', 'akimat_of_region'],
    ['a region before it existed', { regionKey: 'ulytau', day: d('2022-06-07') }, 'platform', 'platform_desk'],
    ['an unknown region', { regionKey: 'atlantis' }, 'platform', 'platform_desk'],
    ['no assignments at all', { assignments: [] }, 'platform', 'platform_desk'],
  ])('%s', (_, changes, bodyId, reason) => {
    expect(chooseBody(ask(changes))).toMatchObject({ bodyId, reason })
  })

  it('says since when the body serves the region', () => {
    expect(chooseBody(ask({ day: d('2026-08-03') }))).toEqual({
      bodyId: 'central',
      reason: 'spk_of_region',
      params: { region: 'karaganda', day: '2026-08-03', since: '2026-07-01' },
    })
  })

  it('takes the body that began last where two serve a region on one day', () => {
    const newest: ServiceAssignment = {
      bodyId: 'newest',
      kind: 'spk',
      regionKey: 'karaganda',
      from: d('2026-07-15'),
      until: null,
    }
    const overlapping = [...assignments, newest]
    expect(chooseBody(ask({ assignments: overlapping, day: d('2026-07-14') })).bodyId).toBe('central')
    expect(chooseBody(ask({ assignments: overlapping, day: d('2026-07-15') })).bodyId).toBe('newest')
  })

  const days = fc.integer({ min: 0, max: 60 }).map((count) => addDays(d('2026-06-01'), count))
  const edges = fc.option(days, { nil: null })
  const regions = fc.constantFrom('karaganda', 'ulytau', 'abai')
  const anyAssignment: fc.Arbitrary<ServiceAssignment> = fc.record({
    bodyId: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('spk', 'akimat'),
    regionKey: regions,
    from: edges,
    until: edges,
  })
  const questions: fc.Arbitrary<RoutingQuestion> = fc.record({
    site: fc.record({
      override: fc.option(fc.record({ bodyId: fc.constant('operator'), from: edges, until: edges }), { nil: null }),
    }),
    regionKey: regions,
    day: days,
    assignments: fc.array(anyAssignment, { maxLength: 12 }),
    platformBodyId: fc.constant('platform'),
  })

  it('always chooses exactly one body, and one that the reason names on that day', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { bodyId, reason, params } = chooseBody(question)
        const holds = (kind: string, id?: string) =>
          question.assignments.some(
            (assignment) =>
              assignment.kind === kind &&
              assignment.regionKey === question.regionKey &&
              (id === undefined || assignment.bodyId === id) &&
              isWithin(assignment.from, assignment.until, question.day),
          )
        const override = question.site.override
        const isOverridden = !!override && isWithin(override.from, override.until, question.day)
        const expected = isOverridden
          ? 'site_override'
          : holds('spk')
            ? 'spk_of_region'
            : holds('akimat')
              ? 'akimat_of_region'
              : 'platform_desk'
        expect(reason).toBe(expected)
        expect(params).toMatchObject({ region: question.regionKey, day: question.day })
        const isRight = {
          site_override: bodyId === 'operator',
          spk_of_region: holds('spk', bodyId),
          akimat_of_region: holds('akimat', bodyId),
          platform_desk: bodyId === 'platform',
        }
        expect(isRight[reason]).toBe(true)
      }),
    )
  })

  it('does not depend on the order of the assignments', () => {
    const shuffled = questions.chain((question) =>
      fc.tuple(
        fc.constant(question),
        fc.shuffledSubarray([...question.assignments], { minLength: question.assignments.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([question, other]) => {
        expect(chooseBody({ ...question, assignments: other })).toEqual(chooseBody(question))
      }),
    )
  })

  it('an empty period holds on no day', () => {
    const period = { from: d('2026-06-08'), until: d('2026-06-08') }
    expect(holdsOn(period, d('2026-06-08'))).toBe(false)
    expect(holdsOn({ from: null, until: null }, d('2026-06-08'))).toBe(true)
  })
})

describe('chooseAssignee', () => {
  const officer = (userId: string, changes: Partial<Officer> = {}): Officer => ({
    userId,
    openCases: 3,
    isPresent: true,
    languages: ['kk', 'ru'],
    lastAssignedAt: new Date('2026-06-01T05:00:00Z'),
    ...changes,
  })
  const earlier = { lastAssignedAt: new Date('2026-05-01T05:00:00Z') }

  it.each<[string, Officer[], string]>([
    ['the fewest open cases', [officer('a'), officer('b', { openCases: 2 }), officer('c', { openCases: 9 })], 'b'],
    ['the longest idle of equals', [officer('a'), officer('b', earlier)], 'b'],
    ['who never had a case, of equals', [officer('a', earlier), officer('b', { lastAssignedAt: null })], 'b'],
    [
      'the smaller id of the same',
      [officer('b', { lastAssignedAt: null }), officer('a', { lastAssignedAt: null })],
      'a',
    ],
    ['nobody absent', [officer('a', { openCases: 0, isPresent: false }), officer('b')], 'b'],
    ['nobody who lacks the language', [officer('a', { openCases: 0, languages: ['ru'] }), officer('b')], 'b'],
  ])('takes %s', (_, officers, userId) => {
    expect(chooseAssignee(officers, 'kk')).toEqual({ ok: true, value: userId })
  })

  it.each<[string, Officer[]]>([
    ['nobody_present', []],
    ['nobody_present', [officer('a', { isPresent: false })]],
    ['nobody_speaks_language', [officer('a'), officer('b', { languages: ['en'], isPresent: false })]],
  ])('says %s (case %#)', (code, officers) => {
    expect(chooseAssignee(officers, 'en')).toEqual({ ok: false, code })
  })
})

function isWithin(from: LocalDate | null, until: LocalDate | null, day: LocalDate): boolean {
  return (from ?? '0000') <= day && day < (until ?? '9999')
}
