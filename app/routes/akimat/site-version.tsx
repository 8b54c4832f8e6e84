import { requireRight } from '#app/domain/accounts/session.server'
import { eligibilitySlots } from '#app/domain/eligibility/components/eligibility-slots'
import { readPreviewEligibility } from '#app/domain/eligibility/queries.server'
import { PassportPage } from '#app/domain/sites/components/passport/passport-page'
import { makeVoice } from '#app/domain/sites/passport/said'
import { viewPassport } from '#app/domain/sites/passport/view-passport.server'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { readPreview } from '#app/domain/sites/queries/read-preview.server'
import { readVersion } from '#app/domain/sites/queries/versions.server'
import { env } from '#app/platform/env/env.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.read')
  const number = params.number ?? ''
  const sequence = /^\d{1,6}$/.test(params.sequence ?? '') ? Number(params.sequence) : 0
  if (sequence === 0) throw notFound()
  const [own, dossier] = await Promise.all([readOwnDossier(actor, number), readVersion(actor, number, sequence)])
  const then = { ...own, version: null, published: dossier }
  const eligibility = await readPreviewEligibility(actor, then, lang)
  const { article234 } = eligibility
  const source = { ...(await readPreview(actor, then)), article234, styleUrl: env().basemap.styleUrl }
  const t = translator(lang)
  const passport = viewPassport(source, makeVoice(lang, t))
  return { number, sequence, passport, eligibility, title: t('review.versions.version_of', { sequence, number }) }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

/** The passport as one version has it. */
export default function SiteVersion() {
  const { number, sequence, passport, eligibility } = useLoaderData<typeof loader>()
  const { t, href } = useLanguage()
  return (
    <div className="flex flex-col gap-8">
      <Notice title={t('review.versions.version_of', { sequence, number })}>
        <p>{t('review.versions.shown')}</p>
        <Link to={href(`/akimat/sites/${number}/versions`)} className="inline-flex min-h-11 items-center underline">
          {t('review.versions.all')}
        </Link>
      </Notice>
      <PassportPage data={passport} {...eligibilitySlots(eligibility)} />
    </div>
  )
}
