import { requireRight } from '#app/domain/accounts/session.server'
import { DemandPage, type DemandData } from '#app/domain/insight/components/demand-page'
import { listDemandTowns, readDemand } from '#app/domain/insight/queries.server'
import { listTowns } from '#app/domain/towns/queries.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'demand.read')
  const own = await listDemandTowns(actor)
  const asked = new URL(request.url).searchParams.get('town')
  const townKey = own.find((key) => key === asked) ?? own[0]
  const towns = (await listTowns()).filter(({ key }) => own.includes(key))
  const data: DemandData = {
    demand: townKey === undefined ? null : await readDemand(actor, townKey),
    towns: towns.map(({ key, name }) => ({ key, name: name[lang] })),
  }
  return { data, title: translator(lang)('insight.demand.title') }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function AkimatDemand() {
  return <DemandPage data={useLoaderData<typeof loader>().data} />
}
