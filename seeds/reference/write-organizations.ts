import type { OrganizationKind } from '#app/domain/accounts/model'
import { toLocalDate, utcMidnightOf } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import type { Confidence } from '#app/domain/towns/model'
import type { Tx } from '#app/platform/db/client.server'
import type { Reference, ReferenceSpk } from './reference-data'

/** Slugs by which the rest of the product knows the bodies. */
export const slugOf = {
  spk: (key: string) => `spk-${key}`,
  townAkimat: (key: string) => `akimat-${key}`,
  regionAkimat: (key: string) => `akimat-region-${key}`,
  platform: 'platform',
} as const

type Body = {
  slug: string
  kind: OrganizationKind
  name: Localized
  townKey?: string
  regionKey?: string
  website?: string | null
  metadata?: string
  source?: string
  confidence?: Confidence
}

const platformDesk: Body = {
  slug: slugOf.platform,
  kind: 'platform',
  name: { kk: 'Алаң платформасының қызметі', ru: 'Служба платформы «Алаң»', en: 'Alań platform desk' },
}

/** Every body of the register: the platform's desk, the SPKs, the akimats of the regions and of the towns. */
export function listBodies({ regions, towns, spks }: Reference): Body[] {
  return [
    platformDesk,
    ...spks.map(describeSpk),
    ...regions.regions.map(({ key, akimat }) => ({
      slug: slugOf.regionAkimat(key),
      kind: 'akimat' as const,
      name: akimat,
      regionKey: key,
    })),
    ...towns.map(({ key, region, name }) => ({
      slug: slugOf.townAkimat(key),
      kind: 'akimat' as const,
      name: {
        kk: `${name.kk} қаласының әкімдігі`,
        ru: `Акимат города ${name.ru}`,
        en: `Akimat of ${name.en}`,
      },
      townKey: key,
      regionKey: region,
    })),
  ]
}

/** Adds the bodies and assignments that are missing. Those that exist belong to the admins and stay as they are. */
export async function writeOrganizations(tx: Tx, reference: Reference): Promise<void> {
  await tx.organization.createMany({
    data: listBodies(reference).map(({ name, ...body }) => ({
      ...body,
      name: name.ru,
      nameKk: name.kk,
      nameRu: name.ru,
      nameEn: name.en,
    })),
    skipDuplicates: true,
  })
  await writeAssignments(tx, reference)
}

async function writeAssignments(tx: Tx, { spks }: Reference): Promise<void> {
  const assigned = await tx.serviceAssignment.findMany({ select: { regionKey: true }, distinct: ['regionKey'] })
  const taken = new Set(assigned.map(({ regionKey }) => regionKey))
  const bodies = await tx.organization.findMany({ where: { kind: 'spk' }, select: { id: true, slug: true } })
  const idOf = new Map(bodies.map(({ id, slug }) => [slug, id]))
  const rows = spks.flatMap(({ key, serves, source, confidence }) =>
    serves
      .filter(({ region }) => !taken.has(region))
      .map(({ region, validFrom, validUntil }) => ({
        organizationId: idOf.get(slugOf.spk(key)) ?? '',
        regionKey: region,
        validFrom: toDate(validFrom),
        validUntil: toDate(validUntil),
        source,
        confidence,
      })),
  )
  await tx.serviceAssignment.createMany({ data: rows })
}

function describeSpk({ key, name, legalName, seat, website, note, source, confidence }: ReferenceSpk): Body {
  return {
    slug: slugOf.spk(key),
    kind: 'spk',
    name,
    website,
    metadata: JSON.stringify({ legalName, seat, note: note ?? null }),
    source,
    confidence,
  }
}

function toDate(day: string | null): Date | null {
  return day === null ? null : utcMidnightOf(toLocalDate(day))
}
