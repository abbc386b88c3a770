using Karkhana.Core.Errors;
using Karkhana.Examples.PunjabFarmEquipment;

namespace Karkhana.Examples;

/// <summary>The studies that ship with the product, written as folders that a person can read and edit.</summary>
public static class ExampleStudies
{
    private const string Template = "template";

    /// <summary>Gets the names of the studies.</summary>
    public static IReadOnlyList<string> Names { get; } = [PunjabStudy.Name, Template];

    /// <summary>Writes an example study.</summary>
    /// <remarks>
    /// Everything is written beside <paramref name="folder"/> first and moved into place when whole. The same name,
    /// seed and
    /// version give the same bytes. Every row about a firm is synthetic and says so.
    /// </remarks>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="folder">The folder to make; it may exist when it is empty.</param>
    /// <param name="seed">The seed of every random draw, at most 2⁶³ − 1.</param>
    /// <param name="cancellationToken">Looked at between files.</param>
    /// <exception cref="ArgumentException">There is no such study, or the folder exists and is not empty.</exception>
    public static void Write(string name, string folder, ulong seed, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Require.That(Names.Contains(name), nameof(name), $"must be one of {string.Join(", ", Names)}; it was {name}");
        Require.That(
            seed <= long.MaxValue, nameof(seed),
            FormattableString.Invariant($"must be at most {long.MaxValue}; it was {seed}"));
        using ExampleFolder example = ExampleFolder.Begin(folder);
        foreach ((string file, string text) in name == Template ? TemplateStudy.Files(seed, NameFor(folder)) : PunjabStudy.Files(seed, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            example.WriteText(file, text);
        }

        example.Complete();
    }

    // The name decides where results go, so two new studies must not share one.
    private static string NameFor(string folder)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        string plain = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-')).Trim('-');
        return plain.Length > 0 ? plain : "my-study";
    }
}
