import { requireRight } from '#app/domain/accounts/session.server'
import { ActionBar, openPanels, panels, type PanelKey } from '#app/domain/inquiries/components/action-bar'
import { ActionPanel } from '#app/domain/inquiries/components/action-panel'
import { AcceptForm } from '#app/domain/inquiries/components/action-forms'
import { CaseAside } from '#app/domain/inquiries/components/case-aside'
import { CaseHead } from '#app/domain/inquiries/components/case-head'
import { Conversation } from '#app/domain/inquiries/components/conversation'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { PartRefSchema } from '#app/domain/inquiries/schema'
import { localDateOf } from '#app/domain/kernel/local-date'
import { listBodies } from '#app/domain/routing/queries.server'
import { isClosed } from '#app/domain/inquiries/clock/workflow'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { pageMeta } from '#app/ui/seo'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { changeCase, dones, type Refusal } from './change-case.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.read')
  const ref = PartRefSchema.safeParse(params)
  if (!ref.success) throw notFound()
  const now = new Date()
  const inquiry = await readBodyCase(actor, ref.data, now)
  const query = new URL(request.url).searchParams
  const open = openPanels(inquiry.actions)
  const asked = panels.find((panel) => panel === query.get('do'))
  return {
    title: translator(lang)('inquiries.case.number', { number: inquiry.number }),
    inquiry,
    today: localDateOf(now),
    panel: asked !== undefined && open.includes(asked) ? asked : (open[0] ?? null),
    bodies: asked === 'redirect' ? await listBodies(actor, inquiry.organizationId) : [],
    formKey: randomUUID(),
    acceptKey: randomUUID(),
    done: dones.find((word) => word === query.get('done')) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.read')
  const ref = PartRefSchema.safeParse(params)
  if (!ref.success) throw notFound()
  return changeCase(actor, ref.data, request, lang)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Case() {
  const { t, href } = useLanguage()
  const { inquiry, today, panel, bodies, formKey, acceptKey, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused: Refusal | null = answer?.refused ?? null
  const list = new URLSearchParams(useLocation().search)
  for (const name of ['do', 'done']) list.delete(name)
  const filter = list.size === 0 ? '' : `?${list}`
  const to = (key: PanelKey) => `?${new URLSearchParams([...list, ['do', key]])}`
  return (
    <div className="grid min-h-full xl:grid-cols-[1fr_20rem]">
      <div className="flex min-w-0 flex-col gap-5 px-4 py-6 sm:px-7">
        <Link to={`${href('/spk')}${filter}`} className="text-accent inline-flex min-h-11 items-center lg:hidden">
          ← {t('spk.back')}
        </Link>
        <CaseHead inquiry={inquiry} today={today} />
        {done && (
          <Notice tone="good" role="status">
            {t(`spk.done.${done}`)}
          </Notice>
        )}
        {refused && (
          <Notice tone="bad" role="alert">
            {t(`inquiries.error.${refused.code}`, { by: refused.by })}
          </Notice>
        )}
        <section aria-labelledby="conversation" className="flex flex-col gap-4">
          <h2 id="conversation" className="sr-only">
            {t('spk.conversation')}
          </h2>
          <Conversation talk={inquiry.talk} reader="body" />
        </section>
        {inquiry.actions.includes('accepted') && <AcceptForm formKey={acceptKey} />}
        {panel !== null && (
          <>
            <ActionBar actions={inquiry.actions} current={panel} to={to} />
            <ActionPanel
              key={panel}
              panel={panel}
              inquiry={inquiry}
              bodies={bodies}
              today={today}
              formKey={formKey}
              reply={answer?.reply ?? undefined}
            />
          </>
        )}
        {!inquiry.canAct && <Notice tone="neutral">{t('spk.not_yours')}</Notice>}
        {inquiry.canAct && isClosed(inquiry.state) && (
          <Notice tone="neutral" title={t('spk.closed')}>
            {t('spk.closed_text')}
          </Notice>
        )}
      </div>
      <CaseAside inquiry={inquiry} today={today} />
    </div>
  )
}
