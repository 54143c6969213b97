import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

type Json = Record<string, unknown>;

export function runWorkflow(options: {
	readonly workflow: object;
	readonly trigger?: string;
	readonly items?: readonly object[];
	readonly pinned?: Readonly<Record<string, readonly object[] | ((messages: readonly string[]) => readonly object[])>>;
	readonly tables?: Map<string, Json[]>;
	readonly mode?: 'trigger' | 'manual';
}): Promise<{
	readonly status: string;
	readonly error?: Error & { readonly description?: string };
	readonly subWorkflows: number;
	readonly outputs: Readonly<Record<string, readonly (readonly Json[])[]>>;
	readonly hints: Readonly<Record<string, readonly NodeExecutionHint[]>>;
	readonly items: Readonly<Record<string, readonly (readonly INodeExecutionData[])[]>>;
}>;
