import { createdOn, type Ledger, tagsOf } from '@plimsoll/metrics';

/** A number or a text of a column; NaN as text, so that it equals itself. */
type Value = string | number;

/** Rows by account, each in the order of its values: what the ledger says, whatever its codes and places are. */
function rowsByAccount(
  { accounts }: Ledger,
  { offsets, ...columns }: { readonly offsets: Uint32Array } & { readonly [name: string]: ArrayLike<number> },
  tell: (name: string, value: number) => Value = (_, value) => value,
) {
  return Object.fromEntries(
    accounts.externalIds.map((externalId, account) => {
      const rows: string[] = [];
      for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++)
        rows.push(told(Object.entries(columns).map(([name, column]) => tell(name, column[row] ?? Number.NaN))));
      return [externalId, rows.sort()];
    }),
  );
}

/** The same with numbers that stand for the same thing in a row, such as a user, told by what all its rows say. */
function groupedByAccount(
  { accounts }: Ledger,
  { offsets, ...columns }: { readonly offsets: Uint32Array } & { readonly [name: string]: ArrayLike<number> },
  group: string,
  tell: (name: string, value: number) => Value = (_, value) => value,
) {
  return Object.fromEntries(
    accounts.externalIds.map((externalId, account) => {
      const groups = new Map<number, string[]>();
      for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
        const others = Object.entries(columns).flatMap(([name, column]) =>
          name === group ? [] : [tell(name, column[row] ?? Number.NaN)],
        );
        const key = columns[group]?.[row] ?? 0;
        groups.set(key, [...(groups.get(key) ?? []), told(others)]);
      }
      return [externalId, [...groups.values()].map((rows) => rows.sort().join(' ')).sort()];
    }),
  );
}

function told(values: readonly Value[]): string {
  return values.map(String).join('|');
}

/** What a ledger says, in the same words whatever the order that its records came in. */
export function ledgerByValue(ledger: Ledger) {
  const { accounts, responses, exposures, traitHistory, costs, csms } = ledger;
  const accountOf = (index: number): string => accounts.externalIds[index] ?? '';
  const surveyOf = (index: number): string => responses.surveys[index] ?? '';
  const { numbers: _, ...contracts } = ledger.contracts;
  const { shared, ...costsOfAccounts } = costs;
  const respondents = new Map<number, string[]>();
  for (const [row, day] of responses.days.entries()) {
    const respondent = responses.respondent[row] ?? -1;
    const answer = [surveyOf(responses.survey[row] ?? -1), accountOf(responses.account[row] ?? -1), day];
    respondents.set(respondent, [
      ...(respondents.get(respondent) ?? []),
      told([...answer, responses.answers[row] ?? -1]),
    ]);
  }
  return {
    accounts: Object.fromEntries(
      accounts.externalIds.map((externalId, account) => [
        externalId,
        {
          name: accounts.names[account],
          tags: tagsOf(ledger, account),
          created: createdOn(ledger, account),
          unconverted: accounts.unconverted[account],
          traits: [...accounts.traits]
            .map(([key, { codes, values }]) => told([key, values[codes[account] ?? 0] ?? '']))
            .sort(),
        },
      ]),
    ),
    movements: rowsByAccount(ledger, { ...ledger.movements }),
    commitments: rowsByAccount(ledger, { ...ledger.commitments }),
    contracts: rowsByAccount(ledger, { ...contracts }),
    costs: rowsByAccount(ledger, { ...costsOfAccounts }),
    sharedCosts: [...shared.starts.keys()]
      .map((row) =>
        told([shared.categories, shared.starts, shared.ends, shared.amounts].map((column) => column[row] ?? -1)),
      )
      .sort(),
    csms: csms.ids
      .map((id, row) =>
        told([id, csms.names[row] ?? '', csms.fte[row] ?? -1, csms.rampedOn[row] ?? -1, csms.leftOn[row] ?? -1]),
      )
      .sort(),
    responses: [...respondents.values()].map((answers) => answers.sort().join(' ')).sort(),
    exposures: [...exposures.days]
      .map((day, row) => told([surveyOf(exposures.survey[row] ?? -1), accountOf(exposures.account[row] ?? -1), day]))
      .sort(),
    surveyScales: Object.fromEntries(ledger.surveyScales),
    health: rowsByAccount(ledger, { ...ledger.health }),
    features: ledger.features.map(({ key, name, plans }) => told([key, name, ...plans])).sort(),
    usage: groupedByAccount(ledger, { ...ledger.usage }, 'users', (name, value) =>
      name === 'features' ? (ledger.features[value]?.key ?? '') : value,
    ),
    seats: rowsByAccount(ledger, { ...ledger.seats }),
    milestoneList: ledger.milestoneList.map(({ key, name, role }) => told([key, name, role])).sort(),
    milestones: rowsByAccount(ledger, { ...ledger.milestones }, (name, value) =>
      name === 'milestones' ? (ledger.milestoneList[value]?.key ?? '') : value,
    ),
    outcomes: groupedByAccount(ledger, { ...ledger.outcomes }, 'outcomes'),
    advocacy: rowsByAccount(ledger, { ...ledger.advocacy }),
    traitHistory: rowsByAccount(
      ledger,
      {
        offsets: traitHistory.offsets,
        days: traitHistory.days,
        traits: traitHistory.traits,
        values: traitHistory.values,
      },
      (name, value) => {
        if (name === 'traits') return traitHistory.keys[value] ?? '';
        return name === 'values' ? (traitHistory.texts[value] ?? '') : value;
      },
    ),
    stages: rowsByAccount(ledger, { ...ledger.stages }, (name, value) =>
      name === 'stages' ? (ledger.lifecycle[value - 1]?.key ?? '') : value,
    ),
    tickets: rowsByAccount(ledger, { ...ledger.tickets }),
    resolutions: rowsByAccount(ledger, { ...ledger.resolutions }),
  };
}
