import type { IDataObject } from 'n8n-workflow';

import type { RowVersion, TableRows } from '../../nodes/shared/tableStore';
import { nextTurn } from './nextTurn';

/** Where everything waits that takes time; one waiter after the other goes on, in an order of chance. */
export class Gate {
	private readonly waiting: (() => void)[] = [];

	constructor(private readonly random: () => number) {}

	readonly pass = async (): Promise<void> => await new Promise((resolve) => this.waiting.push(resolve));

	/** Runs until all of these are done. */
	async run(all: readonly Promise<unknown>[]): Promise<void> {
		let done = false;
		void Promise.allSettled(all).then(() => (done = true));
		for (;;) {
			await nextTurn();
			if (done && this.waiting.length === 0) return;
			const [next] = this.waiting.splice(Math.floor(this.random() * this.waiting.length), 1);
			next?.();
		}
	}
}

/** What happens to a request: in one of twenty it never arrives, its answer is lost, it arrives twice, or late after its error. */
type Fault = 'none' | 'lost' | 'unanswered' | 'twice' | 'late';

/** A data table in memory, reached over a line with faults by each process. */
export class FaultyTable {
	rows: (IDataObject & { id: number })[] = [];
	/** What rows that counted held when their budget was deleted. */
	readonly deleted: IDataObject[] = [];
	/** Every state that was ever in a row. */
	readonly written: unknown[] = [];
	private lastId = 0;

	constructor(
		private readonly gate: Gate,
		private readonly random: () => number,
	) {}

	readonly line: TableRows = {
		having: async (budgetIds) =>
			await this.call(() => copies(this.rows.filter(({ budgetId }) => budgetIds.includes(String(budgetId))))),
		all: async () => await this.call(() => copies(this.rows)),
		insert: async (given) =>
			await this.call(() => {
				const inserted = given.map((row) => ({ ...row, id: ++this.lastId }));
				this.rows.push(...inserted);
				this.written.push(...inserted.map(({ state }: IDataObject) => state));
				return copies(inserted);
			}, 'insert'),
		replace: async (given) =>
			await this.call(
				() =>
					copies(
						given.flatMap(({ row, before }) => {
							const [found] = this.rows.filter(isAsRead(before));
							if (found === undefined) return [];
							this.written.push(row['state']);
							return [Object.assign(found, row)];
						}),
					),
				'write',
			),
		remove: async (versions) =>
			await this.call(() => this.drop((row) => versions.some((one) => isAsRead(one)(row))), 'write'),
		removeById: async (ids) => await this.call(() => this.drop(({ id }) => ids.includes(id)), 'write'),
	};

	private drop(isGone: (row: IDataObject & { id: number }) => boolean): void {
		for (const row of this.rows.filter(isGone)) {
			const counts = this.rows.every(({ id, budgetId }) => budgetId !== row['budgetId'] || id >= row.id);
			if (counts) this.deleted.push({ ...row });
		}
		this.rows = this.rows.filter((row) => !isGone(row));
	}

	/** A late insert would be a budget that nobody waits for any more, so inserts come in time or never. */
	private async call<Answer>(run: () => Answer, kind: 'read' | 'insert' | 'write' = 'read'): Promise<Answer> {
		const fault = this.fault(kind);
		await this.gate.pass();
		if (fault === 'lost') throw new Error('connection reset');
		if (fault === 'late') {
			void this.gate.pass().then(this.gate.pass).then(run);
			throw new Error('timeout');
		}
		if (fault === 'twice') run();
		const answer = run();
		await this.gate.pass();
		if (fault === 'unanswered') throw new Error('socket hang up');
		return answer;
	}

	private fault(kind: 'read' | 'insert' | 'write'): Fault {
		if (this.random() >= 0.05) return 'none';
		const faults: readonly Fault[] = {
			read: ['lost', 'unanswered'] as const,
			insert: ['lost', 'unanswered', 'twice'] as const,
			write: ['lost', 'unanswered', 'twice', 'late'] as const,
		}[kind];
		return faults[Math.floor(this.random() * faults.length)]!;
	}
}

const copies = (rows: readonly IDataObject[]): IDataObject[] => rows.map((row) => ({ ...row }));

const isAsRead =
	({ id, writer }: RowVersion) =>
	(row: IDataObject): boolean =>
		row['id'] === id && row['writer'] === writer;
