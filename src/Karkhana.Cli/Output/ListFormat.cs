namespace Karkhana.Cli.Output;

/// <summary>How a command writes a list.</summary>
internal enum ListFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs; nothing but JSON on standard output.</summary>
    Json,

    /// <summary>For spreadsheets and survey tools; nothing but CSV on standard output.</summary>
    Csv,
}
