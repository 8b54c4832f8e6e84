import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { refreshCatalogue } from '#app/domain/search/catalogue.server'
import { confirmSite, discardDraft } from '#app/domain/sites/commands/confirm-site.server'
import { openDraft } from '#app/domain/sites/commands/save-draft.server'
import { PassportPage } from '#app/domain/sites/components/passport/passport-page'
import type { PassportData } from '#app/domain/sites/components/passport/passport-data'
import { SiteBar, type SiteBarData } from '#app/domain/sites/components/desk/site-bar'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { readPreview } from '#app/domain/sites/queries/read-preview.server'
import { env } from '#app/platform/env/env.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

const doneCodes = ['submitted', 'returned', 'published', 'discarded'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.read')
  const own = await readOwnDossier(actor, params.number ?? '')
  const passport: PassportData = { ...(await readPreview(actor, own)), styleUrl: env().basemap.styleUrl }
  const query = new URL(request.url).searchParams
  const { number, status, freshness, confirmedAt, canEdit, isEnded, version } = own
  const bar: SiteBarData = {
    ...{ number, status, freshness, confirmedAt, canEdit, isEnded },
    isPublic: own.published !== null,
    openState: version === null ? null : (version.state as SiteBarData['openState']),
    canReview: own.canReview && version?.state === 'in_review',
    isOwnWork: version?.isOwnWork ?? false,
    remarks: version?.state === 'changes_requested' ? version.remarks : [],
    done: doneCodes.find((code) => code === query.get('done')) ?? null,
    isDiscarding: query.get('ask') === 'discard',
  }
  return { passport, bar, title: `${number} · ${chooseText(passport.dossier.identity.name, lang).text}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const number = params.number ?? ''
  const here = `/akimat/sites/${number}`
  const intent = (await request.formData()).get('intent')
  const conflict = () => new Response(null, { status: 409 })
  switch (intent) {
    case 'open': {
      const verdict = await openDraft(actor, number)
      if (!verdict.ok) throw conflict()
      return redirect(pathIn(lang, `${here}/edit`), 303)
    }
    case 'confirm': {
      const verdict = await confirmSite(actor, number)
      if (!verdict.ok) throw conflict()
      await refreshCatalogue()
      const query = new URLSearchParams({ confirmed: number, previous: verdict.value.previous?.toISOString() ?? '' })
      return redirect(pathIn(lang, `/akimat?${query}`), 303)
    }
    case 'discard': {
      const verdict = await discardDraft(actor, number)
      if (!verdict.ok) throw conflict()
      return redirect(pathIn(lang, verdict.value.isSiteOver ? '/akimat?done=discarded' : `${here}?done=discarded`), 303)
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Site() {
  const { passport, bar } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-8">
      <SiteBar bar={bar} />
      <PassportPage data={passport} />
    </div>
  )
}
