/** The command that opens a file or address with whatever the person uses for it. */
export function openerOf(target: string, platform: NodeJS.Platform): { command: string; args: string[] } {
  if (platform === 'darwin') return { command: 'open', args: [target] }
  // not `cmd /c start`: cmd would read & and ^ in the target as its own
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', target] }
  return { command: 'xdg-open', args: [target] }
}
