"""What an editor can ask, each answered from the last analysis."""

from __future__ import annotations

import contextlib
import functools
import sys
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams

from doenvermogentoets.errors import UserError
from doenvermogentoets_server import actions, aside, margins, navigation, referring, watching, writing
from doenvermogentoets_server.app import NAME, Server
from doenvermogentoets_server.diagnostics import page_uri
from doenvermogentoets_server.dossiers import Draft
from doenvermogentoets_server.hover import hover
from doenvermogentoets_server.protocol import Ready

CHECK = "doenvermogentoets.check"
SETTINGS = "doenvermogentoets.settings"
P = TypeVar("P")
R = TypeVar("R")


def quiet(handler: Callable[[Server, P], Awaitable[R]]) -> Callable[[Server, P], Awaitable[R | None]]:
    """An error in a request gives no answer and one line with its type: its text may hold text of a draft."""

    @functools.wraps(handler)
    async def wrapper(ls: Server, params: P) -> R | None:
        try:
            return await handler(ls, params)
        except JsonRpcException:
            raise
        except Exception as error:  # any defect of ours must leave the server up
            print(f"{NAME}: {type(error).__name__} in {handler.__name__}", file=sys.stderr)
            return None

    return wrapper


def create() -> Server:
    """A server that is ready to be started."""
    server = Server()
    for method, handler, options in _FEATURES:
        server.feature(method, options)(handler)
    server.command(actions.EXPLAIN)(explain)
    server.command(CHECK)(check)
    server.command(SETTINGS)(settings)
    server.command(actions.SET_ASIDE)(set_aside)
    server.command(actions.FILL_IN)(fill_in)
    return server


def initialize(ls: Server, params: types.InitializeParams) -> None:
    ls.learn(params)
    if ls.pulls:
        wide = ls.settings.window.workspace_diagnostics
        options = types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=wide, identifier=NAME)
        ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(diagnostic)
        if wide:
            ls.feature(types.WORKSPACE_DIAGNOSTIC)(workspace_diagnostic)


async def initialized(ls: Server, _params: types.InitializedParams) -> None:
    ls.ready()
    await ls.settings.ask()
    ls.renewed()
    await watching.watch(ls)


def shutdown(ls: Server, _params: None) -> None:
    ls.end()


def did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    ls.open(Draft(item.uri, item.version, item.language_id, item.text))


def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    document = ls.workspace.get_text_document(params.text_document.uri)
    ls.change(Draft(params.text_document.uri, params.text_document.version, document.language_id or "", document.source))


def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.close(params.text_document.uri)


