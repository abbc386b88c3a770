namespace Karkhana.Cli.Output;

/// <summary>How a command writes its answer.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs; nothing but JSON on standard output.</summary>
    Json,
}
