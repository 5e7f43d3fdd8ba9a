import { z } from 'zod'
import { query } from '../../../platform/query.ts'
import { Form, Problems, SelectField } from '../../../ui/fields.tsx'
import { emptyForm, optionalTextField, readForm, refused } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Details, FileUpload } from '../../../ui/nhsuk/index.ts'
import { page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { accountsOfPerson } from '../../budgets/index.ts'
import type { Account } from '../../budgets/index.ts'
import { PersonId, filesOfPerson, pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { startImport } from '../commands/start-import.ts'

export const accountsToImport = query({
  name: 'statements.accounts-to-import',
  input: z.object({ personId: PersonId }),
  allow: 'see a budget',
  async read({ database, viewer }, { personId }): Promise<Account[]> {
    const accounts = await accountsOfPerson(database, viewer, await filesOfPerson(database, viewer, personId))
    return accounts.filter((account) => account.closedOn === undefined)
  },
})

const form = z.object({ account: optionalTextField() })

/** A statement as a file, or typed in from paper or a phone. */
export async function showAddStatement(visit: PersonVisit, state: FormState = emptyForm): Promise<Reply> {
  const accounts = await visit.ask(accountsToImport, { personId: visit.person.id })
  const content = {
    title: 'Add a bank statement',
    back: { href: pathOf(visit.person) },
    body:
      accounts.length === 0 ? <NoAccount /> : <AddStatement visit={visit} form={state} accounts={accounts} />,
  }
  return state === emptyForm ? page(content) : unusable(content)
}

export async function submitAddStatement(visit: PersonVisit): Promise<Reply> {
  const read = readForm(form, visit.typed)
  if (!read.ok) return showAddStatement(visit, read.form)
  const { file } = visit
  if (!file)
    return showAddStatement(visit, refused(visit.typed, 'Choose the file of your bank statement', 'file'))
  if ('problem' in file)
    return showAddStatement(
      visit,
      refused(visit.typed, 'The file is too large. Ask your bank for a shorter time', 'file'),
    )
  const outcome = await visit.perform(startImport, {
    personId: visit.person.id,
    accountId: read.value.account,
    fileName: file.name,
    sha256: file.kept.sha256.toString('hex'),
    size: file.kept.size,
  })
  if (!outcome.ok) return showAddStatement(visit, refused(visit.typed, words[outcome.refusal], 'account'))
  return seeOther(pathOf(visit.person, `/statements/${outcome.value.importId}`))
}

const words = {
  'no-account': 'There is no account yet that a statement could be of',
  'no-such-account': 'Choose an account that is open',
}

function NoAccount() {
  return (
    <>
      <h1>Add a bank statement</h1>
      <p>
        There is no bank account for this budget yet. When one is opened, you can add its statements here.
      </p>
    </>
  )
}

function AddStatement({
  visit,
  form: state,
  accounts,
}: {
  visit: PersonVisit
  form: FormState
  accounts: readonly Account[]
}) {
  return (
    <>
      <Problems form={state} />
      <h1>Add a bank statement</h1>
      <p>Download the statement from your bank’s website or app as a file, then choose it here.</p>
      <Form visit={visit} withFile>
        {accounts.length > 1 && (
          <SelectField
            form={state}
            name="account"
            label="Which account?"
            hint="If the file has the account’s number, you can leave this"
            items={[
              { value: '', text: 'Find out from the file' },
              ...accounts.map((account) => ({ value: account.id, text: account.name })),
            ]}
          />
        )}
        <FileUpload
          id="file"
          name="file"
          label="The statement’s file"
          hint="CSV, OFX, QFX or camt.053 (XML). Any bank’s will do"
          errorMessage={state.problems['file']}
        />
        <Button preventDoubleClick>Add the statement</Button>
      </Form>
      <Details summary="I only have paper, or a screen on my phone">
        <p>
          <a href={pathOf(visit.person, '/statements/type')}>Type the payments in</a>. We check that they add
          up to the balance.
        </p>
      </Details>
    </>
  )
}
