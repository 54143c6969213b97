/**
 * Everything a loopback n8n is told by environment: nothing of the caller's own n8n leaks in, and nothing is sent out.
 *
 * @param ports web and task broker ports; absent for commands that serve nothing
 */
export function n8nEnvironment({ userFolder, ports, extra = {} }) {
	return {
		PATH: process.env.PATH,
		HOME: userFolder,
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		...(ports ? { N8N_PORT: String(ports.web), N8N_RUNNERS_BROKER_PORT: String(ports.broker) } : {}),
		N8N_ENCRYPTION_KEY: 'for-this-test-only',
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_LOG_LEVEL: 'warn',
		GENERIC_TIMEZONE: 'UTC',
		TZ: 'UTC',
		...extra,
	};
}
