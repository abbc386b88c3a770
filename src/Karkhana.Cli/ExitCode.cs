namespace Karkhana.Cli;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    public const int Well = 0;

    public const int DataOrCheckFailed = 1;

    public const int Usage = 2;

    public const int Cancelled = 3;
}
