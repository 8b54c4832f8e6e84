import '#app/platform/i18n/brief-words.client'
import type { Actor } from '#app/domain/accounts/model'
import { clientOf, currentActor, publicReader } from '#app/domain/accounts/session.server'
import { saveBrief, updateBrief } from '#app/domain/matching/commands/save-brief.server'
import { BriefForm, type EditedBrief } from '#app/domain/matching/components/brief-form'
import { IgnoredNotice } from '#app/domain/matching/components/ignored-notice'
import { MatchList } from '#app/domain/matching/components/match-list'
import { PresetLinks } from '#app/domain/matching/components/preset-links'
import { weightParameter } from '#app/domain/matching/parameters'
import { presetOf } from '#app/domain/matching/presets'
import { parseBrief } from '#app/domain/matching/queries.server'
import { answerBrief } from '#app/domain/matching/queries/answer-brief.server'
import { readSavedBrief } from '#app/domain/matching/queries/saved-briefs.server'
import { EditSchema, readShown, readText } from '#app/domain/matching/page-schema'
import { writeBrief } from '#app/domain/matching/schema'
import { readPlaceNames } from '#app/domain/search/queries.server'
import { sectorKeys } from '#app/domain/towns/model'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation, useNavigation } from '@remix-run/react'

/** Parameters of the page that are no part of the brief; `edit`, `key` and `revision` name the saved one. */
const pageNames = ['show', 'said', 'edit', 'key', 'revision', '_routes']

const refusals = ['empty', 'too_many', 'conflict'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await publicReader(request)
  const query = new URL(request.url).searchParams
  const { brief, ignored } = await parseBrief(actor, query, pageNames)
  const edited = await readEdited(actor, query)
  const names = await readPlaceNames(actor, lang)
  const shown = readShown(query)
  const isAsking = Object.keys(brief.needs).length > 0
  const t = translator(lang)
  const presets = sectorKeys.map((sector) => ({ sector, to: `?${writeBrief(presetOf(sector))}` }))
  return data(
    {
      ...{ brief, ignored, names, edited, shown },
      presets: edited ? [] : presets,
      answer: isAsking ? await answerBrief(actor, brief, { lang, names, shown: shown.count }) : null,
      asked: [...writeBrief(brief)],
      isPerson: actor.kind === 'person',
      refusal: refusals.find((code) => code === query.get('said')) ?? null,
      title: t(edited ? 'briefs.title_edit' : 'briefs.title_new'),
      description: t('briefs.description'),
    },
    { headers: edited ? { 'Cache-Control': 'no-store' } : {} },
  )
}

/** The saved brief that the address names for a change; 404 for what the actor may not change. */
async function readEdited(actor: Actor, query: URLSearchParams): Promise<EditedBrief | null> {
  if (!query.has('edit')) return null
  const asked = EditSchema.safeParse(Object.fromEntries(query))
  const found = asked.success && (await readSavedBrief(actor, { id: asked.data.edit, key: asked.data.key }))
  if (!asked.success || !found || !found.isOwn || found.isDeleted) throw notFound()
  return { id: found.id, key: asked.data.key, revision: asked.data.revision }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const fields = readText(await readForm(request))
  const { brief } = await parseBrief(actor, fields, pageNames)
  const saver = { locale: lang, address: clientOf(request).address }
  const refuse = (code: (typeof refusals)[number]) => {
    const query = writeBrief(brief)
    for (const name of ['edit', 'key', 'revision']) if (fields.has(name)) query.set(name, fields.get(name) ?? '')
    query.set('said', code)
    return redirect(pathIn(lang, `/briefs/new?${query}`), 303)
  }
  const open = (id: string, query: Record<string, string>) =>
    redirect(pathIn(lang, `/briefs/${id}?${new URLSearchParams(query)}`), 303)
  if (fields.has('edit')) {
    const asked = EditSchema.safeParse(Object.fromEntries(fields))
    if (!asked.success) throw notFound()
    const { edit: id, key, revision } = asked.data
    const verdict = await updateBrief(actor, { id, key }, { brief, revision }, saver)
    return verdict.ok ? open(id, { ...(key === null ? {} : { key }), done: 'saved' }) : refuse(verdict.code)
  }
  const verdict = await saveBrief(actor, brief, saver)
  if (!verdict.ok) return refuse(verdict.code)
  const { id, key } = verdict.value
  // A person opens it by the session; the key stays out of the address.
  return open(id, { ...(actor.kind === 'person' ? {} : { key }), done: 'new' })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.title ?? '',
    description: args.data?.description,
    isIndexed: args.data?.edited === null,
  })

export default function BriefNew() {
  const { t, href } = useLanguage()
  const { brief, names, edited, isPerson, presets, ignored, refusal, asked, title, answer } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={title} lead={t('briefs.lead')} />
      <div className="mb-6 flex flex-col gap-3 empty:hidden">
        <IgnoredNotice ignored={ignored} />
        {refusal && (
          <Notice tone="attention" role="alert" title={t(`briefs.refused.${refusal}`)}>
            {refusal === 'conflict' && edited && (
              <p className="flex flex-wrap gap-3 pt-2">
                <LinkButton to={href(`/briefs/${edited.id}${edited.key ? `?key=${edited.key}` : ''}`)}>
                  {t('briefs.refused.open_saved')}
                </LinkButton>
                <LinkButton to={`?${new URLSearchParams(asked)}`}>{t('briefs.refused.keep_mine')}</LinkButton>
              </p>
            )}
          </Notice>
        )}
      </div>
      {presets.length > 0 && <PresetLinks presets={presets} />}
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[28rem_minmax(0,1fr)]">
        <BriefForm brief={brief} names={names} edited={edited} isPerson={isPerson} total={answer?.total ?? null} />
        <Answer />
      </div>
    </>
  )
}

/** The answer beside the form; while the next one is on its way, the last one stays. */
function Answer() {
  const { t, href } = useLanguage()
  const { answer, asked, shown } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const isLoading = useNavigation().state === 'loading'
  if (answer === null) return <p className="text-muted max-w-text">{t('briefs.nothing_asked')}</p>
  const withParameter = (name: string, value: string) => {
    const changed = new URLSearchParams(search)
    changed.delete('said')
    changed.set(name, value)
    return `?${changed}`
  }
  return (
    <div id="matches" aria-busy={isLoading} className="min-w-0 aria-busy:opacity-60">
      <MatchList
        answer={answer}
        about={asked}
        more={shown.next === null ? null : withParameter('show', String(shown.next))}
        pdf={href(`/briefs/brief.pdf?${new URLSearchParams(asked)}`)}
        relax={(criterion) => withParameter(weightParameter(criterion), '3')}
      />
    </div>
  )
}
