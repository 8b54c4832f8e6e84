import '#app/platform/i18n/brief-words.client'
import '#app/platform/i18n/inquiry-words.client'
import { currentActor, requirePerson } from '#app/domain/accounts/session.server'
import { isClosed } from '#app/domain/inquiries/clock/workflow'
import { InvestorSteps } from '#app/domain/inquiries/components/investor-steps'
import { investorIntents, type InvestorIntent } from '#app/domain/inquiries/model'
import { InvestorPart } from '#app/domain/inquiries/components/investor-part'
import { KeepPanel } from '#app/domain/inquiries/components/keep-panel'
import { OwnLine, OwnText } from '#app/domain/inquiries/components/own-words'
import { PrintButton } from '#app/domain/inquiries/components/print-button'
import { Slip } from '#app/domain/inquiries/components/slip'
import { WithdrawLink, WithdrawPanel } from '#app/domain/inquiries/components/withdraw-panel'
import { readInvestorCase } from '#app/domain/inquiries/queries/investor-case.server'
import type { FormReply } from '#app/domain/inquiries/reply'
import { describeSentBrief } from '#app/domain/inquiries/queries/sent-brief.server'
import { NeedTable } from '#app/domain/matching/components/need-table'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DemoChip } from '#app/ui/chip'
import { useOpenedKeys } from '#app/ui/form/use-opened-keys'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { Panel } from '#app/ui/panel'
import { pageMeta } from '#app/ui/seo'
import type { PageHandle } from '#app/ui/shell/page-handle'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { answerStep, readInvestorIntent, type StepAnswer } from './answer-case.server'
import { readCaseAddress } from './case-address.server'
import { changeInquiry, dones, readCaseForm, type CaseReply } from './change-inquiry.server'

const isPrivate = { 'Cache-Control': 'no-store' }

const doneWords = {
  sent: 'inquiries.case.sent',
  withdrawn: 'inquiries.case.withdrawn',
  part_withdrawn: 'investor.case.part_withdrawn',
  rated: 'investor.rate.done',
  kept: 'investor.keep.done',
} as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const address = readCaseAddress(request, params.number)
  // Without a key only an account opens it.
  const actor = address.key === null ? await requirePerson(request) : await currentActor(request)
  const inquiry = await readInvestorCase(actor, address)
  const query = new URL(request.url).searchParams
  const asked = query.get('withdraw')
  return data(
    {
      title: translator(lang)('inquiries.case.number', { number: inquiry.number }),
      inquiry,
      brief: await describeSentBrief(actor, inquiry.brief, lang),
      now: new Date().toISOString(),
      formKeys: inquiry.parts.map(() => randomUUID()),
      withdrawKey: randomUUID(),
      stepKeys: inquiry.parts.map(() => makeStepKeys()),
      isNew: query.get('new') === '1',
      // The number of a part, or everything.
      withdrawing: asked === null ? null : { part: inquiry.parts.find(({ part }) => String(part) === asked) ?? null },
      done: [...dones, ...investorIntents].find((word) => word === query.get('done')) ?? null,
      key: address.key,
      person: actor.kind === 'person' ? actor.name : null,
    },
    { headers: isPrivate },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const address = readCaseAddress(request, params.number)
  const actor = address.key === null ? await requirePerson(request) : await currentActor(request)
  const sent = await readCaseForm(actor, address, request)
  const back = (done: string, isKeyless = false) => {
    const query = new URLSearchParams({ done })
    if (address.key !== null && !isKeyless) query.set('key', address.key)
    return redirect(pathIn(lang, `/inquiries/${address.number}?${query}`), 303)
  }
  const step = readInvestorIntent(sent.form)
  if (step !== null) return (await answerStep(step, { actor, address, form: sent.form })) ?? back(step)
  const outcome = await changeInquiry(actor, address, sent)
  if (!('done' in outcome)) return data<CaseReply>(outcome.answer, outcome.status)
  // What is kept opens by the account: the key need not stay in the address.
  return back(outcome.done, outcome.done === 'kept')
}

/** Every part has its keys; this is for the types only. */
const noKeys = { visit_accept: '', visit_times: '', complete: '', reopen: '' }

/** A key for each form about a step of the body. */
function makeStepKeys() {
  return Object.fromEntries(investorIntents.map((intent) => [intent, randomUUID()])) as Record<InvestorIntent, string>
}

