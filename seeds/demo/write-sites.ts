import type { Tx } from '#app/platform/db/client.server'
import type { StoredImage } from '#app/platform/storage/images.server'
import { stableId } from '#seeds/builders/stable-id'
import type { DemoPart } from './demo-part'
import { personIdOf } from './demo-people'
import { buildDemoSites, fileIdOf, type DemoSite } from './demo-sites'
import type { DrawingName } from './drawings/catalogue'
import { storeDrawings } from './store-drawings'

type Prepared = { sites: DemoSite[]; pictures: Map<DrawingName, StoredImage> }

export const sitesPart: DemoPart<Prepared> = {
  key: 'demo-sites',

  async prepare({ reference, storage, now }) {
    return { sites: buildDemoSites(reference.towns, now), pictures: await storeDrawings(storage) }
  },

  async write(tx, { sites, pictures }) {
    await tx.site.createMany({ data: sites.map(siteRow) })
    await tx.siteFile.createMany({ data: sites.flatMap((site) => fileRows(site, pictures)) })
    await tx.siteVersion.createMany({ data: sites.map(versionRow) })
    await tx.reviewRemark.createMany({ data: sites.filter(isReturned).map(remarkRow) })
    await pointToVersions(tx)
  },
}

function siteRow({ id, number, townKey, kind, status, confirmedAt, publishedAt, createdAt }: DemoSite) {
  return {
    ...{ id, number, townKey, kind, status, confirmedAt, publishedAt, createdAt },
    isDemo: true,
    changedAt: confirmedAt ?? createdAt,
    createdById: editorOf(townKey),
  }
}

function versionRow({ id, townKey, dossier, versionState, publishedAt, createdAt }: DemoSite) {
  const author = editorOf(townKey)
  const isReviewed = versionState === 'published' || versionState === 'changes_requested'
  const wasSubmitted = versionState !== 'draft'
  const submittedAt = publishedAt ?? createdAt
  return {
    id: stableId(`version:${id}`),
    siteId: id,
    sequence: 1,
    state: versionState,
    dossier,
    authorId: author,
    editorIds: [author],
    lastEditorId: author,
    submittedById: wasSubmitted ? author : null,
    submittedAt: wasSubmitted ? submittedAt : null,
    reviewerId: isReviewed ? personIdOf(`head@${townKey}.demo`) : null,
    reviewedAt: isReviewed ? submittedAt : null,
    createdAt,
  }
}

function fileRows({ id, number, townKey, drawings, createdAt }: DemoSite, pictures: Prepared['pictures']) {
  return drawings.map((drawing) => {
    const picture = pictures.get(drawing)
    if (!picture) throw new Error(`No picture ${drawing}`)
    const { sha256, contentType, bytes, width, height, widths } = picture
    return {
      ...{ sha256, contentType, bytes, width, height, widths, createdAt },
      id: fileIdOf(number, drawing),
      siteId: id,
      uploadedBy: editorOf(townKey),
    }
  })
}

function remarkRow({ id, townKey, createdAt }: DemoSite) {
  return {
    id: stableId(`remark:${id}`),
    versionId: stableId(`version:${id}`),
    field: 'utilities',
    text: 'Укажите свободную мощность по письму сетевой компании и приложите его номер и дату.',
    authorId: personIdOf(`head@${townKey}.demo`),
    createdAt,
  }
}

/** Published versions become the public face, and the towns go on counting after the numbers given here. */
async function pointToVersions(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Site" SET "publishedVersionId" = version.id FROM "SiteVersion" version
    WHERE version."siteId" = "Site".id AND version.state = 'published' AND "Site"."isDemo"
      AND "Site"."publishedVersionId" IS NULL`
  await tx.$executeRaw`
    UPDATE "Town" SET "lastSiteNumber" = greatest("lastSiteNumber", given.last)
    FROM (SELECT "townKey", max(substring(number FROM 5)::int) AS last FROM "Site" GROUP BY "townKey") given
    WHERE given."townKey" = "Town".key`
}

function isReturned({ versionState }: DemoSite): boolean {
  return versionState === 'changes_requested'
}

function editorOf(townKey: string): string {
  return personIdOf(`editor@${townKey}.demo`)
}
