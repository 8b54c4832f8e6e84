import {
  visitor,
  type Actor,
  type Membership,
  type OrganizationKind,
  type PlatformRole,
} from '#app/domain/accounts/model'
import {
  canGiveRole,
  deskOf,
  invitationEnd,
  invitationStateAt,
  normalizeEmail,
  weaknessOf,
} from '#app/domain/accounts/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('invitationStateAt', () => {
  const end = new Date('2026-03-08T10:00:00Z')
  it.each([
    ['pending', '2026-03-08T09:59:59Z', 'open'],
    ['pending', '2026-03-08T10:00:00Z', 'expired'],
    ['pending', '2027-01-01T00:00:00Z', 'expired'],
    ['accepted', '2026-03-01T00:00:00Z', 'accepted'],
    ['accepted', '2027-01-01T00:00:00Z', 'accepted'],
    ['canceled', '2026-03-01T00:00:00Z', 'canceled'],
    ['what', '2026-03-01T00:00:00Z', 'canceled'],
  ])('%s at %s is %s', (status, now, state) => {
    expect(invitationStateAt({ status, expiresAt: end }, new Date(now))).toBe(state)
  })

  it('lasts a week', () => {
    expect(invitationEnd(new Date('2026-03-01T10:00:00Z'))).toEqual(end)
  })
})

describe('weaknessOf', () => {
  const person = { email: 'Aigerim.Sadykova@balkhash.kz', name: 'Айгерім Садықова' }
  it.each([
    ['short', 'password_short'],
    ['123456789', 'password_short'],
    ['a'.repeat(129), 'password_long'],
    ['aaaaaaaaaaaa', 'password_monotonous'],
    ['abababababab', 'password_monotonous'],
    ['aigerim.sadykova', 'password_personal'],
    ['Aigerim.Sadykova1', 'password_personal'],
    ['aigerim.sadykova@balkhash.kz', 'password_personal'],
    ['Садықова2026', 'password_personal'],
    ['Alan-demo-2026', null],
    ['көк дала мен тау', null],
    ['Садықова жазғы таңда', null],
  ])('%s: %s', (password, weakness) => {
    expect(weaknessOf(password, person)).toBe(weakness)
  })

  it('counts letters, not bytes', () => {
    expect(weaknessOf('🐎🐪🦅🌾🏔🐑🐺🦊🐻🐄', person)).toBe(null)
  })
})

it('normalizes an address once and for all', () => {
  expect(normalizeEmail('  Editor@Balkhash.Demo ')).toBe('editor@balkhash.demo')
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      expect(normalizeEmail(normalizeEmail(email))).toBe(normalizeEmail(email.toUpperCase()))
    }),
  )
})

it.each([
  ['akimat', 'akimat_head', true],
  ['akimat', 'spk_head', false],
  ['spk', 'spk_officer', true],
  ['company', 'akimat_editor', false],
  ['platform', 'spk_head', true],
  ['akimat', 'admin', false],
] as const)('in a %s the role %s: %s', (kind, role, isPossible) => {
  expect(canGiveRole(kind, role)).toBe(isPossible)
})

describe('deskOf', () => {
  const member = (kind: OrganizationKind) => ({ kind }) as Membership
  const person = (platformRole: PlatformRole | null, ...memberships: Membership[]) =>
    ({ kind: 'person', platformRole, memberships }) as Actor
  it.each([
    [visitor, '/account'],
    [person(null), '/account'],
    [person(null, member('company')), '/account'],
    [person(null, member('akimat')), '/akimat'],
    [person(null, member('company'), member('spk')), '/spk'],
    [person(null, member('platform')), '/spk'],
    [person('admin', member('akimat')), '/admin'],
    [person('auditor'), '/admin'],
  ] as const)('%#: %s', (actor, desk) => {
    expect(deskOf(actor)).toBe(desk)
  })
})
