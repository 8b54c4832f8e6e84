import { writeConfirmations } from '#app/domain/sites/confirmation-schema'
import type { Tx } from '#app/platform/db/client.server'
import type { StoredImage } from '#app/platform/storage/images.server'
import type { StoredPaper } from '#app/platform/storage/papers.server'
import { stableId } from '#seeds/builders/stable-id'
import { writeBundles } from './bundles'
import type { DemoPart } from './demo-part'
import { editorOf } from './demo-people'
import { buildDemoSites, fileIdOf, type DemoSite } from './demo-sites'
import type { DrawingName } from './drawings/catalogue'
import { storeDrawings } from './store-drawings'
import { storePapers } from './store-papers'
import { remarkRows, versionRows } from './version-rows'

type Prepared = { sites: DemoSite[]; pictures: Map<DrawingName, StoredImage>; papers: Map<string, StoredPaper> }

export const sitesPart: DemoPart<Prepared> = {
  key: 'demo-sites',

  async prepare({ reference, storage, now }) {
    const sites = buildDemoSites(reference.towns, now)
    const [pictures, papers] = await Promise.all([storeDrawings(storage), storePapers(sites, storage)])
    return { sites, pictures, papers }
  },

  async write(tx, { sites, pictures, papers }) {
    await writeBundles(tx, sites)
    // Wholes before their units.
    await tx.site.createMany({ data: sites.filter(({ partOf }) => partOf === null).map(siteRow) })
    await tx.site.createMany({ data: sites.filter(({ partOf }) => partOf !== null).map(siteRow) })
    await tx.siteFile.createMany({
      data: sites.flatMap((site) => [...photoRows(site, pictures), ...paperRows(site, papers)]),
    })
    await tx.siteVersion.createMany({ data: sites.flatMap(versionRows) })
    await tx.reviewRemark.createMany({ data: sites.flatMap(remarkRows) })
    await pointToVersions(tx)
  },
}

function siteRow(site: DemoSite) {
  const { id, number, townKey, kind, status, statusNote, confirmed, publishedAt, endedAt, createdAt } = site
  const isEnded = status === 'withdrawn'
  return {
    ...{ id, number, townKey, kind, status, publishedAt, endedAt, createdAt },
    statusNote: isEnded ? null : statusNote,
    endReason: isEnded ? statusNote : null,
    confirmations: writeConfirmations({ groups: confirmed?.confirmations ?? {} }),
    confirmedAt: confirmed?.confirmedAt ?? null,
    confirmBy: confirmed?.confirmBy ?? null,
    parentId: site.partOf === null ? null : stableId(`site:${site.partOf}`),
    bundleId: site.bundle === null ? null : stableId(`bundle:${site.bundle}`),
    isDemo: true,
    changedAt: site.confirmedAt ?? createdAt,
    createdById: editorOf(townKey),
  }
}

function photoRows({ id, number, townKey, drawings, createdAt }: DemoSite, pictures: Prepared['pictures']) {
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

function paperRows({ id, townKey, papers, createdAt }: DemoSite, stored: Prepared['papers']) {
  return papers.map(({ fileId, fileName }) => {
    const paper = stored.get(fileId)
    if (!paper) throw new Error(`No paper ${fileName}`)
    const { sha256, contentType, bytes } = paper
    return {
      ...{ sha256, contentType, bytes, fileName, createdAt, kind: 'paper' as const },
      id: fileId,
      siteId: id,
      uploadedBy: editorOf(townKey),
    }
  })
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
