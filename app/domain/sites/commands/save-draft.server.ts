import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { isDeepStrictEqual } from 'node:util'
import type { SiteKind } from '../choices'
import type { Dossier } from '../model'
import type { SaveCode } from '../own-site'
import { DossierSchema, parseDossier } from '../schema'
import { editorsWith, lockOpenVersion, personId } from './own-version.server'

export type Saved = { revision: number; savedAt: string }

/** The save before this one. `order` is another one whenever entries of a list came, went or moved. */
export type LastSave = { revision: number; editorId: string | null; at: Date; order: string }

/**
 * Saves a part of the draft: `change` gets the stored dossier and returns the new one, or null when it does not fit on
 * what is stored. Says `rearranged` then, `conflict` when somebody saved after `revision`, `in_review` and `nothing_open`
 * when there is no draft to save to; then nothing is stored. A `revision` of null is for changes that fit on whatever was
 * saved before; `rearranges`: entries of a list came, went or moved. Without a difference nothing is stored either, and
 * nobody becomes an editor by looking.
 */
export async function saveDraft(
  actor: Actor,
  number: string,
  revision: number | null,
  change: (dossier: Dossier, kind: SiteKind, last: LastSave) => Dossier | null,
  now = new Date(),
  rearranges = false,
): Promise<Verdict<Saved, SaveCode>> {
  return inTransaction(database(), async (tx) => {
    const { site, version } = await lockOpenVersion(tx, actor, 'site.edit', number)
    if (version === null || site.endedAt !== null) return no('nothing_open')
    if (version.state === 'in_review') return no('in_review')
    if (revision !== null && version.revision !== revision) return conflictWith(tx, version)
    const before = parseDossier(version.dossier)
    const { sequence, arrangement } = version
    const last = { revision: version.revision, editorId: version.lastEditorId, at: version.updatedAt }
    const changed = change(before, site.kind, { ...last, order: `${sequence}.${arrangement}` })
    if (changed === null) return no('rearranged')
    const dossier = DossierSchema.parse(changed)
    if (isDeepStrictEqual(dossier, before)) return yes(savedAs(version))
    return yes(await store(tx, actor, version, { dossier, rearranges, now }))
  })
}

/**
 * Opens a new version of a published site as a copy of what is public, which stays visible meanwhile. Does nothing when
 * a version is open already. Says `ended` for a site that is over.
 */
export async function openDraft(actor: Actor, number: string): Promise<Verdict<{ revision: number }, 'ended'>> {
  return inTransaction(database(), async (tx) => {
    const { site, version } = await lockOpenVersion(tx, actor, 'site.edit', number)
    if (version !== null) return yes({ revision: version.revision })
    if (site.publishedVersion === null || site.endedAt !== null) return no('ended')
    const last = await tx.siteVersion.aggregate({ where: { siteId: site.id }, _max: { sequence: true } })
    const authorId = personId(actor)
    await tx.siteVersion.create({
      data: {
        siteId: site.id,
        sequence: (last._max.sequence ?? 0) + 1,
        dossier: parseDossier(site.publishedVersion.dossier),
        authorId,
        editorIds: authorId === null ? [] : [authorId],
      },
    })
    return yes({ revision: 1 })
  })
}

function savedAs(version: OpenVersion): Saved {
  return { revision: version.revision, savedAt: version.updatedAt.toISOString() }
}

type OpenVersion = NonNullable<Awaited<ReturnType<typeof lockOpenVersion>>['version']>

type Change = { dossier: Dossier; rearranges: boolean; now: Date }

async function store(tx: Tx, actor: Actor, version: OpenVersion, change: Change): Promise<Saved> {
  const { dossier, rearranges, now } = change
  const { revision } = await tx.siteVersion.update({
    where: { id: version.id },
    data: {
      ...{ dossier, dossierFormat: 2, updatedAt: now },
      editorIds: editorsWith(actor, version),
      lastEditorId: personId(actor),
      revision: { increment: 1 },
      arrangement: { increment: rearranges ? 1 : 0 },
    },
    select: { revision: true },
  })
  return { revision, savedAt: now.toISOString() }
}

async function conflictWith(tx: Tx, version: OpenVersion) {
  const editor =
    version.lastEditorId === null ? null : await tx.user.findUnique({ where: { id: version.lastEditorId } })
  return no('conflict', { who: editor?.name ?? '', at: version.updatedAt.toISOString(), revision: version.revision })
}
