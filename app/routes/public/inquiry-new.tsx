import '#app/platform/i18n/inquiry-words.client'
import type { Actor } from '#app/domain/accounts/model'
import { clientOf, currentActor } from '#app/domain/accounts/session.server'
import { submitInquiry } from '#app/domain/inquiries/commands/submit-inquiry.server'
import { InquiryForm } from '#app/domain/inquiries/components/inquiry-form'
import { NextSteps } from '#app/domain/inquiries/components/next-steps'
import { SitePanel } from '#app/domain/inquiries/components/site-panel'
import { listAnswering, readForesight } from '#app/domain/inquiries/queries/confirmation.server'
import { readSiteBriefs } from '#app/domain/inquiries/queries/site-brief.server'
import { readSiteNumbers, SubmitSchema, textLimits } from '#app/domain/inquiries/schema'
import { chooseText } from '#app/domain/kernel/localized'
import { papersOf } from '#app/domain/sites/public-files'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { Panel } from '#app/ui/panel'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const { searchParams } = new URL(request.url)
  const asked = readSiteNumbers(searchParams)
  const found = await readSiteBriefs(actor, asked)
  const sites = found.filter((site) => site.isOffered)
  return {
    title: translator(lang)('inquiries.form.title'),
    sites,
    leftOut: asked.filter((number) => !sites.some((site) => site.number === number)),
    bodies: await listAnswering(actor, sites),
    foresight: await readForesight(actor),
    formKey: randomUUID(),
    start: await askForPaper(actor, sites.length === 1 ? sites[0]?.number : undefined, searchParams.get('paper'), lang),
    person: actor.kind === 'person' ? { name: actor.name, email: actor.email } : null,
  }
}

/** The beginning of an inquiry that a link beside a paper opens; null when the site has no such paper. */
async function askForPaper(actor: Actor, number: string | undefined, fileId: string | null, lang: Language) {
  if (number === undefined || fileId === null) return null
  const site = await readPassport(actor, number)
  const paper = site && papersOf(site.dossier, site.files).find((candidate) => candidate.fileId === fileId)
  if (!paper) return null
  const t = translator(lang)
  const name = chooseText(paper.title, lang).text || t(`passport.papers.kind.${paper.kind}`)
  return {
    title: t('inquiries.form.ask_paper.title', { paper: name }).slice(0, textLimits.title),
    text: `${t('inquiries.form.ask_paper.text', { paper: name, number })}\n`,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const submission = parseWithZod(await request.formData(), { schema: SubmitSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const { consent: _consent, website, ...input } = submission.value
  // A machine is told what a person is told, and nothing is kept.
  if (website) return redirect(pathIn(lang, `/inquiries/sent?${new URLSearchParams({ key: randomUUID() })}`), 303)
  const sender = { locale: lang, address: clientOf(request).address }
  const verdict = await submitInquiry(await currentActor(request), input, sender)
  if (!verdict.ok) {
    const field = verdict.code === 'too_many' ? 'email' : 'site'
    const reply = submission.reply({ fieldErrors: { [field]: [`inquiries.error.${verdict.code}`] } })
    return data({ ...reply, params: verdict.params }, verdict.code === 'too_many' ? 429 : 409)
  }
  return redirect(pathIn(lang, `/inquiries/sent?${new URLSearchParams({ key: verdict.value.reference })}`), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function InquiryNew() {
  const { t, href } = useLanguage()
  const { sites, leftOut, bodies, foresight, formKey, start, person } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const notice = leftOut.length > 0 && (
    <Notice tone="attention">{t('inquiries.form.left_out', { numbers: leftOut.join(', ') })}</Notice>
  )
  if (sites.length === 0) {
    return (
      <div className="flex flex-col gap-6">
        <PageHeading title={t('inquiries.form.title')} />
        {notice}
        <EmptyState title={t('inquiries.form.none_title')} text={t('inquiries.form.none_text')}>
          <LinkButton look="primary" to={href('/sites')}>
            {t('inquiries.form.none_action')}
          </LinkButton>
        </EmptyState>
      </div>
    )
  }
  const without = (number: string) =>
    `?${new URLSearchParams(sites.filter((site) => site.number !== number).map((site) => ['site', site.number]))}`
  return (
    <>
      <PageHeading title={t('inquiries.form.title')} lead={t('inquiries.form.lead')} />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[1fr_22rem]">
        <div className="order-2 flex min-w-0 flex-col gap-6 lg:order-1">
          {notice}
          <InquiryForm
            reply={reply}
            formKey={formKey}
            sites={sites}
            person={person} start={start}
          />
        </div>
        <div className="order-1 flex flex-col gap-8 lg:order-2">
          <Panel title={t('inquiries.form.sites')}>
            {sites.map((site) => (
              <div key={site.number}>
                <SitePanel site={site} look="card" />
                {sites.length > 1 && (
                  <Link to={without(site.number)} className="text-accent inline-flex min-h-11 items-center text-sm">
                    {t('inquiries.form.remove_site', { number: site.number })}
                  </Link>
                )}
              </div>
            ))}
          </Panel>
          <NextSteps foresight={foresight} bodies={bodies} />
        </div>
      </div>
    </>
  )
}
