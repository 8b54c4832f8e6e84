import { visitor } from '#app/domain/accounts/model'
import { readActiveRules } from '#app/domain/eligibility/queries.server'
import { judgeZone } from '#app/domain/eligibility/zone'
import { localDateOf } from '#app/domain/kernel/local-date'
import { presentDossier } from '#app/domain/sites/public-dossier'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { readRelatives } from '#app/domain/sites/queries/read-relatives.server'
import { readTown } from '#app/domain/towns/queries.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { onlyReads, publicJson, publicProblem } from '#app/platform/http/public-json.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const site = await readPassport(visitor, params.number ?? '')
  if (site === null) {
    return publicProblem({ status: 404, code: 'not_found', title: 'There is no public site with this number.' })
  }
  const [town, relatives] = await Promise.all([readTown(site.townKey), readRelatives(visitor, site.number)])
  const now = new Date()
  const today = localDateOf(now)
  const zone = judgeZone(await readActiveRules(visitor, today), site.dossier, site.kind, today)
  const told = { regionKey: town?.regionKey ?? null, zoneVerdict: zone.verdict, relatives, origin: publicOrigin(), now }
  return publicJson(request, presentDossier(site, told))
}

export const action = onlyReads
