import '#app/platform/i18n/bell-words.client'
import { requirePerson } from '#app/domain/accounts/session.server'
import { chooseRhythms } from '#app/domain/notices/commands/choose-rhythms.server'
import { choosableGroups, rhythms } from '#app/domain/notices/events'
import { readRhythms } from '#app/domain/notices/queries/notices.server'
import { readChoices } from '#app/domain/notices/schema'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ChoiceField } from '#app/ui/form/choice-fields'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const t = translator(lang)
  const chosen = await readRhythms(person)
  return {
    title: t('bell.settings'),
    groups: choosableGroups(person.memberships.map(({ kind }) => kind)).map((group) => ({
      ...{ group, name: t(`notices.group.${group}`) },
      rhythm: chosen[group] ?? 'at_once',
    })),
    isSaved: new URL(request.url).searchParams.get('done') === 'saved',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const choices = readChoices(await readForm(request))
  if (choices === null) return data({ isUnreadable: true }, 400)
  await chooseRhythms(person, choices)
  return redirect(pathIn(lang, '/account/notices?done=saved'), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function AccountNotices() {
  const { t, href } = useLanguage()
  const { groups, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="max-w-text flex flex-col gap-6">
      <PageHeading
        title={t('bell.settings')}
        lead={t('bell.settings_lead')}
        crumbs={[{ label: t('bell.title'), to: href('/notices') }, { label: t('bell.settings') }]}
      />
      {isSaved && answer === undefined && (
        <Notice tone="good" role="status">
          {t('bell.saved')}
        </Notice>
      )}
      {answer?.isUnreadable && (
        <Notice tone="bad" role="alert">
          {t('bell.unreadable')}
        </Notice>
      )}
      {groups.length === 0 ? (
        <p>{t('bell.nothing_to_choose')}</p>
      ) : (
        <Form method="post" className="flex flex-col gap-6">
          {groups.map(({ group, name, rhythm }) => (
            <ChoiceField
              key={group}
              id={group}
              name={group}
              label={name}
              hint={group === 'deadlines' ? t('bell.deadlines_hint') : undefined}
              defaultValue={rhythm}
              options={rhythms.map((value) => ({ value, label: t(`bell.rhythm.${value}`) }))}
            />
          ))}
          <div>
            <Button look="primary">{t('ui.action.save')}</Button>
          </div>
        </Form>
      )}
      <div>
        <LinkButton to={href('/subscription')}>{t('bell.searches')}</LinkButton>
      </div>
    </div>
  )
}
