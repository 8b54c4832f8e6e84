import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { eligibilitySlots } from '#app/domain/eligibility/components/eligibility-slots'
import { readPreviewEligibility } from '#app/domain/eligibility/queries.server'
import { refreshCatalogue } from '#app/domain/search/catalogue.server'
import { may } from '#app/domain/accounts/policy'
import { confirmSite } from '#app/domain/sites/commands/confirm-site.server'
import { discardDraft } from '#app/domain/sites/commands/discard-draft.server'
import { openDraft } from '#app/domain/sites/commands/save-draft.server'
import { PassportPage } from '#app/domain/sites/components/passport/passport-page'
import { nextStatuses } from '#app/domain/sites/lifecycle'
import { SiteBar } from '#app/domain/sites/components/desk/site-bar'
import { siteDone, type SiteBarData } from '#app/domain/sites/components/desk/site-bar-data'
import { makeVoice } from '#app/domain/sites/passport/said'
import { viewPassport } from '#app/domain/sites/passport/view-passport.server'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { readPreview } from '#app/domain/sites/queries/read-preview.server'
import { env } from '#app/platform/env/env.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.read')
  const own = await readOwnDossier(actor, params.number ?? '')
  const eligibility = await readPreviewEligibility(actor, own, lang)
  const { article234 } = eligibility
  const source = { ...(await readPreview(actor, own)), article234, styleUrl: env().basemap.styleUrl }
  const passport = viewPassport(source, makeVoice(lang, translator(lang)))
  const query = new URL(request.url).searchParams
  const { number, status, statusNote, endReason, freshness, confirmBy, canEdit, isEnded, version } = own
  const mayChange = may(actor, 'site.edit', { townKey: own.townKey, regionKey: own.regionKey })
  const bar: SiteBarData = {
    ...{ number, status, statusNote, endReason, freshness, confirmBy, canEdit, isEnded },
    ways: mayChange ? nextStatuses(status, own.published !== null) : [],
    isPublic: own.published !== null,
    openState: version === null ? null : (version.state as SiteBarData['openState']),
    canReview: own.canReview && version?.state === 'in_review',
    isOwnWork: version?.isOwnWork ?? false,
    remarks: version?.state === 'changes_requested' ? version.remarks : [],
    done: siteDone.find((code) => code === query.get('done')) ?? null,
    isDiscarding: query.get('ask') === 'discard',
  }
  return { passport, eligibility, bar, title: `${number} · ${chooseText(source.dossier.identity.name, lang).text}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const number = params.number ?? ''
  const here = `/akimat/sites/${number}`
  const intent = (await readForm(request)).get('intent')
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
      return redirect(pathIn(lang, `/akimat?confirmed=${number}`), 303)
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
  const { passport, eligibility, bar } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-8">
      <SiteBar bar={bar} />
      <PassportPage data={passport} {...eligibilitySlots(eligibility)} />
    </div>
  )
}
