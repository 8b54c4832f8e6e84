import '#app/platform/i18n/brief-words.client'
import type { Actor } from '#app/domain/accounts/model'
import { currentActor } from '#app/domain/accounts/session.server'
import { readAskedNumbers } from '#app/domain/matching/compare/asked-numbers'
import { mostCompared } from '#app/domain/matching/compare/model'
import { CompareTable } from '#app/domain/matching/components/compare-table'
import { IgnoredNotice } from '#app/domain/matching/components/ignored-notice'
import type { Brief } from '#app/domain/matching/model'
import { BriefIdSchema, BriefKeySchema } from '#app/domain/matching/page-schema'
import { parseBrief } from '#app/domain/matching/queries.server'
import { compareSites } from '#app/domain/matching/queries/compare-sites.server'
import { readSavedBrief } from '#app/domain/matching/queries/saved-briefs.server'
import { writeBrief } from '#app/domain/matching/schema'
import { readPlaceNames } from '#app/domain/search/queries.server'
import type { Ignored } from '#app/domain/search/schema'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { EmptyState } from '#app/ui/empty-state'
import { TextField } from '#app/ui/form/text-field'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

const isPrivate = { 'Cache-Control': 'no-store' }

const pageNames = ['site', 'brief', 'key', 'only', '_routes']

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const query = new URL(request.url).searchParams
  const { numbers, unreadable } = readAskedNumbers(query)
  const { brief, about, toBrief, ignored, isGone } = await readAsked(actor, query)
  const names = await readPlaceNames(actor, lang)
  const { view, unknown, beyond } = await compareSites(actor, { numbers, brief, lang, names })
  return data(
    {
      ...{ view, beyond, about, toBrief, ignored, isGone },
      unknown: [...unreadable, ...unknown],
      onlyDifferences: query.get('only') === 'differences',
      title: translator(lang)('compare.title'),
    },
    { headers: query.has('brief') ? isPrivate : {} },
  )
}

type Asked = {
  brief: Brief | null
  /** Parameters that name the brief again. */
  about: [string, string][]
  toBrief: string | null
  ignored: Ignored[]
  /** The link names a brief that does not open. */
  isGone: boolean
}

/** The brief of the address: a saved one, or one that stands in it. */
async function readAsked(actor: Actor, query: URLSearchParams): Promise<Asked> {
  if (query.has('brief')) {
    const id = BriefIdSchema.safeParse(query.get('brief'))
    const key = BriefKeySchema.parse(query.get('key'))
    const found = id.success ? await readSavedBrief(actor, { id: id.data, key }) : null
    if (found === null) return { brief: null, about: [], toBrief: null, ignored: [], isGone: true }
    const keyed: [string, string][] = key === null ? [] : [['key', key]]
    const toBrief = `/briefs/${found.id}${key === null ? '' : `?${new URLSearchParams(keyed)}`}`
    return { brief: found.brief, about: [['brief', found.id], ...keyed], toBrief, ignored: [], isGone: false }
  }
  const { brief, ignored } = await parseBrief(actor, query, pageNames)
  const about = [...writeBrief(brief)]
  const isAsking = Object.keys(brief.needs).length > 0
  const toBrief = isAsking ? `/briefs/new?${new URLSearchParams(about)}` : null
  return { brief: isAsking ? brief : null, about, toBrief, ignored, isGone: false }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Compare() {
  const { t, href } = useLanguage()
  const { view, about, toBrief, onlyDifferences, title } = useLoaderData<typeof loader>()
  const numbers = view.columns.map(({ number }) => number)
  const address = (shown: readonly string[], only: boolean) =>
    `?${new URLSearchParams([...shown.map((number) => ['site', number]), ...about, ...(only ? [['only', 'differences']] : [])])}`
  return (
    <div className="flex flex-col gap-6">
      <PageHeading
        title={title}
        lead={t('compare.lead')}
        actions={toBrief !== null && <LinkButton to={href(toBrief)}>{t('compare.to_brief')}</LinkButton>}
      />
      <Notices />
      {numbers.length === 0 ? (
        <EmptyState title={t('compare.empty_title')} text={t('compare.empty_text')}>
          <LinkButton to={href('/sites')}>{t('compare.to_search')}</LinkButton>
        </EmptyState>
      ) : (
        <>
          <p className="flex flex-wrap gap-3" data-no-print>
            {numbers.length > 1 && (
              <LinkButton to={address(numbers, !onlyDifferences)} preventScrollReset>
                {t(onlyDifferences ? 'compare.all_rows' : 'compare.only_differences')}
              </LinkButton>
            )}
            <InquireAll />
          </p>
          <CompareTable
            view={view}
            onlyDifferences={onlyDifferences && numbers.length > 1}
            without={(gone) =>
              address(
                numbers.filter((number) => number !== gone),
                onlyDifferences,
              )
            }
          />
        </>
      )}
      <AddSite />
    </div>
  )
}

function Notices() {
  const { t } = useLanguage()
  const { unknown, beyond, ignored, isGone } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      <IgnoredNotice ignored={ignored} />
      {isGone && <Notice tone="attention">{t('compare.brief_gone')}</Notice>}
      {unknown.length > 0 && (
        <Notice tone="attention">{t('compare.left_out_unknown', { numbers: unknown.join(', ') })}</Notice>
      )}
      {beyond.length > 0 && (
        <Notice tone="attention">{t('compare.left_out_many', { numbers: beyond.join(', ') })}</Notice>
      )}
    </div>
  )
}

function InquireAll() {
  const { t, href } = useLanguage()
  const { view } = useLoaderData<typeof loader>()
  const open = view.columns.filter(({ canInquire }) => canInquire)
  if (open.length < 2) return null
  const query = new URLSearchParams(open.map(({ number }) => ['site', number]))
  return <LinkButton to={href(`/inquiries/new?${query}`)}>{t('compare.inquire_all')}</LinkButton>
}

function AddSite() {
  const { t, href } = useLanguage()
  const { view, about, onlyDifferences } = useLoaderData<typeof loader>()
  if (view.columns.length >= mostCompared) return null
  return (
    <form method="get" action={href('/compare')} className="flex flex-wrap items-end gap-3" data-no-print>
      {[...view.columns.map(({ number }) => ['site', number] as const), ...about].map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {onlyDifferences && <input type="hidden" name="only" value="differences" />}
      <div className="w-56">
        <TextField id="add-site" name="site" label={t('compare.add')} placeholder="BLQ-0042" autoComplete="off" />
      </div>
      <Button>{t('compare.add_action')}</Button>
    </form>
  )
}
