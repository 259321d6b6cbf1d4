// Running the program that does the work.
import { execFile } from "node:child_process";
import * as vscode from "vscode";

export const SECTION = "doenvermogentoets";
const MOST_OUTPUT = 256 * 1024 * 1024;

/** The name or path of the program; in a folder that is not trusted VS Code gives the user's own setting. */
export function program(): string {
  return vscode.workspace.getConfiguration(SECTION).get<string>("program")?.trim() || SECTION;
}

export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly message: string;
}

/** Run the program once; an exit code other than 0 is an outcome, a program that cannot be started an error. */
export function run(args: readonly string[], cwd: string, cancel: vscode.CancellationToken): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = execFile(program(), [...args], { cwd, maxBuffer: MOST_OUTPUT, encoding: "utf8" }, (error, stdout, stderr) => {
      listening.dispose();
      if (error !== null && typeof error.code !== "number") {
        reject(error);
        return;
      }
      resolve({ code: typeof error?.code === "number" ? error.code : 0, output: stdout, message: stderr.trim() });
    });
    const listening = cancel.onCancellationRequested(() => child.kill());
  });
}