async def did_change_configuration(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    await ls.settings.changed(params.settings)


async def did_change_folders(ls: Server, _params: types.DidChangeWorkspaceFoldersParams) -> None:
    await ls.settings.changed(None)
    ls.showing.look_at_closed()


def did_change_watched_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    watching.changed(ls, params.changes)


@quiet
async def report(ls: Server, params: types.DocumentDiagnosticParams) -> Ready:
    return await ls.showing.report(params.text_document.uri, params.previous_result_id)


async def diagnostic(ls: Server, params: types.DocumentDiagnosticParams) -> Ready:
    return await report(ls, params) or Ready('{"kind": "full", "items": []}')


@quiet
async def on_hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    look = await ls.look(params.text_document.uri, params.position)
    return hover(look, params.position, ls.pages, with_message=not ls.client.shows_messages) if look is not None else None


@quiet
async def definition(ls: Server, params: types.DefinitionParams) -> list[types.Location]:
    look = await ls.look(params.text_document.uri, params.position)
    return referring.locations(look, look.offset(params.position)) if look is not None else []


@quiet
async def references(ls: Server, params: types.ReferenceParams) -> list[types.Location]:
    look = await ls.look(params.text_document.uri, params.position)
    if look is None:
        return []
    return referring.uses(look, look.offset(params.position), declaration=params.context.include_declaration)


@quiet
async def highlight(ls: Server, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
    look = await ls.look(params.text_document.uri, params.position)
    if look is None:
        return []
    found = referring.uses(look, look.offset(params.position))
    return [types.DocumentHighlight(p.range, types.DocumentHighlightKind.Text) for p in found if p.uri == look.view.draft.uri]


@quiet
async def document_symbol(ls: Server, params: types.DocumentSymbolParams) -> Ready:
    look = await ls.look(params.text_document.uri)
    if look is None:
        return Ready("[]")
    document = ls.client_capabilities.text_document
    nested = document and document.document_symbol and document.document_symbol.hierarchical_document_symbol_support
    return Ready(navigation.symbols(look) if nested else navigation.flat(look, params.text_document.uri))


@quiet
async def workspace_symbol(ls: Server, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    looks = {draft.uri: seen for draft in list(ls.drafts.values()) if (seen := await ls.look(draft.uri)) is not None}
    return navigation.search(looks, params.query)


@quiet
async def folding_range(ls: Server, params: types.FoldingRangeParams) -> Ready:
    look = await ls.look(params.text_document.uri)
    return Ready(navigation.folds(look) if look is not None else "[]")


@quiet
async def completion(ls: Server, params: types.CompletionParams) -> types.CompletionList:
    look = await ls.look(params.text_document.uri)
    asked = params.context is None or params.context.trigger_kind is not types.CompletionTriggerKind.TriggerCharacter
    items = writing.complete(look, params.position, asked=asked) if look is not None else []
    return types.CompletionList(is_incomplete=True, items=items)


@quiet
async def prepare_rename(ls: Server, params: types.PrepareRenameParams) -> types.Range | None:
    look = await ls.look(params.text_document.uri, params.position)
    return writing.renamed_range(look, look.offset(params.position)) if look is not None else None


async def rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    look = await ls.look(params.text_document.uri, params.position)
    draft = ls.draft(params.text_document.uri)
    if look is None or draft is None or look.state.draft.content != draft.content:
        raise JsonRpcException(code=types.LSPErrorCodes.RequestFailed, message="De tekst wordt nog gelezen. Probeer het zo opnieuw.")
    try:
        edits = writing.rename(look, look.offset(params.position), params.new_name)
    except UserError as error:
        raise JsonRpcException(code=types.LSPErrorCodes.RequestFailed, message=str(error)) from None
    return actions.workspace_edit(draft.uri, draft.version, edits, versioned=ls.versioned_edits)


@quiet
async def code_lens(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    if not ls.settings.of(params.text_document.uri).code_lens:
        return []
    look = await ls.look(params.text_document.uri)
    return margins.lenses(look) if look is not None else []


@quiet
async def inlay_hint(ls: Server, params: types.InlayHintParams) -> list[types.InlayHint]:
    if not ls.settings.of(params.text_document.uri).inlay_hints:
        return []
    look = await ls.look(params.text_document.uri)
    return await ls.beside(lambda: margins.hints(look, params.range)) if look is not None else []


@quiet
async def workspace_diagnostic(ls: Server, params: types.WorkspaceDiagnosticParams) -> Ready:
    return await ls.showing.workspace_report({p.uri: p.value for p in params.previous_result_ids})


@quiet
async def selection_range(ls: Server, params: types.SelectionRangeParams) -> list[types.SelectionRange]:
    look = await ls.look(params.text_document.uri)
    if look is None:
        return []
    found = [navigation.selection(look, look.offset(p)) for p in params.positions]
    return [f or types.SelectionRange(types.Range(p, p)) for f, p in zip(found, params.positions, strict=True)]


@quiet
async def code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    draft = ls.draft(params.text_document.uri)
    if draft is None or (params.context.only and not any(_wanted(kind) for kind in params.context.only)):
        return []
    shown, placed = ls.placed(params.text_document.uri)
    return actions.actions(
        params.text_document.uri,
        draft.version,
        [(given, actions.now(given, shown, placed)) for given in params.context.diagnostics],
        text_format=draft.format,
        versioned=ls.versioned_edits,
    )


def _wanted(kind: types.CodeActionKind | str) -> bool:
    return types.CodeActionKind.QuickFix.value.startswith(kind.value if isinstance(kind, types.CodeActionKind) else kind)


async def explain(ls: Server, name: str) -> str | None:
    """Show the page of a check, if the client can show a document; the page's text is the answer."""
    check = ls.catalogue.get(name)
    if check is None:
        return None
    window, page = ls.client_capabilities.window, page_uri(check)
    if page is not None and window is not None and window.show_document is not None and window.show_document.support:
        with contextlib.suppress(JsonRpcException):  # the answer below holds the page too
            await ls.window_show_document_async(types.ShowDocumentParams(page, external=False, take_focus=True))
    return f"# {check.meta.title}\n{check.body}"


async def check(ls: Server, uri: str) -> dict[str, int] | None:
    """Check a document as a whole, now; the answer is how many findings of each weight it has. ``None`` if it is not open."""
    return await ls.check(uri)


async def set_aside(ls: Server, given: actions.SetAside) -> bool:
    return await aside.set_aside(ls, given)


async def fill_in(ls: Server, place: actions.Place) -> None:
    """Put the cursor where a reason is to be typed, in an editor that can."""
    window, at = ls.client_capabilities.window, types.Position(place.line, place.character)
    if window is not None and window.show_document is not None and window.show_document.support:
        with contextlib.suppress(JsonRpcException):  # then the user puts it there
            shown = types.ShowDocumentParams(place.uri, external=False, take_focus=True, selection=types.Range(at, at))
            await ls.window_show_document_async(shown)


async def settings(ls: Server, uri: str) -> str:
    """Every setting that holds for a document and where its value came from."""
    if not urlsplit(uri).scheme:
        raise JsonRpcInvalidParams("Het argument moet de URI van een document zijn.")
    return ls.settings.explain(uri)


_FEATURES: list[tuple[str, Callable[..., Any], Any]] = [
    (types.INITIALIZE, initialize, None),
    (types.INITIALIZED, initialized, None),
    (types.SHUTDOWN, shutdown, None),
    (types.TEXT_DOCUMENT_DID_OPEN, did_open, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, did_change, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, did_close, None),
    (types.WORKSPACE_DID_CHANGE_CONFIGURATION, did_change_configuration, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, did_change_watched_files, None),
    (types.TEXT_DOCUMENT_HOVER, on_hover, None),
    (types.TEXT_DOCUMENT_DEFINITION, definition, None),
    (types.TEXT_DOCUMENT_REFERENCES, references, None),
    (types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, highlight, None),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, document_symbol, types.DocumentSymbolOptions(label="Doenvermogentoets")),
    (types.WORKSPACE_SYMBOL, workspace_symbol, None),
    (types.TEXT_DOCUMENT_COMPLETION, completion, types.CompletionOptions(trigger_characters=writing.TRIGGERS)),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, prepare_rename, None),
    (types.TEXT_DOCUMENT_RENAME, rename, types.RenameOptions(prepare_provider=True)),
    (types.TEXT_DOCUMENT_CODE_LENS, code_lens, types.CodeLensOptions()),
    (types.TEXT_DOCUMENT_INLAY_HINT, inlay_hint, None),
    (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, did_change_folders, None),
    (types.TEXT_DOCUMENT_FOLDING_RANGE, folding_range, None),
    (types.TEXT_DOCUMENT_SELECTION_RANGE, selection_range, None),
    (types.TEXT_DOCUMENT_CODE_ACTION, code_action, types.CodeActionOptions([types.CodeActionKind.QuickFix])),
]
