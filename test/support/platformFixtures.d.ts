import type { PushFixture, ReportFixture } from './platformFixture';

/** What the fixtures of all platforms export under a name, by the ids of the platforms. */
export function fixturesOf(name: 'report'): Readonly<Record<string, ReportFixture>>;
export function fixturesOf(name: 'push'): Readonly<Record<string, PushFixture>>;
