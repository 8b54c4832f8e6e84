import { demoPassword } from '#app/domain/accounts/demo'
import { localDateOf } from '#app/domain/kernel/local-date'
import { isListed } from '#app/domain/towns/rules'
import { stableId } from '#seeds/builders/stable-id'
import { gatherFacts } from '#seeds/reference/write-towns'
import { hashPassword } from '#app/platform/secrets/password.server'
import { companySlug, listDemoPeople, type DemoPerson } from './demo-people'
import type { DemoContext, DemoPart } from './demo-part'

const company = {
  id: stableId('organization:company'),
  slug: companySlug,
  kind: 'company',
  name: 'ТОО «Дала Инвест»',
  nameKk: '«Дала Инвест» ЖШС',
  nameRu: 'ТОО «Дала Инвест»',
  nameEn: 'Dala Invest LLP',
}

/** Demo people with one password, hashed once: a hash takes a tenth of a second, and there are a hundred of them. */
export const peoplePart: DemoPart<{ people: DemoPerson[]; password: string }> = {
  key: 'demo-people',

  async prepare({ reference, now }) {
    return { people: listPeople(reference, now), password: await hashPassword(demoPassword) }
  },

  async write(tx, { people, password }, { now }) {
    await tx.organization.createMany({ data: [company], skipDuplicates: true })
    const organizations = await tx.organization.findMany({ select: { id: true, slug: true } })
    const idOf = new Map(organizations.map(({ id, slug }) => [slug, id]))
    await tx.user.createMany({
      data: people.map(({ id, email, name, languages, platformRole }) => ({
        ...{ id, email, name, languages, role: platformRole, createdAt: now },
        emailVerified: true,
        isDemo: true,
      })),
    })
    await tx.account.createMany({
      data: people.map(({ id, email }) => ({
        id: stableId(`account:${email}`),
        accountId: id,
        userId: id,
        providerId: 'credential',
        password,
      })),
    })
    await tx.member.createMany({
      data: people.flatMap(({ id, email, membership }) => {
        const organizationId = membership && idOf.get(membership.slug)
        return organizationId
          ? [{ id: stableId(`member:${email}`), userId: id, organizationId, role: membership.role }]
          : []
      }),
    })
  },
}

function listPeople({ towns, sources, spks, regions }: DemoContext['reference'], now: Date): DemoPerson[] {
  const today = localDateOf(now)
  const listed = towns.filter((town) => isListed(gatherFacts(town, sources).statuses, today))
  return listDemoPeople({
    listedTowns: listed.map(({ key }) => key),
    spks: spks.map(({ key }) => key),
    regions: regions.regions.map(({ key }) => key),
  })
}
