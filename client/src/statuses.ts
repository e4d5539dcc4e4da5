/** What the server says of the drafts it has checked. One connection hears a notification once; here all who need it hear it. */
import { Disposable, type Event, EventEmitter } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type StatusParams, statusMethod } from "../../server/src/lsp/messages.ts";

export interface Statuses extends Disposable {
	/** A draft has been checked. */
	readonly onStatus: Event<StatusParams>;
}

export function listenForStatuses(client: LanguageClient): Statuses {
	const emitter = new EventEmitter<StatusParams>();
	const listening = client.onNotification(statusMethod, (status: StatusParams) => emitter.fire(status));
	return { onStatus: emitter.event, dispose: () => Disposable.from(listening, emitter).dispose() };
}
