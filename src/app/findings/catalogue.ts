import { mark } from '../../messages/index.ts';
import type { Severity } from '../../model/diagnostic.ts';

/**
 * What is found outside the text of an agreement: while its files, the exports and the promises are looked
 * at.
 */
interface CatalogueRule {
  readonly severity: Severity;
  /** One sentence. */
  readonly law: string;
}

const error = (law: string): CatalogueRule => ({ severity: 'error', law });
const warning = (law: string): CatalogueRule => ({ severity: 'warning', law });

/** About the run, the agreements as files, and what they name. */
export const fileRules: Readonly<Record<string, CatalogueRule>> = {
  'wrong-option': error(mark`What is typed has the form that its option asks for.`),
  'no-agreement': error(mark`There is an agreement where one is looked for.`),
  'unreadable-path': error(mark`What is found where agreements are looked for can be read.`),
  'too-many-agreements': error(mark`A folder holds as many agreements as a firm can have.`),
  'overlapping-versions': error(mark`On each day one version of an agreement is in force at most.`),
  'not-leads': warning(mark`What a first agreement is proposed from are leads.`),
  'no-leads': error(mark`Nothing is proposed in silence from rows that are no leads.`),
  'time-apart': warning(mark`A time of day is read with the date that it is of.`),
  'rows-of-their-own': warning(mark`Rows that are no leads are cases of their own.`),
  'file-exists': warning(mark`A file that exists is not written over.`),
  'outside-path': error(mark`An agreement reads nothing outside its repository, unless it is allowed to.`),
  'unknown-holidays': error(mark`Public holidays are of a country or a region that is known.`),
  'unreadable-holidays': error(mark`A file of holidays can be read.`),
  'wrong-connection': error(mark`A connection says where a server is, and holds no secret.`),
  'event-left-out': warning(mark`An event of a calendar file closes its days or its hours.`),
  'moon-holidays': {
    severity: 'info',
    law: mark`A holiday whose date rests on the moon is confirmed each year.`,
  },
  'doubtful-holidays': {
    severity: 'info',
    law: mark`A public holiday on which two sources do not agree is confirmed by who knows the country.`,
  },
  'wrong-records': error(mark`A file of records is a list of items with a date.`),
  'wrong-minutes': error(mark`Each decision in the minutes of a meeting has a name and a date.`),
  'wrong-record': error(mark`The record of a closed month can be read.`),
  'edited-record': error(mark`The record of a closed month is what "sla close" wrote.`),
  'not-written': warning(mark`A term that is to change stands on one line.`),
  'not-final': error(mark`A month is closed when nothing in it can change any more.`),
  'unmapped-field': error(mark`What an older version judges by is mapped in the newest.`),
};

/** About two versions of an agreement, and who agrees to what differs. */
export const changeRules: Readonly<Record<string, CatalogueRule>> = {
  'unaccepted-weakening': error(mark`What is weakened is accepted by those whom the promise protects.`),
  'unaccepted-removal': error(mark`What is removed is accepted by both sides.`),
  'unaccepted-change': error(mark`What is not proved harmless is accepted by all teams that it concerns.`),
  'no-back-test': { severity: 'info', law: mark`Two versions of a promise can judge the same leads.` },
  'stale-acceptance': warning(mark`An acceptance that is new matches a change of the work at hand.`),
  'wrong-acceptance': error(mark`An acceptance states each of its values, one of each.`),
  'unknown-change': error(mark`What is accepted is a change of the work at hand.`),
  'not-theirs': error(mark`A team accepts what concerns it.`),
  'unknown-ref': error(mark`A base and a head are a file, a folder or a reference of git.`),
  'no-base': error(mark`There is a version to compare with.`),
  'broken-base': error(mark`The version to compare with can be read.`),
  'shallow-clone': error(mark`A clone reaches back to where the work left the default branch.`),
  zigzag: { severity: 'info', law: mark`A term keeps its course for a year.` },
  submodule: error(mark`Agreements in a submodule are compared in it.`),
  'no-repository': error(mark`A reference of git is looked up in a repository.`),
  'no-git': error(mark`A reference of git is looked up with git.`),
  'unreadable-repository': error(mark`What a repository holds can be read.`),
  'different-agreements': error(mark`Two files that are compared are versions of one agreement.`),
  'swapped-versions': error(mark`Of two files that are compared the earlier version comes first.`),
  'changed-record': error(mark`The record of a closed month is neither edited nor removed.`),
  'closed-anew': warning(mark`A month is closed once.`),
  'unsigned-terms': warning(mark`A signature is under the terms as they are.`),
  'missing-signature': error(mark`Where signatures are required, each team and the sponsor have signed.`),
  'wrong-approvals': error(mark`The section of approvals is a list that a signature can be written into.`),
};

