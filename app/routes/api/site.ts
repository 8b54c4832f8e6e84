import { visitor } from '#app/domain/accounts/model'
import { readActiveRules } from '#app/domain/eligibility/queries.server'
import { judgeZone } from '#app/domain/eligibility/zone'
import { localDateOf } from '#app/domain/kernel/local-date'
import { presentDossier } from '#app/domain/sites/public-dossier'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { readRelatives } from '#app/domain/sites/queries/read-relatives.server'
import { readTown } from '#app/domain/towns/queries.server'
import { KeptWhileAway } from '#app/platform/outage/kept-while-away.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { onlyReads, publicJson, publicProblem } from '#app/platform/http/public-json.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

/** Dossiers as everybody gets them, for as long as the database is away. */
const kept = new KeptWhileAway<Presented | null>(200)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const number = params.number ?? ''
  const dossier = await kept.read(number, () => present(number))
  if (dossier === null) {
    return publicProblem({ status: 404, code: 'not_found', title: 'There is no public site with this number.' })
  }
  return publicJson(request, dossier)
}

type Presented = ReturnType<typeof presentDossier>

async function present(number: string): Promise<Presented | null> {
  const site = await readPassport(visitor, number)
  if (site === null) return null
  const [town, relatives] = await Promise.all([readTown(site.townKey), readRelatives(visitor, site.number)])
  const now = new Date()
  const today = localDateOf(now)
  const zone = judgeZone(await readActiveRules(visitor, today), site.dossier, site.kind, today)
  const told = { regionKey: town?.regionKey ?? null, zoneVerdict: zone.verdict, relatives, origin: publicOrigin(), now }
  return presentDossier(site, told)
}

export const action = onlyReads
