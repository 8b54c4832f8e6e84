import type { EditorData, EditorReply, FieldConflict, Refusal, SaveReply } from '#app/domain/sites/editor-data'
import { ownScript } from '#app/platform/http/form-token'
import type { AutosaveState } from '#app/ui/autosave-status'
import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react'
import { DraftState, type Adopted } from './draft-state'
import { pairsOf, readTyped, setControl, type Typed } from './form-controls'

const pauseMs = 1_500
const retryMs = 5_000

type Saved = Extract<SaveReply, { ok: true }>

/** `false`: what was typed is not safe yet. */
type Outcome = Promise<boolean>

/** What somebody else changed and the form has taken over. */
type Merged = { who: string; at: string; names: string[] }

/**
 * Saves the form while it is being filled: at once when a field is left, after a pause while typing, again and again
 * while there is no connection. One save runs at a time. It sends what was changed with what it was based on, so that two
 * people in one dossier only meet where both changed the same field.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, url: string, start: EditorData) {
  const [state, setState] = useState<AutosaveState>('idle')
  const [saved, setSaved] = useState<Saved | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [merged, setMerged] = useState<Merged | null>(null)
  const [conflicts, setConflicts] = useState<Record<string, FieldConflict>>({})
  const [work] = useState<Work>(() => ({
    ...{ revision: start.revision, shape: start.shape, draft: new DraftState(start.values) },
    ...{ isDirty: false, isStopped: false, hasSaved: false, hasFaults: false, running: null, timer: undefined },
  }))

  const save = useCallback(async (): Outcome => {
    if (work.running) await work.running
    if (!form.current || work.isStopped) return false
    const changes = work.draft.changes(readTyped(form.current))
    const wasDirty = work.isDirty
    work.isDirty = false
    if (changes.size === 0) {
      if (wasDirty) setState(restingState(work))
      return isSafe(work)
    }
    setState('saving')
    const sent = only(readTyped(form.current), changes)
    const reply = await send(url, bodyOf(form.current, changes, work, start.group))
    if (!reply?.ok) {
      // Who signs in again in another tab goes on from here.
      const isStopped = reply !== null && reply.refusal.code !== 'signed_out'
      Object.assign(work, { isDirty: true, isStopped })
      if (reply) setRefusal(reply.refusal)
      setState(reply ? 'unsaved' : 'failed')
      return false
    }
    const adopted = take(work, reply, sent, form.current)
    if (Object.keys(adopted).length > 0 && reply.theirs !== null) {
      setMerged({ who: reply.theirs.who, at: reply.theirs.at, names: Object.keys(adopted) })
    }
    setConflicts(work.draft.conflicts)
    setSaved(reply)
    setRefusal(null)
    work.hasSaved = true
    setState(work.isDirty ? 'unsaved' : restingState(work))
    return isSafe(work)
  }, [form, url, work, start.group])

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
  const control = useMemo(
    () => makeControl(form, work, flush, { setSaved, setRefusal, setConflicts }),
    [form, work, flush],
  )
  return { state, saved, refusal, merged, conflicts, flush, ...control }
}

export type Autosave = ReturnType<typeof useAutosave>

/** What goes on between two drawings of the page. */
type Work = {
  revision: number
  shape: string
  draft: DraftState
  isDirty: boolean
  /** Refused: nothing more is sent until somebody decides. */
  isStopped: boolean
  /** Something was saved since the page was drawn. */
  hasSaved: boolean
  hasFaults: boolean
  running: Outcome | null
  timer: number | undefined
}

/** When nothing is left to send. */
function restingState(work: Work): AutosaveState {
  if (Object.keys(work.draft.conflicts).length > 0) return 'unsaved'
  return work.hasSaved ? 'saved' : 'idle'
}

function isSafe(work: Work): boolean {
  return !work.hasFaults && Object.keys(work.draft.conflicts).length === 0
}

function only(typed: Typed, names: ReadonlyMap<string, string>): Typed {
  return new Map([...typed].filter(([name]) => names.has(name)))
}

function bodyOf(form: HTMLFormElement, changes: Map<string, string>, work: Work, group: string): URLSearchParams {
  const body = new URLSearchParams({ group, revision: String(work.revision) })
  body.set('shape', work.shape)
  for (const [name, value] of pairsOf(form, new Set(changes.keys()))) body.append(name, value)
  for (const [name, base] of changes) body.append(`base.${name}`, base)
  return body
}

/** Takes over what the server answered; the form shows what others changed where nobody typed here. */
function take(work: Work, reply: Saved, sent: Typed, form: HTMLFormElement): Adopted {
  work.revision = reply.revision
  work.hasFaults = Object.keys(reply.faults).length > 0
  const adopted = work.draft.take(reply, sent, readTyped(form))
  for (const [name, values] of Object.entries(adopted)) setControl(form, name, values)
  if (Object.keys(adopted).length > 0) form.dispatchEvent(new Event('adopted'))
  return adopted
}

type Setters = {
  setSaved: (saved: Saved | null) => void
  setRefusal: (refusal: Refusal | null) => void
  setConflicts: (conflicts: Record<string, FieldConflict>) => void
}

function makeControl(form: RefObject<HTMLFormElement>, work: Work, flush: () => Outcome, set: Setters) {
  return {
    /** Whether leaving now would lose something. */
    isUnsafe: () => work.isDirty || work.running !== null || !isSafe(work),
    revision: () => work.revision,
    /** The form came back: what it says is newer than what the autosave knew. */
    resume: ({ revision, refusal, faults }: EditorReply) => {
      if (revision !== undefined) work.revision = revision
      work.hasFaults = Object.keys(faults).length > 0
      set.setSaved(null)
      set.setRefusal(refusal ?? null)
    },
    /** Goes on after what somebody else saved: what both changed is then told at its field. */
    insist: (revision: number) => {
      Object.assign(work, { revision, isStopped: false, isDirty: true })
      set.setRefusal(null)
      void flush()
    },
    /** Ends a conflict at a field. */
    decide: (name: string, keeps: 'mine' | 'theirs') => {
      const theirs = work.draft.decide(name, keeps)
      if (theirs !== null && form.current) {
        setControl(form.current, name, theirs)
        form.current.dispatchEvent(new Event('adopted'))
      }
      set.setConflicts(work.draft.conflicts)
      work.isDirty = true
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
    // Typed before the page was alive.
    if (work.draft.changes(readTyped(element)).size > 0) note(pauseMs)
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
async function send(url: string, body: URLSearchParams): Promise<SaveReply | null> {
  try {
    const response = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json', ...ownScript } })
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json') ?? false
    return isJson ? ((await response.json()) as SaveReply) : null
  } catch {
    return null
  }
}
