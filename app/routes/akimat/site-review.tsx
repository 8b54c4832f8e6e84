import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { eligibilitySlots } from '#app/domain/eligibility/components/eligibility-slots'
import { readPreviewEligibility } from '#app/domain/eligibility/queries.server'
import { refreshCatalogue } from '#app/domain/search/catalogue.server'
import { publishVersion, returnForChanges, type ReviewCode } from '#app/domain/sites/commands/review.server'
import { ReviewPage, type ReviewData } from '#app/domain/sites/components/review/review-page'
import { changedFields } from '#app/domain/sites/form/changes'
import { readRemarks, readRevision } from '#app/domain/sites/form/review-form'
import { makeVoice } from '#app/domain/sites/passport/said'
import { viewPassport } from '#app/domain/sites/passport/view-passport.server'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { readPreview } from '#app/domain/sites/queries/read-preview.server'
import { completenessOf } from '#app/domain/sites/submission'
import { listIncentives } from '#app/domain/towns/queries.server'
import { env } from '#app/platform/env/env.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.review')
  const own = await readOwnDossier(actor, params.number ?? '')
  const { number, version } = own
  // Somebody else has decided, or it is the person's own work: the site's page says so.
  if (version?.state !== 'in_review' || !own.canReview || version.isOwnWork) {
    throw redirect(pathIn(lang, `/akimat/sites/${number}`))
  }
  const measures = await listIncentives()
  const eligibility = await readPreviewEligibility(actor, own, lang)
  const review: ReviewData = {
    number,
    revision: version.revision,
    isNotSeen: new URL(request.url).searchParams.has('not_seen'),
    isFirst: own.published === null,
    changes: changedFields(own.kind, own.published, version.dossier),
    completeness: completenessOf(own.kind, version.dossier, own.hasParent),
    remarks: version.remarks,
    incentives: measures.map(({ key, name }) => ({ key, name })),
    isPublishing: new URL(request.url).searchParams.get('ask') === 'publish',
    passport: viewPassport(
      {
        ...(await readPreview(actor, own)),
        article234: eligibility.article234,
        styleUrl: env().basemap.styleUrl,
      },
      makeVoice(lang, translator(lang)),
    ),
  }
  return { review, eligibility, title: `${number} · ${chooseText(version.dossier.identity.name, lang).text}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.review')
  const number = params.number ?? ''
  const form = await readForm(request)
  const done = (code: string) => redirect(pathIn(lang, `/akimat/sites/${number}?done=${code}`), 303)
  // Somebody else decided first, or it was pressed twice: the site's page says how it stands.
  const refuse = (code: ReviewCode | 'no_such_field') => {
    if (code === 'not_in_review') return done('decided')
    if (code === 'not_seen') return redirect(pathIn(lang, `/akimat/sites/${number}/review?not_seen`), 303)
    throw new Response(null, { status: code === 'own_work' ? 409 : 400 })
  }
  if (form.get('intent') === 'publish') {
    const verdict = await publishVersion(actor, number, readRevision(form))
    if (!verdict.ok) return refuse(verdict.code)
    await refreshCatalogue()
    return done('published')
  }
  const read = readRemarks(form)
  if ('reply' in read) return data(read.reply, 400)
  const verdict = await returnForChanges(actor, number, readRevision(form), read.remarks)
  return verdict.ok ? done('returned') : refuse(verdict.code)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SiteReview() {
  const { review, eligibility } = useLoaderData<typeof loader>()
  const slots = eligibilitySlots(eligibility)
  return <ReviewPage review={review} reply={useActionData<typeof action>()} slots={slots} />
}
