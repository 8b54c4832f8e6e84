import type { AutosaveState } from '#app/ui/autosave-status'
import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react'
import type { EditorReply, Refusal, SaveReply } from '#app/domain/sites/editor-data'

const pauseMs = 1_500
const retryMs = 5_000

type Saved = Extract<SaveReply, { ok: true }>

/** `false`: what was typed is not safe yet. */
type Outcome = Promise<boolean>

/**
 * Saves the form while it is being filled: at once when a field is left, after a pause while typing, again and again
 * while there is no connection. One save runs at a time, so each names the revision of the one before.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, url: string, start: { revision: number }) {
  const [state, setState] = useState<AutosaveState>('idle')
  const [saved, setSaved] = useState<Saved | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [work] = useState<Work>(() => ({
    ...{ revision: start.revision, isDirty: false, isStopped: false, hasFaults: false },
    ...{ running: null, timer: undefined },
  }))

  const save = useCallback(async (): Outcome => {
    if (work.running) await work.running
    if (!form.current || work.isStopped) return false
    if (!work.isDirty) return !work.hasFaults
    work.isDirty = false
    setState('saving')
    const reply = await send(url, form.current, work.revision)
    if (!reply?.ok) {
      // Who signs in again in another tab goes on from here.
      const isStopped = reply !== null && reply.refusal.code !== 'signed_out'
      Object.assign(work, { isDirty: true, isStopped })
      if (reply) setRefusal(reply.refusal)
      setState(reply ? 'unsaved' : 'failed')
      return false
    }
    work.revision = reply.revision
    work.hasFaults = Object.keys(reply.faults).length > 0
    setSaved(reply)
    setRefusal(null)
    setState(work.isDirty ? 'unsaved' : 'saved')
    return !work.hasFaults
  }, [form, url, work])

  const flush = useCallback((): Outcome => {
    window.clearTimeout(work.timer)
    const outcome = save().finally(() => {
      if (work.running === outcome) work.running = null
    })
    work.running = outcome
    return outcome
  }, [save, work])

  useListening(form, work, setState, flush)
  useRetry(state === 'failed', flush)
  const control = useMemo(() => makeControl(work, flush, { setSaved, setRefusal }), [work, flush])
  return { state, saved, refusal, flush, ...control }
}

export type Autosave = ReturnType<typeof useAutosave>

/** What goes on between two drawings of the page. */
type Work = {
  revision: number
  isDirty: boolean
  /** Refused: nothing more is sent until somebody decides. */
  isStopped: boolean
  hasFaults: boolean
  running: Outcome | null
  timer: number | undefined
}

type Setters = { setSaved: (saved: Saved | null) => void; setRefusal: (refusal: Refusal | null) => void }

function makeControl(work: Work, flush: () => Outcome, { setSaved, setRefusal }: Setters) {
  return {
    /** Whether leaving now would lose something. */
    isUnsafe: () => work.isDirty || work.running !== null || work.hasFaults,
    /** What is running, for a form that must wait for it. */
    pending: () => work.running,
    revision: () => work.revision,
    /** The form itself is on its way: nothing is to be saved beside it. */
    rest: () => {
      window.clearTimeout(work.timer)
      Object.assign(work, { isDirty: false, hasFaults: false })
    },
    /** The form came back: what it says is newer than what the autosave knew. */
    resume: ({ revision, refusal, faults }: EditorReply) => {
      if (revision !== undefined) work.revision = revision
      work.hasFaults = Object.keys(faults).length > 0
      setSaved(null)
      setRefusal(refusal ?? null)
    },
    /** Saves over what somebody else saved meanwhile. */
    insist: (revision: number) => {
      Object.assign(work, { revision, isStopped: false, isDirty: true })
      setRefusal(null)
      void flush()
    },
  }
}

/** Native events: `change` comes when a text field is left, which React does not tell from typing. */
function useListening(
  form: RefObject<HTMLFormElement>,
  work: Work,
  setState: (state: AutosaveState) => void,
  flush: () => Outcome,
) {
  useEffect(() => {
    const element = form.current
    if (!element) return
    const note = (delay: number) => {
      work.isDirty = true
      if (work.isStopped) return
      setState('unsaved')
      window.clearTimeout(work.timer)
      work.timer = window.setTimeout(() => void flush(), delay)
    }
    const onInput = () => note(pauseMs)
    const onChange = () => note(0)
    element.addEventListener('input', onInput)
    element.addEventListener('change', onChange)
    return () => {
      element.removeEventListener('input', onInput)
      element.removeEventListener('change', onChange)
      window.clearTimeout(work.timer)
    }
  }, [form, work, setState, flush])
}

function useRetry(hasFailed: boolean, flush: () => Outcome) {
  useEffect(() => {
    if (!hasFailed) return
    const again = () => void flush()
    const retry = window.setInterval(again, retryMs)
    window.addEventListener('online', again)
    return () => {
      window.clearInterval(retry)
      window.removeEventListener('online', again)
    }
  }, [hasFailed, flush])
}

/** Null when the server could not be reached or could not answer. */
async function send(url: string, form: HTMLFormElement, revision: number): Promise<SaveReply | null> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.set('revision', String(revision))
  try {
    const response = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json' } })
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json') ?? false
    return isJson ? ((await response.json()) as SaveReply) : null
  } catch {
    return null
  }
}
