import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { VersionsPage, type VersionsData } from '#app/domain/sites/components/versions/versions-page'
import { changedFields } from '#app/domain/sites/form/changes'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { listVersions, readVersion } from '#app/domain/sites/queries/versions.server'
import { chooseCompared } from '#app/domain/sites/version-line'
import { listIncentives } from '#app/domain/towns/queries.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.read')
  const number = params.number ?? ''
  const [own, versions, incentives] = await Promise.all([
    readOwnDossier(actor, number),
    listVersions(actor, number),
    listIncentives(),
  ])
  const query = new URL(request.url).searchParams
  const pair = chooseCompared(versions, query.get('from'), query.get('to'))
  const compared = pair && {
    ...pair,
    changes: changedFields(
      own.kind,
      await readVersion(actor, number, pair.from),
      await readVersion(actor, number, pair.to),
    ),
  }
  const dossier = own.version?.dossier ?? own.published
  const data: VersionsData = {
    number,
    name: dossier ? chooseText(dossier.identity.name, lang).text : number,
    versions,
    compared,
    incentives: incentives.map(({ key, name }) => ({ key, name })),
  }
  return { data, title: translator(lang)('review.versions.of', { number }) }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SiteVersions() {
  return <VersionsPage data={useLoaderData<typeof loader>().data} />
}
