using System.Text;
using Karkhana.Core.Tables;

namespace Karkhana.Replication;

/// <summary>A model beyond equations: its script and data, or why there are none.</summary>
/// <param name="Name">The name of the script without ending.</param>
/// <param name="Title">What the model is about.</param>
internal sealed record ModelScript(string Name, string Title)
{
    /// <summary>Gets the script without its first lines; empty where there is none.</summary>
    public string Body { get; init; } = "";

    /// <summary>Gets the files that the script reads.</summary>
    public IReadOnlyList<(string File, Table Table)> Files { get; init; } = [];

    /// <summary>Gets why there is no script; empty where there is one.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Gives a model that has no script.</summary>
    public static ModelScript Missing(string name, string title, string reason) => new(name, title) { Reason = reason };

    /// <summary>Fills the template of the model.</summary>
    /// <param name="calls">The calls that repeat it, one per thing estimated.</param>
    /// <param name="files">The files that it reads.</param>
    /// <param name="plausible">The file of draws of true scores; null where nothing is measured with error, empty where the model reads no firms.</param>
    public ModelScript With(IReadOnlyList<string> calls, IReadOnlyList<(string File, Table Table)> files, string? plausible)
    {
        StringBuilder text = new("source(\"karkhana.R\")\n");
        if (plausible != "")
        {
            text.Append("firms <- read_firms()\nplausible <- ").Append(plausible is null ? "NULL" : $"read_table(\"{plausible}\")").Append('\n');
        }

        text.Append('\n').Append(EmbeddedText.Of($"{Name}.R"))
            .Replace("@equations@", string.Join('\n', calls))
            .Replace("@count@", FormattableString.Invariant($"{calls.Count}"));
        return this with { Body = text.ToString(), Files = files };
    }
}
