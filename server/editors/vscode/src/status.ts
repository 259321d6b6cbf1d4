// One line in the status bar: how the server is doing and how many findings the open draft has.
import * as vscode from "vscode";
import { State } from "vscode-languageclient/node";

const SOURCE = "doenvermogentoets";

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("doenvermogentoets.status", vscode.StatusBarAlignment.Right, 50);
  private readonly listening: vscode.Disposable[];
  private problem = "";
  private running = false;

  constructor() {
    this.item.name = "Doenvermogentoets";
    this.listening = [
      vscode.languages.onDidChangeDiagnostics(() => this.draw()),
      vscode.window.onDidChangeActiveTextEditor(() => this.draw()),
    ];
  }

  state(state: State): void {
    this.running = state === State.Running;
    if (state !== State.Stopped) {
      this.problem = "";
    } else if (this.problem === "") {
      this.problem = "De toets draait niet. Klik om hem opnieuw te starten.";
    }
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
    if (editor === undefined) {
      this.item.hide();
      return;
    }
    const found = vscode.languages.getDiagnostics(editor.document.uri).filter((d) => d.source === SOURCE);
    const warnings = found.filter((d) => d.severity <= vscode.DiagnosticSeverity.Warning).length;
    this.item.text = `$(law) ${found.length} ${found.length === 1 ? "bevinding" : "bevindingen"}`;
    this.item.tooltip = `Doenvermogentoets: ${warnings} ${warnings === 1 ? "waarschuwing" : "waarschuwingen"}, ${found.length - warnings} minder ernstig. Klik voor de lijst.`;
    this.item.command = "workbench.actions.view.problems";
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
    vscode.Disposable.from(...this.listening).dispose();
  }
}
