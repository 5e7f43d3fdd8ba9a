import type { ComponentChildren } from 'preact'
import { Form } from './fields.tsx'
import { Button } from './nhsuk/index.ts'
import type { RawForm, Visit } from './visit.ts'

/**
 * Where a form with a second look stands: just typed, looked at and meant (`do`), or to be changed after all. What
 * was typed travels on in hidden fields, so neither way loses anything.
 */
export type Step = 'check' | 'do' | 'change'

export function stepOf(typed: RawForm): Step {
  const said = typed['step']
  return said === 'do' || said === 'change' ? said : 'check'
}

type CheckProps = {
  visit: Pick<Visit, 'csrfToken' | 'typed'>
  /** What the button does: "Award this budget". */
  does: string
  /** What the other button says, where it does not go back to a form. */
  otherwise?: string
  /** What will happen, in sentences and sums. */
  children: ComponentChildren
}

/** What will happen, then a button that does it and one that goes back to what was typed. */
export function CheckThenDo({ visit, does, otherwise = 'Change something', children }: CheckProps) {
  return (
    <>
      {children}
      <Form visit={visit}>
        {Object.entries(visit.typed)
          .filter(([name]) => !ofTheFormItself.has(name))
          .flatMap(([name, values]) =>
            (typeof values === 'string' ? [values] : values).map((value) => ({ name, value })),
          )
          .map(({ name, value }) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <div class="cp-buttons">
          <Button name="step" value="do">
            {does}
          </Button>
          <Button name="step" value="change" variant="secondary">
            {otherwise}
          </Button>
        </div>
      </Form>
    </>
  )
}

const ofTheFormItself: ReadonlySet<string> = new Set(['csrf', 'key', 'step'])
