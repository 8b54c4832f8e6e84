import '#app/platform/i18n/brief-words.client'
import { publicReader } from '#app/domain/accounts/session.server'
import { readAskedNumbers } from '#app/domain/matching/compare/asked-numbers'
import { mostCompared } from '#app/domain/matching/compare/model'
import { readAskedBrief } from '#app/domain/matching/queries/asked-brief.server'
import { CompareTable } from '#app/domain/matching/components/compare-table'
import { IgnoredNotice } from '#app/domain/matching/components/ignored-notice'
import { compareSites } from '#app/domain/matching/queries/compare-sites.server'
import { readPlaceNames } from '#app/domain/search/queries.server'
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

const inquireId = 'inquire'

const pageNames = ['site', 'brief', 'key', 'only', '_routes']

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await publicReader(request)
  const query = new URL(request.url).searchParams
  const { numbers, unreadable } = readAskedNumbers(query)
  const { brief, about, toBrief, ignored, isGone } = await readAskedBrief(actor, query, pageNames)
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
          <div className="flex flex-wrap gap-3" data-no-print>
            {numbers.length > 1 && (
              <LinkButton to={address(numbers, !onlyDifferences)} preventScrollReset>
                {t(onlyDifferences ? 'compare.all_rows' : 'compare.only_differences')}
              </LinkButton>
            )}
            <InquireTicked />
          </div>
          <CompareTable
            view={view}
            onlyDifferences={onlyDifferences && numbers.length > 1}
            inquireForm={inquireId}
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

/** Its ticks stand over the columns; all are set, since that is what most want. */
function InquireTicked() {
  const { t, href } = useLanguage()
  const { view, about } = useLoaderData<typeof loader>()
  if (view.columns.filter(({ canInquire }) => canInquire).length < 2) return null
  return (
    <form method="get" id={inquireId} action={href('/inquiries/new')}>
      {about.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <Button look="primary">{t('compare.inquire_ticked')}</Button>
    </form>
  )
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
