import { requireRight } from '#app/domain/accounts/session.server'
import { InboxBar } from '#app/domain/inquiries/components/inbox-bar'
import { InboxList } from '#app/domain/inquiries/components/inbox-list'
import { countInbox, listInbox } from '#app/domain/inquiries/queries/inbox.server'
import { InboxFilterSchema } from '#app/domain/inquiries/schema'
import { parseInquiryNumber } from '#app/domain/kernel/identifiers'
import { localDateOf } from '#app/domain/kernel/local-date'
import { countPages, readPage } from '#app/domain/kernel/page'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { Pagination } from '#app/ui/pagination'
import { pageMeta } from '#app/ui/seo'
import type { PageHandle } from '#app/ui/shell/page-handle'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useParams } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.read')
  const query = new URL(request.url).searchParams
  const { view: asked, q } = InboxFilterSchema.parse({ view: query.get('view'), q: query.get('q') ?? '' })
  const counts = await countInbox(actor)
  const view = asked ?? (counts.mine > 0 ? 'mine' : 'desk')
  const { request: page } = readPage({ page: query.get('page'), size: query.get('size') })
  const moved = query.get('redirected') ?? ''
  return {
    title: translator(lang)('spk.inbox'),
    moved: parseInquiryNumber(moved).ok ? moved : null,
    today: localDateOf(new Date()),
    view,
    q,
    counts,
    found: await listInbox(actor, { view, q }, page),
    filter: query.size === 0 ? '' : `?${new URLSearchParams({ view, ...(q === '' ? {} : { q }) })}`,
  }
}

export const handle: PageHandle = { live: () => ({}) }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Inbox() {
  const { t, href } = useLanguage()
  const { today, moved, view, q, counts, found, filter } = useLoaderData<typeof loader>()
  const { number, part } = useParams()
  const current = number === undefined ? null : { number, part: Number(part) }
  const to = (page: number) => `${href('/spk')}?${new URLSearchParams({ view, q, page: String(page) })}`
  return (
    <div className="grid min-h-full lg:grid-cols-[24rem_1fr]">
      <section className={`border-line bg-surface lg:border-r ${current === null ? '' : 'hidden lg:block'}`}>
        <InboxBar view={view} q={q} counts={counts} to={href('/spk')} />
        <div className="flex flex-col gap-4 pt-4">
          {moved !== null && (
            <div className="px-4">
              <Notice tone="good" role="status">
                {t('spk.redirect.done', { number: moved })}
              </Notice>
            </div>
          )}
          {found.total === 0 ? (
            <Empty />
          ) : (
            <InboxList lines={found.items} today={today} query={filter} current={current} />
          )}
        </div>
        <div className="px-4">
          <Pagination page={found.page} pages={countPages(found.total, found.size)} to={to} />
        </div>
      </section>
      <div className={`min-w-0 ${current === null ? 'hidden lg:block' : ''}`}>
        <Outlet />
      </div>
    </div>
  )
}

function Empty() {
  const { t, href } = useLanguage()
  const { view, q } = useLoaderData<typeof loader>()
  return (
    <div className="px-4">
      {q === '' ? (
        <EmptyState title={t(`spk.empty.${view}`)} text={t(`spk.empty.${view}_text`)} />
      ) : (
        <EmptyState title={t('spk.empty.found', { q })} text={t('spk.empty.found_text')}>
          <LinkButton to={`${href('/spk')}?${new URLSearchParams({ view })}`}>{t('spk.clear')}</LinkButton>
        </EmptyState>
      )}
    </div>
  )
}
