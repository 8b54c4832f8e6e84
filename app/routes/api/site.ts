import { visitor } from '#app/domain/accounts/model'
import { presentDossier } from '#app/domain/sites/public-dossier'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { readTown } from '#app/domain/towns/queries.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { onlyReads, publicJson, publicProblem } from '#app/platform/http/public-json.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const site = await readPassport(visitor, params.number ?? '')
  if (site === null) {
    return publicProblem({ status: 404, code: 'not_found', title: 'There is no public site with this number.' })
  }
  const town = await readTown(site.townKey)
  return publicJson(request, presentDossier(site, town?.regionKey ?? null, publicOrigin(), new Date()))
}

export const action = onlyReads
