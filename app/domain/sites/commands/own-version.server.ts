import type { Actor } from '#app/domain/accounts/model'
import type { Action } from '#app/domain/accounts/policy'
import type { Tx } from '#app/platform/db/client.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { VersionState } from '../choices'
import { visibleTo } from '../visible-to.server'

/** States of a version that is not finished: a site has at most one such version. */
export const openStates = ['draft', 'in_review', 'changes_requested'] as const satisfies VersionState[]

/**
 * The site with its open version, locked until the transaction ends, so that two people who act on it at once are taken
 * one after the other. Throws 404 when the actor has no `action` on it; `version` is null when nothing is open.
 */
export async function lockOpenVersion(tx: Tx, actor: Actor, action: Action, number: string) {
  await tx.$queryRaw`SELECT 1 FROM "Site" WHERE "number" = ${number} FOR UPDATE`
  const site = await tx.site.findFirst({
    where: { AND: [{ number }, visibleTo(actor, action)] },
    include: {
      town: { select: { key: true, regionKey: true } },
      publishedVersion: true,
      versions: { where: { state: { in: [...openStates] } }, orderBy: { sequence: 'desc' }, take: 1 },
    },
  })
  if (site === null) throw notFound()
  return { site, version: site.versions[0] ?? null }
}

/** The editors of a version with the one who acts now among them: none of them may review it. */
export function editorsWith(actor: Actor, { editorIds }: { editorIds: string[] }): string[] {
  const editor = personId(actor)
  return editor === null || editorIds.includes(editor) ? editorIds : [...editorIds, editor]
}

/** Id of the person who acts; null for the product itself. */
export function personId(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.userId : null
}
