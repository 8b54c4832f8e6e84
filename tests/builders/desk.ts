import type { Actor } from '#app/domain/accounts/model'
import { noFilter, type DeskView } from '#app/domain/sites/desk'
import type { OwnSite } from '#app/domain/sites/own-site'
import { readDeskTable } from '#app/domain/sites/queries/desk-sites.server'

/** The first page of the desk's table. */
export async function listed(actor: Actor, now = new Date(), view: DeskView = 'all'): Promise<OwnSite[]> {
  const page = { page: 1, size: 100, skip: 0 }
  return (await readDeskTable(actor, { view, filter: noFilter, page }, now)).items
}
