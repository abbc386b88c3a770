using System.Globalization;

namespace Karkhana.Examples;

/// <summary>A small study to begin with: twelve firms that do not exist.</summary>
internal static class TemplateStudy
{
    private const string Group = "template";

    public static IEnumerable<(string File, string Text)> Files(ulong seed, string studyName) => Shipped.Names(Group).Select(name => (
        name[(Group.Length + 1)..],
        Shipped.Text(name).Replace(
            "seed = 2003", string.Create(CultureInfo.InvariantCulture, $"seed = {seed}"), StringComparison.Ordinal)
            .Replace("\"my-study\"", $"\"{studyName}\"", StringComparison.Ordinal)));
}
