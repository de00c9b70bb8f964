import type { RunStatement } from '../backends/statement-channel.ts';

/** A node of a plan, as `explain (verbose, format json)` writes it; the parts that are read here. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly Operation?: string;
  readonly 'Relation Name'?: string;
  readonly Alias?: string;
  readonly Output?: readonly string[];
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

/**
 * Why Citus could not send a statement to the one shard of its workspace; `undefined` where it can. Each tenant table has
 * to be held to one and the same parameter by its `workspace_id`. That is read from the generic plan: there PostgreSQL
 * has followed every equality between columns, as Citus does when it looks for the shard.
 *
 * @param tenantTables tables whose first column is `workspace_id`
 */
export function whyUnroutable(
  { parameters }: RunStatement,
  plan: PlanNode,
  tenantTables: ReadonlySet<string>,
): string | undefined {
  const workspaces = new Set<unknown>();
  for (const node of nodesOf(plan)) {
    const table = node['Relation Name'];
    if (table === undefined || !tenantTables.has(table)) continue;
    const parameter = node['Node Type'] === 'ModifyTable' ? writtenInto(node) : heldTo(node);
    if (parameter === undefined) return `${table} is not held to a workspace`;
    if (parameter !== 'scanned') workspaces.add(parameters[parameter - 1]);
  }
  return workspaces.size > 1 ? 'its tables are held to different workspaces' : undefined;
}

/** Tables that a plan reads or writes. */
export function tablesOf(plan: PlanNode): ReadonlySet<string> {
  return new Set([...nodesOf(plan)].flatMap((node) => node['Relation Name'] ?? []));
}

function* nodesOf(plan: PlanNode): Generator<PlanNode> {
  yield plan;
  for (const child of plan.Plans ?? []) yield* nodesOf(child);
}

/** The number of the parameter that a scan's workspace is equal to. */
function heldTo(node: PlanNode): number | undefined {
  const conditions = [node['Index Cond'], node['Recheck Cond'], node.Filter];
  const column = `${node.Alias}.workspace_id = `;
  for (const condition of conditions.flatMap((text) => (text === undefined ? [] : conjunctsOf(text)))) {
    if (!condition.startsWith(column)) continue;
    const parameter = numberIn(/^\(?\$(\d+)\)?(::text)?$/.exec(condition.slice(column.length)));
    if (parameter !== undefined) return parameter;
  }
  return undefined;
}

/** What all has to hold: the parts of a condition between its outermost `and`s. */
function conjunctsOf(condition: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  const inner = /^\(.*\)$/.test(condition) ? condition.slice(1, -1) : condition;
  for (let at = 0; at <= inner.length; at++) {
    if (inner[at] === '(') depth++;
    else if (inner[at] === ')') depth--;
    if (at < inner.length && (depth > 0 || !inner.startsWith(' AND ', at))) continue;
    parts.push(inner.slice(start, at));
    start = at + ' AND '.length;
  }
  return parts.length === 1 ? parts : parts.flatMap(conjunctsOf);
}

/** What an insert writes into the first column; an update or a delete changes what a node below has scanned. */
function writtenInto(node: PlanNode): number | 'scanned' | undefined {
  if (node.Operation !== 'Insert') return 'scanned';
  for (let source = node.Plans?.[0]; source !== undefined; source = source.Plans?.[0]) {
    const parameter = numberIn(/^\(?\$(\d+)\)?(::text)?$/.exec(source.Output?.[0] ?? ''));
    if (parameter !== undefined) return parameter;
  }
  return undefined;
}

function numberIn(match: RegExpExecArray | null): number | undefined {
  return match === null ? undefined : Number(match[1]);
}
