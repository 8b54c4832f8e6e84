import { visitor } from '#app/domain/accounts/model'
import { listDemoAccounts, listOrganizations, readOrganization } from '#app/domain/accounts/queries.server'
import { addOrganization, addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { expect, it } from 'vitest'

const { db } = await testDatabase()
const akimat = await addOrganization(db, 'akimat-balkhash')
await db.organization.update({
  where: { id: akimat.id },
  data: { nameRu: 'Акимат города Балхаш', nameKk: 'Балқаш қаласының әкімдігі' },
})
const spk = await addOrganization(db, 'spk-saryarka', 'spk')
const head = await addPerson(db, { memberOf: { organizationId: akimat.id, role: 'akimat_head' } })
const admin = await signedIn(db, (await addPerson(db, { platformRole: 'admin' })).id)
const auditor = await signedIn(db, (await addPerson(db, { platformRole: 'auditor' })).id)
const member = await signedIn(db, head.id)
await db.invitation.create({
  data: {
    email: 'x@y.kz',
    role: 'spk_head',
    expiresAt: new Date('2026-03-09T10:00:00Z'),
    tokenHash: 'h',
    organizationId: spk.id,
    inviterId: admin.userId,
  },
})

const all = { q: '', kind: null }
const page = { page: 1, size: 20, skip: 0 }
const slugs = async (...args: Parameters<typeof listOrganizations>) =>
  (await listOrganizations(...args)).items.map((item) => item.slug)

it('lists organisations with their people, for the admin and the auditor', async () => {
  expect(await listOrganizations(admin, all, page)).toMatchObject({
    total: 2,
    items: [
      { slug: 'akimat-balkhash', kind: 'akimat', people: 1, invited: 0 },
      { slug: 'spk-saryarka', kind: 'spk', people: 0, invited: 1 },
    ],
  })
  expect(await slugs(auditor, all, page)).toEqual(['akimat-balkhash', 'spk-saryarka'])
  expect(await slugs(admin, all, { page: 2, size: 1, skip: 1 })).toEqual(['spk-saryarka'])
})

it.each([
  [{ q: 'балхаш', kind: null }, ['akimat-balkhash']],
  [{ q: 'БАЛҚАШ', kind: null }, ['akimat-balkhash']],
  [{ q: 'saryarka en', kind: null }, ['spk-saryarka']],
  [{ q: '', kind: 'spk' as const }, ['spk-saryarka']],
  [{ q: 'балхаш', kind: 'spk' as const }, []],
])('finds by %j', async (filter, expected) => {
  expect(await slugs(admin, filter, page)).toEqual(expected)
})

it('shows nothing to people without the right, not even their own organisation', async () => {
  expect(await slugs(member, all, page)).toEqual([])
  expect(await slugs(visitor, all, page)).toEqual([])
  await expect(readOrganization(member, 'akimat-balkhash')).rejects.toMatchObject({ status: 404 })
  await expect(readOrganization(admin, 'akimat-nowhere')).rejects.toMatchObject({ status: 404 })
})

it('reads an organisation with people and pending invitations', async () => {
  expect(await readOrganization(auditor, 'akimat-balkhash')).toMatchObject({
    name: { ru: 'Акимат города Балхаш' },
    people: [{ email: head.email, role: 'akimat_head' }],
    invitations: [],
  })
  const { invitations } = await readOrganization(admin, 'spk-saryarka', new Date('2026-03-10T00:00:00Z'))
  expect(invitations).toMatchObject([{ email: 'x@y.kz', state: 'expired', expiresAt: '2026-03-09T10:00:00.000Z' }])
})

it('offers the demo people that are there, and no real person with such an address', async () => {
  await addPerson(db, {
    email: 'editor@balkhash.demo',
    isDemo: true,
    memberOf: { organizationId: akimat.id, role: 'akimat_editor' },
  })
  await addPerson(db, { email: 'head@balkhash.demo' })
  expect(await listDemoAccounts(visitor)).toMatchObject([
    { email: 'editor@balkhash.demo', role: 'akimat_editor', organization: { ru: 'Акимат города Балхаш' } },
  ])
})
