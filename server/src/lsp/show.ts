import { type Connection, type MessageType, ShowMessageNotification } from "vscode-languageserver";

/** Shows a message. A notification: the connection's own functions send a request, and wait for somebody to close the message. */
export function show(connection: Connection, type: MessageType, message: string): void {
	connection
		.sendNotification(ShowMessageNotification.type, { type, message })
		.catch((error) => connection.console.error(`Tickmark failed while showing a message: ${error}`));
}
