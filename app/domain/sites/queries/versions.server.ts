import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { Dossier } from '../model'
import { groupOfField } from '../remarks'
import { parseDossier } from '../schema'
import type { VersionLine } from '../version-line'
import { visibleTo } from '../visible-to.server'

/** All versions of a site of the actor's territory, newest first; 404 for another site. */
export async function listVersions(actor: Actor, number: string): Promise<VersionLine[]> {
  const rows = await database().siteVersion.findMany({
    where: { site: { AND: [{ number }, visibleTo(actor)] } },
    omit: { dossier: true },
    include: { remarks: { orderBy: { createdAt: 'desc' } } },
    orderBy: { sequence: 'desc' },
  })
  if (rows.length === 0) throw notFound()
  const names = await namesOf(
    rows.flatMap((row) => [
      ...row.editorIds,
      ...[row.authorId, row.reviewerId].filter((id) => id !== null),
      ...row.remarks.map((remark) => remark.authorId),
    ]),
  )
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
  return rows.map((row, index): VersionLine => {
    // Versions published before this was kept became public when they were reviewed.
    const publishedOf = (version: typeof row) =>
      version.publishedAt ?? (version.state === 'published' ? version.reviewedAt : null)
    const next = rows.slice(0, index).findLast((later) => publishedOf(later) !== null)
    const publishedAt = publishedOf(row)
    return {
      sequence: row.sequence,
      state: row.state,
      isDiscarded: row.state === 'superseded' && publishedAt === null,
      createdAt: row.createdAt.toISOString(),
      author: nameOf(row.authorId),
      editors: row.editorIds.filter((id) => id !== row.authorId).map(nameOf),
      submittedAt: row.submittedAt?.toISOString() ?? null,
      reviewer: row.reviewerId === null ? null : nameOf(row.reviewerId),
      reviewedAt: row.reviewedAt?.toISOString() ?? null,
      publishedAt: publishedAt?.toISOString() ?? null,
      publicUntil: (publishedAt && next && publishedOf(next)?.toISOString()) ?? null,
      remarks: row.remarks.map(({ field, text, authorId, createdAt }) => ({
        ...{ field, text, group: groupOfField(field) },
        author: nameOf(authorId),
        at: createdAt.toISOString(),
      })),
    }
  })
}

/** The dossier of one version; 404 when the site has none of that number. */
export async function readVersion(actor: Actor, number: string, sequence: number): Promise<Dossier> {
  const row = await database().siteVersion.findFirst({
    where: { sequence, site: { AND: [{ number }, visibleTo(actor)] } },
    select: { dossier: true },
  })
  if (row === null) throw notFound()
  return parseDossier(row.dossier)
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const people = await database().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(people.map((person) => [person.id, person.name]))
}
