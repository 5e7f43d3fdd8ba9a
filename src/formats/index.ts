export { addAmounts, sameAmount, showAmount, toPence } from './amount.ts'
export type { Amount } from './amount.ts'
export { explain, explainProof } from './explain.ts'
export type { ProblemName } from './problem.ts'
export { followsOn } from './proof.ts'
export type { Proof, ProofCheck } from './proof.ts'
export { readStatement, readWholeStatements } from './read-statement.ts'
export type { WholeStatement } from './read-statement.ts'
export { shownText } from './statement.ts'
export type {
  Balance,
  FileSummary,
  Hints,
  LinePart,
  Statement,
  StatementAccount,
  StatementFormat,
  StatementLine,
  StatementPeriod,
  StatementSink,
  StatementStart,
} from './statement.ts'
export { UnreadableStatement } from './problem.ts'
export { explainTable, readTable } from './csv/table.ts'
export type { TableProblem, TableRow } from './csv/table.ts'
