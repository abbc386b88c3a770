using System.Reflection;

namespace Karkhana.Examples;

/// <summary>Text files that lie inside the assembly, so that an installed package can write them.</summary>
internal static class Shipped
{
    private static readonly Assembly Here = typeof(Shipped).Assembly;

    /// <summary>Lists the files of a group.</summary>
    /// <param name="group">The group: <c>facts</c>.</param>
    /// <returns>The names in ordinal order: <c>facts/towns.csv</c>.</returns>
    public static IReadOnlyList<string> Names(string group) =>
        [.. Here.GetManifestResourceNames().Where(
            name => name.StartsWith(group + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    /// <param name="name">The name as <see cref="Names"/> gives it.</param>
    /// <returns>The text with LF line ends.</returns>
    public static string Text(string name)
    {
        using StreamReader reader = new(Here.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
