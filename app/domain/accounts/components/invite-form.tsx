import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { ProofField } from '#app/domain/accounts/components/proof-field'
import type { MemberRole } from '#app/domain/accounts/model'
import { languageNames, languages } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'

type InviteFormProps = { roles: readonly MemberRole[]; reply?: FormReply; isMailHeld: boolean; needsProof: boolean }

/** Address, name, role and language of a person to invite; `roles` are those of the organisation's kind. */
export function InviteForm({ roles, reply, isMailHeld, needsProof }: InviteFormProps) {
  const { t } = useLanguage()
  const fields = readReply(t, reply)
  const { valueOf, errorOf, summary } = fields
  const { state } = useNavigation()
  return (
    <Panel title={t('admin.organization.invite_title')}>
      <p className="text-muted text-sm">
        {isMailHeld ? t('admin.organization.held') : t('admin.organization.invite_hint')}
      </p>
      <Form method="post" action="?" noValidate className="grid gap-5 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <ErrorSummary errors={summary()} />
          <input type="hidden" name="intent" value="invite" />
        </div>
        <TextField
          id="email"
          name="email"
          type="email"
          autoComplete="off"
          label={t('admin.organization.email')}
          defaultValue={valueOf('email')}
          error={errorOf('email')}
          required
        />
        <TextField
          id="name"
          name="name"
          autoComplete="off"
          label={t('admin.organization.name')}
          defaultValue={valueOf('name')}
          error={errorOf('name')}
          required
        />
        <SelectField
          id="role"
          name="role"
          label={t('admin.organization.role')}
          defaultValue={valueOf('role', roles.length === 1 ? roles[0] : '')}
          error={errorOf('role')}
          options={roles.map((role) => ({ value: role, label: t(`accounts.role.${role}`) }))}
          required
        />
        <LanguageField reply={fields} />
        {needsProof && <ProofField reply={fields} />}
        <div className="sm:col-span-2">
          <Button look="primary" isBusy={state === 'submitting'}>
            {t('admin.organization.invite')}
          </Button>
        </div>
      </Form>
    </Panel>
  )
}

function LanguageField({ reply: { valueOf, errorOf } }: { reply: ReturnType<typeof readReply> }) {
  const { t, lang } = useLanguage()
  return (
    <SelectField
      id="locale"
      name="locale"
      label={t('admin.organization.language')}
      defaultValue={valueOf('locale', lang)}
      error={errorOf('locale')}
      emptyLabel={null}
      options={languages.map((value) => ({ value, label: languageNames[value].full }))}
    />
  )
}
