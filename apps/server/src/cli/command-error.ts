/** The root of every error a command ends with on purpose. The message goes to the terminal as it is. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
  /** What the process exits with. */
  readonly exitCode: number = 1;
}

/** The command was called in a way that cannot be meant, or was given a file that cannot be read at all. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
  override readonly exitCode = 2;
}

/** Another program listens on the port. */
export class PortInUse extends CommandError {
  override readonly name = 'PortInUse';

  constructor(port: number, command: string) {
    super(
      `PortInUse: another program listens on port ${port}. Plimsoll cannot answer there. End that program, or choose another port: plimsoll ${command} --port ${port + 1}`,
    );
  }
}
