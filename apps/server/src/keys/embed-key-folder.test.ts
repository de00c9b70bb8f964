import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embedKeyFolder } from './embed-key-folder.ts';

describe('embedKeyFolder', () => {
  it('is in the data folder of the built-in database', () => {
    expect(embedKeyFolder({ dataDir: 'records' }, {})).toBe(join('records', 'embed-keys'));
  });

  it('tells databases apart by host, port and name, and holds no user or password', () => {
    const folder = (databaseUrl: string) => embedKeyFolder({ databaseUrl }, { PLIMSOLL_CONFIG_DIR: '/config' });
    expect(folder('postgres://ann:hush@db.example.com/plimsoll?sslmode=require')).toBe(
      join('/config', 'embed-keys', 'db.example.com_5432_plimsoll'),
    );
    expect(folder('postgres://db.example.com:6432/plimsoll')).not.toBe(folder('postgres://db.example.com/plimsoll'));
    expect(folder('postgres://[::1]:5432/../../etc')).toMatch(/^\/config\/embed-keys\/[\w.~-]+$/);
    expect(folder('postgres:///plimsoll?host=/run/postgresql')).toMatch(/^\/config\/embed-keys\/[\w.~-]+$/);
  });

  it('is in the configuration folder of the user with PostgreSQL', () => {
    const options = { databaseUrl: 'postgres://db/plimsoll' };
    expect(embedKeyFolder(options, { XDG_CONFIG_HOME: '/xdg' })).toBe('/xdg/plimsoll/embed-keys/db_5432_plimsoll');
    expect(embedKeyFolder(options, {})).toBe(join(homedir(), '.config/plimsoll/embed-keys/db_5432_plimsoll'));
  });
});
