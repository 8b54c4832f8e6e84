import {
  memberRoles,
  rolesOfKind,
  visitor,
  type Actor,
  type MemberRole,
  type PlatformRole,
} from '#app/domain/accounts/model'
import {
  isOwnAccount,
  may,
  mayAny,
  onlyReads,
  permissions,
  type Action,
  type Subject,
} from '#app/domain/accounts/policy'
import { describe, expect, it } from 'vitest'

type Place = 'town' | 'region' | 'none'

/** A person with one role; akimat people belong to Balkhash or to its region. */
function personWith(role: MemberRole | PlatformRole, place: Place = 'town'): Actor {
  const base = { kind: 'person', userId: 'u', sessionId: 's', name: 'Аяна', email: 'a@b.kz', locale: 'kk' } as const
  if (role === 'admin' || role === 'auditor') return { ...base, platformRole: role, memberships: [] }
  const kind = role.startsWith('akimat') ? 'akimat' : role.startsWith('spk') ? 'spk' : 'company'
  return {
    ...base,
    platformRole: null,
    memberships: [
      {
        organizationId: 'own',
        slug: 'own',
        kind,
        role,
        name: { kk: '', ru: '', en: '' },
        townKey: kind === 'akimat' && place === 'town' ? 'balkhash' : null,
        regionKey: kind === 'akimat' && place !== 'none' ? 'karaganda' : null,
      },
    ],
  }
}

const own: Subject = { townKey: 'balkhash', regionKey: 'karaganda', organizationId: 'own' }
const otherTownOfRegion: Subject = { townKey: 'temirtau', regionKey: 'karaganda', organizationId: 'other' }
const elsewhere: Subject = { townKey: 'kentau', regionKey: 'turkistan', organizationId: 'other' }

const actions = Object.keys(permissions) as Action[]

/** Who may do what to a subject of their own; written out by hand, so that a change of the table is noticed here. */
const grants: Record<Action, (MemberRole | PlatformRole)[]> = {
  'site.read': ['akimat_editor', 'akimat_head', 'admin', 'auditor'],
  'demand.read': ['akimat_editor', 'akimat_head', 'admin', 'auditor'],
  'site.edit': ['akimat_editor', 'akimat_head'],
  'site.review': ['akimat_head'],
  'inquiry.read': ['spk_officer', 'spk_head', 'auditor'],
  'inquiry.answer': ['spk_officer', 'spk_head'],
  'inquiry.extend': ['spk_head'],
  'inquiry.redirect': ['spk_officer', 'spk_head'],
  'inquiry.assign': ['spk_head'],
  'inquiry.follow': ['akimat_editor', 'akimat_head', 'auditor'],
  'inquiry.advise': ['akimat_editor', 'akimat_head'],
  'organization.read': ['admin', 'auditor'],
  'organization.invite': ['admin'],
  'account.unlock': ['admin'],
  'outbox.read': ['admin'],
  'erasure.read': ['admin', 'auditor'],
  'erasure.carry_out': ['admin'],
  'ruleset.read': ['admin', 'auditor'],
  'ruleset.edit': ['admin'],
  'responsibility.read': ['admin', 'auditor'],
  'responsibility.edit': ['admin'],
  'webhook.read': ['spk_officer', 'spk_head', 'admin', 'auditor'],
  'webhook.manage': ['spk_head', 'admin'],
  'calendar.read': ['admin', 'auditor'],
  'calendar.edit': ['admin'],
  'terms.read': ['admin', 'auditor'],
  'terms.edit': ['admin'],
  'ledger.read': ['admin', 'auditor'],
  'jobs.read': ['admin', 'auditor'],
  'template.read': ['admin', 'auditor'],
  'template.edit': ['admin'],
}

describe.each([...memberRoles, 'admin', 'auditor'] as const)('%s', (role) => {
  const actor = personWith(role)
  const isPlatformRole = role === 'admin' || role === 'auditor'

  it.each(actions)('%s: own, other and elsewhere', (action) => {
    const isGranted = grants[action].includes(role)
    expect(may(actor, action)).toBe(isGranted)
    expect(may(actor, action, own)).toBe(isGranted)
    expect(may(actor, action, elsewhere)).toBe(isGranted && isPlatformRole)
    expect(may(actor, action, otherTownOfRegion)).toBe(isGranted && isPlatformRole)
    expect(may(actor, action, {})).toBe(isGranted && isPlatformRole)
    expect(mayAny(actor, action)).toBe(isGranted && isPlatformRole)
  })
})

it('reaches all towns of its region as the akimat of a region, and no other region', () => {
  const head = personWith('akimat_head', 'region')
  expect(may(head, 'site.review', own)).toBe(true)
  expect(may(head, 'site.review', otherTownOfRegion)).toBe(true)
  expect(may(head, 'site.review', elsewhere)).toBe(false)
})

it('gives nothing to an akimat without a place', () => {
  expect(may(personWith('akimat_head', 'none'), 'site.review', { townKey: undefined, regionKey: undefined })).toBe(
    false,
  )
})

it.each(actions)('%s is closed to visitors and open to the jobs of the product', (action) => {
  expect(may(visitor, action)).toBe(false)
  expect(may(visitor, action, own)).toBe(false)
  expect(may({ kind: 'system', name: 'seed' }, action, own)).toBe(true)
})

it('lets the auditor change nothing', () => {
  const reading: Action[] = [
    ...([
      'site.read',
      'demand.read',
      'inquiry.read',
      'inquiry.follow',
      'organization.read',
      'erasure.read',
      'ruleset.read',
    ] as const),
    ...(['responsibility.read', 'webhook.read', 'calendar.read', 'terms.read', 'ledger.read'] as const),
    ...(['jobs.read', 'template.read'] as const),
  ]
  expect(actions.filter((action) => may(personWith('auditor'), action))).toEqual(reading)
})

it('gives every role to exactly the organisations that can have it', () => {
  const roles = Object.values(rolesOfKind).flat()
  expect(new Set(roles)).toEqual(new Set(memberRoles))
  expect(rolesOfKind.akimat.some((role) => rolesOfKind.spk.includes(role))).toBe(false)
})

describe('who only reads', () => {
  it('is the auditor', () => {
    expect(onlyReads(personWith('auditor'))).toBe(true)
    for (const actor of [visitor, personWith('admin'), personWith('spk_head')]) expect(onlyReads(actor)).toBe(false)
  })

  it.each([
    ['/kk/sign-out', true],
    ['/ru/account', true],
    ['/ru/account.data', true],
    ['/en/account/security.data', true],
    ['/ru/notices', true],
    ['/ru/account/inquiries', false],
    ['/ru/accounting', false],
    ['/ru/admin/account', false],
    ['/ru/favourites', false],
    ['/xx/account', false],
  ])('finds %s a place of the own account: %s', (path, isOwn) => {
    expect(isOwnAccount(path)).toBe(isOwn)
  })
})