export const handle: PageHandle = {
  live: ({ params, search }) => {
    const key = search.get('key')
    return { number: params.number ?? '', ...(key === null ? {} : { key }) }
  },
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function InquiryCase() {
  const { href } = useLanguage()
  const { inquiry, now, withdrawing, key, ...loaded } = useLoaderData<typeof loader>()
  const { formKeys, stepKeys, withdrawKey } = useOpenedKeys(loaded)
  const came = useActionData<typeof action>()
  const replyTo = (intent: CaseReply['intent'], part = 0) =>
    came?.intent === intent && came.part === part ? came.reply : undefined
  const step = investorIntents.some((intent) => intent === came?.intent) ? (came as StepAnswer) : null
  const isOpen = inquiry.parts.some(({ state }) => !isClosed(state))
  const keyed = (query: Record<string, string> = {}) => `?${new URLSearchParams({ ...(key && { key }), ...query })}`
  return (
    <div className="flex flex-col gap-8">
      <Head />
      {withdrawing !== null && isOpen && (
        <WithdrawPanel
          formKey={withdrawKey}
          keepTo={keyed()}
          reply={replyTo('withdraw')}
          part={withdrawing.part}
        />
      )}
      <Facts keepReply={replyTo('keep')} />
      {inquiry.parts.map((part, index) => (
        <InvestorPart
          key={part.part}
          part={part}
          total={inquiry.parts.length}
          formKey={formKeys[index] ?? ''}
          replies={{ message: replyTo('message', part.part), rate: replyTo('rate', part.part) }}
          now={now}
          places={{
            message: `${href(`/inquiries/${inquiry.number}/message`)}${keyed()}`,
            withdraw: keyed({ withdraw: String(part.part) }),
            key,
          }}
        >
          <InvestorSteps
            part={part}
            keys={stepKeys[index] ?? noKeys}
            answered={step?.part === part.part ? step : null}
            fileOf={(visit) => `${href(`/inquiries/${inquiry.number}/visits/${visit}/visit.ics`)}${keyed()}`}
          />
        </InvestorPart>
      ))}
      {isOpen && withdrawing === null && <WithdrawLink to={keyed({ withdraw: 'all' })} />}
      <OwnDataLink to={`${href(`/inquiries/${inquiry.number}/data`)}${keyed()}`} />
    </div>
  )
}

function Head() {
  const { t } = useLanguage()
  const { inquiry, isNew, done } = useLoaderData<typeof loader>()
  return (
    <div>
      <PageHeading title={<OwnLine>{inquiry.title}</OwnLine>}>{inquiry.isDemo && <DemoChip />}</PageHeading>
      {isNew && (
        <Notice tone="good" role="status" title={t('inquiries.case.slip_ready')}>
          {t('inquiries.case.slip_text')}
        </Notice>
      )}
      {done && (
        <Notice tone="good" role="status">
          {t(done in doneWords ? doneWords[done as keyof typeof doneWords] : `inquiries.case.${done as InvestorIntent}`)}
        </Notice>
      )}
    </div>
  )
}

/** The slip, what was asked, and whose account it is in. */
function Facts({ keepReply }: { keepReply: FormReply | undefined }) {
  const { t } = useLanguage()
  const { inquiry, brief, person } = useLoaderData<typeof loader>()
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Panel title={t('inquiries.case.slip')}>
        <Slip inquiry={inquiry} />
        <PrintButton />
      </Panel>
      <div className="flex flex-col gap-6">
        <Panel title={t('inquiries.case.yours')}>
          <OwnText>{inquiry.text}</OwnText>
        </Panel>
        {brief !== null && (
          <details>
            <summary className="inline-flex min-h-11 items-center font-medium underline">
              {t('investor.case.brief')}
            </summary>
            <NeedTable needs={brief.needs} project={brief.project} />
          </details>
        )}
        <KeepPanel keeping={inquiry.keeping} person={person} reply={keepReply} />
      </div>
    </div>
  )
}

function OwnDataLink({ to }: { to: string }) {
  const { t } = useLanguage()
  return (
    <div data-no-print>
      <LinkButton to={to} look="quiet" isFlush>
        {t('erasure.case.title')}
      </LinkButton>
    </div>
  )
}
