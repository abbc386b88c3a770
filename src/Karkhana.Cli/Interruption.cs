using System.Runtime.InteropServices;

namespace Karkhana.Cli;

/// <summary>Turns Ctrl-C and a polite kill into a cancelled token, and ends the process a second later whatever
/// happens.</summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
    ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void Interrupt(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();

        // Results are moved into place whole or not at all, so ending here leaves no half file.
        Thread guard = new(() =>
        {
            Thread.Sleep(Patience);
            Environment.Exit(ExitCode.Cancelled);
        })
        { IsBackground = true };
        guard.Start();
    }
}
