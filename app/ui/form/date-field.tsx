import { TextField, type TextFieldProps } from './text-field'

type DateFieldProps = Omit<TextFieldProps, 'type' | 'unit'> & {
  /** `month` for a month and year without a day. Values are YYYY-MM-DD or YYYY-MM. */
  precision?: 'day' | 'month'
}

/** The browser's own calendar; where it has none for months, the value is typed. */
export function DateField({ precision = 'day', ...field }: DateFieldProps) {
  const isMonth = precision === 'month'
  return (
    <TextField
      {...field}
      type={isMonth ? 'month' : 'date'}
      placeholder={isMonth ? 'YYYY-MM' : undefined}
      pattern={isMonth ? '\\d{4}-\\d{2}' : undefined}
    />
  )
}
