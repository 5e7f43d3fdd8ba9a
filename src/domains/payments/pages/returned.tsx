import { UnreadableStatement, explainTable, readTable } from '../../../formats/index.ts'
import { Form, Problems } from '../../../ui/fields.tsx'
import { emptyForm, refused } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { CheckThenDo, stepOf } from '../../../ui/check-then-do.tsx'
import { showDay } from '../../../platform/day.ts'
import { Button, FileUpload, Table } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { noteReturns } from '../commands/note-returns.ts'
import { paymentsOfRun } from '../queries/runs.ts'
import type { RunModel } from '../queries/runs.ts'
import { readReturns } from '../returned-list.ts'
import type { ReadReturns, ReturnedRow } from '../returned-list.ts'
import { askForRun } from './run.tsx'

/** What the bank says of a run: read and shown first, then noted. A row that cannot be used changes nothing. */
export async function showReturned(visit: Visit, form: FormState = emptyForm): Promise<Reply> {
  const run = await askForRun(visit)
  if (run?.state !== 'sent') return notFound
  const content = {
    title: 'Add the bank’s returned list',
    back: { href: `/finance/runs/${run.id}` },
    body: (
      <>
        <Problems form={form} />
        <h1>Add the bank’s returned list</h1>
        <p>
          A CSV file with the columns <strong>reference</strong>, <strong>outcome</strong> (paid or failed)
          and, where you have it, <strong>reason</strong>. Other columns are left alone.
        </p>
        <Form visit={visit} withFile>
          <FileUpload
            id="file"
            name="file"
            label="The file"
            attributes={{ accept: '.csv,text/csv' }}
            errorMessage={form.problems['file']}
          />
          <Button>Look at what it says</Button>
        </Form>
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitReturned(visit: Visit): Promise<Reply> {
  const run = await askForRun(visit)
  if (run?.state !== 'sent') return notFound
  const step = stepOf(visit.typed)
  if (step === 'change') return showReturned(visit)
  const sha256 = step === 'do' ? String(visit.typed['file-kept'] ?? '') : keptFile(visit)
  if (!/^[0-9a-f]{64}$/.test(sha256)) return showReturned(visit, refused(visit.typed, sha256, 'file'))
  const rows = await readRows(visit, sha256)
  if (!Array.isArray(rows)) return showReturned(visit, refused(visit.typed, rows.problem, 'file'))
  const payments = await visit.ask(paymentsOfRun, { runId: run.id })
  const read = readReturns(rows, payments)
  if (step === 'do' && read.returns.length > 0) {
    const returns = read.returns.map(({ paymentId, outcome, because }) => ({ paymentId, outcome, because }))
    await visit.perform(noteReturns, { runId: run.id, returns })
    return seeOther(`/finance/runs/${run.id}`)
  }
  return page({
    title: 'Check the returned list',
    wide: true,
    back: { href: `/finance/runs/${run.id}/returned` },
    body: <Check visit={{ ...visit, typed: { 'file-kept': sha256 } }} run={run} read={read} />,
  })
}

/** The kept file's name, or what is wrong with what was handed in. */
function keptFile({ file }: Visit): string {
  if (!file) return 'Choose the file that the bank returned'
  return 'problem' in file ? 'The file is too large for a list of payments' : file.kept.sha256.toString('hex')
}

async function readRows(visit: Visit, sha256: string): Promise<ReturnedRow[] | { problem: string }> {
  try {
    const table = await readTable(visit.platform.uploads.open(Buffer.from(sha256, 'hex')), {
      columns: ['reference', 'outcome', 'reason'],
      needed: ['reference', 'outcome'],
      most: 20_000,
      otherColumns: 'left-alone',
    })
    if ('problem' in table) return { problem: explainTable(table.problem) }
    return table.rows.map(({ line, cells: { reference, outcome, reason } }) => ({
      line,
      reference,
      outcome,
      because: reason.slice(0, 200),
    }))
  } catch (problem) {
    if (problem instanceof UnreadableStatement) return { problem: 'This is not a CSV file' }
    if ((problem as { code?: string }).code === 'ENOENT') return { problem: 'Choose the file again' }
    throw problem
  }
}

function Check({ visit, run, read }: { visit: Visit; run: RunModel; read: ReadReturns }) {
  const failed = read.returns.filter((each) => each.outcome === 'failed')
  const paid = read.returns.length - failed.length
  return (
    <>
      <h1>Check the returned list</h1>
      <p>
        For the run of {showDay(run.payOn)}: {String(paid)} paid, {String(failed.length)} came back
        {read.rejected.length > 0 && `, ${String(read.rejected.length)} rows that cannot be used`}.
      </p>
      {failed.length > 0 && (
        <Table
          responsive
          caption="Came back"
          head={['Reference', 'Why']}
          rows={failed.map((each) => [each.reference, each.because || 'No reason was given'])}
        />
      )}
      {read.rejected.length > 0 && (
        <Table
          responsive
          caption="Cannot be used"
          head={['Line of the file', 'Reference', 'Why']}
          rows={read.rejected.map((each) => [String(each.line), each.reference, each.why])}
        />
      )}
      {read.returns.length === 0 ? (
        <p>Nothing in this file says anything of this run, so nothing was changed.</p>
      ) : (
        <CheckThenDo visit={visit} does="Note this" otherwise="Choose another file">
          <p>Money that came back is yours again, and somebody is asked to check where it goes.</p>
        </CheckThenDo>
      )}
    </>
  )
}
