// Starts the language server, shows how it is doing, and adds what an editor cannot know: Word files and pages of checks.
import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  LanguageClientOptions,
  RevealOutputChannelOn,
  ServerOptions,
  State,
  Trace,
} from "vscode-languageclient/node";
import { Pages } from "./pages";
import { program, SECTION } from "./program";
import { Status } from "./status";
import { WordFiles } from "./word";

const EXPLAIN = "doenvermogentoets.explain";
const RESTARTS = 3;

let client: LanguageClient | undefined;
let starting: Promise<void> = Promise.resolve();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("Doenvermogentoets");
  const pages = new Pages();
  const status = new Status();
  const word = new WordFiles(log);
  context.subscriptions.push(
    log,
    pages,
    status,
    word,
    vscode.commands.registerCommand("doenvermogentoets.showLog", () => log.show(true)),
    vscode.commands.registerCommand("doenvermogentoets.restart", () => restart(log, pages, status)),
    vscode.commands.registerCommand("doenvermogentoets.explainFinding", (finding) => vscode.commands.executeCommand(EXPLAIN, finding.check)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SECTION}.program`) || change.affectsConfiguration(`${SECTION}.languages`)) {
        void restart(log, pages, status);
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => restart(log, pages, status)),
  );
  await restart(log, pages, status);
}

export async function deactivate(): Promise<void> {
  await client?.stop().catch(() => undefined);
}

/** One after the other: two servers on the same documents would give every finding twice. */
function restart(log: vscode.OutputChannel, pages: Pages, status: Status): Promise<void> {
  starting = starting.then(async () => {
    await client?.dispose().catch(() => undefined);
    client = undefined;
    await start(log, pages, status);
  });
  return starting;
}

async function start(log: vscode.OutputChannel, pages: Pages, status: Status): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const languages = settings.get<string[]>("languages", []);
  const command = program();
  const server: ServerOptions = { command, args: ["server"], options: { env: process.env } };
  let restarts = 0;
  const options: LanguageClientOptions = {
    documentSelector: languages.flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
    synchronize: { configurationSection: SECTION },
    // VS Code puts the message of a finding above the hover itself
    initializationOptions: { ...serverSettings(), toontMelding: true },
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: SECTION,
    // a draft is never written to a log, also not when a request breaks
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        restarts += 1;
        return restarts <= RESTARTS
          ? { action: CloseAction.Restart, handled: true }
          : { action: CloseAction.DoNotRestart, message: "De toets is gestopt: het programma liep meer dan drie keer vast." };
      },
    },
    middleware: {
      provideDiagnostics: async (document, previous, token, next) => {
        const report = await next(document, previous, token);
        if (report !== undefined && report !== null) {
          status.known(document instanceof vscode.Uri ? document : document.uri);
        }
        return report;
      },
      workspace: {
        configuration: (params) => params.items.map((item) => (item.section === SECTION ? serverSettings() : null)),
      },
      // the answer to the command is the page itself; it is shown as a page and not as its source
      window: {
        showDocument: async (params, next) => {
          if (pages.answers(params.uri)) {
            return { success: true };
          }
          const shown = await next(params, new vscode.CancellationTokenSource().token);
          return "success" in shown ? shown : { success: false };
        },
      },
      executeCommand: async (name, args, next) => {
        if (name !== EXPLAIN) {
          return next(name, args);
        }
        const text: unknown = await pages.quietly(async () => next(name, args));
        if (typeof text === "string") {
          await pages.show(String(args[0]), text);
        }
        return text;
      },
    },
  };
  const started = new LanguageClient(SECTION, "Doenvermogentoets", server, options);
  client = started;
  started.onDidChangeState(({ newState }) => status.state(newState));
  status.state(State.Starting);
  try {
    await started.start();
    await started.setTrace(Trace.Off);
  } catch {
    status.missing(command);
    await explainMissing(command);
  }
}

/** What the server knows: only its own settings, not those of this extension. */
function serverSettings(): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const names = ["debounce", "select", "ignore", "codeLens", "inlayHints", "workspaceDiagnostics"];
  return Object.fromEntries(names.map((name) => [name, settings.get(name)]));
}

async function explainMissing(command: string): Promise<void> {
  const open = "Open de instelling";
  const answer = await vscode.window.showErrorMessage(
    `Het programma «${command}» kon niet worden gestart. Installeer Doenvermogentoets, of vul bij de instelling «program» het volledige pad in.`,
    open,
  );
  if (answer === open) {
    await vscode.commands.executeCommand("workbench.action.openSettings", `${SECTION}.program`);
  }
}
