// One line in the status bar: how the server is doing and how many findings the open draft has.
import * as vscode from "vscode";
import { State } from "vscode-languageclient/node";

const SOURCE = "doenvermogentoets";

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("doenvermogentoets.status", vscode.StatusBarAlignment.Right, 50);
  private readonly listening: vscode.Disposable[];
  private problem = "";
  private running = false;
  private readonly checked = new Set<string>();

  constructor() {
    this.item.name = "Doenvermogentoets";
    this.listening = [
      vscode.languages.onDidChangeDiagnostics(() => this.draw()),
      vscode.window.onDidChangeActiveTextEditor(() => this.draw()),
      vscode.workspace.onDidCloseTextDocument((document) => this.checked.delete(document.uri.toString())),
    ];
  }

  state(state: State): void {
    this.running = state === State.Running;
    if (!this.running) {
      this.checked.clear();
    }
    if (state !== State.Stopped) {
      this.problem = "";
    } else if (this.problem === "") {
      this.problem = "De toets draait niet. Klik om hem opnieuw te starten.";
    }
    this.draw();
  }

  /** The findings of a draft are known; until then their number says nothing. */
  known(uri: vscode.Uri): void {
    this.checked.add(uri.toString());
    this.draw();
  }

  missing(command: string): void {
    this.running = false;
    this.problem = `Het programma «${command}» kon niet worden gestart. Klik om het opnieuw te proberen.`;
    this.draw();
  }

  private draw(): void {
    if (!this.running) {
      this.item.text = this.problem ? "$(warning) Doenvermogen" : "$(sync~spin) Doenvermogen";
      this.item.tooltip = this.problem || "De toets wordt gestart.";
      this.item.command = this.problem ? "doenvermogentoets.restart" : "doenvermogentoets.showLog";
      this.item.show();
      return;
    }
    const editor = vscode.window.activeTextEditor;
    const languages = vscode.workspace.getConfiguration(SOURCE).get<string[]>("languages", []);
    if (editor === undefined || !languages.includes(editor.document.languageId) || !["file", "untitled"].includes(editor.document.uri.scheme)) {
      this.item.hide();
      return;
    }
    if (!this.checked.has(editor.document.uri.toString())) {
      this.item.text = "$(sync~spin) wordt getoetst";
      this.item.tooltip = "Doenvermogentoets: dit stuk wordt voor het eerst getoetst.";
      this.item.command = "doenvermogentoets.showLog";
      this.item.show();
      return;
    }
    const all = vscode.languages.getDiagnostics(editor.document.uri).filter((d) => d.source === SOURCE);
    // what is only a hint has dots in the text and no line in the list: the number is that of the list
    const found = all.filter((d) => d.severity !== vscode.DiagnosticSeverity.Hint);
    const warnings = found.filter((d) => d.severity <= vscode.DiagnosticSeverity.Warning).length;
    this.item.text = `$(law) ${found.length} ${found.length === 1 ? "bevinding" : "bevindingen"}`;
    const hints = all.length - found.length;
    const dots = hints === 0 ? "" : ` Verder ${hints} ${hints === 1 ? "wenk" : "wenken"}: stippen in de tekst.`;
    this.item.tooltip = `Doenvermogentoets: ${warnings} ${warnings === 1 ? "waarschuwing" : "waarschuwingen"}, ${found.length - warnings} minder ernstig.${dots} Klik voor de lijst.`;
    this.item.command = "workbench.actions.view.problems";
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
    vscode.Disposable.from(...this.listening).dispose();
  }
}
