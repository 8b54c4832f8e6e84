import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { AssignChoice } from '#app/domain/inquiries/components/assign-bar'
import { InboxBar } from '#app/domain/inquiries/components/inbox-bar'
import { InboxKeys } from '#app/domain/inquiries/components/inbox-keys'
import { InboxList } from '#app/domain/inquiries/components/inbox-list'
import { inboxAddress, isFiltered, readInboxFilter, wholeTab } from '#app/domain/inquiries/inbox-filter'
import { listColleagues } from '#app/domain/inquiries/queries/colleagues.server'
import { countInbox, listInbox } from '#app/domain/inquiries/queries/inbox.server'
import { parseInquiryNumber } from '#app/domain/kernel/identifiers'
import { localDateOf } from '#app/domain/kernel/local-date'
import { countPages, readPage } from '#app/domain/kernel/page'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { buttonClass } from '#app/ui/button-class'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { Pagination } from '#app/ui/pagination'
import { pageMeta } from '#app/ui/seo'
import type { PageHandle } from '#app/ui/shell/page-handle'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, Outlet, useLoaderData, useParams } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.read')
  const asked = new URL(request.url).searchParams
  const filter = readInboxFilter(asked)
  const [counts, colleagues] = await Promise.all([countInbox(actor), listColleagues(actor)])
  const query = { ...filter, view: filter.view ?? (counts.mine > 0 ? 'mine' : 'desk') }
  const { request: page } = readPage({ page: asked.get('page'), size: asked.get('size') })
  const moved = asked.get('redirected') ?? ''
  const given = Number(asked.get('assigned') ?? '')
  return {
    title: translator(lang)('spk.inbox'),
    moved: parseInquiryNumber(moved).ok ? moved : null,
    given: Number.isInteger(given) && given > 0 ? given : null,
    today: localDateOf(new Date()),
    query,
    counts,
    colleagues,
    found: await listInbox(actor, query, page),
    filter: asked.size === 0 ? '' : inboxAddress(query, page.page > 1 ? { page: String(page.page) } : {}),
    canGive: may(actor, 'inquiry.assign'),
    isChoosing: may(actor, 'inquiry.answer') && asked.get('select') !== null && query.view !== 'closed',
    canChoose: may(actor, 'inquiry.answer') && query.view !== 'closed',
  }
}

export const handle: PageHandle = { live: () => ({}) }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Inbox() {
  const { href } = useLanguage()
  const { query, counts, colleagues, found } = useLoaderData<typeof loader>()
  const { number, part } = useParams()
  const current = number === undefined ? null : { number, part: Number(part) }
  const to = (page: number) => `${href('/spk')}${inboxAddress(query, { page: String(page) })}`
  return (
    <div className="grid min-h-full lg:grid-cols-[24rem_1fr]">
      <section className={`border-line bg-surface lg:border-r ${current === null ? '' : 'hidden lg:block'}`}>
        <InboxBar query={query} counts={counts} colleagues={colleagues} to={href('/spk')} />
        <div className="flex flex-col gap-2">
          <Done />
          {found.total === 0 ? <Empty /> : <Found current={current} />}
        </div>
        <div className="px-4">
          <Pagination page={found.page} pages={countPages(found.total, found.size)} to={to} />
          <div className="hidden lg:block">
            <InboxKeys />
          </div>
        </div>
      </section>
      <div className={`min-w-0 ${current === null ? 'hidden lg:block' : ''}`}>
        <Outlet />
      </div>
    </div>
  )
}

function Done() {
  const { t } = useLanguage()
  const { moved, given } = useLoaderData<typeof loader>()
  if (moved === null && given === null) return null
  return (
    <div className="px-4">
      <Notice tone="good" role="status">
        {moved === null ? t('spk.assign.done', { count: given ?? 0 }) : t('spk.redirect.done', { number: moved })}
      </Notice>
    </div>
  )
}

function Found({ current }: { current: { number: string; part: number } | null }) {
  const { t, href, format } = useLanguage()
  const { query, found, today, filter, isChoosing, canChoose, canGive } = useLoaderData<typeof loader>()
  const list = <InboxList lines={found.items} today={today} query={filter} current={current} isChoosing={isChoosing} />
  const page: Record<string, string> = found.page > 1 ? { page: String(found.page) } : {}
  if (isChoosing) {
    return (
      <AssignChoice
        action={href('/spk/assign')}
        backTo={`${href('/spk')}${inboxAddress(query, page)}`}
        canGive={canGive}
      >
        {list}
      </AssignChoice>
    )
  }
  return (
    <>
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-2 px-4">
        <p className="text-muted text-sm" role="status">
          {t('spk.found', { count: found.total, value: format.number(found.total) })}
        </p>
        {canChoose && (
          <Link
            to={`${href('/spk')}${inboxAddress(query, { ...page, select: '1' })}`}
            data-plain
            className={buttonClass({ look: 'quiet', size: 'small' })}
          >
            {t('spk.assign.choose')}
          </Link>
        )}
      </div>
      {list}
    </>
  )
}

function Empty() {
  const { t, href } = useLanguage()
  const { query } = useLoaderData<typeof loader>()
  const { view } = query
  return (
    <div className="px-4 pt-2">
      {!isFiltered(query) ? (
        <EmptyState title={t(`spk.empty.${view}`)} text={t(`spk.empty.${view}_text`)} />
      ) : (
        <EmptyState
          title={query.q === '' ? t('spk.empty.nothing') : t('spk.empty.found', { q: query.q })}
          text={t('spk.empty.found_text')}
        >
          <LinkButton to={`${href('/spk')}${inboxAddress(wholeTab(view))}`}>{t('spk.clear')}</LinkButton>
        </EmptyState>
      )}
    </div>
  )
}
