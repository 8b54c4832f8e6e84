import type { Actor } from '#app/domain/accounts/model'
import { formatSiteNumber } from '#app/domain/kernel/identifiers'
import type { Localized } from '#app/domain/kernel/localized'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, isUniqueConflict, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { emptyDossier } from '../empty-dossier'
import type { Dossier } from '../model'
import { isDivisible } from '../premises-rules'
import { parseDossier } from '../schema'
import { idOfForm } from './form-id.server'
import { lockOpenVersion, personId } from './own-version.server'

/** `key` is made with the form: sent twice, it splits once. `areaM2` null: not known yet. */
export type Split = { key: string; units: { name: Localized; areaM2: number | null }[] }

/**
 * Makes premises out of a site: each a draft of its own with the next number of the town, which begins with the place, the
 * transport and the rights of the whole. Says `not_divisible` for land, for a unit and for a site that is over.
 */
export async function splitSite(
  actor: Actor,
  number: string,
  split: Split,
  now = new Date(),
): Promise<Verdict<{ numbers: string[] }, 'not_divisible'>> {
  const known = await unitsOfForm(actor, split.key)
  if (known !== null) return yes({ numbers: known })
  try {
    return await inTransaction(database(), (tx) => makeUnits(tx, actor, number, split, now))
  } catch (error) {
    const made = isUniqueConflict(error) ? await unitsOfForm(actor, split.key) : null
    if (made === null) throw error
    return yes({ numbers: made })
  }
}

async function makeUnits(
  tx: Tx,
  actor: Actor,
  number: string,
  { key, units }: Split,
  now: Date,
): Promise<Verdict<{ numbers: string[] }, 'not_divisible'>> {
  const { site, version } = await lockOpenVersion(tx, actor, 'site.edit', number)
  const said = version ?? site.publishedVersion
  if (!isDivisible(site.kind) || site.parentId !== null || site.endedAt !== null || said === null) {
    return no('not_divisible')
  }
  const whole = parseDossier(said.dossier)
  const { code, lastSiteNumber } = await tx.town.update({
    where: { key: site.townKey },
    data: { lastSiteNumber: { increment: units.length } },
  })
  const numbers = units.map((_, index) => {
    return formatSiteNumber({ townCode: code, running: lastSiteNumber - units.length + 1 + index })
  })
  const authorId = personId(actor)
  for (const [index, unit] of units.entries()) {
    await tx.site.create({
      data: {
        // The first one stands for the form.
        ...(index === 0 ? { id: idOfForm('split', key, authorId) } : {}),
        number: numbers[index] ?? '',
        townKey: site.townKey,
        kind: 'premises',
        isDemo: site.isDemo,
        parentId: site.id,
        createdById: authorId,
        createdAt: now,
        versions: {
          create: {
            sequence: 1,
            dossier: unitDossier(whole, unit),
            authorId,
            editorIds: authorId === null ? [] : [authorId],
          },
        },
      },
    })
  }
  return yes({ numbers })
}

/** What a unit has from its whole; its own area, and nothing about its networks: what is free for it is another question. */
function unitDossier(whole: Dossier, { name, areaM2 }: Split['units'][number]): Dossier {
  const unit = emptyDossier('premises')
  const { address, kato, cadastralNumbers, point } = whole.identity
  const [main] = whole.buildings
  return {
    ...unit,
    identity: { ...unit.identity, address, kato, cadastralNumbers, point, name },
    rights: { ...whole.rights, price: null, priceKind: null, priceNegotiable: false },
    buildings: unit.buildings.map((building) => ({
      ...building,
      totalAreaM2: areaM2,
      freeAreaM2: areaM2,
      ...(whole.buildings.length === 1 && main ? { yearBuilt: main.yearBuilt, walls: main.walls } : {}),
    })),
    transport: whole.transport,
    responsible: whole.responsible,
    notApplicable: whole.notApplicable.filter((field) => field.startsWith('rights.') || field.startsWith('transport.')),
  }
}

/** Numbers that this form has made before; null when it has made none. */
async function unitsOfForm(actor: Actor, key: string): Promise<string[] | null> {
  const first = await database().site.findFirst({
    where: { id: idOfForm('split', key, personId(actor)) },
    select: { parentId: true, createdAt: true },
  })
  if (first === null) return null
  const units = await database().site.findMany({
    where: { parentId: first.parentId, createdAt: first.createdAt, createdById: personId(actor) },
    select: { number: true },
    orderBy: { number: 'asc' },
  })
  return units.map((unit) => unit.number)
}
