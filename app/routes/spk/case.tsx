import { requireRight } from '#app/domain/accounts/session.server'
import { listPartRequests } from '#app/domain/inquiries/akimat/queries.server'
import { AkimatPanel } from '#app/domain/inquiries/components/akimat-panel'
import { openPanels, panels, type PanelKey } from '#app/domain/inquiries/components/action-bar'
import { RefusalNotice } from '#app/domain/inquiries/components/refusal-notice'
import { CaseAside } from '#app/domain/inquiries/components/case-aside'
import { CaseKeys } from '#app/domain/inquiries/components/case-keys'
import { CaseWork } from '#app/domain/inquiries/components/case-work'
import { CaseFlags } from '#app/domain/inquiries/components/case-flags'
import { CaseHead } from '#app/domain/inquiries/components/case-head'
import { Conversation } from '#app/domain/inquiries/components/conversation'
import { UndeliveredNotice } from '#app/domain/inquiries/components/undelivered-notice'
import { readUndelivered } from '#app/domain/inquiries/queries/undelivered.server'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { readAnswerDrafts } from '#app/domain/inquiries/queries/answer-drafts.server'
import { readCaseFit } from '#app/domain/inquiries/queries/case-fit.server'
import { PartRefSchema } from '#app/domain/inquiries/schema'
import { localDateOf } from '#app/domain/kernel/local-date'
import { makeVoice } from '#app/domain/sites/passport/said'
import { listBodies } from '#app/domain/routing/queries.server'
import { isTakenBackByReopening } from '#app/domain/inquiries/clock/workflow'
import type { BodyCase, Talk } from '#app/domain/inquiries/model'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { useOpenedKeys } from '#app/ui/form/use-opened-keys'
import { Notice } from '#app/ui/notice'
import { pageMeta } from '#app/ui/seo'
import type { PageHandle } from '#app/ui/shell/page-handle'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useLocation, useRouteLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { useMemo } from 'react'
import { changeCase, dones, type Refusal } from './change-case.server'
import type { loader as inboxLoader } from './inbox'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.read')
  const ref = PartRefSchema.safeParse(params)
  if (!ref.success) throw notFound()
  const now = new Date()
  const inquiry = await readBodyCase(actor, ref.data, now)
  const query = new URL(request.url).searchParams
  const asked = panels.find((panel) => panel === query.get('do'))
  return {
    title: translator(lang)('inquiries.case.number', { number: inquiry.number }),
    inquiry,
    undelivered: await readUndelivered(actor, ref.data),
    today: localDateOf(now),
    panel: choosePanel(asked, inquiry),
    bodies: asked === 'redirect' ? await listBodies(actor, inquiry.organizationId) : [],
    drafts: await readAnswerDrafts(actor, inquiry, now),
    template: query.get('template'),
    fit: await readCaseFit(actor, ref.data, lang, now),
    keys: { form: randomUUID(), accept: randomUUID(), decision: randomUUID() },
    done: dones.find((word) => word === query.get('done')) ?? null,
    requests: await listPartRequests(actor, ref.data, makeVoice(lang, translator(lang)), now),
  }
}

/** Questions to the akimat and its answers stand under the conversation, with what can be done about them. */
function isOfAkimat(step: Talk['step']): boolean {
  return step === 'akimat_asked' || step === 'akimat_answered'
}

/** What was asked for, as far as it can be done; else the answer, or what takes a wrong end back. */
function choosePanel(asked: PanelKey | undefined, { actions, state }: BodyCase): PanelKey | null {
  const open = openPanels(actions)
  if (asked !== undefined && open.includes(asked)) return asked
  if (isTakenBackByReopening(state) && open.includes('reopen')) return 'reopen'
  return open.includes('answer') ? 'answer' : null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.read')
  const ref = PartRefSchema.safeParse(params)
  if (!ref.success) throw notFound()
  return changeCase(actor, ref.data, request, lang)
}

export const handle: PageHandle = { live: ({ params }) => ({ part: `${params.number}/${params.part}` }) }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Case() {
  const { t, href } = useLanguage()
  const { inquiry, undelivered, today, panel, bodies, fit, drafts, template, done, requests, ...loaded } =
    useLoaderData<typeof loader>()
  const keys = useOpenedKeys(loaded.keys)
  const answer = useActionData<typeof action>()
  const refused: Refusal | null = answer?.refused ?? null
  const list = new URLSearchParams(useLocation().search)
  for (const name of ['do', 'done', 'template']) list.delete(name)
  const filter = list.size === 0 ? '' : `?${list}`
  const to = (key: PanelKey) => `?${new URLSearchParams([...list, ['do', key]])}`
  const open = useMemo(() => openPanels(inquiry.actions), [inquiry.actions])
  const lines = useRouteLoaderData<typeof inboxLoader>('routes/spk/inbox')?.found.items ?? []
  const here = lines.findIndex(({ number, part }) => number === inquiry.number && part === inquiry.part)
  const placeOf = (step: number) => {
    const line = here < 0 ? undefined : lines[here + step]
    return line ? `${href(`/spk/inquiries/${line.number}/${line.part}`)}${filter}` : null
  }
  return (
    <div className="grid min-h-full xl:grid-cols-[1fr_20rem]">
      <div className="flex min-w-0 flex-col gap-5 px-4 py-6 sm:px-7">
        <Link to={`${href('/spk')}${filter}`} className="text-accent inline-flex min-h-11 items-center lg:hidden">
          ← {t('spk.back')}
        </Link>
        <CaseKeys open={open} panel={panel} to={to} previous={placeOf(-1)} next={placeOf(1)} />
        <CaseHead inquiry={inquiry} today={today} />
        <CaseFlags inquiry={inquiry} />
        {undelivered && <UndeliveredNotice letter={undelivered} />}
        {done && (
          <Notice tone="good" role="status">
            {t(`spk.done.${done}`)}
          </Notice>
        )}
        {refused && <RefusalNotice refused={refused} />}
        <section aria-labelledby="conversation" className="flex flex-col gap-4">
          <h2 id="conversation" className="sr-only">
            {t('spk.conversation')}
          </h2>
          <Conversation talk={inquiry.talk.filter(({ step }) => !isOfAkimat(step))} reader="body" />
        </section>
        <AkimatPanel requests={requests} inquiry={inquiry} canAsk={inquiry.actions.includes('akimat_asked')} />
        <CaseWork
          inquiry={inquiry}
          panel={panel}
          to={to}
          bodies={bodies}
          today={today}
          keys={keys}
          drafts={drafts}
          template={template}
          kept={[...list]}
          reply={answer?.reply ?? undefined}
        />
      </div>
      <CaseAside inquiry={inquiry} today={today} fit={fit} />
    </div>
  )
}
