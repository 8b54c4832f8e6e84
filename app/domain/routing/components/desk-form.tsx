import { OwnName } from '#app/domain/accounts/components/official-name'
import { sectorKeys } from '#app/domain/towns/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { FieldGroup } from '#app/ui/form/field-group'
import { Form } from '#app/ui/form/form'
import { useNavigation } from '@remix-run/react'

type DeskFormProps = { officers: readonly { userId: string; name: string; sectors: string[] }[]; canEdit: boolean }

/** Which officer takes which sector; a sector nobody took is everybody's. */
export function DeskForm({ officers, canEdit }: DeskFormProps) {
  const { t } = useLanguage()
  const { state } = useNavigation()
  return (
    <Form method="post" action="?" className="flex flex-col gap-6">
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {sectorKeys.map((sector) => (
          <FieldGroup key={sector} id={`desk-${sector}`} legend={t(`sites.sector.${sector}`)}>
            {officers.map(({ userId, name, sectors }) => (
              <CheckboxField
                key={userId}
                id={`desk-${sector}-${userId}`}
                name={`desk.${sector}`}
                value={userId}
                label={<OwnName>{name}</OwnName>}
                defaultChecked={sectors.includes(sector)}
                disabled={!canEdit}
              />
            ))}
          </FieldGroup>
        ))}
      </div>
      {canEdit && (
        <div>
          <Button look="primary" name="intent" value="keep" isBusy={state === 'submitting'}>
            {t('ui.action.save')}
          </Button>
        </div>
      )}
    </Form>
  )
}