/** About the exports. Where a row breaks one of the later ones, that row is rejected and counted. */
export const dataRules: Readonly<Record<string, CatalogueRule>> = {
  'no-connection': error(mark`A connection that a source names is known, and the run may ask it.`),
  'no-server': error(mark`A server that holds a table gives an answer.`),
  'rows-stay': {
    severity: 'error',
    law: mark`Rows of a connection that keeps them do not leave its server.`,
  },
  'rows-came': {
    severity: 'info',
    law: mark`Rows of a server are judged there where that is exact, and else brought to be judged.`,
  },
  'not-pinned': { severity: 'info', law: mark`What is read of a server is of one moment.` },
  'no-export': error(mark`There is an export where the agreement says.`),
  'unreadable-file': error(mark`An export is a file that can be read.`),
  'not-an-export': error(mark`An export is a text of cells (CSV), a workbook or a table of Parquet.`),
  'no-table': error(mark`A database has the table that its source names, or one alone.`),
  'wrong-column-type': error(
    mark`A column of a typed table can be read as the type that its field declares.`,
  ),
  'unreadable-workbook': error(mark`A workbook is one of Excel 2007 or later, whole and without a password.`),
  'wrong-encoding': error(mark`An export has the encoding that the agreement declares.`),
  'empty-export': error(mark`An export has a header.`),
  'hidden-rows': warning(mark`Whoever looks at a workbook sees the rows that are judged.`),
  'merged-leads': warning(mark`A merge names one lead that stays and that the export has.`),
  'no-rows': warning(mark`An export has rows.`),
  'missing-column': error(mark`An export has the columns that are mapped.`),
  'duplicate-column': error(mark`A mapped column is in the header once.`),
  'differing-rows': error(mark`Rows with one key are alike, or the agreement says which of them counts.`),
  'too-many-rejected': error(mark`No more rows are rejected than the agreement bears.`),
  'no-header': error(mark`An export has a line of column names.`),
  'no-key': error(mark`A column of an export identifies its leads.`),
  'repeated-key': warning(mark`A key has a value of its own for each lead.`),
  'no-date': error(mark`A column of an export says when something happened to a lead.`),
  'ambiguous-dates': error(mark`Day and month are told apart by the data or by the user, never by a guess.`),
  'no-lead': error(mark`A lead that is asked for is in the exports.`),
  'no-owner': error(mark`Somebody who is asked for has a case in charge.`),
  'no-funnel': error(mark`An agreement says in which order a lead reaches its stages.`),
  'no-plan': error(mark`An objective is a number of a stage of the funnel.`),
  'no-experiments': error(mark`An agreement says where its experiments are.`),
  'no-disputes': error(mark`An agreement says who settles what is disputed.`),
  'no-instant': error(mark`The exports hold a date: there is something to judge.`),
  'stray-date': warning(mark`No date stands alone behind the end of the data.`),
  'no-due': error(mark`A calendar opens until the time limits that started on it are over.`),
  'nothing-judged': error(mark`A gate looks at one case at least.`),
  'blank-key': warning(mark`Each row has its key.`),
  'rounded-id': warning(mark`A key is the id that the CRM gave, not what Excel made of it.`),
  'excel-serial': warning(mark`A date is no serial number of Excel, unless its format says so.`),
  'zone-letters': warning(mark`A time tells its zone by an offset, never by letters.`),
  'time-without-date': warning(mark`A time of day has its date in the column beside it.`),
  'not-a-time': warning(mark`A time of day beside its date is written in a form that means one time.`),
  'not-a-date': warning(mark`A date has the format that the agreement declares, and exists.`),
  'no-formula-result': warning(mark`A formula of a workbook is stored with its result.`),
  'merged-cell': warning(mark`A cell that is read is covered by no merged one.`),
  'implausible-date': warning(mark`Dates lie between 1990 and 2099.`),
  'other-currency': warning(mark`An amount is in the currency of the target that adds it up.`),
  'not-a-number': warning(mark`A number is written as the agreement declares.`),
  'no-offset': warning(mark`A time says which it is where its source declares no time zone.`),
  'not-an-integer': warning(mark`An integer has no decimals.`),
  'too-many-decimals': warning(mark`A number has no more than 6 decimals: nothing is rounded.`),
  'number-too-large': warning(
    mark`A number has no more than 12 digits before its decimals, an integer no more than 18.`,
  ),
  'not-a-boolean': warning(mark`A yes or no is one of the words for it.`),
  'too-many-cells': warning(mark`A row has no more cells than the header.`),
  'broken-quotes': error(mark`A quote that opens a cell is closed where the cell ends.`),
  'missing-cells': warning(mark`A row has a cell for each mapped column.`),
  'line-too-long': warning(mark`A line keeps within the longest that is read.`),
  'unreadable-line': warning(mark`A line is CSV.`),
  encoding: warning(mark`A line is text in the declared encoding.`),
};

/** About the promises: what a verdict is in formats that know only problems. */
export const verdictRules: Readonly<Record<string, CatalogueRule>> = {
  missed: error(mark`A promise reaches its target.`),
  'no-verdict': error(mark`No more cases are unknown than the promise bears.`),
  'at-risk': warning(mark`An open promise is on the way to its target.`),
  'waiver-without-cases': warning(mark`A waiver excuses a case.`),
  'waiver-without-lead': warning(mark`The exports have every lead that a waiver names.`),
};
