import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { draftRuleSet, publishRuleSet, saveRuleSet } from '#app/domain/eligibility/commands/rule-set-draft.server'
import { RuleSetFacts, RuleTable } from '#app/domain/eligibility/components/admin/rule-set-facts'
import { PublishPanel, RuleSetForm, type RuleSetReply } from '#app/domain/eligibility/components/admin/rule-set-form'
import { readRuleSet } from '#app/domain/eligibility/queries.server'
import { missingForPublication, readRuleSetForm } from '#app/domain/eligibility/rule-set-form'
import { chooseVersion } from '#app/domain/eligibility/versions'
import { chooseText } from '#app/domain/kernel/localized'
import { localDateOf } from '#app/domain/kernel/local-date'
import { refreshCatalogue } from '#app/domain/search/catalogue.server'
import { LocalText } from '#app/domain/towns/components/local-text'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip } from '#app/ui/chip'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { LinkTabs } from '#app/ui/link-tabs'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

const doneCodes = ['begun', 'saved', 'published'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'ruleset.read')
  const versions = await readRuleSet(actor, params.key ?? '')
  const query = new URL(request.url).searchParams
  const shown = chooseVersion(versions, query.get('version'), localDateOf(new Date()))
  if (shown === null) throw notFound()
  const canEdit = may(actor, 'ruleset.edit')
  return {
    shown,
    canEdit,
    versions: versions.map(({ version, publishedAt }) => ({ version, isPublished: publishedAt !== null })),
    isPublishing: canEdit && shown.publishedAt === null && query.get('ask') === 'publish',
    done: doneCodes.find((code) => code === query.get('done')) ?? null,
    title: chooseText(shown.body.title, lang).text,
  }
}

type Reply = { refused: 'conflict' | 'published' | 'incomplete' | null } & RuleSetReply

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'ruleset.edit')
  const key = params.key ?? ''
  const form = await readForm(request)
  const go = (version: number, query: string) =>
    redirect(pathIn(lang, `/admin/rule-sets/${encodeURIComponent(key)}?version=${version}&${query}`), 303)
  const intent = form.get('intent')
  if (intent === 'begin') return go(await draftRuleSet(actor, key), 'done=begun')

  const draft = (await readRuleSet(actor, key)).find(({ version }) => String(version) === form.get('version'))
  if (draft === undefined) throw notFound()
  const read = readRuleSetForm(form, draft.body)
  const typed = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const refuse = (refused: Reply['refused']) => data<Reply>({ refused, faults: {}, typed }, 409)
  if (intent === 'publish') {
    const verdict = await publishRuleSet(actor, key, draft.version, read.mark, new Date())
    if (!verdict.ok) return refuse(verdict.code)
    await refreshCatalogue()
    return go(draft.version, 'done=published')
  }
  const faults = { ...(intent === 'ask' ? missingForPublication(read.change) : {}), ...read.faults }
  if (Object.keys(faults).length > 0) return data<Reply>({ refused: null, faults, typed }, 400)
  const verdict = await saveRuleSet(actor, key, draft.version, read)
  if (!verdict.ok) return refuse(verdict.code)
  return go(draft.version, intent === 'ask' ? 'ask=publish' : 'done=saved')
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function RuleSetPage() {
  const { t, href } = useLanguage()
  const { shown, canEdit, versions, isPublishing, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() ?? null
  const isDraft = shown.publishedAt === null
  const here = `?version=${shown.version}`
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <PageHeading
          title={<LocalText text={shown.body.title} />}
          crumbs={[{ label: t('rulesets.title'), to: href('/admin/rule-sets') }]}
          actions={canEdit && !isDraft && <BeginButton draft={versions.find((one) => !one.isPublished)?.version} />}
        >
          <Chip tone={isDraft ? 'attention' : 'good'}>
            {t(isDraft ? 'rulesets.state.draft' : 'rulesets.state.published')}
          </Chip>
        </PageHeading>
        {reply?.refused && (
          <Notice tone="bad" role="alert">
            {t(`rulesets.refused.${reply.refused}`)}
          </Notice>
        )}
        {done !== null && reply === null && (
          <Notice tone="good" role="status">
            {t(`rulesets.done.${done}`)}
          </Notice>
        )}
        <LinkTabs
          label={t('rulesets.versions')}
          tabs={versions.map(({ version }) => ({
            to: `?version=${version}`,
            label: t('rulesets.version', { version }),
            isCurrent: version === shown.version,
          }))}
        />
      </div>
      {isPublishing && reply === null && <PublishPanel draft={shown} cancelTo={here} />}
      {isDraft && canEdit ? (
        <RuleSetForm key={shown.mark} draft={shown} reply={reply} />
      ) : (
        <RuleSetFacts shown={shown} />
      )}
      <RuleTable rules={shown.body.rules} />
    </div>
  )
}

/** Begins the next version, or leads to the one that is open. */
function BeginButton({ draft }: { draft: number | undefined }) {
  const { t } = useLanguage()
  if (draft !== undefined) return <LinkButton to={`?version=${draft}`}>{t('rulesets.open_draft')}</LinkButton>
  return (
    <Form method="post" action="?">
      <Button name="intent" value="begin">
        {t('rulesets.begin')}
      </Button>
    </Form>
  )
}
