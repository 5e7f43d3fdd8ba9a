import { z } from 'zod'
import { showDay } from '../../../platform/day.ts'
import { absolute, showMoney } from '../../../platform/money.ts'
import { findProgress } from '../../../platform/progress.ts'
import type { Progress } from '../../../platform/progress.ts'
import { query } from '../../../platform/query.ts'
import { ChoiceField, Form, Problems } from '../../../ui/fields.tsx'
import { choiceField, emptyForm, idField, readForm, refused } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { ActionLink, Button, InsetText, SummaryList, WarningCallout } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { AccountId, accountsOfPerson } from '../../budgets/index.ts'
import type { Account } from '../../budgets/index.ts'
import { PersonId, filesOfPerson, pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { chooseAccount } from '../commands/choose-account.ts'
import { settleOverlap } from '../commands/settle-overlap.ts'
import { explainProblem } from '../import-problems.ts'
import { importsOf } from '../queries/imports.ts'
import type { Import } from '../queries/imports.ts'
import { ImportId } from '../statement-line.ts'

type Model = { taken: Import; accounts: readonly Account[] }

export const importOfPerson = query({
  name: 'statements.import',
  input: z.object({ personId: PersonId, importId: ImportId }),
  allow: 'see a budget',
  async read({ database, viewer }, { personId, importId }): Promise<Model | undefined> {
    const files = await filesOfPerson(database, viewer, personId)
    const [taken] = await importsOf(database, viewer, files, importId)
    return taken && { taken, accounts: await accountsOfPerson(database, viewer, files) }
  },
})

/** What came of a statement: progress, a question, what is wrong, or that it adds up. */
export async function showImport(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const model = await findModel(visit)
  if (!model) return notFound
  const { taken } = model
  const progress =
    taken.state === 'reading' ? await findProgress(visit.platform.databases, taken.id) : undefined
  const content = {
    title: titles[taken.state],
    back: { href: pathOf(visit.person) },
    refreshAfter: taken.state === 'reading' ? 2 : undefined,
    body: (
      <>
        <Problems form={form} />
        <h1>{titles[taken.state]}</h1>
        <Body visit={visit} form={form} model={model} progress={progress} />
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitImport(visit: PersonVisit): Promise<Reply> {
  const model = await findModel(visit)
  if (!model) return notFound
  const ids = { personId: model.taken.personId, importId: model.taken.id }
  const here = pathOf(visit.person, `/statements/${ids.importId}`)
  if (model.taken.state === 'which-account') {
    const read = readForm(accountForm, visit.typed)
    if (!read.ok) return showImport(visit, read.form)
    const outcome = await visit.perform(chooseAccount, { ...ids, accountId: read.value.account })
    return outcome.ok ? seeOther(here) : showImport(visit, refused(visit.typed, 'This is settled already'))
  }
  const read = readForm(overlapForm, visit.typed)
  if (!read.ok) return showImport(visit, read.form)
  const outcome = await visit.perform(settleOverlap, { ...ids, are: read.value.are })
  return outcome.ok ? seeOther(here) : showImport(visit, refused(visit.typed, 'This is settled already'))
}

const accountForm = z.object({ account: idField(AccountId, 'Choose the account') })
const overlapForm = z.object({
  are: choiceField(['the-same', 'new'], 'Choose whether they are the same payments'),
})

async function findModel(visit: PersonVisit): Promise<Model | undefined> {
  const importId = ImportId.safeParse(visit.params['importId'])
  if (!importId.success) return undefined
  return visit.ask(importOfPerson, { personId: visit.person.id, importId: importId.data })
}

const titles: Record<Import['state'], string> = {
  reading: 'We are reading the statement',
  'which-account': 'Which account is this?',
  'same-payments': 'Are these the same payments?',
  applied: 'The statement is in',
  refused: 'We could not use this statement',
}

type BodyProps = { visit: PersonVisit; form: FormState; model: Model; progress: Progress | undefined }

function Body({ visit, form, model, progress }: BodyProps) {
  const { taken } = model
  switch (taken.state) {
    case 'reading':
      return <Reading progress={progress} />
    case 'which-account':
      return <WhichAccount visit={visit} form={form} model={model} />
    case 'same-payments':
      return <SamePayments visit={visit} form={form} />
    case 'refused':
      return <Refused visit={visit} taken={taken} />
    case 'applied':
      return <Applied visit={visit} model={model} />
  }
}

function Reading({ progress }: { progress: Progress | undefined }) {
  const share = progress?.of ? ` ${Math.min(99, Math.floor((100 * progress.done) / progress.of))}%` : ''
  return (
    <>
      <p role="status">{progress ? `${progress.words} …${share}` : 'It is waiting to be read.'}</p>
      <p>You can leave this page. The statement goes in by itself.</p>
    </>
  )
}

function WhichAccount({ visit, form, model }: Omit<BodyProps, 'progress'>) {
  const open = model.accounts.filter((account) => account.closedOn === undefined)
  return (
    <>
      <p>The file does not say whose account it is of, or it names one that we do not know.</p>
      <Form visit={visit}>
        <ChoiceField
          form={form}
          name="account"
          label="It is the statement of"
          items={open.map((account) => ({ value: account.id, text: account.name }))}
        />
        <Button preventDoubleClick>Continue</Button>
      </Form>
    </>
  )
}

function SamePayments({ visit, form }: Pick<BodyProps, 'visit' | 'form'>) {
  return (
    <>
      <p>
        We already have payments of these days from another kind of file. Banks word the same payment
        differently in different files, so we must ask.
      </p>
      <Form visit={visit}>
        <ChoiceField
          form={form}
          name="are"
          label="Are the payments in this file the same ones?"
          items={[
            {
              value: 'the-same',
              text: 'Yes, the same',
              hint: 'We add only those whose day and amount we do not have',
            },
            { value: 'new', text: 'No, they are others', hint: 'We add all of them' },
          ]}
        />
        <Button preventDoubleClick>Continue</Button>
      </Form>
    </>
  )
}

function Refused({ visit, taken }: { visit: PersonVisit; taken: Import }) {
  return (
    <>
      <WarningCallout heading="Nothing was changed">
        <p>{taken.problem ? explainProblem(taken.problem) : 'The file could not be read.'}</p>
      </WarningCallout>
      <p>
        <a href={pathOf(visit.person, '/statements/new')}>Try another file</a>, or{' '}
        <a href={pathOf(visit.person, '/statements/type')}>type the payments in</a>.
      </p>
    </>
  )
}

function Applied({ visit, model: { taken, accounts } }: { visit: PersonVisit; model: Model }) {
  const account = accounts.find((each) => each.id === taken.accountId)
  return (
    <>
      {taken.asked > 0 && (
        <ActionLink href={pathOf(visit.person, '/questions')}>
          {taken.asked === 1 ? 'Answer one question' : `Answer ${taken.asked} questions`}
        </ActionLink>
      )}
      <SummaryList
        rows={[
          account && { key: 'Account', value: account.name },
          taken.from && taken.to && { key: 'Days', value: `${showDay(taken.from)} to ${showDay(taken.to)}` },
          taken.opening !== undefined && { key: 'At the start', value: showMoney(taken.opening) },
          { key: 'Payments in the file', value: String(taken.lines) },
          taken.closing !== undefined && { key: 'At the end', value: showMoney(taken.closing) },
          { key: 'New to us', value: String(taken.added) },
          taken.knownAlready > 0 && { key: 'We had already', value: String(taken.knownAlready) },
          { key: 'Matched by themselves', value: String(taken.matched) },
          taken.notBooked > 0 && { key: 'Not booked by the bank yet', value: `${taken.notBooked}, left out` },
        ]}
      />
      <InsetText>{proofOf(taken)}</InsetText>
      <p>
        <a href={pathOf(visit.person, `/payments?import=${taken.id}`)}>See its payments</a>
      </p>
    </>
  )
}

/** Whether it adds up: by its own balances, and with what we had. */
function proofOf({ proven, offOurBooks, to }: Import): string {
  if (offOurBooks === undefined) {
    return proven ? 'It adds up.' : 'The file gives no balances, so it cannot prove that it is whole.'
  }
  if (offOurBooks === 0n) return 'It adds up, and it agrees with what we had.'
  const on = to ? ` on ${showDay(to)}` : ''
  return `The bank says that the account had ${showMoney(absolute(offOurBooks))} ${offOurBooks > 0n ? 'more' : 'less'} than we know of${on}. A statement of earlier days may be missing. Add it, and this comes right.`
}
