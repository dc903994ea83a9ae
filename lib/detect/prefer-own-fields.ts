import type { Finding } from './finding.ts';
import { refuseAll } from './judge-places.ts';
import { elementOf } from './page.ts';

interface Placed {
  readonly finding: Finding;
  readonly label: string;
  /** In a column of a table that names several. */
  readonly isTabled: boolean;
  /** Beside the main area. */
  readonly isBeside: boolean;
}

function place(finding: Finding): Placed {
  const element = finding.node && elementOf(finding.node);
  const main = element?.ownerDocument.querySelector('main,[role="main"]');
  const table =
    finding.kind === 'field'
      ? element?.closest('td,[role="gridcell"],[role="cell"]')?.closest('table,[role="grid"],[role="table"]')
      : undefined;
  return {
    finding,
    label: finding.label.toLowerCase().replace(/[^\p{L}]/gu, ''),
    isTabled: table?.querySelector('thead,[role="columnheader"]') != null,
    isBeside: element !== undefined && main != null && !main.contains(element),
  };
}

/**
 * A ticket has one field of a name: the same name over a column, or in a line beside the ticket, with another number, is that of other
 * tickets.
 */
export function preferOwnFields(findings: readonly Finding[]): readonly Finding[] {
  const taken = findings.filter(({ node, refusal, kind }) => node && !refusal && (kind === 'field' || kind === 'text')).map(place);
  const isWeak = ({ finding, isTabled, isBeside }: Placed) => isTabled || (isBeside && finding.kind === 'text');
  const own = taken.filter((one) => !one.isTabled && !one.isBeside);
  const others = taken
    .filter((one) => isWeak(one) && own.some(({ label, finding }) => label === one.label && finding.id !== one.finding.id))
    .map(({ finding }) => finding);
  return findings.flatMap((finding) => (others.includes(finding) ? refuseAll([finding], 'in-list') : finding));
}
