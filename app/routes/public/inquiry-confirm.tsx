import '#app/platform/i18n/brief-words.client'
import '#app/platform/i18n/inquiry-words.client'
import { currentActor } from '#app/domain/accounts/session.server'
import { confirmInquiry } from '#app/domain/inquiries/commands/confirm-inquiry.server'
import { NextSteps } from '#app/domain/inquiries/components/next-steps'
import { OwnLine, OwnText } from '#app/domain/inquiries/components/own-words'
import { SitePanel } from '#app/domain/inquiries/components/site-panel'
import { NeedTable } from '#app/domain/matching/components/need-table'
import { readConfirmation, readForesight } from '#app/domain/inquiries/queries/confirmation.server'
import { describeSentBrief } from '#app/domain/inquiries/queries/sent-brief.server'
import { KeySchema } from '#app/domain/inquiries/schema'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { FactList } from '#app/ui/fact-list'
import { Form } from '#app/ui/form/form'
import { PageHeading } from '#app/ui/page-heading'
import { Panel } from '#app/ui/panel'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useNavigation } from '@remix-run/react'

const isPrivate = { 'Cache-Control': 'no-store' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const token = readToken(request)
  const actor = await currentActor(request)
  const found = await readConfirmation(actor, token)
  if (found.state === 'confirmed') throw redirect(toCase(lang, found.number, token))
  const word = found.state === 'expired' ? 'inquiries.confirm.expired_title' : 'inquiries.confirm.title'
  const foresight = await readForesight(actor)
  const brief = await describeSentBrief(actor, found.brief, lang)
  return data({ title: translator(lang)(word), found, foresight, brief }, { headers: isPrivate })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const token = readToken(request)
  const verdict = await confirmInquiry(await currentActor(request), token)
  // Expired meanwhile: the page itself says so and what to do.
  if (!verdict.ok) return redirect(pathIn(lang, `/inquiries/confirm?${new URLSearchParams({ token })}`), 303)
  return redirect(`${toCase(lang, verdict.value.number, verdict.value.key)}&new=1`, 303)
}

function readToken(request: Request): string {
  const token = KeySchema.safeParse(new URL(request.url).searchParams.get('token'))
  if (!token.success) throw notFound()
  return token.data
}

function toCase(lang: Language, number: string, key: string): string {
  return pathIn(lang, `/inquiries/${number}?${new URLSearchParams({ key })}`)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function InquiryConfirm() {
  const { t } = useLanguage()
  const { found, foresight, brief } = useLoaderData<typeof loader>()
  const isBusy = useNavigation().state === 'submitting'
  if (found.state === 'expired') return <Expired />
  return (
    <>
      <PageHeading title={t('inquiries.confirm.title')} lead={t('inquiries.confirm.lead')} />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <FactList
            facts={[
              { label: t('inquiries.fact.from'), value: <OwnLine>{found.name}</OwnLine> },
              { label: t('inquiries.fact.email'), value: <OwnLine>{found.email}</OwnLine> },
              { label: t('inquiries.fact.subject'), value: <OwnLine>{found.title}</OwnLine> },
              { label: t('inquiries.fact.text'), value: <OwnText>{found.text}</OwnText> },
            ]}
          />
          {brief !== null && <NeedTable needs={brief.needs} project={brief.project} />}
          <Form method="post">
            <Button look="primary" isBusy={isBusy}>
              {t('inquiries.confirm.submit')}
            </Button>
          </Form>
        </div>
        <div className="flex flex-col gap-8">
          <Panel title={t('inquiries.fact.sites')}>
            {found.sites.map((site) => (
              <SitePanel key={site.number} site={site} look="card" />
            ))}
          </Panel>
          <NextSteps foresight={foresight} parts={found.parts} hasLetter />
        </div>
      </div>
    </>
  )
}

function Expired() {
  const { t, format, href } = useLanguage()
  const { found } = useLoaderData<typeof loader>()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <div className="flex max-w-text flex-col gap-6">
      <PageHeading title={t('inquiries.confirm.expired_title')} />
      <p>
        {t('inquiries.confirm.expired_text', { until: format.dateTime(found.expiresAt) })}{' '}
        <strong className="font-semibold break-words">
          <OwnLine>{found.email}</OwnLine>
        </strong>
      </p>
      <Form method="post" action={href('/inquiries/sent')}>
        <input type="hidden" name="key" value={found.reference} />
        <Button look="primary" isBusy={isBusy}>
          {t('inquiries.confirm.renew')}
        </Button>
      </Form>
    </div>
  )
}
