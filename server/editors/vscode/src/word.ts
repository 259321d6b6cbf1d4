// Word files: VS Code cannot open them, so their findings are a list, and the comments go into a copy.
import { existsSync } from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import { Outcome, run } from "./program";

interface Finding {
  readonly check: string;
  readonly code: string;
  readonly severity: "error" | "warning" | "suggestion" | "info";
  readonly message: string;
  readonly explanation: string;
  readonly question: string;
  readonly suggestions: readonly { readonly title: string }[];
  readonly ground?: string;
  readonly sources: readonly string[];
  readonly unit: { readonly label: string } | null;
  readonly quote: string;
}

interface Answer {
  readonly documents: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
}

const ICONS: Record<Finding["severity"], vscode.ThemeIcon> = {
  error: new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground")),
  warning: new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground")),
  suggestion: new vscode.ThemeIcon("info"),
  info: new vscode.ThemeIcon("lightbulb"),
};

class Place {
  constructor(
    readonly label: string,
    readonly findings: readonly Finding[],
  ) {}
}

type Node = Place | Finding;

export class WordFiles implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private places: readonly Place[] = [];
  private checked: vscode.Uri | undefined;
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly view: vscode.TreeView<Node>;
  private readonly commands: vscode.Disposable;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly log: vscode.OutputChannel) {
    this.view = vscode.window.createTreeView("doenvermogentoets.word", { treeDataProvider: this });
    this.commands = vscode.Disposable.from(
      vscode.commands.registerCommand("doenvermogentoets.checkWord", (uri?: vscode.Uri, all?: vscode.Uri[]) => this.check(uri, all)),
      vscode.commands.registerCommand("doenvermogentoets.annotateWord", (uri?: vscode.Uri) => this.annotate(uri)),
    );
  }

  getChildren(node?: Node): Node[] {
    return node === undefined ? [...this.places] : node instanceof Place ? [...node.findings] : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node instanceof Place) {
      const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
      item.description = String(node.findings.length);
      return item;
    }
    const item = new vscode.TreeItem(node.message);
    item.iconPath = ICONS[node.severity];
    item.description = `${node.check} (${node.code})`;
    item.contextValue = "bevinding";
    item.tooltip = tooltip(node);
    return item;
  }

  /** Files that are selected together are read together: a bill and its toelichting find each other by name. */
  private async check(given: vscode.Uri | undefined, selected: readonly vscode.Uri[] = []): Promise<void> {
    const file = given ?? (await choose());
    if (file === undefined) {
      return;
    }
    const files = selected.length > 1 ? selected : [file];
    const outcome = await this.runHere(
      ["check", ...files.map((f) => f.fsPath), "--format", "json", "--fail-on", "never"],
      file,
      "Word-bestand toetsen",
    );
    if (outcome === undefined) {
      return;
    }
    const answer = JSON.parse(outcome.output) as Answer;
    const several = answer.documents.length > 1;
    this.places = answer.documents.flatMap((document) => byPlace(shown(document.findings), several ? path.basename(document.path) : ""));
    const total = this.places.reduce((sum, place) => sum + place.findings.length, 0);
    this.checked = file;
    this.view.description = files.map((f) => path.basename(f.fsPath)).join(", ");
    this.view.message = total === 0 ? "Geen bevindingen in dit bestand. Dat wil niet zeggen dat de toets is gedaan." : undefined;
    this.view.badge = total === 0 ? undefined : { value: total, tooltip: `${total} bevindingen` };
    await vscode.commands.executeCommand("setContext", "doenvermogentoets.wordChecked", true);
    this.changed.fire(undefined);
    await vscode.commands.executeCommand("doenvermogentoets.word.focus");
  }

  private async annotate(given: vscode.Uri | undefined): Promise<void> {
    const file = given ?? this.checked ?? (await choose());
    if (file === undefined) {
      return;
    }
    const copy = free(file.fsPath);
    const outcome = await this.runHere(["annotate", file.fsPath, "-o", copy], file, "Opmerkingen plaatsen");
    if (outcome === undefined) {
      return;
    }
    const show = "Toon in de map";
    const answer = await vscode.window.showInformationMessage(`Gemaakt: ${path.basename(copy)}. Het origineel is niet gewijzigd.`, show);
    if (answer === show) {
      await vscode.commands.executeCommand("revealFileInOS", vscode.Uri.file(copy));
    }
  }

  /** The outcome, or undefined after telling what went wrong; exit code 2 means that there is no answer. */
  private async runHere(args: readonly string[], file: vscode.Uri, title: string): Promise<Outcome | undefined> {
    try {
      const outcome = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: `${title} …`, cancellable: true },
        (_progress, cancel) => run(args, path.dirname(file.fsPath), cancel),
      );
      if (outcome.code < 2) {
        return outcome;
      }
      await vscode.window.showErrorMessage(outcome.message || "De toets gaf geen antwoord.");
    } catch (error) {
      // the type only: a message may hold what the program read
      this.log.appendLine(`${title}: ${error instanceof Error ? error.name : "fout"}`);
      await vscode.window.showErrorMessage("Het programma kon niet worden gestart. Controleer de instelling «doenvermogentoets.program».");
    }
    return undefined;
  }

  dispose(): void {
    this.commands.dispose();
    this.view.dispose();
    this.changed.dispose();
  }
}

async function choose(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: false,
    openLabel: "Toets",
    title: "Welk Word-bestand?",
    filters: { Word: ["docx", "docm"] },
  });
  return chosen?.[0];
}

/** A name beside the file that is not taken yet. */
function free(file: string): string {
  const { dir, name, ext } = path.parse(file);
  for (let i = 1; ; i++) {
    const candidate = path.join(dir, `${name}-opmerkingen${i === 1 ? "" : `-${i}`}${ext}`);
    if (!existsSync(candidate)) {
      return candidate;
    }
  }
}

/** What people see elsewhere too: remarks for programs only are left out. */
function shown(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.severity !== "info");
}

function byPlace(findings: readonly Finding[], document: string): readonly Place[] {
  const places = new Map<string, Finding[]>();
  for (const finding of findings) {
    const label = [document, finding.unit?.label || "hele document"].filter(Boolean).join(": ");
    places.set(label, [...(places.get(label) ?? []), finding]);
  }
  return [...places].map(([label, found]) => new Place(label, found));
}

function tooltip(finding: Finding): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  for (const part of [
    finding.quote && `«${finding.quote}»`,
    finding.explanation,
    finding.question && `Vraag: ${finding.question}`,
    finding.sources.length > 0 && `Grond: ${finding.sources.join(", ")}`,
    finding.suggestions.length > 0 && `Kan: ${finding.suggestions.map((suggestion) => suggestion.title).join("; ")}`,
  ]) {
    if (part) {
      text.appendText(part);
      text.appendMarkdown("\n\n");
    }
  }
  return text;
}
