import type { Tx } from '#app/platform/db/client.server'
import { stableId } from '#seeds/builders/stable-id'
import { editorOf } from './demo-people'
import type { DemoSite } from './demo-sites'

const names: Record<string, { nameKk: string; nameRu: string; nameEn: string }> = {
  'satpayev-plots': {
    nameKk: 'Индустриялық аймақтың № 5 және № 6 учаскелері',
    nameRu: 'Участки № 5 и № 6 индустриальной зоны',
    nameEn: 'Plots No. 5 and No. 6 of the industrial zone',
  },
}

/** The adjacent sites that can be had together; before the sites, which refer to them. */
export async function writeBundles(tx: Tx, sites: readonly DemoSite[]): Promise<void> {
  const firstOf = new Map(sites.flatMap((site) => (site.bundle === null ? [] : [[site.bundle, site] as const])))
  await tx.siteBundle.createMany({
    data: [...firstOf].map(([key, { townKey, createdAt }]) => {
      const name = names[key]
      if (!name) throw new Error(`No name for the bundle ${key}`)
      return { id: stableId(`bundle:${key}`), townKey, ...name, createdAt, createdById: editorOf(townKey) }
    }),
  })
}
