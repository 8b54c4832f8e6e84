import { Form as RemixForm, type FormProps } from '@remix-run/react'
import { forwardRef } from 'react'
import { FormToken } from './form-token'

/** The form of every page; one that changes something carries the token of the session. */
export const Form = forwardRef<HTMLFormElement, FormProps>(function Form({ children, ...props }, ref) {
  return (
    <RemixForm ref={ref} {...props}>
      {props.method === 'post' && <FormToken />}
      {children}
    </RemixForm>
  )
})
