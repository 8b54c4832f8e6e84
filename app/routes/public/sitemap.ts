import { visitor } from '#app/domain/accounts/model'
import { writeSitemap } from '#app/domain/search/sitemap'
import { listPublicNumbers } from '#app/domain/sites/queries/read-passport.server'
import { listTowns } from '#app/domain/towns/queries.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'

export async function loader() {
  const [sites, towns] = await Promise.all([listPublicNumbers(visitor), listTowns()])
  const pages = [
    ...['/', '/sites', '/towns', '/about'].map((path) => ({ path, changedAt: null })),
    ...towns.map((town) => ({ path: `/towns/${town.key}`, changedAt: null })),
    ...sites.map(({ number, changedAt }) => ({ path: `/sites/${number}`, changedAt })),
  ]
  return new Response(writeSitemap(publicOrigin(), pages), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=600' },
  })
}
