import '#app/platform/i18n/inquiry-words.client'
import { currentActor } from '#app/domain/accounts/session.server'
import { withdrawInquiry, writeAsInvestor } from '#app/domain/inquiries/commands/investor-change.server'
import { InvestorSteps } from '#app/domain/inquiries/components/investor-steps'
import { investorIntents, type InvestorIntent } from '#app/domain/inquiries/model'
import { InvestorPart } from '#app/domain/inquiries/components/investor-part'
import { OwnLine, OwnText } from '#app/domain/inquiries/components/own-words'
import { Slip } from '#app/domain/inquiries/components/slip'
import { WithdrawLink, WithdrawPanel } from '#app/domain/inquiries/components/withdraw-panel'
import { isClosed } from '#app/domain/inquiries/clock/workflow'
import { readInvestorCase } from '#app/domain/inquiries/queries/investor-case.server'
import { InvestorMessageSchema, KeySchema, NumberSchema, WithdrawSchema } from '#app/domain/inquiries/schema'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DemoChip } from '#app/ui/chip'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { Panel } from '#app/ui/panel'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { answerStep, readInvestorIntent, type StepAnswer } from './answer-case.server'

const isPrivate = { 'Cache-Control': 'no-store' }

const dones = ['sent', 'withdrawn', ...investorIntents] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const address = readAddress(request, params.number)
  const inquiry = await readInvestorCase(await currentActor(request), address)
  const query = new URL(request.url).searchParams
  return data(
    {
      title: translator(lang)('inquiries.case.number', { number: inquiry.number }),
      inquiry,
      now: new Date().toISOString(),
      formKeys: inquiry.parts.map(() => randomUUID()),
      withdrawKey: randomUUID(),
      stepKeys: inquiry.parts.map(() => makeStepKeys()),
      key: address.key,
      isNew: query.get('new') === '1',
      isWithdrawing: query.get('withdraw') === '1',
      done: dones.find((word) => word === query.get('done')) ?? null,
      page: `?${new URLSearchParams({ key: address.key })}`,
    },
    { headers: isPrivate },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  requireLanguage(params.lang)
  const address = readAddress(request, params.number)
  const form = await request.formData()
  const actor = await currentActor(request)
  const done = (word: (typeof dones)[number]) =>
    redirect(`${new URL(request.url).pathname.replace(/\.data$/, '')}?${new URLSearchParams({ key: address.key, done: word })}`, 303)
  const intent = readInvestorIntent(form)
  if (intent !== null) return (await answerStep(intent, { actor, address, form })) ?? done(intent)
  if (form.get('intent') === 'withdraw') {
    const submission = parseWithZod(form, { schema: WithdrawSchema })
    if (submission.status !== 'success') return data({ part: 0, reply: submission.reply() }, 400)
    const verdict = await withdrawInquiry(actor, address, submission.value)
    if (verdict.ok) return done('withdrawn')
    return data({ part: 0, reply: submission.reply({ formErrors: [`inquiries.error.${verdict.code}`] }) }, 409)
  }
  const submission = parseWithZod(form, { schema: InvestorMessageSchema })
  const part = Number(form.get('part')) || 0
  if (submission.status !== 'success') return data({ part, reply: submission.reply() }, 400)
  const verdict = await writeAsInvestor(actor, address, submission.value)
  if (verdict.ok) return done('sent')
  const code = verdict.code === 'too_many' ? 'many_messages' : verdict.code
  return data({ part, reply: submission.reply({ fieldErrors: { text: [`inquiries.error.${code}`] } }) }, 409)
}

/** Every part has its keys; this is for the types only. */
const noKeys = { visit_accept: '', visit_times: '', complete: '', reopen: '' }

/** A key for each form about a step of the body. */
function makeStepKeys() {
  return Object.fromEntries(investorIntents.map((intent) => [intent, randomUUID()])) as Record<InvestorIntent, string>
}

function readAddress(request: Request, number: string | undefined) {
  const key = KeySchema.safeParse(new URL(request.url).searchParams.get('key'))
  const known = NumberSchema.safeParse(number)
  if (!key.success || !known.success) throw notFound()
  return { number: known.data, key: key.data }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function InquiryCase() {
  const { t, href } = useLanguage()
  const { inquiry, now, formKeys, isNew, isWithdrawing, withdrawKey, stepKeys, key, done, page } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const step = reply && 'intent' in reply ? (reply as StepAnswer) : null
  const isOpen = inquiry.parts.some(({ state }) => !isClosed(state))
  return (
    <div className="flex flex-col gap-8">
      <div>
        <PageHeading title={<OwnLine>{inquiry.title}</OwnLine>}>{inquiry.isDemo && <DemoChip />}</PageHeading>
        {isNew && (
          <Notice tone="good" role="status" title={t('inquiries.case.slip_ready')}>
            {t('inquiries.case.slip_text')}
          </Notice>
        )}
        {done && (
          <Notice tone="good" role="status">
            {t(`inquiries.case.${done}`)}
          </Notice>
        )}
      </div>
      {isWithdrawing && isOpen && <WithdrawPanel formKey={withdrawKey} keepTo={page} reply={reply?.part === 0 ? reply.reply : undefined} />}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Panel title={t('inquiries.case.slip')}>
          <Slip inquiry={inquiry} />
        </Panel>
        <Panel title={t('inquiries.case.yours')}>
          <OwnText>{inquiry.text}</OwnText>
        </Panel>
      </div>
      {inquiry.parts.map((part, index) => (
        <InvestorPart
          key={part.part}
          part={part}
          total={inquiry.parts.length}
          formKey={formKeys[index] ?? ''}
          reply={reply?.part === part.part && step === null ? reply.reply : undefined}
          now={now}
        >
          <InvestorSteps
            part={part}
            keys={stepKeys[index] ?? noKeys}
            answered={step?.part === part.part ? step : null}
            fileOf={(visit) => `${href(`/inquiries/${inquiry.number}/visits/${visit}/visit.ics`)}?${new URLSearchParams({ key })}`}
          />
        </InvestorPart>
      ))}
      {isOpen && !isWithdrawing && <WithdrawLink to={`${page}&withdraw=1`} />}
    </div>
  )
}
