import '#app/platform/i18n/brief-words.client'
import '#app/platform/i18n/inquiry-words.client'
import type { Actor } from '#app/domain/accounts/model'
import { currentActor } from '#app/domain/accounts/session.server'
import { ChosenSites } from '#app/domain/inquiries/components/chosen-sites'
import { InquiryForm } from '#app/domain/inquiries/components/inquiry-form'
import { NextSteps } from '#app/domain/inquiries/components/next-steps'
import { sealOpening } from '#app/domain/inquiries/form-seal.server'
import { readChoice } from '#app/domain/inquiries/queries/choice.server'
import { readForesight } from '#app/domain/inquiries/queries/confirmation.server'
import { describeSentBrief } from '#app/domain/inquiries/queries/sent-brief.server'
import { readSiteNumbers, textLimits } from '#app/domain/inquiries/schema'
import { chooseText } from '#app/domain/kernel/localized'
import { readAskedBrief } from '#app/domain/matching/queries/asked-brief.server'
import { papersOf } from '#app/domain/sites/public-files'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { pageNames, sendInquiry } from './send-inquiry.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const { searchParams } = new URL(request.url)
  const choice = await readChoice(actor, readSiteNumbers(searchParams))
  const { brief } = await readAskedBrief(actor, searchParams, pageNames)
  const only = choice.sites.length === 1 ? choice.sites[0]?.number : undefined
  return {
    title: translator(lang)('inquiries.form.title'),
    choice,
    brief: await describeSentBrief(actor, brief, lang),
    foresight: await readForesight(actor),
    formKey: randomUUID(),
    opened: sealOpening(),
    start: await askForPaper(actor, only, searchParams.get('paper'), lang),
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
  const answer = await sendInquiry(await currentActor(request), request, lang)
  return 'choice' in answer ? data(answer, answer.status) : answer
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function InquiryNew() {
  const { t, href } = useLanguage()
  const { choice: opened, brief, foresight, formKey, opened: seal, start, person } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { sites, leftOut, parts } = answer?.choice ?? opened
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
  return (
    <>
      <PageHeading title={t('inquiries.form.title')} lead={t('inquiries.form.lead')} />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[1fr_22rem]">
        <div className="order-2 flex min-w-0 flex-col gap-6 lg:order-1">
          {notice}
          {answer?.isResent && (
            <Notice tone="good" role="status">
              {t('investor.duplicate.resent')}
            </Notice>
          )}
          <InquiryForm
            reply={answer?.reply}
            formKey={formKey}
            opened={seal}
            sites={sites}
            person={person}
            start={start}
            brief={brief}
          />
        </div>
        <div className="order-1 flex flex-col gap-8 lg:order-2">
          <ChosenSites sites={sites} reply={answer?.reply} />
          <NextSteps foresight={foresight} parts={parts} />
        </div>
      </div>
    </>
  )
}
