import '#app/platform/i18n/brief-words.client'
import { currentActor } from '#app/domain/accounts/session.server'
import { SaveSearchLink } from '#app/domain/alerts/components/save-search-link'
import { deleteBrief, restoreBrief } from '#app/domain/matching/commands/save-brief.server'
import { MatchList } from '#app/domain/matching/components/match-list'
import { NeedTable } from '#app/domain/matching/components/need-table'
import { DeletedNotice, DeletePanel } from '#app/domain/matching/components/saved-actions'
import { ShareLink } from '#app/domain/matching/components/share-link'
import { describeBrief } from '#app/domain/matching/describe-need'
import { BriefIdSchema, BriefKeySchema, readShown } from '#app/domain/matching/page-schema'
import { weightParameter } from '#app/domain/matching/parameters'
import { answerBrief } from '#app/domain/matching/queries/answer-brief.server'
import { briefPath } from '#app/domain/matching/queries/brief-key.server'
import { readSavedBrief } from '#app/domain/matching/queries/saved-briefs.server'
import { writeBrief } from '#app/domain/matching/schema'
import { readPlaceNames } from '#app/domain/search/queries.server'
import { makeVoice } from '#app/domain/sites/passport/said'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DemoChip } from '#app/ui/chip'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { Panel } from '#app/ui/panel'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

const isPrivate = { 'Cache-Control': 'no-store' }

const dones = ['new', 'saved', 'restored'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const address = readAddress(request, params.id)
  const found = await readSavedBrief(actor, address)
  if (found === null) throw notFound()
  const { id, brief, revision, isOwn, isDeleted, isDemo, hasOwner, updatedAt } = found
  const query = new URL(request.url).searchParams
  const names = await readPlaceNames(actor, lang)
  const shown = readShown(query)
  const own = { edit: id, ...(address.key === null ? {} : { key: address.key }), revision: String(revision) }
  return data(
    {
      ...{ id, isOwn, isDeleted, isDemo, hasOwner, updatedAt, shown },
      ...{ activity: brief.activity, startOn: brief.startOn, jobs: brief.jobs, investmentKzt: brief.investmentKzt },
      key: address.key,
      isOwnWords: found.title !== '',
      title: found.title || describeBrief(brief, names, makeVoice(lang, translator(lang))),
      // Whoever may only look gets a brief of their own out of it.
      edit: [...writeBrief(brief), ...(isOwn ? Object.entries(own) : [])],
      link: isOwn ? `${publicOrigin()}${briefPath(lang, id)}` : null,
      answer: isDeleted ? null : await answerBrief(actor, brief, { lang, names, shown: shown.count }),
      isDeleting: isOwn && query.get('delete') === '1',
      done: dones.find((word) => word === query.get('done')) ?? null,
    },
    { headers: isPrivate },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const address = readAddress(request, params.id)
  const intent = (await readForm(request)).get('intent')
  const query = new URLSearchParams(address.key === null ? {} : { key: address.key })
  if (intent === 'delete') await deleteBrief(actor, address)
  else if (intent === 'restore') {
    await restoreBrief(actor, address)
    query.set('done', 'restored')
  } else if ((await readSavedBrief(actor, address)) === null) throw notFound()
  return redirect(pathIn(lang, `/briefs/${address.id}?${query}`), 303)
}

function readAddress(request: Request, id: string | undefined) {
  const known = BriefIdSchema.safeParse(id)
  if (!known.success) throw notFound()
  return { id: known.data, key: BriefKeySchema.parse(new URL(request.url).searchParams.get('key')) }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function SavedBrief() {
  const { t, href } = useLanguage()
  const { title, isOwnWords, isDemo, isOwn, isDeleted, isDeleting, edit, key, id, done, answer } = useLoaderData<typeof loader>()
  const own = key === null ? '' : `?${new URLSearchParams({ key })}`
  return (
    <div className="flex flex-col gap-8">
      <div>
        <PageHeading
          title={<span lang={isOwnWords ? 'zxx' : undefined}>{title}</span>}
          actions={
            !isDeleted && (
              <LinkButton to={href(`/briefs/new?${new URLSearchParams(edit)}`)}>
                {t(isOwn ? 'briefs.change' : 'briefs.take_over')}
              </LinkButton>
            )
          }
        >
          {isDemo && <DemoChip />}
        </PageHeading>
        {done && (
          <Notice tone="good" role="status" title={t(`briefs.done.${done}`)}>
            {done === 'new' && key !== null && t('briefs.done.keep_link')}
          </Notice>
        )}
      </div>
      {isDeleted && <DeletedNotice />}
      {isDeleting && !isDeleted && <DeletePanel keepTo={href(`/briefs/${id}${own}`)} />}
      {answer !== null && <Brief own={own} />}
    </div>
  )
}

function Brief({ own }: { own: string }) {
  const { t, href } = useLanguage()
  const page = useLoaderData<typeof loader>()
  const { id, key, answer, shown, edit, link, hasOwner, isOwn, done } = page
  if (answer === null) return null
  const withParameter = (query: readonly (readonly string[])[], name: string, value: string) => {
    const changed = new URLSearchParams(query as [string, string][])
    changed.set(name, value)
    return changed
  }
  const keyed: [string, string][] = key === null ? [] : [['key', key]]
  const shared = link !== null && <ShareLink url={link} hasOwner={hasOwner} />
  return (
    <>
      {done === 'new' && shared && <Panel title={t('briefs.link.title')}>{shared}</Panel>}
      <NeedTable needs={answer.needs} project={page} />
      <SaveSearchLink query={`${new URLSearchParams([['brief', id], ...keyed])}`} />
      <MatchList
        answer={answer}
        about={[['brief', id], ...keyed]}
        more={shown.next === null ? null : `?${withParameter(keyed, 'show', String(shown.next))}`}
        pdf={href(`/briefs/${id}/brief.pdf${own}`)}
        relax={(criterion) => href(`/briefs/new?${withParameter(edit, weightParameter(criterion), '3')}`)}
      />
      {done !== 'new' && shared && (
        <details data-no-print>
          <summary className="inline-flex min-h-11 items-center font-medium underline">{t('briefs.link.title')}</summary>
          {shared}
        </details>
      )}
      {isOwn && (
        <div className="border-line border-t pt-6" data-no-print>
          <LinkButton to={`?${withParameter(keyed, 'delete', '1')}`} look="quiet">
            {t('briefs.delete.action')}
          </LinkButton>
        </div>
      )}
    </>
  )
}
